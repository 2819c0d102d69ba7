"""What is on the screen, in words: what a tool tip tells of each control, and what a plot shows."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from lossviz.widgets.exports.plot_export import PlotExport

Explanation = tuple[str, str]  # what it is called, what there is to know of it


def explanations_in(panel: QWidget) -> list[Explanation]:
    """Of all that can be seen of `panel`, itself first; nothing twice, and nothing that has no more than its name."""
    for plot in panel.findChildren(PlotExport):
        plot.describe()
    parts = [part for part in (panel, *panel.findChildren(QWidget)) if part.isVisible()]
    captions = {buddy: part.text() for part in parts if isinstance(part, QLabel) and (buddy := part.buddy())}
    told = (_explanation(part, captions) for part in parts if not (isinstance(part, QLabel) and part.buddy()))
    return list(dict.fromkeys(each for each in told if each is not None))


def _explanation(part: QWidget, captions: Mapping[QWidget, str]) -> Explanation | None:
    name = (captions.get(part) or _name(part)).replace("&", "")
    said = dict.fromkeys(text.strip() for text in _texts(part))
    text = "\n".join(text for text in said if text and text != name)
    return (name, text) if name and text else None


def _name(part: QWidget) -> str:
    """As it can be read on the screen, if it can."""
    if isinstance(part, QAbstractButton) and any(letter.isalnum() for letter in part.text()):
        return part.text()
    if part.accessibleName():
        return part.accessibleName()
    return part.text() if isinstance(part, QLabel) else ""


def _texts(part: QWidget) -> Iterable[str]:
    if isinstance(part, QAbstractButton):
        yield part.accessibleName()
    yield part.toolTip()
    yield part.accessibleDescription()
