"""How many processor threads a training gains from."""

from lossviz.core.training.settings import TrainingSettings

_FEW_IMAGES = 100  # of a batch; measured: with 200 a second thread makes the MLP half as fast again, with 100 no faster


def useful_threads(settings: TrainingSettings, most: int) -> int:
    """Of `most`, at least 1: a single one for small batches without convolutions, which leaves a core to the window."""
    is_small = settings.network != "course_cnn" and settings.batch_size <= _FEW_IMAGES
    return 1 if is_small else most
