"""Data for a run: scaled as asked, in batches that the seed and the epoch decide alone."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import LabelledImages
from lossviz.core.errors import LossvizError
from lossviz.core.training.training_data import (
    UNSCALED,
    ImageInputs,
    InputScale,
    TensorPart,
    epoch_generator,
    epoch_images,
    input_scale,
    prepare_data,
    shuffled_batches,
)
from tests.support.small_digits import TEST_COUNT, TRAIN_COUNT, VALIDATION_COUNT, small_digits
from tests.support.training_runs import CPU, quick_settings


def _part(count: int) -> TensorPart:
    labels = torch.arange(count) % 10
    return TensorPart(ImageInputs(torch.zeros(count, 1, 28, 28), UNSCALED), labels, labels)


def test_pixels_of_0_to_255_become_0_to_1() -> None:
    digits = small_digits()
    data = prepare_data(digits, quick_settings(), CPU)
    assert data.scale == UNSCALED
    for part, source in ((data.train, digits.train), (data.validation, digits.validation), (data.test, digits.test)):
        expected = torch.from_numpy(source.images_u8 / 255).float().unsqueeze(1)
        torch.testing.assert_close(part.images.within(slice(None)), expected)
        assert part.labels.tolist() == source.labels.tolist()
    assert data.identity == digits.identity


def test_standardised_training_pixels_have_mean_0_and_deviation_1() -> None:
    data = prepare_data(small_digits(), quick_settings(scaling="standardised"), CPU)
    inputs = data.train.images.within(slice(None))
    assert float(inputs.mean()) == pytest.approx(0, abs=1e-6)
    assert float(inputs.std(correction=0)) == pytest.approx(1, rel=1e-5)


@pytest.mark.parametrize("scaling", ["zero_one", "standardised"])
def test_a_batch_is_scaled_when_it_is_fetched_and_its_pixels_stay_bytes(scaling: str) -> None:
    images = prepare_data(small_digits(), quick_settings(scaling=scaling), CPU).train.images
    before, places = images.stored.clone(), torch.tensor([3, 0, 3])
    inputs = images.at(places)
    assert torch.equal(inputs, images.within(slice(0, 4))[places])
    assert torch.equal(inputs, images.scale.apply(small_digits().train.images_u8[places.numpy()]))
    assert images.stored.dtype == torch.uint8
    assert torch.equal(images.stored, before)


def test_the_other_parts_are_scaled_as_the_training_part() -> None:
    digits = small_digits()
    data = prepare_data(digits, quick_settings(scaling="standardised"), CPU)
    pixels = digits.train.images_u8 / 255
    for part, source in ((data.validation, digits.validation), (data.test, digits.test)):
        expected = torch.from_numpy((source.images_u8 / 255 - pixels.mean()) / pixels.std()).float().unsqueeze(1)
        torch.testing.assert_close(part.images.within(slice(None)), expected)


def test_mean_and_deviation_are_those_of_all_pixels() -> None:
    images = small_digits().train.images_u8
    scale = input_scale(images, "standardised")
    assert scale.mean == pytest.approx((images / 255).mean())
    assert scale.deviation == pytest.approx((images / 255).std())


@pytest.mark.parametrize("grey", [0, 77, 255])
def test_blank_images_have_a_scale_too(grey: int) -> None:
    images = np.full((3, 28, 28), grey, np.uint8)
    scale = input_scale(images, "standardised")
    assert torch.isfinite(scale.apply(images)).all()
    assert scale.apply(images).abs().max() < 1e-6


@pytest.mark.parametrize("scale", [UNSCALED, InputScale(0.1307, 0.3081)])
def test_scaling_leaves_the_images_that_it_was_given(scale: InputScale) -> None:
    images = make_stroke_digits(10, 0).images_u8
    before = images.copy()
    scale.apply(images)
    np.testing.assert_array_equal(images, before)


def test_only_the_first_training_images_are_used_if_so_asked() -> None:
    digits = small_digits()
    data = prepare_data(digits, quick_settings(training_images=25), CPU)
    assert (len(data.train), len(data.validation), len(data.test)) == (25, VALIDATION_COUNT, TEST_COUNT)
    assert data.train.labels.tolist() == digits.train.labels[:25].tolist()


@pytest.mark.parametrize("count", [0, TRAIN_COUNT, 10_000])
def test_all_are_used_if_as_many_or_more_are_asked_for(count: int) -> None:
    assert len(prepare_data(small_digits(), quick_settings(training_images=count), CPU).train) == TRAIN_COUNT


def test_drawn_digits_join_the_training_part_alone() -> None:
    data = prepare_data(small_digits(), quick_settings(drawn_digits=30, training_images=20, seed=4), CPU)
    assert (len(data.train), len(data.validation), len(data.test)) == (50, VALIDATION_COUNT, TEST_COUNT)
    drawn = make_stroke_digits(30, seed=4)
    torch.testing.assert_close(data.train.images.within(slice(20, None)), UNSCALED.apply(drawn.images_u8))
    assert data.train.labels[20:].tolist() == drawn.labels.tolist()


def test_a_batch_may_be_as_large_as_the_set_and_no_larger() -> None:
    prepare_data(small_digits(), quick_settings(batch_size=TRAIN_COUNT), CPU)
    with pytest.raises(LossvizError, match="70 or less") as caught:
        prepare_data(small_digits(), quick_settings(batch_size=TRAIN_COUNT + 1), CPU)
    assert "batches of 71 images" in str(caught.value)


def test_an_empty_training_part_is_refused() -> None:
    empty = LabelledImages(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64))
    with pytest.raises(LossvizError, match="training set has only 0"):
        prepare_data(replace(small_digits(), train=empty), quick_settings(batch_size=1), CPU)


@pytest.mark.parametrize("loss", ["cross_entropy", "mse_logits", "mse_number"])
def test_targets_are_what_the_loss_compares_with(loss: str) -> None:
    data = prepare_data(small_digits(), quick_settings(loss=loss), CPU)
    labels = data.test.labels
    expected = {
        "cross_entropy": labels,
        "mse_logits": torch.eye(10)[labels],
        "mse_number": labels[:, None].float(),
    }[loss]
    assert torch.equal(data.test.targets, expected)


@given(count=st.integers(1, 200), batch_size=st.integers(1, 200), seed=st.integers(0, 2**31 - 1))
def test_an_epoch_takes_every_image_once(count: int, batch_size: int, seed: int) -> None:
    batches = shuffled_batches(_part(count), batch_size, seed, 0)
    assert sorted(torch.cat(batches).tolist()) == list(range(count))
    assert [len(batch) for batch in batches[:-1]] == [batch_size] * (len(batches) - 1)
    assert len(batches) == -(-count // batch_size)


def test_the_order_depends_on_the_seed_and_the_epoch_alone() -> None:
    part = _part(50)

    def order(seed: int, epoch: int) -> list[int]:
        return torch.cat(shuffled_batches(part, 10, seed, epoch)).tolist()

    assert order(3, 4) == order(3, 4)
    orders = [order(seed, epoch) for seed in (0, 1, 2**31 - 1) for epoch in (0, 1, 2, 9_999)]
    assert len({tuple(one) for one in orders}) == len(orders)


def test_no_two_epochs_of_neighbouring_seeds_share_their_chances() -> None:
    seeds = {
        epoch_generator(seed, epoch, purpose).initial_seed()
        for seed in range(30)
        for epoch in range(500)
        for purpose in (0, 1)
    }
    assert len(seeds) == 30 * 500 * 2


# Variations


def _goes_on() -> bool:
    return True


def test_without_augmentation_every_epoch_sees_the_images_themselves() -> None:
    settings = quick_settings()
    data = prepare_data(small_digits(), settings, CPU)
    assert epoch_images(data, settings, 3, _goes_on) is data.train.images


@pytest.mark.parametrize("scaling", ["zero_one", "standardised"])
def test_variations_depend_on_the_seed_and_the_epoch_alone_and_leave_the_images(scaling: str) -> None:
    settings = quick_settings(augmentation="pen", scaling=scaling)
    data = prepare_data(small_digits(), settings, CPU)
    before = data.train.images.stored.clone()
    first, again, second = (epoch_images(data, settings, epoch, _goes_on) for epoch in (0, 0, 1))
    assert first is not None
    assert again is not None
    assert second is not None
    assert first.stored.shape == before.shape
    assert torch.equal(first.stored, again.stored)
    assert not torch.equal(first.stored, second.stored)
    assert torch.equal(data.train.images.stored, before)
    unit = first.stored * data.scale.deviation + data.scale.mean
    assert -1e-4 <= float(unit.min()) <= float(unit.max()) <= 1 + 1e-4


def test_built_in_digits_are_not_varied_again() -> None:
    settings = quick_settings(augmentation="pen", drawn_digits=15)
    data = prepare_data(small_digits(), settings, CPU)
    varied = epoch_images(data, settings, 0, _goes_on)
    assert varied is not None
    everything = slice(None)
    is_same = (varied.within(everything) == data.train.images.within(everything)).flatten(1).all(dim=1).tolist()
    assert is_same[TRAIN_COUNT:] == [True] * 15
    assert 0 < sum(is_same[:TRAIN_COUNT]) < TRAIN_COUNT / 2  # some stay, so that plain digits are not forgotten


def test_a_stop_is_heeded_while_images_are_varied() -> None:
    settings = quick_settings(augmentation="pen")
    data = prepare_data(small_digits(), settings, CPU)
    assert epoch_images(data, settings, 0, lambda: False) is None
