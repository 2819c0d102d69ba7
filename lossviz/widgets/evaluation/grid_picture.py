"""What an image grid shows: which images, in which order, and what stands under each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import ImagesU8


@dataclass(frozen=True)
class CaptionLine:
    """colour: the name of a theme token."""

    text: str
    colour: str = "text"


Caption = tuple[CaptionLine, ...]


@dataclass(frozen=True, eq=False)
class GridPicture:
    """images_u8: all images of a part, (n, 28, 28). places: those shown, in order.

    caption_of, spoken_of: of the image at a place; asked only about tiles in sight. samples: a line as wide as any,
    for each line of a caption.
    """

    images_u8: ImagesU8
    places: NDArray[np.int64]
    caption_of: Callable[[int], Caption]
    spoken_of: Callable[[int], str]
    samples: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.places)
