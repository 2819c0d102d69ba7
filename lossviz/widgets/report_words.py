"""The words of reports in the user's language."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.reports.setting_words import ReportWords
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.data_names import spoken_data_name


def report_words() -> ReportWords:
    """As the window calls the choices."""
    return ReportWords(_translated, label_of, spoken_data_name)


def _translated(text: str) -> str:
    return QCoreApplication.translate("reports", text)
