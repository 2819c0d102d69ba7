"""Varies real MNIST images the way people's writing on a canvas varies."""

from functools import cache

import torch
from torch import Tensor
from torch.nn import functional

SLANT, ROTATION, WIDTH = 0.2, 0.12, 0.14  # standard deviations: shear, radians, logarithm of width over height
ELASTIC_PX = 0.75  # standard deviation of the bend's grid points
ELASTIC_GRID = 5  # points a side, 7 px apart
MISPLACED_PX = 0.5  # whole-pixel shifts leave MNIST's centre of mass up to this far from the middle
INK_LEVEL = 0.25  # from here on a pixel counts as ink when the digit's size is measured
CRISPNESS = 1.4  # contrast that resampling has taken away
THICKER_OR_THINNER = 0.5  # at most, as a share of one step of dilation or erosion
BOX_PX = 20.0
SIDE_PX = 28
CENTRE_PX = 14.0
KEPT_SHARE = 0.3  # this share of the images stays as it is, so that plain MNIST is not forgotten
CHUNK = 500  # images at a time stay in the cache: twice as fast as all at once


def pen_variations(images_unit: Tensor, generator: torch.Generator) -> Tensor:
    """A new version of most images: slanted, turned, stretched, bent, thicker or thinner, then placed as MNIST's are.

    Meant for real MNIST; digits from the stroke generator are varied enough, varying them again costs accuracy.

    images_unit: (n, 1, 28, 28), 0-1; they stay as they are. generator: on the CPU; all chances come from it.
    """
    if not len(images_unit):
        return images_unit.clone()
    return torch.cat([_varied(chunk, generator) for chunk in torch.split(images_unit, CHUNK)])


def _varied(images: Tensor, generator: torch.Generator) -> Tensor:
    inverse, offset = _placing(images, _tilts(len(images), generator), generator)
    field = functional.affine_grid(
        torch.cat([inverse, offset[..., None]], dim=2), list(images.shape), align_corners=False
    )
    field = field + _bends(len(images), generator).to(images.device)
    moved = functional.grid_sample(images, field, align_corners=False)
    is_kept = (torch.rand(len(images), 1, 1, 1, generator=generator) < KEPT_SHARE).to(images.device)
    return torch.where(is_kept, images, _inked(moved, generator))


def _tilts(count: int, generator: torch.Generator) -> Tensor:
    """(count, 2, 2): random slants, turns and widths, of no particular size."""
    slant, angle, width = torch.randn(3, count, generator=generator)
    slant, angle, width = slant * SLANT, angle * ROTATION, (width * WIDTH).exp()
    cosine, sine = angle.cos(), angle.sin()
    rows = (width * cosine, -slant * cosine - sine, width * sine, cosine - slant * sine)
    return torch.stack(rows, dim=1).view(count, 2, 2)


def _placing(images: Tensor, tilts: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Where to sample so that the tilted ink is 20 px long and its centre of mass comes to the middle.

    Returns inverse (n, 2, 2) and offset (n, 2), from output to input, in affine_grid's units.
    """
    count = len(images)
    pixels = torch.arange(SIDE_PX, dtype=torch.float32, device=images.device)
    across = torch.stack([pixels.repeat(SIDE_PX), pixels.repeat_interleave(SIDE_PX)])  # (2, 784): x, y
    ink = images.reshape(count, SIDE_PX * SIDE_PX)
    mass = ink.sum(dim=1, keepdim=True).clamp(min=1e-6)
    centre = ink @ across.T / mass  # (n, 2)
    tilts = tilts.to(images.device)
    tilted = tilts @ across  # (n, 2, 784)
    hidden = torch.where(ink > INK_LEVEL, 0.0, torch.inf)[:, None]
    sides = (tilted - hidden).amax(dim=2) - (tilted + hidden).amin(dim=2) + 1
    longest = torch.nan_to_num(sides.amax(dim=1), neginf=BOX_PX)
    inverse = torch.linalg.inv(tilts) * (longest / BOX_PX)[:, None, None]
    middle = (SIDE_PX - 1) / 2
    wanted = CENTRE_PX + MISPLACED_PX * (2 * torch.rand(count, 2, generator=generator).to(images.device) - 1)
    offset = centre - middle - (inverse @ (wanted - middle)[..., None])[..., 0]
    return inverse, offset * (2 / SIDE_PX)


def _bends(count: int, generator: torch.Generator) -> Tensor:
    """(count, 28, 28, 2): smooth random shifts, in grid_sample's units."""
    coarse = torch.randn(count, 2, ELASTIC_GRID, ELASTIC_GRID, generator=generator) * (ELASTIC_PX * 2 / SIDE_PX)
    weights = _grid_weights()
    return (weights @ coarse @ weights.T).permute(0, 2, 3, 1)


@cache
def _grid_weights() -> Tensor:
    """(28, ELASTIC_GRID): a smooth curve's weights; two products with it cost a quarter of bicubic interpolation."""
    unit = torch.eye(ELASTIC_GRID)[None, None]
    size = (SIDE_PX, ELASTIC_GRID)
    return functional.interpolate(unit, size=size, mode="bicubic", align_corners=True)[0, 0]


def _inked(images: Tensor, generator: torch.Generator) -> Tensor:
    """Thicker towards a dilation for some images, thinner towards an erosion for others; edges crisp, peaks at 1."""
    change = (torch.rand(len(images), 1, 1, 1, generator=generator) * 2 - 1) * THICKER_OR_THINNER
    change = change.to(images.device)
    neighbour = torch.where(change > 0, 1.0, -1.0)
    spread = _widest(images * neighbour) * neighbour
    changed = images + change.abs() * (spread - images)
    peak = changed.amax(dim=(2, 3), keepdim=True).clamp_(min=1e-6)
    return changed.div_(peak).sub_(0.5).mul_(CRISPNESS).add_(0.5).clamp_(0, 1)


def _widest(images: Tensor) -> Tensor:
    """The largest value of each pixel's 3x3 neighbourhood; a third of max_pool2d's time."""
    padded = functional.pad(images, (1, 1, 1, 1), mode="replicate")
    rows = torch.maximum(torch.maximum(padded[..., :-2, :], padded[..., 1:-1, :]), padded[..., 2:, :])
    return torch.maximum(torch.maximum(rows[..., :-2], rows[..., 1:-1]), rows[..., 2:])
