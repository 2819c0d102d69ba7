"""The PyTorch lines that give the numbers of the softmax page, to be copied into Python."""

from lossviz.core.snippets import Snippet
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.snippets import SnippetKey, softmax_snippet
from lossviz.core.softmax.targets import one_hot
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock


class SoftmaxCodePanel(CodePanel[SnippetKey]):
    """Every number of the page, for the present logits and the network behind them."""

    def __init__(self, clock: FrameClock, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        changes = logits.logits_changed, logits.targets_changed, logits.settings_changed
        self.offer("softmax", self._choices(), *changes, logits.source_changed, logits.network_changed)

    def snippet(self, key: SnippetKey) -> Snippet:
        """The lines for the present logits."""
        logits = self._logits
        facts = self._network_facts() if key == "network" else logits.facts
        nudges = logits.nudges if logits.source == "network" else None
        return softmax_snippet(key, facts, logits.network, nudges, logits.rate, logits.step_loss, logits.sigmoid)

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
