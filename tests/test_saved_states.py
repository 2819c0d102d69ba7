"""The table of all states: each of its parts comes back, and whatever changes one of them is told."""

import json
from collections.abc import Iterator

import pytest

from lossviz.core.names import PAGE_NAMES
from lossviz.engine import Engine
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.state_table import StateTable
from tests.support.assembly import Home, home
from tests.support.tiny_runs import TINY_RUN

__all__ = ["home"]

OTHERWISE: list[tuple[str, dict[str, object]]] = [
    ("fit", {"scenario": "valve"}),
    ("fit", {"w": 1.5}),
    ("fit", {"loss": "mse"}),
    ("fit", {"law_shown": True}),
    ("fit", {"line_shown": False}),
    ("fit", {"bands_shown": True}),
    ("fit", {"selected": 3}),
    ("fit", {"ghosts": [[1, 2, 3, 4]]}),
    ("threshold", {"decisions": True}),
    ("descent", {"steps": 7}),
    ("descent", {"speed": 3}),
    ("descent", {"racing": ["adam"]}),
    ("descent", {"phase": 2}),
    ("surfaces", {"range": [0, 1, 0, 1]}),
    ("surfaces", {"in_3d": True}),
    ("softmax", {"preset": "unsure"}),
    ("softmax", {"smoothing": 0.1}),
    ("softmax", {"temperature": 2}),
    ("softmax", {"rate": 2}),
    ("softmax", {"source": "digit"}),
    ("softmax", {"network": {"x": [1, 1, 1]}}),
    ("catalogue", {"losses": ["hinge"]}),
    ("catalogue", {"axis": "residual"}),
    ("catalogue", {"selected": "hinge"}),
    ("catalogue", {"markers": {"margin": 2}}),
    ("catalogue", {"delta": 2}),
    ("catalogue", {"slopes": False}),
    ("catalogue", {"scores": [1], "labels": [1]}),
    ("catalogue", {"reduction": "sum"}),
    ("boxes", {"first": [1, 1]}),
    ("boxes", {"balls": "bw"}),
    ("boxes", {"share": 0.25}),
    ("distributions", {"unit": "bits"}),
    ("by_hand", {"seed": 5}),
    ("race", {"kind": "list"}),
    ("polynomial", {"preset": "overfit"}),
    ("polynomial", {"seed": 5}),
    ("digit", {"pen": 0.1}),
    ("digit", {"style": "raw"}),
    ("training", {"learning_rate": 0.02}),
    ("comparison", {"seeds": 2}),
    ("landscape", {"span": 0.5}),
    ("landscape", {"in_3d": True}),
]


@pytest.fixture
def table(home: Home) -> Iterator[StateTable]:
    around = home.surroundings
    engine = Engine(around, SettingsStore(around.settings), TINY_RUN, "cpu")
    yield engine.states
    engine.shut_down()


@pytest.mark.parametrize(("key", "state"), OTHERWISE)
def test_a_change_is_told_and_can_be_put_back(table: StateTable, key: str, state: dict[str, object]) -> None:
    before, told = json.loads(json.dumps(table.state(), allow_nan=False)), list[int]()
    assert before == table.defaults
    table.changed.connect(lambda: told.append(1))
    table.set_state({key: state})
    assert table.state()[key] != before[key]
    assert told
    table.set_state(before)
    assert table.state() == before


def test_the_keys_are_those_that_lessons_and_sessions_are_written_with(table: StateTable) -> None:
    assert list(table.state()) == [
        *("fit", "threshold", "descent", "surfaces", "softmax", "catalogue", "boxes", "distributions", "by_hand"),
        *("race", "polynomial", "digit", "training", "comparison", "landscape"),
    ]


def test_every_page_has_states_and_every_state_a_page(table: StateTable) -> None:
    assert tuple(dict.fromkeys(table.page_of(key) for key in table.state())) == PAGE_NAMES
