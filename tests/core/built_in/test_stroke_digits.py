"""The built-in digits: the same for the same seed, balanced, varied, and of MNIST's form."""

import os

import numpy as np
import pytest

from lossviz.core.built_in.stroke_digits import built_in_digits, make_stroke_digits
from lossviz.core.data.digits import digest_of


def test_the_same_seed_gives_the_same_digits_however_many_threads_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    first = make_stroke_digits(1500, seed=3)
    for cores in (1, 5):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        again = make_stroke_digits(1500, seed=3)
        assert np.array_equal(first.images_u8, again.images_u8)
        assert np.array_equal(first.labels, again.labels)


def test_another_seed_gives_other_digits() -> None:
    first, second = make_stroke_digits(200, seed=0), make_stroke_digits(200, seed=1)
    assert not np.array_equal(first.images_u8, second.images_u8)


@pytest.mark.parametrize("count", [0, 1, 10, 137])
def test_classes_are_balanced_and_shuffled(count: int) -> None:
    drawn = make_stroke_digits(count, seed=0)
    assert drawn.images_u8.shape == (count, 28, 28)
    assert drawn.labels.dtype == np.int64
    assert np.ptp(np.bincount(drawn.labels, minlength=10)) <= 1
    assert count < 100 or len(set(drawn.labels[:10])) > 3


def test_every_image_has_the_geometry_measured_on_mnist() -> None:
    images = make_stroke_digits(500, seed=1).images_u8
    assert (images.max(axis=(1, 2)) == 255).all()
    sides = [max(np.ptp(axis) + 1 for axis in np.nonzero(image > 60)) for image in images]
    assert np.mean([20 <= side <= 21 for side in sides]) > 0.98
    mass = images.astype(float) / images.sum(axis=(1, 2), dtype=float)[:, None, None]
    rows, columns = mass.sum(axis=2) @ np.arange(28), mass.sum(axis=1) @ np.arange(28)
    assert np.mean(np.abs(np.stack([rows, columns]) - 14) <= 0.5) > 0.97  # the rest would lose ink at the edge


def test_ink_is_about_as_much_and_as_varied_as_mnists() -> None:
    unit = make_stroke_digits(2000, seed=0).images_u8 / 255
    assert unit.mean() == pytest.approx(0.1307, abs=0.03)
    assert unit.std() == pytest.approx(0.3081, abs=0.03)
    assert np.quantile(unit.mean(axis=(1, 2)), [0.05, 0.95]) == pytest.approx([0.06, 0.19], abs=0.03)  # MNIST's


def test_the_built_in_set_has_three_disjoint_parts_and_says_what_it_is() -> None:
    digits = built_in_digits(seed=0)
    assert [len(part) for part in (digits.train, digits.validation, digits.test)] == [20_000, 2_000, 2_000]
    identity = digits.identity
    assert identity.name == "built-in digits"
    assert identity.kind == "built_in"
    assert identity.sha256 == digest_of(digits.train, digits.validation, digits.test)
    distinct = {image.tobytes() for part in (digits.train, digits.validation, digits.test) for image in part.images_u8}
    assert len(distinct) == 24_000
