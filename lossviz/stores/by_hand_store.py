"""The experiments by hand, and the labels that are given to PyTorch in every form."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from PySide6.QtCore import Signal

from lossviz.core.by_hand.experiments import Experiment, binary_experiment, multiclass_experiment
from lossviz.core.by_hand.label_types import LabelRow, try_labels
from lossviz.core.by_hand.labels import COURSE_LABELS, LABEL_LOGITS
from lossviz.core.by_hand.settings import LIMITS, ByHandSettings
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.store import Store


class ByHandStore(Store):
    """Owns the settings of the experiments and the classes of the two samples; what follows is computed once.

    Its state: seed, binary_samples, multiclass_samples, features, classes; labels, the classes of the two samples.
    """

    settings_changed = Signal()
    labels_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings = ByHandSettings()
        self._labels = COURSE_LABELS
        self._experiments: tuple[Experiment, Experiment] | None = None
        self._label_rows: tuple[LabelRow, ...] | None = None

    @property
    def settings(self) -> ByHandSettings:
        """Of both experiments."""
        return self._settings

    @property
    def labels(self) -> tuple[int, int]:
        """The class of each of the two samples."""
        return self._labels

    @property
    def binary(self) -> Experiment:
        """Two classes, with the present settings."""
        return self._both()[0]

    @property
    def multiclass(self) -> Experiment:
        """Several classes, with the present settings."""
        return self._both()[1]

    @property
    def label_rows(self) -> tuple[LabelRow, ...]:
        """What PyTorch says to the present labels in every form."""
        if self._label_rows is None:
            self._label_rows = try_labels(self._labels)
        return self._label_rows

    def change(self, **values: int) -> None:
        """Set some of the settings.

        Raises: LossvizError if one is outside its limits; then none is set.
        """
        self._set(self._settings.changed(**values))

    def reset(self) -> None:
        """Back to the course's own experiments."""
        self._set(ByHandSettings())

    def set_label(self, sample: int, label: int) -> None:
        """Give a sample, 0 or 1, its class.

        Raises: LossvizError if there is no such class.
        """
        classes = len(LABEL_LOGITS[sample])
        if not 0 <= label < classes:
            raise LossvizError(
                QT_TRANSLATE_NOOP("errors", "Class {label} was not taken."),
                QT_TRANSLATE_NOOP("errors", "The classes of these samples are numbered from 0 to {last}."),
                QT_TRANSLATE_NOOP("errors", "Type one of these numbers."),
                label=label,
                last=classes - 1,
            )
        self._set_labels((label, self._labels[1]) if sample == 0 else (self._labels[0], label))

    def state(self) -> dict[str, object]:
        """The settings and the labels."""
        return {**asdict(self._settings), "labels": list(self._labels)}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader = StateReader(state, "by_hand")
        read = {name: reader.whole(name, *limits) for name, limits in LIMITS.items()}
        settings = self._settings.changed(**{name: value for name, value in read.items() if value is not None})
        labels = reader.wholes("labels", 0, min(map(len, LABEL_LOGITS)) - 1, 2, 2) or self._labels
        reader.finish()

        def put_in_force() -> None:
            with self.editing():
                self._set(settings)
                self._set_labels((labels[0], labels[1]))

        return put_in_force

    def _set_labels(self, labels: tuple[int, int]) -> None:
        if labels != self._labels:
            self._labels = labels
            self._label_rows = None
            self._tell(self.labels_changed)

    def _set(self, settings: ByHandSettings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._experiments = None
            self._tell(self.settings_changed)

    def _both(self) -> tuple[Experiment, Experiment]:
        if self._experiments is None:
            self._experiments = (binary_experiment(self._settings), multiclass_experiment(self._settings))
        return self._experiments
