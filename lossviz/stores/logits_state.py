"""What the softmax page's store holds, to be read."""

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.float32_range import SATURATED, SigmoidCase
from lossviz.core.softmax.gradients import StepLoss
from lossviz.core.softmax.limits import LOGIT
from lossviz.core.softmax.network import SoftmaxNetwork, default_network
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.stores.logits_source import FED_SOURCES, LogitsSource, Sheet, empty_sheet, sheet_of
from lossviz.stores.store import Store


class LogitsState(Store):
    """The signals and everything that LogitsStore can be asked."""

    logits_changed = Signal()
    targets_changed = Signal()
    settings_changed = Signal()  # names, class count, temperature, double softmax, rate and loss of steps, the sigmoid
    source_changed = Signal()  # also when the source gives its first logits
    pointing_changed = Signal()
    network_changed = Signal()
    playing_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own = sheet_of(PRESETS["three_classes"])
        self._fed = {source: empty_sheet(source) for source in FED_SOURCES}
        self._sources_with_feed: set[LogitsSource] = set()
        self._source: LogitsSource = "hand"
        self._network = default_network(len(self._own.names))
        self._nudges = np.zeros(len(self._own.names))
        self._temperature = 1.0
        self._is_double = False
        self._rate = 1.0
        self._step_loss: StepLoss = "bce"
        self._sigmoid = SATURATED
        self._is_playing = False
        self._hovered: int | None = None
        self._term: str | None = None
        self._facts: SoftmaxFacts | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the classes are called."""
        return self._sheet.names

    @property
    def class_count(self) -> int:
        """K, from 2 to 10."""
        return len(self._sheet.names)

    @property
    def logits(self) -> Column:
        """What is shown now, nudges included, (K,), read-only, always within the limits."""
        return self.facts.logits

    @property
    def target(self) -> Column:
        """(K,), read-only; sums to 1."""
        return self._sheet.target.shares

    @property
    def true_class(self) -> int | None:
        """The one true class, smoothed or not; None for soft targets."""
        return self._sheet.target.true_class

    @property
    def target_class(self) -> int:
        """The true class, or the one with the largest target."""
        return self._sheet.target.target_class

    @property
    def smoothing(self) -> float:
        """How much of the target is spread evenly over all classes; 0 for soft targets."""
        return self._sheet.target.smoothing

    @property
    def temperature(self) -> float:
        """T in e^(z/T)."""
        return self._temperature

    @property
    def is_double(self) -> bool:
        """Whether softmax is applied twice, the mistake."""
        return self._is_double

    @property
    def source(self) -> LogitsSource:
        """Where the logits come from."""
        return self._source

    @property
    def can_edit_classes(self) -> bool:
        """Whether their number and names are one's own."""
        return self._source not in FED_SOURCES

    @property
    def has_feed(self) -> bool:
        """Whether the source has given logits: False for a case or a digit before anything was fed."""
        return self._source not in FED_SOURCES or self._source in self._sources_with_feed

    @property
    def sigmoid(self) -> SigmoidCase:
        """The one sigmoid whose losses are computed in float32."""
        return self._sigmoid

    @property
    def own(self) -> Sheet:
        """What is kept of the logits by hand and, but for the logits, of the network's."""
        return self._own

    def fed(self, source: LogitsSource) -> Sheet:
        """What is kept of a source that is fed."""
        return self._fed[source]

    @property
    def nudges(self) -> Column:
        """What was added to each logit that the source gives, (K,), read-only; 0 where nothing was."""
        return self._nudges

    @property
    def has_nudges(self) -> bool:
        """Whether any logit was nudged."""
        return bool(self._nudges.any())

    @property
    def preset(self) -> PresetKey | None:
        """The preset whose logits and targets are shown; None for any others."""
        if self._source != "hand":
            return None
        shown = (tuple(self.logits.tolist()), tuple(self.target.tolist()))
        found = (key for key, preset in PRESETS.items() if (preset.logits, preset.target) == shown)
        return next(found, None)

    @property
    def network(self) -> SoftmaxNetwork:
        """z = Wx + b of the source "network", with as many classes as by hand."""
        return self._network

    @property
    def rate(self) -> float:
        """The learning rate of the steps."""
        return self._rate

    @property
    def step_loss(self) -> StepLoss:
        """The loss that the steps go down: "bce" for cross-entropy, "mse" for squared error of the probabilities."""
        return self._step_loss

    @property
    def is_playing(self) -> bool:
        """Whether steps are taken by themselves."""
        return self._is_playing

    @property
    def hovered(self) -> int | None:
        """The class under the mouse, in whichever view."""
        return self._hovered

    @property
    def term(self) -> str | None:
        """The stage or formula term under the mouse."""
        return self._term

    @property
    def facts(self) -> SoftmaxFacts:
        """Every number that follows; the same object until an input changes."""
        if self._facts is None:
            logits = np.clip(self._given + self._nudges, LOGIT.low, LOGIT.high)
            logits.setflags(write=False)
            self._facts = SoftmaxFacts(logits, self._temperature, self.target, self._is_double)
        return self._facts

    @property
    def _sheet(self) -> Sheet:
        return self._own if self.can_edit_classes else self._fed[self._source]

    @property
    def _given(self) -> Column:
        """The logits before any nudge."""
        return self._network.logits if self._source == "network" else self._sheet.logits
