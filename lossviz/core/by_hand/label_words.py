"""What it means when PyTorch takes or refuses labels, and what to write instead."""

from dataclasses import dataclass

from lossviz.core.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class LabelMeaning:
    """name: of the form of the labels. told: why PyTorch does what it does; if_taken: what is to be said in its place
    where wrong labels are taken. instead: the line to write; empty where nothing is wrong.
    """

    name: str
    told: str
    instead: str = ""
    if_taken: str = ""


_INDEX = "F.cross_entropy(logits, labels.long())"

MEANINGS: dict[str, LabelMeaning] = {
    "index": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "class numbers, int64"),
        QT_TRANSLATE_NOOP(
            "by_hand", "This is what cross_entropy wants: for each sample the number of its class, counted from 0."
        ),
    ),
    "one_hot": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "one-hot rows, floats"),
        QT_TRANSLATE_NOOP(
            "by_hand",
            "Rows of floats count as probabilities of the classes. A one-hot row gives the same loss as the class "
            "number, since every other class is multiplied by 0; soft labels can be written no other way.",
        ),
    ),
    "float_index": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "class numbers, float32"),
        QT_TRANSLATE_NOOP(
            "by_hand",
            "A class number picks a column, and a column 2.0 does not exist. Long is PyTorch's old name for int64, "
            "Byte for uint8. A NumPy array or a CSV file easily gives floats.",
        ),
        _INDEX,
    ),
    "int32_index": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "class numbers, int32"),
        QT_TRANSLATE_NOOP(
            "by_hand",
            "Whole numbers, but of 32 bits, which PyTorch calls Int; it picks columns only by Long, which is int64, or "
            "by Byte.",
        ),
        _INDEX,
    ),
    "column": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "class numbers in a column"),
        QT_TRANSLATE_NOOP(
            "by_hand", "The shape is (samples, 1). One number for each sample is wanted, in a row of shape (samples,)."
        ),
        "F.cross_entropy(logits, labels.squeeze(1))",
    ),
    "one_hot_integers": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "one-hot rows, int64"),
        QT_TRANSLATE_NOOP(
            "by_hand",
            "Labels as wide as the logits count as probabilities, and probabilities are floats; one_hot gives whole "
            "numbers.",
        ),
        "F.cross_entropy(logits, F.one_hot(labels, 3).float())",
    ),
    "counted_from_one": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "class numbers from 1"),
        QT_TRANSLATE_NOOP(
            "by_hand", "Three classes have the numbers 0, 1 and 2. Counted from 1, the last one lies outside."
        ),
        "F.cross_entropy(logits, labels - 1)",
        QT_TRANSLATE_NOOP(
            "by_hand",
            "No error, and that is worse: each sample is charged for the class after its own, and the network learns "
            "the wrong classes. Only the number of the last class would have been refused.",
        ),
    ),
    "binary_integers": LabelMeaning(
        QT_TRANSLATE_NOOP("by_hand", "yes or no, int64, for BCE"),
        QT_TRANSLATE_NOOP(
            "by_hand",
            "The other way round: the two-class losses multiply by the label, which is a probability, so it has to be "
            "a float.",
        ),
        "F.binary_cross_entropy_with_logits(logits, labels.float())",
    ),
}
