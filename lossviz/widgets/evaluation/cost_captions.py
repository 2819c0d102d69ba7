"""What stands under an image: what it was read as, and what it costs by either loss."""

from PySide6.QtCore import QObject

from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.widgets.evaluation.grid_picture import Caption, CaptionLine
from lossviz.widgets.joints import listed


class CostCaptions(QObject):
    """Captions of the images that `facts` tell of; those of a network with one output have no −ln p."""

    def _reading(self, facts: EvaluationFacts, place: int) -> CaptionLine:
        """The true digit and the one that was read."""
        text = self.tr("{true} → {predicted}")
        return CaptionLine(text.format(true=facts.labelled.labels[place], predicted=facts.costs.predicted[place]))

    def _costs(self, facts: EvaluationFacts, place: int) -> Caption:
        """−ln p and MSE, or the squared error of the one output."""
        costs = facts.costs
        if costs.log_losses is None:
            return (self._squared(self.tr("(z−y)² {cost}"), f"{costs.squared_errors[place]:.2f}"),)
        log_loss = CaptionLine(self.tr("−ln p {cost}").format(cost=f"{costs.log_losses[place]:.2f}"), "loss_bce")
        return log_loss, self._squared(self.tr("MSE {cost}"), f"{costs.squared_errors[place]:.4f}")

    def lines(self, facts: EvaluationFacts, place: int) -> Caption:
        """The reading, and each cost below it."""
        return self._reading(facts, place), *self._costs(facts, place)

    def spoken(self, facts: EvaluationFacts, place: int) -> str:
        """All of it in one line."""
        return listed(line.text for line in self.lines(facts, place))

    def samples(self, facts: EvaluationFacts) -> tuple[str, ...]:
        """As wide as any of `lines`."""
        if facts.costs.log_losses is None:
            return "8 → 8", self.tr("(z−y)² {cost}").format(cost="88.88")
        return "8 → 8", self.tr("−ln p {cost}").format(cost="88.88"), self.tr("MSE {cost}").format(cost="0.8888")

    def _squared(self, template: str, number: str) -> CaptionLine:
        return CaptionLine(template.format(cost=number), "loss_mse")
