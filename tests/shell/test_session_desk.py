"""SessionDesk: a session comes back as a whole or not at all, and what is missing outside of it is told."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.data.digits import Digits
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.run_states import RunState
from lossviz.core.training.sealed_files import sha256_of
from lossviz.resource_files import resource_path
from lossviz.workers.run_forms import RunFile
from tests.support.session_rig import SessionRig
from tests.support.tiny_runs import tiny_digits


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> SessionRig:
    del qtbot
    (tmp_path / "here").mkdir()
    return SessionRig(tmp_path / "here")


@pytest.fixture
def other(tmp_path: Path) -> SessionRig:
    """Another sitting, perhaps on another machine."""
    (tmp_path / "there").mkdir()
    return SessionRig(tmp_path / "there")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.lossviz.json"


def rewrite(file: Path, **members: object) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text()), **members}))


def with_run(rig: SessionRig, place: Path) -> None:
    """Open a run from a file, as the window does."""
    shutil.copy(resource_path("checkpoints/course_cnn.pt"), place)
    record = rig.controller.adopt(load_run(place))
    rig.desk.note_run(RunFile(place, record.number, len(record.log), sha256_of(place)))


def from_folder(folder: Path) -> Digits:
    digits = tiny_digits(3, "other digits")
    return replace(digits, identity=replace(digits.identity, origin=str(folder)))


def test_a_session_comes_back_with_page_view_and_states(rig: SessionRig, other: SessionRig, file: Path) -> None:
    rig.page, rig.view = "overfit", {"pages": 1, "overfit.splitter": [300, 500]}
    rig.polynomial.apply_preset("overfit")
    rig.polynomial.remove_point(4)
    rig.distributions.set_count(5)
    rig.training.set_settings(rig.training.settings.changed(seed=17))
    assert rig.desk.save(file)
    assert other.desk.open(file)
    assert other.table.state() == rig.table.state()
    assert (other.page, other.view) == (rig.page, rig.view)
    assert (other.desk.path, other.said(), other.wanted_data) == (file, "", [])


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"states": {"polynomial": {"degree": 2}, "distributions": {"unit": "none"}}}, "distributions.unit"),
        ({"states": {"polynomial": {"degree": 2}, "weather": {}}}, "weather"),
        ({"states": {"polynomial": {"degree": 2}}, "page": "kitchen"}, "kitchen"),
        ({"states": {"polynomial": {"degree": 2}}, "view": {"pages": "1"}}, "session.view.pages"),
        ({"states": {"polynomial": {"degree": 2}}, "lossviz_session": 99}, "newer"),
    ],
)
def test_whatever_is_refused_leaves_everything_as_it_was(
    rig: SessionRig, file: Path, members: dict[str, object], told: str
) -> None:
    rig.desk.save(file)
    rewrite(file, **members)
    rig.polynomial.set_degree(7)
    before = rig.table.state()
    assert not rig.desk.open(file)
    assert told in rig.said()
    assert rig.table.state() == before
    assert (rig.page, rig.view) == ("fit", {})


def test_what_a_file_does_not_tell_of_stays(rig: SessionRig, file: Path) -> None:
    file.write_text('{"lossviz_session": 1, "states": {"polynomial": {"degree": 2}}}')
    rig.distributions.set_count(4)
    assert rig.desk.open(file)
    assert (rig.polynomial.degree, rig.distributions.count, rig.page) == (2, 4, "fit")


def test_no_session_is_opened_while_a_network_is_trained(rig: SessionRig, file: Path) -> None:
    rig.desk.save(file)
    rig.training.set_state(RunState.STARTING)
    rig.polynomial.set_degree(7)
    assert not rig.desk.can_open
    assert not rig.desk.open(file)
    assert "being trained" in rig.said()
    assert rig.polynomial.degree == 7


def test_a_session_that_cannot_be_saved_is_told(rig: SessionRig, tmp_path: Path) -> None:
    assert not rig.desk.save(tmp_path / "no folder" / "one.lossviz.json")
    assert "could not be saved" in rig.said()
    assert rig.desk.path is None


def test_the_open_run_comes_back_from_its_file(rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.training.set_settings(rig.training.settings.changed(epochs=77))
    rig.desk.save(file)
    assert other.desk.open(file)
    assert other.training.run is not None
    assert rig.training.run is not None
    assert len(other.training.run.log) == len(rig.training.run.log)
    assert other.training.settings == rig.training.settings  # those on the controls, not those of the run
    assert other.said() == ""


def test_a_run_that_is_open_already_is_not_opened_twice(rig: SessionRig, file: Path, tmp_path: Path) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.desk.save(file)
    assert rig.desk.open(file)
    assert len(rig.training.runs) == 1


def test_a_run_beside_the_session_is_found_where_both_were_moved(
    rig: SessionRig, other: SessionRig, tmp_path: Path
) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.desk.save(tmp_path / "one.lossviz.json")
    moved = tmp_path / "there" / "one.lossviz.json"
    shutil.move(tmp_path / "one.lossviz.json", moved)
    shutil.move(tmp_path / "run.pt", tmp_path / "there" / "run.pt")
    assert other.desk.open(moved)
    assert other.training.run is not None


def test_without_its_run_the_rest_is_opened_and_the_run_is_named(
    rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path
) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.polynomial.set_degree(9)
    rig.desk.save(file)
    (tmp_path / "run.pt").unlink()
    assert other.desk.open(file)
    assert other.polynomial.degree == 9
    assert other.training.run is None
    assert "without its run" in other.said()
    assert str(tmp_path / "run.pt") in other.said()


def test_a_run_that_has_gone_on_while_its_file_was_written_is_kept_with_all_its_steps(
    rig: SessionRig, tmp_path: Path
) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.desk.keep_run(tmp_path / "kept.pt")
    assert not (tmp_path / "kept.pt").exists()  # a file holds it as it is
    run = rig.training.run
    assert run is not None
    rig.desk.note_run(RunFile(tmp_path / "run.pt", run.number, len(run.log) - 5, sha256_of(tmp_path / "run.pt")))
    rig.desk.keep_run(tmp_path / "kept.pt")
    assert len(load_run(tmp_path / "kept.pt").log) == len(run.log)


def test_the_file_of_an_earlier_run_does_not_take_the_place_of_the_present_ones(
    rig: SessionRig, tmp_path: Path
) -> None:
    with_run(rig, tmp_path / "first.pt")
    with_run(rig, tmp_path / "run.pt")
    rig.desk.note_run(RunFile(tmp_path / "again.pt", 1, 20, "ab"))
    reference = rig.desk.present().run
    assert reference is not None
    assert reference.path == str(tmp_path / "run.pt")


def test_a_run_that_has_changed_since_is_not_opened(
    rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path
) -> None:
    with_run(rig, tmp_path / "run.pt")
    rig.desk.save(file)
    (tmp_path / "run.pt").write_bytes(b"another run")
    assert other.desk.open(file)
    assert other.training.run is None
    assert "has changed" in other.said()


def test_data_from_elsewhere_are_loaded_again(rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path) -> None:
    (tmp_path / "digits").mkdir()
    rig.data.set_digits(from_folder(tmp_path / "digits"))
    rig.desk.save(file)
    assert other.desk.open(file)
    assert other.wanted_data == [tmp_path / "digits"]
    other.data.set_digits(from_folder(tmp_path / "digits"))
    assert other.desk.open(file)
    assert other.wanted_data == [tmp_path / "digits"]


def test_built_in_digits_are_asked_for_by_name(rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path) -> None:
    rig.desk.save(file)
    other.data.set_digits(from_folder(tmp_path))
    assert other.desk.open(file)
    assert other.wanted_data == [None]


def test_data_that_are_gone_are_named_and_both_missing_are_told_together(
    rig: SessionRig, other: SessionRig, file: Path, tmp_path: Path
) -> None:
    rig.data.set_digits(from_folder(tmp_path / "gone"))
    rig.desk.save(file)
    assert other.desk.open(file)
    assert str(tmp_path / "gone") in other.said()
    with_run(rig, tmp_path / "run.pt")
    rig.desk.save(file)
    (tmp_path / "run.pt").unlink()
    assert other.desk.open(file)
    assert "its run and its data" in other.said()


def test_everything_is_reset_to_what_it_was_at_the_start(rig: SessionRig, file: Path) -> None:
    rig.polynomial.apply_preset("more_points")
    rig.training.set_settings(rig.training.settings.changed(seed=5))
    rig.desk.save(file)
    assert rig.desk.reset()
    assert rig.table.state() == rig.table.defaults
    assert rig.desk.path is None


def test_it_is_worth_keeping_once_something_was_set(rig: SessionRig) -> None:
    assert rig.desk.worth_keeping() is None
    rig.polynomial.set_degree(1)
    assert rig.desk.worth_keeping() is not None
    rig.desk.reset()
    assert rig.desk.worth_keeping() is None
