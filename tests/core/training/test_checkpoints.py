"""A run comes back from its file as it was; any other file is refused with a reason and does nothing."""

import contextlib
import errno
import hashlib
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, get_args

import numpy as np
import pytest
import torch

from lossviz.core.errors import LossvizError
from lossviz.core.training import sealed_files
from lossviz.core.training.checkpoints import load_run, made_with, save_run
from lossviz.core.training.loop import Outcome
from lossviz.core.training.metric_log import Evaluation, MetricLog, RateChange
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import LossName, NetworkName, OptimizerName, TrainingSettings
from lossviz.core.training.training_data import TrainingData
from lossviz.core.training.training_run import TrainingRun, freeze
from lossviz.resource_files import resource_path
from tests.support.small_digits import small_digits
from tests.support.training_runs import CPU, ControlAtStep, assert_same_run, go_on, prepared, quick_settings

Contents = dict[str, Any]


def _saved(run: TrainingRun, data: TrainingData, outcome: Outcome | None = None) -> SavedRun:
    frozen = freeze(run)
    test = outcome.test if outcome else None
    log = run.log.until(frozen.step)
    return SavedRun(
        run.settings, data.scale, data.identity, frozen.weights, log, run.leg, test, made_with("CPU"),
        frozen.optimizer_state,
    )  # fmt: skip


def _trained(settings: TrainingSettings, until: int | None = None) -> SavedRun:
    run, data = prepared(settings)
    control = None if until is None else ControlAtStep(run, until, RunControl.stop)
    return _saved(run, data, go_on(run, data, control))


@cache
def _quick_run() -> SavedRun:
    return _trained(quick_settings(optimizer="momentum", scaling="standardised"), until=6)


@pytest.fixture
def run_file(tmp_path: Path) -> Path:
    path = tmp_path / "run.pt"
    save_run(path, _quick_run())
    return path


def _seal(content: bytes) -> bytes:
    return content + b"\nlossviz-sha256:" + hashlib.sha256(content).hexdigest().encode() + b"\n"


def _reseal(path: Path, change: Callable[[Contents], object]) -> None:
    """Change what the file holds and seal it again, as somebody with bad intentions could."""
    contents = torch.load(path, weights_only=True)
    change(contents)
    buffer = io.BytesIO()
    torch.save(contents, buffer)
    path.write_bytes(_seal(buffer.getvalue()))


def _change_facts(change: Callable[[Contents], object]) -> Callable[[Contents], None]:
    def change_contents(contents: Contents) -> None:
        facts = json.loads(contents["facts"])
        change(facts)
        contents["facts"] = json.dumps(facts)

    return change_contents


# What comes back


@pytest.mark.parametrize("loss", get_args(LossName))
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_a_run_comes_back_as_it_was(network: NetworkName, loss: LossName, tmp_path: Path) -> None:
    saved = _trained(quick_settings(network=network, loss=loss, optimizer="adam", epochs=1, scaling="standardised"))
    path = tmp_path / "run.pt"
    save_run(path, saved)
    loaded = load_run(path)
    for name in ("settings", "scale", "data", "leg", "test", "made_with"):
        assert getattr(loaded, name) == getattr(saved, name)
    assert loaded.test is not None
    assert loaded.log.evaluations == saved.log.evaluations
    assert loaded.log.columns().losses.tolist() == saved.log.columns().losses.tolist()
    assert loaded.log.columns().accuracies.tolist() == saved.log.columns().accuracies.tolist()
    assert loaded.weights.keys() == saved.weights.keys()
    assert all(torch.equal(loaded.weights[name], saved.weights[name]) for name in saved.weights)
    images = small_digits().test.images_u8
    assert loaded.classifier().digits(images).tolist() == saved.classifier().digits(images).tolist()


@pytest.mark.parametrize("step", [0, 3, 4, 6, 12])
@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
def test_a_run_from_a_file_goes_on_as_if_it_had_never_stopped(
    optimizer: OptimizerName, step: int, tmp_path: Path
) -> None:
    settings = quick_settings(optimizer=optimizer, schedule="one_cycle")
    whole, data = prepared(settings)
    go_on(whole, data)
    path = tmp_path / "run.pt"
    save_run(path, _trained(settings, until=step))
    run = load_run(path).resumed(CPU)
    assert run.step == step
    if step < 12:
        run.plan_leg(settings.epochs, len(data.train))
    go_on(run, data)
    assert_same_run(run, whole)


def test_a_learning_rate_changed_on_the_way_comes_back_and_holds(tmp_path: Path) -> None:
    run, data = prepared(quick_settings())

    def slow_down(control: RunControl) -> None:
        control.learning_rate = 1e-3

    go_on(run, data, ControlAtStep(run, 2, slow_down))
    save_run(tmp_path / "run.pt", _saved(run, data, None))
    loaded = load_run(tmp_path / "run.pt")
    assert loaded.log.rate_changes == (RateChange(2, 1e-3),)
    assert loaded.resumed(CPU).learning_rate == 1e-3
    assert loaded.settings.learning_rate == quick_settings().learning_rate


def test_saving_again_replaces_the_file_and_leaves_no_other(run_file: Path) -> None:
    other = _trained(quick_settings(epochs=1))
    save_run(run_file, other)
    assert load_run(run_file).settings == other.settings
    assert list(run_file.parent.iterdir()) == [run_file]


def test_plain_pytorch_opens_the_file_too(run_file: Path) -> None:
    contents = torch.load(run_file, weights_only=True)
    assert all(torch.equal(contents["weights"][name], tensor) for name, tensor in _quick_run().weights.items())


def test_the_file_names_the_versions_that_it_was_made_with(run_file: Path) -> None:
    assert load_run(run_file).made_with["torch"] == torch.__version__
    assert load_run(run_file).made_with["device"] == "CPU"


def test_the_run_that_comes_with_the_program_opens() -> None:
    try:
        path = resource_path("checkpoints/course_cnn.pt")
    except FileNotFoundError as error:
        pytest.skip(str(error))
    assert load_run(path).settings.network == "course_cnn"


# Damage


def _assert_refused(path: Path, why: str | None = None) -> None:
    with pytest.raises(LossvizError, match=why) as caught:
        load_run(path)
    assert str(path) in str(caught.value)
    assert len(str(caught.value)) < 600


def test_every_flipped_bit_is_noticed(run_file: Path) -> None:
    whole = run_file.read_bytes()
    random = np.random.default_rng(3)
    places = {*range(64), *range(len(whole) - 100, len(whole)), *random.integers(0, len(whole), 300).tolist()}
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << int(random.integers(8))
        run_file.write_bytes(damaged)
        _assert_refused(run_file)
    run_file.write_bytes(whole)
    load_run(run_file)


def test_every_truncation_and_addition_is_noticed(run_file: Path) -> None:
    whole = run_file.read_bytes()
    lengths = {*range(200), *range(len(whole) - 200, len(whole)), *range(0, len(whole), 997)}
    for length in lengths:
        run_file.write_bytes(whole[:length])
        _assert_refused(run_file, "end is missing")
    for more in (b"\n", b"\0", whole):
        run_file.write_bytes(more + whole)
        _assert_refused(run_file, "checksum")
    run_file.write_bytes(whole + b"\n")
    _assert_refused(run_file)


@pytest.mark.parametrize("content", [b"", b"\n", b"a picture", bytes(5000)])
def test_another_kind_of_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    path.write_bytes(content)
    _assert_refused(path, "not written by lossviz")
    path.write_bytes(_seal(content))
    _assert_refused(path, "not those of a lossviz run")


def test_a_file_that_is_absent_or_a_folder_is_told_with_the_systems_words(tmp_path: Path) -> None:
    _assert_refused(tmp_path / "absent.pt", "no such file")
    _assert_refused(tmp_path / "null\0character.pt", "no such file")
    _assert_refused(tmp_path, "could not be read")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_a_file_without_an_end_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "endless.pt").symlink_to("/dev/zero")
    _assert_refused(tmp_path / "endless.pt", "nothing that can be read")


def test_a_file_beyond_any_run_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.pt"
    with path.open("wb") as file:
        file.truncate(sealed_files.MAX_BYTES + 1)  # takes no room on the disk
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    _assert_refused(path, "far larger")


@pytest.mark.parametrize("seed", range(3))
def test_damage_under_a_right_seal_never_ends_in_another_error(run_file: Path, seed: int) -> None:
    content = run_file.read_bytes()[: -sealed_files._SEAL_LENGTH]
    random = np.random.default_rng(seed)
    for _ in range(150):
        damaged = bytearray(content)
        for place in random.integers(0, len(content) if seed else 3000, 1 + 3 * seed):
            damaged[place] = int(random.integers(256))
        run_file.write_bytes(_seal(bytes(damaged)))
        with contextlib.suppress(LossvizError):  # a changed digit in a loss cannot be told from a right one
            load_run(run_file).resumed(CPU)


# Malice


class _Malicious:
    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (self._target,)


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_pickle_that_would_run_code_is_refused_and_runs_nothing(is_sealed: bool, tmp_path: Path) -> None:
    path, target = tmp_path / "run.pt", tmp_path / "created"
    buffer = io.BytesIO()
    torch.save({"lossviz_run": 1, "facts": _Malicious(target)}, buffer)
    path.write_bytes(_seal(buffer.getvalue()) if is_sealed else buffer.getvalue())
    _assert_refused(path, "not those of a lossviz run" if is_sealed else "not written by lossviz")
    assert not target.exists()
    torch.load(io.BytesIO(buffer.getvalue()), weights_only=False)
    assert target.exists()  # so it would have worked


def test_a_file_that_unpacks_to_more_than_it_has_is_refused(run_file: Path) -> None:
    content = run_file.read_bytes()[: -sealed_files._SEAL_LENGTH]
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as stored,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for member in stored.infolist():
            packed.writestr(member.filename, stored.read(member))
        packed.writestr("archive/data/999", bytes(10_000_000))
    run_file.write_bytes(_seal(buffer.getvalue()))
    _assert_refused(run_file, "not those of a lossviz run")


def test_numbers_that_stand_for_more_than_the_file_holds_are_refused(run_file: Path) -> None:
    one = torch.zeros(1, dtype=torch.float64)
    _reseal(run_file, lambda contents: contents.update(losses=one.expand(10**12), accuracies=one.expand(10**12)))
    _assert_refused(run_file, "not those of a lossviz run")


# Contents that do not go together


def _set(name: str, value: object) -> Callable[[Contents], None]:
    return lambda contents: contents.update({name: value})


def _momentum(value: float) -> dict[int, dict[str, torch.Tensor]]:
    shapes = ((10, 784), (10,))
    return {index: {"momentum_buffer": torch.full(shape, value)} for index, shape in enumerate(shapes)}


def _set_fact(group: str, name: str, value: object) -> Callable[[Contents], None]:
    return _change_facts(lambda facts: facts[group].update({name: value}))


@pytest.mark.parametrize("field", ["lossviz_run", "facts", "weights", "losses", "accuracies", "optimizer_state"])
def test_a_missing_part_is_refused(field: str, run_file: Path) -> None:
    _reseal(run_file, lambda contents: contents.pop(field))
    _assert_refused(run_file, "not those of a lossviz run")


@pytest.mark.parametrize("fact", ["settings", "scale", "data", "evaluations", "leg", "test", "made_with"])
def test_a_missing_fact_is_refused(fact: str, run_file: Path) -> None:
    _reseal(run_file, _change_facts(lambda facts: facts.pop(fact)))
    _assert_refused(run_file, "not those of a lossviz run")


@pytest.mark.parametrize(
    "change",
    [
        _set("lossviz_run", 2),
        _set("lossviz_run", torch.ones(2)),
        _set("facts", "{not json"),
        _set("facts", 3),
        _set("facts", "[]"),
        _set("facts", "null"),
        _set("facts", "[" * 100_000),
        _set("weights", [1, 2]),
        _set("weights", {"linear.weight": 3, "linear.bias": 4}),
        _set("losses", [1.0] * 6),
        _set("losses", torch.zeros(5, dtype=torch.float64)),
        _set("losses", torch.zeros(6, 1, dtype=torch.float64)),
        _set("losses", torch.zeros(6, dtype=torch.complex128)),
        _set("losses", torch.full((6,), torch.nan, dtype=torch.float64)),
        _set("losses", torch.zeros(6, dtype=torch.float64).to_sparse()),
        _set("accuracies", torch.zeros((), dtype=torch.float64)),
        _set("optimizer_state", None),
        _set("optimizer_state", {}),
        _set("optimizer_state", {"state": [1]}),
        _set("optimizer_state", {"state": None}),
        _set("optimizer_state", {"state": []}),
        _set("optimizer_state", {"state": ""}),
        _set("optimizer_state", {"state": _momentum(torch.nan)}),
        _set("optimizer_state", {"state": _momentum(-torch.inf)}),
        _set("optimizer_state", {"state": {0: {"momentum_buffer": torch.zeros(10, 784)}}}),
        _set("optimizer_state", {"state": {i: {"momentum_buffer": torch.zeros(1)} for i in range(2)}}),
        _set_fact("settings", "epochs", 0),
        _set_fact("settings", "epochs", "3"),
        _set_fact("settings", "dropout", 0.5),
        _set_fact("settings", "optimizer", "adam"),
        _set_fact("scale", "mean", "0"),
        _set_fact("scale", "mean", float("nan")),
        _set_fact("scale", "deviation", 0.0),
        _set_fact("scale", "deviation", -1.0),
        _set_fact("scale", "deviation", float("inf")),
        _set_fact("scale", "skew", 1.0),
        _set_fact("data", "name", None),
        _set_fact("data", "is_genuine_mnist", "yes"),
        _set_fact("leg", "first_step", -1),
        _set_fact("leg", "first_step", 7),
        _set_fact("leg", "last_step", 5),
        _set_fact("leg", "last_step", 10**30),
        _set_fact("leg", "last_step", 12.0),
        _set_fact("leg", "images", 10**12),
        _change_facts(lambda facts: facts["evaluations"][0].update(step=10**18)),
        _change_facts(lambda facts: facts["evaluations"][0].update(step=True)),
        _change_facts(lambda facts: facts["evaluations"][0].update(accuracy=7.0)),
        _change_facts(lambda facts: facts["evaluations"][0].update(loss=float("inf"))),
        _change_facts(lambda facts: facts.update(evaluations=None)),
        _change_facts(lambda facts: facts.update(evaluations=[1])),
        _change_facts(lambda facts: facts.update(test=[])),
        _change_facts(lambda facts: facts.update(test={"step": 1})),
        _change_facts(lambda facts: facts.update(made_with=["torch"])),
        _change_facts(lambda facts: facts.update(leg=None)),
        _change_facts(lambda facts: facts.update(rate_changes=[1])),
        _change_facts(lambda facts: facts.update(rate_changes=[{"step": 7, "learning_rate": 0.1}])),
        _change_facts(lambda facts: facts.update(rate_changes=[{"step": 2, "learning_rate": 0.0}])),
        _change_facts(lambda facts: facts.update(rate_changes=[{"step": s, "learning_rate": 0.1} for s in (3, 2)])),
        _change_facts(lambda facts: facts.update(memory_reliefs=[{"step": 7, "kind": "cpu"}])),
        _change_facts(lambda facts: facts.update(memory_reliefs=[{"step": 2, "kind": "more"}])),
        _change_facts(lambda facts: facts.update(memory_reliefs=[{"step": s, "kind": "cpu"} for s in (3, 2)])),
    ],
)
def test_contents_that_do_not_go_together_are_refused(change: Callable[[Contents], None], run_file: Path) -> None:
    _reseal(run_file, change)
    _assert_refused(run_file, "not those of a lossviz run")


def test_an_unchanged_file_that_was_sealed_again_opens(run_file: Path) -> None:
    _reseal(run_file, _change_facts(lambda facts: facts))
    load_run(run_file)


@pytest.mark.parametrize("number", [torch.nan, torch.inf, -torch.inf])
def test_weights_that_are_not_finite_are_refused_by_the_layers_name(number: float, run_file: Path) -> None:
    _reseal(run_file, lambda contents: contents["weights"]["linear.weight"].view(-1)[77].fill_(number))
    _assert_refused(run_file, "linear.weight holds numbers that are not finite")


def test_another_networks_weights_are_refused_by_the_layers_name(run_file: Path) -> None:
    other = _trained(quick_settings(network="course_cnn", epochs=1), until=0)
    _reseal(run_file, lambda contents: contents.update(weights=other.weights))
    _assert_refused(run_file, "another network \\(conv1.bias\\)")


def test_weights_of_another_size_are_refused_by_the_layers_name(run_file: Path) -> None:
    _reseal(run_file, lambda contents: contents["weights"].update({"linear.bias": torch.zeros(3)}))
    _assert_refused(run_file, "layer linear.bias is of another size")
    _reseal(run_file, lambda contents: contents["weights"].update({"linear.bias": torch.zeros(10).double()}))
    _assert_refused(run_file, "layer linear.bias is of another size")


# Saving where it cannot be done


def test_a_run_whose_weights_would_be_refused_is_not_saved_over_a_good_one(run_file: Path) -> None:
    before = run_file.read_bytes()
    weights = {name: tensor * torch.nan for name, tensor in _quick_run().weights.items()}
    with pytest.raises(LossvizError, match=r"could not be saved.*not finite.*smaller learning rate"):
        save_run(run_file, replace(_quick_run(), weights=weights))
    assert run_file.read_bytes() == before


def _fail_with(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(("owner", "name"), [(os, "fsync"), (Path, "replace")])
def test_a_full_disk_leaves_the_old_file_and_no_other(
    owner: object, name: str, run_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run_file.read_bytes()
    monkeypatch.setattr(owner, name, _fail_with(errno.ENOSPC))
    with pytest.raises(LossvizError, match="the disk is full") as caught:
        save_run(run_file, _trained(quick_settings(epochs=1)))
    assert str(run_file) in str(caught.value)
    assert run_file.read_bytes() == before
    assert list(run_file.parent.iterdir()) == [run_file]


class _FullDisk(io.FileIO):
    def write(self, piece: Any) -> int:
        if len(piece) > 100:  # not the first bytes of the archive
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(piece)


def test_a_disk_that_fills_up_under_the_weights_leaves_the_old_file_and_no_other(
    run_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run_file.read_bytes()
    monkeypatch.setattr(Path, "open", lambda path, _mode: _FullDisk(path, "w"))
    with pytest.raises(LossvizError, match="the disk is full"):
        save_run(run_file, _quick_run())
    monkeypatch.undo()
    assert run_file.read_bytes() == before
    assert list(run_file.parent.iterdir()) == [run_file]


def test_ctrl_c_while_saving_leaves_the_old_file_and_no_other(run_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    before = run_file.read_bytes()
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save_run(run_file, _quick_run())
    assert run_file.read_bytes() == before
    assert list(run_file.parent.iterdir()) == [run_file]


def test_a_place_where_no_file_can_be_is_told_with_the_systems_words(run_file: Path) -> None:
    for path in (run_file / "below.pt", run_file.parent / "absent" / "run.pt", run_file.parent, Path()):
        with pytest.raises(LossvizError, match="could not be saved"):
            save_run(path, _quick_run())
    assert list(run_file.parent.iterdir()) == [run_file]


def test_an_empty_log_is_saved_too(tmp_path: Path) -> None:
    save_run(tmp_path / "run.pt", _trained(quick_settings(), until=0))
    loaded = load_run(tmp_path / "run.pt")
    assert len(loaded.log) == 0
    assert loaded.test is None


def test_the_evaluation_of_the_test_part_comes_back_even_if_nothing_was_right(tmp_path: Path) -> None:
    test = Evaluation(6, 0.0, 0.0)
    save_run(tmp_path / "run.pt", replace(_quick_run(), test=test))
    assert load_run(tmp_path / "run.pt").test == test


def test_two_runs_from_one_file_do_not_share_their_curves(run_file: Path) -> None:
    one, two = load_run(run_file), load_run(run_file)
    one.log.append(1, 1)
    assert len(two.log) == 6
    assert isinstance(two.log, MetricLog)


def test_moments_that_overflowed_do_not_make_a_file_that_is_refused(tmp_path: Path) -> None:
    run = _quick_run()
    path = tmp_path / "run.pt"
    save_run(path, replace(run, optimizer_state={**run.optimizer_state, "state": _momentum(torch.inf)}))
    assert load_run(path).optimizer_state["state"] == {}
    assert load_run(path).resumed(CPU).step == 6
