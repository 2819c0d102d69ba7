"""One variant of a comparison as a row of widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from lossviz.core.per_cents import per_cent, per_cent_range
from lossviz.core.training.variants import FIELDS, Difference, Variant, choices_for
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.comparison.variant_looks import LineSample, VariantLook
from lossviz.widgets.comparison.variant_words import loss_text
from lossviz.widgets.controls import named, plain_label, show_value
from lossviz.widgets.number_boxes import LearningRateBox
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import as_wide_as, at_least_as_wide_as

_WIDEST = (per_cent(1.0, 2), per_cent(1.0, 2), per_cent_range((1.0, 1.0)))  # so that numbers hold still


@dataclass(frozen=True)
class VariantRow:
    """What a row shows. validation, test, spread: texts. note: why a variant ended early; a tool tip of its numbers."""

    name: str
    look: VariantLook
    validation: str
    test: str
    spread: str
    note: str = ""


class VariantRowWidgets(QObject):
    """The widgets of one row. editor: a combo box, a field for the learning rate, or a name that stays."""

    def __init__(self, parent: QObject, theme: ThemeSource, prefix: str, difference: Difference, index: int) -> None:
        super().__init__(parent)
        number = index + 1
        self._fields = FIELDS[difference]
        self._sample = LineSample(theme)
        self.editor = _editor(difference)
        named(self.editor, f"{prefix}_choice_{number}", self.tr("Variant {number}").format(number=number))
        self._numbers = tuple(plain_label() for _ in _WIDEST)
        for label, widest, what in zip(self._numbers, _WIDEST, ("validation", "test", "spread"), strict=True):
            label.setObjectName(f"{prefix}_{what}_{number}")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            at_least_as_wide_as(label, widest)
        self.remove = named(
            QPushButton("×"), f"{prefix}_remove_{number}", self.tr("Remove variant {number}").format(number=number)
        )
        as_wide_as(self.remove, "×", 20)
        self.remove.setAutoDefault(False)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return (self._sample, self.editor, *self._numbers, self.remove)

    @property
    def choice(self) -> dict[str, object]:
        """The settings that the editor says, by name."""
        if isinstance(self.editor, LearningRateBox):
            return {"learning_rate": self.editor.value()}
        values = self.editor.currentData() if isinstance(self.editor, QComboBox) else ()
        return dict(zip(self._fields, values, strict=True))

    def show_row(self, variant: Variant, shown: VariantRow) -> None:
        """Show the variant and how it fares."""
        self._sample.show_look(shown.look)
        if isinstance(self.editor, LearningRateBox):
            show_value(self.editor, variant.settings.learning_rate)
        elif isinstance(self.editor, QComboBox):
            with QSignalBlocker(self.editor):
                self.editor.setCurrentIndex(_place_of(self.editor, variant, self._fields))
        else:
            self.editor.setText(shown.name)
        for label, text, what in zip(
            self._numbers, (shown.validation, shown.test, shown.spread), self._spoken(), strict=True
        ):
            label.setText(text)
            label.setToolTip(shown.note)
            label.setAccessibleName(what.format(name=shown.name))

    def show_spread(self, *, is_shown: bool) -> None:
        """Show the range of the seeds, or not."""
        self._numbers[-1].setVisible(is_shown)

    def lock(self, is_locked: bool, *, can_remove: bool) -> None:
        """Let nothing be chosen, or something."""
        self.editor.setEnabled(not is_locked or isinstance(self.editor, QLabel))
        self.remove.setEnabled(can_remove and not is_locked)
        self.remove.setVisible(can_remove)

    def _spoken(self) -> tuple[str, str, str]:
        return (
            self.tr("Validation accuracy of {name}"),
            self.tr("Test accuracy of {name}"),
            self.tr("Range over seeds of {name}"),
        )


def _editor(difference: Difference) -> QComboBox | LearningRateBox | QLabel:
    if difference == "learning_rate":
        return LearningRateBox()
    choices = choices_for(difference)
    if not choices:
        return plain_label()
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for values in choices:
        combo.addItem(loss_text(*values) if difference == "loss" else label_of(difference, values[0]), values)
    return combo


def _place_of(combo: QComboBox, variant: Variant, fields: tuple[str, ...]) -> int:
    wanted = tuple(getattr(variant.settings, name) for name in fields)
    data = [tuple(combo.itemData(place)) for place in range(combo.count())]
    return next((place for place, values in enumerate(data) if values == wanted), _by_first(data, wanted))


def _by_first(data: list[tuple[str, ...]], wanted: tuple[str, ...]) -> int:
    """Where how a loss is averaged changes nothing, any way of averaging will do."""
    return next(place for place, values in enumerate(data) if values[0] == wanted[0])
