"""The newest value wins, is handed over once, and is made only when somebody asks."""

import threading

from lossviz.core.latest_value import LatestValue


def test_an_empty_slot_gives_nothing() -> None:
    slot: LatestValue[int] = LatestValue()
    assert slot.take() is None
    assert not slot.is_wanted


def test_a_value_is_given_once() -> None:
    slot: LatestValue[str] = LatestValue()
    slot.put("first")
    assert slot.take() == "first"
    assert slot.take() is None


def test_the_newest_value_takes_the_place_of_one_that_nobody_took() -> None:
    slot: LatestValue[int] = LatestValue()
    for number in range(5):
        slot.put(number)
    assert slot.take() == 4
    assert slot.take() is None


def test_asking_is_seen_until_a_value_is_put() -> None:
    slot: LatestValue[int] = LatestValue()
    slot.ask()
    slot.ask()
    assert slot.is_wanted
    slot.put(1)
    assert not slot.is_wanted
    slot.ask()
    assert slot.is_wanted
    assert slot.take() == 1
    assert slot.is_wanted


def test_between_threads_values_arrive_in_order_and_the_last_one_always() -> None:
    slot: LatestValue[int] = LatestValue()
    last, taken = 20_000, list[int]()

    def write() -> None:
        for number in range(1, last + 1):
            slot.put(number)

    writer = threading.Thread(target=write)
    writer.start()
    while not taken or taken[-1] != last:
        value = slot.take()
        if value is not None:
            taken.append(value)
    writer.join()
    assert taken == sorted(set(taken))
