"""Brings the logits of the selected case or of the drawn digit to the Softmax page: a collector of the frame clock."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.fit.logistic import logits
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.logits_source import DIGITS
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.message_store import MessageStore


@dataclass(frozen=True)
class _Feed:
    """names, logits, target: of the same classes; no target where nobody knows it."""

    names: tuple[str, ...]
    logits: tuple[float, ...]
    target: tuple[float, ...] | None


class LogitsFeed:
    """Feeds the store whenever what it looks at has changed."""

    def __init__(
        self,
        store: LogitsStore,
        fit: FitStore,
        digit: DigitStore,
        classifiers: ClassifierStore,
        messages: MessageStore,
    ) -> None:
        self._store = store
        self._fit = fit
        self._digit = digit
        self._classifiers = classifiers
        self._messages = messages
        self._last: tuple[str, _Feed | None, bool] | None = None

    def collect(self) -> bool:
        """Feed what there is now. False: nothing more comes until something changes."""
        source = self._store.source
        feed = {"case": self._case, "digit": self._drawn_digit}.get(source, lambda: None)()
        lacks_logits = source == "digit" and self._has_one_output
        is_missing = feed is not None and not self._store.has_feed
        if is_missing or (source, feed, lacks_logits) != self._last:
            self._last = source, feed, lacks_logits
            self._hand_over(feed)
            if lacks_logits:
                self._messages.show_error(_no_logits())
        return False

    def _hand_over(self, feed: _Feed | None) -> None:
        try:
            if feed is None:
                self._store.end_feed()
            else:
                self._store.feed(feed.names, feed.logits, feed.target)
        except LossvizError as error:
            self._messages.show_error(error)
        else:
            self._messages.clear()

    def _case(self) -> _Feed | None:
        """A sigmoid is a softmax over the logits 0 and z."""
        fit, index = self._fit, self._fit.selected
        if index is None:
            return None
        words, label = fit.cases.words, float(fit.cases.y[index])
        names = tuple(QCoreApplication.translate("scenarios", name) for name in (words.negative, words.positive))
        z = float(logits(fit.parameters, fit.cases.x[index : index + 1])[0])
        return _Feed(names, (0.0, z), (1.0 - label, label))

    @property
    def _has_one_output(self) -> bool:
        classifier = self._classifiers.classifier
        return classifier is not None and classifier.has_one_output

    def _drawn_digit(self) -> _Feed | None:
        answer = self._classifiers.answer(self._digit.image_u8)
        if answer is None or self._has_one_output:
            return None
        return _Feed(DIGITS, tuple(answer.outputs.tolist()), None)


def _no_logits() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The digit on the canvas has no logits."),
        QT_TRANSLATE_NOOP(
            "errors", "The network that reads it answers with one number, the digit itself, and no softmax."
        ),
        QT_TRANSLATE_NOOP("errors", "On the MNIST page let the shipped network answer, or train one with ten outputs."),
    )
