"""What each variant of a comparison says of the drawn digit."""

from PySide6.QtCore import Signal

from lossviz.core.ink.stamping import ImageU8
from lossviz.core.training.classifier import Answer, Classifier
from lossviz.core.training.training_run import Weights
from lossviz.stores.store import Store


class OpinionStore(Store):
    """Owns a network for each variant, by the variant's key, with the newest weights that it has been given."""

    opinions_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._classifiers: dict[str, Classifier] = {}
        self._steps: dict[str, int] = {}
        self._answers: dict[str, Answer] = {}
        self._asked: ImageU8 | None = None

    def classifier(self, key: str) -> Classifier | None:
        """The network of a variant; None as long as it has none."""
        return self._classifiers.get(key)

    def step(self, key: str) -> int:
        """Of training, after which a variant's weights were taken; 0 without a network."""
        return self._steps.get(key, 0)

    def answer(self, key: str, image_u8: ImageU8 | None) -> Answer | None:
        """What a variant says of `image_u8` (28, 28); None without ink or without a network."""
        classifier = self._classifiers.get(key)
        if image_u8 is None or classifier is None:
            return None
        if image_u8 is not self._asked:
            self._answers, self._asked = {}, image_u8
        if key not in self._answers:
            self._answers[key] = classifier.answer(image_u8)
        return self._answers[key]

    def put_classifier(self, key: str, classifier: Classifier, step: int) -> None:
        """Ask this network for a variant from now on."""
        self._classifiers[key] = classifier
        self._note(key, step)

    def set_weights(self, key: str, weights: Weights, step: int) -> None:
        """Give a variant's network newer weights. Raises: KeyError if it has none."""
        self._classifiers[key].set_weights(weights)
        self._note(key, step)

    def clear(self) -> None:
        """Forget all networks: another comparison begins."""
        self._classifiers, self._steps, self._answers = {}, {}, {}
        self._tell(self.opinions_changed)

    def _note(self, key: str, step: int) -> None:
        self._steps[key] = step
        self._answers.pop(key, None)
        self._tell(self.opinions_changed)
