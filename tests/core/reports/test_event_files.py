"""Event files: what TensorBoard's own reader finds in them is the log."""

import struct
from pathlib import Path

import numpy as np
import pytest

from lossviz.core.reports.event_files import event_pieces, folder_name, write_event_files
from lossviz.core.reports.event_records import masked_crc, scalars_record
from tests.support.report_runs import report_run

WALL_TIME = 1_700_000_000.0


def unmasked(crc: int) -> int:
    turned = (crc - 0xA282EAD8) & 0xFFFFFFFF
    return ((turned >> 17) | (turned << 15)) & 0xFFFFFFFF


@pytest.mark.parametrize(
    ("data", "crc"),
    [
        (b"123456789", 0xE3069283),
        (bytes(32), 0x8A9136AA),
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
    ],
)
def test_the_checksum_is_the_published_one(data: bytes, crc: int) -> None:
    """Source: RFC 3720, B.4; the first, the check value of every catalogue of checksums."""
    assert unmasked(masked_crc(data)) == crc


def test_every_record_is_framed_by_its_length_and_two_checksums() -> None:
    content = b"".join(event_pieces(report_run(), WALL_TIME))
    count = 0
    while content:
        (length,) = struct.unpack("<Q", content[:8])
        (of_length,) = struct.unpack("<I", content[8:12])
        (of_message,) = struct.unpack("<I", content[12 + length : 16 + length])
        assert of_length == masked_crc(content[:8])
        assert of_message == masked_crc(content[12 : 12 + length])
        content, count = content[16 + length :], count + 1
    assert count == 2 + 30 + 3 + 1  # version and settings, steps, evaluations, test


@pytest.mark.parametrize("number", [1e300, -1e300, float("nan"), float("inf")])
def test_numbers_that_32_bits_do_not_hold_are_written_all_the_same(number: float) -> None:
    assert scalars_record(WALL_TIME, 1, {"loss": number})


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Run 1: MSE", "Run 1_ MSE"),
        ("../../x", "_.._x"),
        ("<b>", "_b_"),
        (". .", "run"),
        ("", "run"),
        ("a" * 99, "a" * 60),
    ],
)
def test_a_name_becomes_one_folder_here_and_elsewhere(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_a_second_export_stands_beside_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        write_event_files(tmp_path, [report_run("same"), report_run("same")], WALL_TIME)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["same", "same (2)", "same (3)", "same (4)"]


def test_tensorboards_own_reader_finds_the_log(tmp_path: Path) -> None:
    accumulator = pytest.importorskip(
        "tensorboard.backend.event_processing.event_accumulator", reason="tensorboard is not installed"
    )
    run = report_run("Ünïcode | run")
    (file,) = write_event_files(tmp_path, [run], WALL_TIME)
    found = accumulator.EventAccumulator(str(file.parent), size_guidance={"scalars": 0, "tensors": 0})
    found.Reload()
    losses = found.Scalars("loss/batch")
    assert [event.step for event in losses] == list(range(1, 31))
    wanted = run.log.columns().losses.astype(np.float32)
    assert [event.value for event in losses] == wanted.tolist()
    validation = [(event.step, event.value) for event in found.Scalars("accuracy/validation")]
    assert validation == [(each.step, float(np.float32(each.accuracy))) for each in run.log.evaluations]
    assert run.test is not None
    assert [event.value for event in found.Scalars("loss/test")] == [float(np.float32(run.test.loss))]
    (settings,) = found.Tensors("settings")
    assert "| learning_rate | 0.1 |" in settings.tensor_proto.string_val[0].decode()
