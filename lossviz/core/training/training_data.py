"""A data set as a run wants it: scaled tensors on the run's device, batches by index."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import DataIdentity, Digits, ImagesU8, LabelledImages
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.augmentation import pen_variations
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import Scaling, TrainingSettings


@dataclass(frozen=True)
class InputScale:
    """The network sees (pixel / 255 - mean) / deviation. Part of what a trained network is."""

    mean: float
    deviation: float

    def apply(self, images_u8: ImagesU8) -> Tensor:
        """Images (n, 28, 28) as the network's inputs (n, 1, 28, 28), float32."""
        return self.apply_pixels(torch.from_numpy(images_u8).unsqueeze(1))

    def apply_pixels(self, pixels_u8: Tensor) -> Tensor:
        """Pixels of 0-255, of any shape, as inputs of that shape, float32."""
        return self.apply_unit(pixels_u8.div(255))

    def apply_unit(self, images_unit: Tensor) -> Tensor:
        """Pixels of 0-1 scaled in place."""
        return images_unit.sub_(self.mean).div_(self.deviation) if self != UNSCALED else images_unit


UNSCALED = InputScale(0.0, 1.0)

_ORDER, _VARIATIONS = 0, 1  # what an epoch's chances are drawn for
_VARIED_AT_ONCE = 2500  # images; a tenth of a second, so that Stop is heard


@dataclass(frozen=True, eq=False)
class ImageInputs:
    """Images as the network sees them, scaled a batch at a time.

    Bytes take a quarter of the memory, and to fetch and scale them takes less time than to fetch floats.

    stored: (n, 1, 28, 28): pixels, uint8; or float32, scaled already, as variations of pixels are.
    """

    stored: Tensor
    scale: InputScale

    def __len__(self) -> int:
        return len(self.stored)

    def at(self, places: Tensor) -> Tensor:
        """The images at `places` (k,): (k, 1, 28, 28) float32."""
        return self._scaled(self.stored.index_select(0, places))

    def within(self, places: slice) -> Tensor:
        """The images of a stretch: (k, 1, 28, 28) float32."""
        return self._scaled(self.stored[places])

    def to(self, device: torch.device) -> "ImageInputs":
        """The same images on another device."""
        return replace(self, stored=self.stored.to(device))

    def _scaled(self, stored: Tensor) -> Tensor:
        return stored if stored.is_floating_point() else self.scale.apply_pixels(stored)


@dataclass(frozen=True, eq=False)
class TensorPart:
    """targets: what the loss compares with. labels: (n,) int64. All on one device."""

    images: ImageInputs
    targets: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, eq=False)
class TrainingData:
    """The three parts of a data set, ready for one run. drawn_count: built-in digits at the training part's end."""

    train: TensorPart
    validation: TensorPart
    test: TensorPart
    scale: InputScale
    identity: DataIdentity
    drawn_count: int = 0


def prepare_data(digits: Digits, settings: TrainingSettings, device: torch.device) -> TrainingData:
    """The tensors that a run with `settings` works on.

    Raises: LossvizError if a batch is larger than the training part.
    """
    train = _training_part(digits.train, settings)
    if settings.batch_size > len(train):
        raise _batch_too_large(settings.batch_size, len(train))
    scale = input_scale(train.images_u8, settings.scaling)
    train_part, validation, test = (
        _tensors(part, scale, settings, device) for part in (train, digits.validation, digits.test)
    )
    return TrainingData(train_part, validation, test, scale, digits.identity, settings.drawn_digits)


def moved_data(data: TrainingData, device: torch.device) -> TrainingData:
    """The same tensors on another device."""
    train, validation, test = (_moved(part, device) for part in (data.train, data.validation, data.test))
    return replace(data, train=train, validation=validation, test=test)


def input_scale(images_u8: ImagesU8, scaling: Scaling) -> InputScale:
    """Pixels as 0-1, or standardised with the mean and deviation of all pixels of the training part."""
    if scaling == "zero_one":
        return UNSCALED
    counts = np.bincount(images_u8.reshape(-1), minlength=256) / images_u8.size
    levels = np.arange(256) / 255
    mean = float(counts @ levels)
    deviation = float(np.sqrt(counts @ (levels - mean) ** 2))
    return InputScale(mean, deviation or 1.0)  # a set of blank images has no spread to divide by


def shuffled_batches(part: TensorPart, batch_size: int, seed: int, epoch: int) -> tuple[Tensor, ...]:
    """The indices of each batch of an epoch: every image once, in an order that depends on `seed` and `epoch` alone."""
    order = torch.randperm(len(part), generator=epoch_generator(seed, epoch, _ORDER))
    return torch.split(order.to(part.labels.device), batch_size)


def epoch_images(
    data: TrainingData, settings: TrainingSettings, epoch: int, goes_on: Callable[[], bool]
) -> ImageInputs | None:
    """The training images of an epoch: the same in each, or varied anew; None if the run was stopped meanwhile.

    Built-in digits stay as they are: their generator has varied them already.
    """
    images = data.train.images
    if settings.augmentation == "none":
        return images
    generator = epoch_generator(settings.seed, epoch, _VARIATIONS)
    real = len(images) - data.drawn_count
    varied = []
    for pixels in torch.split(images.stored[:real], _VARIED_AT_ONCE):
        if not goes_on():
            return None
        varied.append(data.scale.apply_unit(pen_variations(UNSCALED.apply_pixels(pixels), generator)))
    return replace(images, stored=torch.cat([*varied, images.within(slice(real, None))]))


def epoch_generator(seed: int, epoch: int, purpose: int) -> torch.Generator:
    """The source of an epoch's chances, so that a run can be resumed anywhere with nothing to remember."""
    return torch.Generator().manual_seed((seed * 1_000_003 + epoch) * 2 + purpose)


def _training_part(train: LabelledImages, settings: TrainingSettings) -> LabelledImages:
    images, labels = train.images_u8, train.labels
    if settings.training_images:
        images, labels = images[: settings.training_images], labels[: settings.training_images]
    if settings.drawn_digits:
        drawn = make_stroke_digits(settings.drawn_digits, settings.seed)
        images, labels = np.concatenate([images, drawn.images_u8]), np.concatenate([labels, drawn.labels])
    return LabelledImages(images, labels)


def _tensors(part: LabelledImages, scale: InputScale, settings: TrainingSettings, device: torch.device) -> TensorPart:
    labels = torch.from_numpy(part.labels).to(device)
    images = ImageInputs(torch.from_numpy(part.images_u8).unsqueeze(1), scale).to(device)
    return TensorPart(images, LOSSES[settings.loss].targets(labels), labels)


def _moved(part: TensorPart, device: torch.device) -> TensorPart:
    return TensorPart(part.images.to(device), part.targets.to(device), part.labels.to(device))


def _batch_too_large(batch_size: int, images: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run cannot start with batches of {batch_size} images."),
        QT_TRANSLATE_NOOP("errors", "The training set has only {images}, so not even one batch can be filled."),
        QT_TRANSLATE_NOOP("errors", "Choose a batch size of {images} or less, or more training images."),
        batch_size=batch_size,
        images=images,
    )
