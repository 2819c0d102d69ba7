"""Variations stay digits of MNIST's form, come from their generator alone, and leave the originals alone."""

import pytest
import torch
from torch import Tensor

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.training import augmentation
from lossviz.core.training.augmentation import pen_variations


def _digits(count: int) -> Tensor:
    return torch.from_numpy(make_stroke_digits(count, seed=5).images_u8).unsqueeze(1).float() / 255


def _generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_the_generator_decides_and_nothing_else() -> None:
    images = _digits(700)
    before = images.clone()
    first = pen_variations(images, _generator())
    torch.manual_seed(99)
    assert torch.equal(first, pen_variations(images, _generator()))
    assert not torch.equal(first, pen_variations(images, _generator(1)))
    assert torch.equal(images, before)


def test_variations_keep_mnists_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augmentation, "KEPT_SHARE", 0.0)
    varied = pen_variations(_digits(600), _generator())
    assert varied.shape == (600, 1, 28, 28)
    assert varied.min() >= 0
    assert torch.allclose(varied.amax(dim=(1, 2, 3)), torch.ones(600))
    index = torch.arange(28.0)
    mass = varied[:, 0] / varied.sum(dim=(2, 3))[..., None]
    rows, columns = mass.sum(dim=2) @ index, mass.sum(dim=1) @ index
    off = (torch.stack([rows, columns]) - 14).abs()
    assert off.mean() < 0.6
    assert off.quantile(0.99) < 1.6
    sides = torch.stack([((varied[:, 0] > 0.3).any(dim=dim)).sum(dim=1) for dim in (1, 2)]).amax(dim=0)
    assert sides.float().mean().item() == pytest.approx(20, abs=1)


def test_about_three_in_ten_images_stay_as_they_are() -> None:
    images = _digits(1000)
    is_kept = (pen_variations(images, _generator()) == images).flatten(1).all(dim=1)
    assert is_kept.float().mean().item() == pytest.approx(0.3, abs=0.06)


def test_each_image_varies_and_still_resembles_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augmentation, "KEPT_SHARE", 0.0)
    images = _digits(300)
    varied = pen_variations(images, _generator())
    likeness = torch.nn.functional.cosine_similarity(images.flatten(1), varied.flatten(1))
    assert 0.5 < likeness.mean() < 0.95
    others = torch.nn.functional.cosine_similarity(images.flatten(1), varied.roll(1, 0).flatten(1))
    assert (likeness > others).float().mean() > 0.9


def test_without_any_strength_a_digit_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLANT", "ROTATION", "WIDTH", "ELASTIC_PX", "MISPLACED_PX", "THICKER_OR_THINNER", "KEPT_SHARE"):
        monkeypatch.setattr(augmentation, name, 0.0)
    monkeypatch.setattr(augmentation, "CRISPNESS", 1.0)
    image = torch.zeros(1, 1, 28, 28)
    image[0, 0, 4:25, 4:25] = 1.0  # 21 px, its centre of mass at index 14
    monkeypatch.setattr(augmentation, "BOX_PX", 21.0)
    assert torch.allclose(pen_variations(image, _generator()), image, atol=1e-4)


def test_blank_images_and_no_images_pass() -> None:
    assert not pen_variations(torch.zeros(3, 1, 28, 28), _generator()).any()
    assert pen_variations(torch.zeros(0, 1, 28, 28), _generator()).shape == (0, 1, 28, 28)
