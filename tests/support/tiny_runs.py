"""A data set so small that a run takes a moment, and settings for it."""

from functools import cache
from itertools import pairwise

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import DataIdentity, Digits, LabelledImages, digest_of
from lossviz.core.training.settings import TrainingSettings

TRAIN_COUNT, HELD_OUT_COUNT = 160, 40
BATCH_SIZE = 20
STEPS_PER_EPOCH = TRAIN_COUNT // BATCH_SIZE

# Softmax regression on 160 images: a step takes some tenths of a millisecond.
TINY_RUN = TrainingSettings(network="softmax_regression", learning_rate=0.1, batch_size=BATCH_SIZE, epochs=3)
ENDLESS_RUN = TINY_RUN.changed(epochs=10_000)  # half a minute and more; to be stopped


@cache
def tiny_digits(seed: int = 0, name: str = "built-in digits") -> Digits:
    """A few of the built-in digits."""
    drawn = make_stroke_digits(TRAIN_COUNT + 2 * HELD_OUT_COUNT, seed)
    ends = (0, TRAIN_COUNT, TRAIN_COUNT + HELD_OUT_COUNT, TRAIN_COUNT + 2 * HELD_OUT_COUNT)
    train, validation, test = (
        LabelledImages(drawn.images_u8[start:end], drawn.labels[start:end]) for start, end in pairwise(ends)
    )
    origin, sha256 = f"{name}, seed {seed}", digest_of(train, validation, test)
    return Digits(
        train,
        validation,
        test,
        DataIdentity(name, origin, sha256, "built_in" if name == "built-in digits" else "other"),
    )
