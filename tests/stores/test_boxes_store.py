"""BoxesStore: a seed repeats itself, and the balls on the table come from one box."""

import math
from collections.abc import Callable

import pytest

from lossviz.core.errors import LossvizError
from lossviz.core.likelihood.boxes import Boxes
from lossviz.core.likelihood.draws import MOST_DRAWS, SEED_RANGE, hidden_box
from lossviz.stores.boxes_store import BoxesStore
from tests.support.tellings import Tellings


@pytest.fixture
def balls() -> BoxesStore:
    return BoxesStore()


def test_the_same_seed_draws_the_same_balls_however_many_at_a_time(balls: BoxesStore) -> None:
    other = BoxesStore()
    balls.draw(111)
    for count in (1, 10, 100):
        other.draw(count)
    assert (balls.is_blue == other.is_blue).all()
    assert balls.blues + balls.whites == 111


def test_put_back_the_same_balls_come_again(balls: BoxesStore) -> None:
    balls.draw(10)
    before = balls.is_blue.tolist()
    balls.clear()
    assert len(balls.is_blue) == 0
    balls.draw(10)
    assert balls.is_blue.tolist() == before


def test_the_hidden_box_is_the_one_that_the_seed_picks(balls: BoxesStore) -> None:
    for seed in range(20):
        balls.set_seed(seed)
        assert balls.source_index == hidden_box(seed, 0.5)


def test_a_prior_that_changes_after_a_draw_leaves_the_box_and_the_balls(balls: BoxesStore) -> None:
    balls.draw(5)
    source, before = balls.source_index, balls.is_blue.tolist()
    for prior in (0.0, 1.0):
        balls.set_prior(prior)
        assert balls.source_index == source
        assert balls.is_blue.tolist() == before


def test_a_known_box_is_drawn_from(balls: BoxesStore) -> None:
    balls.set_box(0, 5, 0)
    balls.set_box(1, 0, 5)
    for source, is_blue in (("first", False), ("second", True)):
        balls.set_source("first" if source == "first" else "second")
        balls.draw(20)
        assert balls.is_revealed
        assert set(balls.is_blue.tolist()) == {is_blue}


def test_another_source_or_seed_puts_the_balls_back_and_hides_the_box(balls: BoxesStore) -> None:
    for change in (balls.next_seed, lambda: balls.set_source("first"), lambda: balls.set_source("hidden")):
        balls.draw(3)
        balls.reveal()
        change()
        assert len(balls.is_blue) == 0
    assert not balls.is_revealed


def test_other_contents_leave_the_drawn_balls(balls: BoxesStore) -> None:
    balls.draw(7)
    before = balls.is_blue.tolist()
    balls.set_box(0, 3, 4)
    assert balls.boxes.first.blue_share == 4 / 7
    assert balls.is_blue.tolist() == before


def test_balls_are_put_and_taken_by_hand(balls: BoxesStore) -> None:
    for is_blue in (True, False, True):
        balls.put_ball(is_blue)
    assert (balls.blues, balls.whites) == (2, 1)
    balls.take_back()
    assert balls.is_blue.tolist() == [True, False]
    balls.take_back()
    balls.take_back()
    balls.take_back()
    assert len(balls.is_blue) == 0


def test_a_full_table_takes_no_more(balls: BoxesStore) -> None:
    balls.draw(MOST_DRAWS - 3)
    balls.draw(100)
    assert len(balls.is_blue) == MOST_DRAWS
    changes: tuple[Callable[[], None], ...] = (lambda: balls.draw(1), lambda: balls.put_ball(True))
    for change in changes:
        with pytest.raises(LossvizError):
            change()
    assert len(balls.is_blue) == MOST_DRAWS


def test_what_is_refused_leaves_everything_as_it_was(balls: BoxesStore) -> None:
    told = Tellings(balls.boxes_changed, balls.balls_changed, balls.likelihood_changed)
    changes: tuple[Callable[[], None], ...] = (
        lambda: balls.set_box(0, 0, 0),
        lambda: balls.set_box(1, -1, 5),
        lambda: balls.set_prior(math.nan),
        lambda: balls.set_prior(1.5),
        lambda: balls.set_seed(-1),
        lambda: balls.set_share(math.inf),
        lambda: balls.set_share(-0.1),
    )
    for change in changes:
        with pytest.raises(LossvizError):
            change()
    assert balls.boxes == Boxes()
    assert (balls.seed, balls.share, told.count) == (1, 0.5, 0)


def test_what_does_not_change_is_not_told(balls: BoxesStore) -> None:
    told = Tellings(balls.boxes_changed, balls.balls_changed, balls.likelihood_changed)
    balls.set_box(0, 99, 1)
    balls.set_prior(0.5)
    balls.set_seed(1)
    balls.set_source("hidden")
    balls.set_share(0.5)
    balls.set_draw_source("balls")
    balls.clear()
    assert told.count == 0


def test_after_the_last_seed_comes_the_first(balls: BoxesStore) -> None:
    balls.set_seed(SEED_RANGE[1])
    balls.next_seed()
    assert balls.seed == SEED_RANGE[0]
