"""The PyTorch lines that give the numbers of the softmax page, to be copied into Python."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.snippets import SnippetKey, softmax_snippet
from lossviz.core.softmax.targets import one_hot
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class SoftmaxCodePanel(Panel):
    """A choice of what to compute, its lines, and the number that they give."""

    def __init__(self, clock: FrameClock, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.view = CodeView("softmax", {str(key): text for key, text in self._choices().items()})
        self.view.choice_changed.connect(self.mark_dirty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        for signal in (
            *(logits.logits_changed, logits.targets_changed, logits.settings_changed),
            *(logits.source_changed, logits.network_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines for the present logits."""
        logits, key = self._logits, cast(SnippetKey, self.view.choice)
        facts = self._network_facts() if key == "network" else logits.facts
        nudges = logits.nudges if logits.source == "network" else None
        snippet = softmax_snippet(key, facts, logits.network, nudges, logits.rate, logits.step_loss, logits.sigmoid)
        self.view.show_snippet(snippet)

    def _network_facts(self) -> SoftmaxFacts:
        """Those of the network's own logits, which are not always the page's, nor their classes."""
        logits, network = self._logits, self._logits.network
        count = len(network.bias)
        target = logits.target if count == logits.class_count else one_hot(0, count)
        return SoftmaxFacts(network.logits, logits.temperature, target)

    def _choices(self) -> dict[SnippetKey, str]:
        return {
            "probabilities": self.tr("Probability of the target class, after one softmax"),
            "exps": self.tr("Sum of e^(z/T)"),
            "loss": self.tr("Loss"),
            "divergence": self.tr("Loss as H(y) + KL"),
            "entropy": self.tr("Entropy of the targets"),
            "mse": self.tr("Squared error"),
            "double": self.tr("Loss after two softmaxes"),
            "gradient": self.tr("Gradient of cross-entropy"),
            "mse_gradient": self.tr("Gradient of squared error"),
            "step": self.tr("Loss after one step"),
            "float32": self.tr("Naive softmax in float32"),
            "float32_shifted": self.tr("Shifted softmax in float32"),
            "sigmoids": self.tr("A sigmoid for each class"),
            "network": self.tr("Probability from W, x and b"),
            "two_classes": self.tr("Probability by a sigmoid"),
            "sigmoid_formula": self.tr("Loss of one sigmoid by the formula"),
            "sigmoid_bce": self.tr("Loss of one sigmoid by BCELoss"),
            "sigmoid_logit": self.tr("Loss of one sigmoid by BCEWithLogitsLoss"),
            "sigmoid_bce_slope": self.tr("Gradient of BCELoss"),
            "sigmoid_logit_slope": self.tr("Gradient of BCEWithLogitsLoss"),
        }
