"""The settings of the next run, as a form."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from lossviz.core.names import DEVICE_NAMES
from lossviz.core.training.devices import mixed_precision_pays
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import LIMITS, MOST_THREADS, PRESETS, TrainingSettings
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.choice_labels import choices_of, explanation_of
from lossviz.widgets.controls import caption_for, show_choice, show_value
from lossviz.widgets.disclosure import Disclosure
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import CountBox, LearningRateBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.type_size import at_least_as_wide_as

_FURTHER = ("schedule", "training_images", "drawn_digits", "augmentation", "seed", "precision")
_GAP_PX = 4  # with the spacing on both sides a group stands 12 px apart


class TrainingSettingsForm(Panel):
    """Every choice that changes a run's numbers, each by its name in the settings."""

    def __init__(self, clock: FrameClock, training: TrainingStore) -> None:
        super().__init__(clock)
        self._training = training
        self._combos: dict[str, QComboBox] = {}
        self._counts: dict[str, CountBox] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(4)
        self._form.setHorizontalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._build()
        training.settings_changed.connect(self.mark_dirty)
        training.state_changed.connect(self.mark_dirty)
        training.runs_changed.connect(self.mark_dirty)

    def _build(self) -> None:
        self._preset = self._add_combo("preset", self.tr("Preset"), self._on_preset_chosen)
        self._gap()
        self._add_choice("network", self.tr("Network"))
        self._add_choice("loss", self.tr("Loss"))
        self._add_choice("averaging", self.tr("… over classes"))
        self._gap()
        self._add_choice("optimizer", self.tr("Optimiser"))
        self._add_learning_rate()
        self._add_count("batch_size", self.tr("Batch size"))
        self._add_count("epochs", self.tr("Epochs"))
        self._gap()
        self._add_choice("scaling", self.tr("Inputs"))
        self._add_choice("initialisation", self.tr("First weights"))
        self._gap()
        self._build_further()

    def _build_further(self) -> None:
        """What a first run does not need."""
        tip = self.tr("Show and hide the settings that are seldom changed; one that has been changed stays in sight.")
        self._more = Disclosure("mnist.more_settings", self.tr("More settings"), tip, self._further)
        self._more.toggled.connect(self.mark_dirty)
        self._form.addRow(self._more)
        self._add_choice("schedule", self.tr("Schedule"))
        self._add_count("training_images", self.tr("Images")).setSpecialValueText(self.tr("all"))
        self._add_count("drawn_digits", self.tr("Extra digits")).setSpecialValueText(self.tr("none"))
        self._add_choice("augmentation", self.tr("Augmentation"))
        self._add_count("seed", self.tr("Seed"))
        self._add_choice("precision", self.tr("Precision"))
        self._combos["precision"].setToolTip(
            self.tr(
                "Mixed: the network multiplies in bfloat16, weights and losses stay in float32. Faster on new GPUs."
            )
        )
        self._device = self._add_combo("device", self.tr("Device"), self._on_device_chosen)
        self._add_threads()
        self._hold_captions_still()

    def _hold_captions_still(self) -> None:
        """As wide as the widest, also of those out of sight, so that the fields stay where they are."""
        captions = [self._form.labelForField(box) for box in (*self._combos.values(), *self._counts.values())]
        texts = [caption.text() for caption in captions if isinstance(caption, QLabel)]
        at_least_as_wide_as(self._form.labelForField(self._preset), *texts)

    def _further(self) -> list[QWidget]:
        return [*(self._control(field) for field in _FURTHER), self._device, self._threads]

    def _control(self, field: str) -> QWidget:
        return self._combos.get(field) or self._counts[field]

    def redraw(self) -> None:
        """Show the settings as they are."""
        settings = self._training.settings
        preset = next((key for key, value in PRESETS.items() if value == settings), "")
        show_choice(self._preset, preset)
        for field, combo in self._combos.items():
            show_choice(combo, getattr(settings, field))
        for field, box in self._counts.items():
            show_value(box, getattr(settings, field))
        show_value(self._learning_rate, settings.learning_rate)
        show_value(self._threads, self._training.threads)
        show_choice(self._device, self._training.wanted_device)
        self._combos["loss"].setToolTip(explanation_of(settings.loss))
        self._show_rows(settings)

    def _show_rows(self, settings: TrainingSettings) -> None:
        """Those that count for these settings and are wanted, or have been changed."""
        self._form.setRowVisible(self._combos["averaging"], LOSSES[settings.loss].is_per_class)
        is_open, usual = self._more.isChecked(), TrainingSettings()
        for field in _FURTHER:
            is_changed = getattr(settings, field) != getattr(usual, field)
            self._form.setRowVisible(self._control(field), is_changed or (is_open and self._is_offered(field)))
        for box in (self._device, self._threads):
            self._form.setRowVisible(box, is_open)

    def _is_offered(self, field: str) -> bool:
        return field != "precision" or mixed_precision_pays(self._training.wanted_device)

    def _gap(self) -> None:
        gap = QWidget()
        gap.setFixedHeight(_GAP_PX)
        self._form.addRow(gap)

    def _add_row(self, field: str, label: str, widget: QWidget) -> None:
        caption = caption_for(widget, label)
        widget.setObjectName(f"mnist.{field}")
        widget.setAccessibleName(label)
        self._form.addRow(caption, widget)

    def _add_combo(self, field: str, label: str, on_chosen: Callable[[str], None]) -> QComboBox:
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in choices_of(field):
            combo.addItem(text, value)
        combo.activated.connect(lambda index: on_chosen(combo.itemData(index)))
        self._add_row(field, label, combo)
        return combo

    def _add_choice(self, field: str, label: str) -> None:
        self._combos[field] = self._add_combo(field, label, lambda value: self._change(field, value))

    def _add_count(self, field: str, label: str) -> CountBox:
        low, high = LIMITS[field]
        box = CountBox(int(low), int(high))
        box.valueChanged.connect(lambda value: self._change(field, value))
        self._counts[field] = box
        self._add_row(field, label, box)
        return box

    def _add_learning_rate(self) -> None:
        self._learning_rate = LearningRateBox()
        self._learning_rate.valueChanged.connect(lambda value: self._change("learning_rate", value))
        self._learning_rate.setToolTip(self.tr("Counts at once, also while a run goes on. The arrows step 1 – 3 – 10."))
        self._add_row("learning_rate", self.tr("Learning rate"), self._learning_rate)

    def _add_threads(self) -> None:
        self._threads = CountBox(1, MOST_THREADS)
        self._threads.valueChanged.connect(self._training.set_threads)
        self._threads.setToolTip(
            self.tr(
                "Processor threads at most, for a run on the CPU; fewer leave room for other programs. "
                "Small batches without convolutions use one: a second makes them no faster."
            )
        )
        self._add_row("threads", self.tr("CPU threads"), self._threads)

    def _change(self, field: str, value: object) -> None:
        self._training.set_settings(self._training.settings.changed(**{field: value}))

    def _on_preset_chosen(self, key: str) -> None:
        if key in PRESETS:
            self._training.set_settings(PRESETS[key])
        self.mark_dirty()  # "your own settings" cannot be chosen; it says what is so

    def _on_device_chosen(self, chosen: str) -> None:
        self._training.set_wanted_device(next(name for name in DEVICE_NAMES if name == chosen))
