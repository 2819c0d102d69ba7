"""A processor is used only after it has shown that it works; otherwise the CPU, with the reason."""

import pytest
import torch
from torch import nn

from lossviz.core.names import DeviceName
from lossviz.core.training import devices
from lossviz.core.training.devices import choose_device


def _no_accelerators() -> list[str]:
    return []


def test_the_cpu_is_taken_without_a_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_why_unusable", lambda device: pytest.fail(f"{device} was probed"))
    choice = choose_device("cpu")
    assert choice.device.type == "cpu"
    assert choice.label == "CPU"
    assert choice.fallback == ""


def test_auto_takes_the_cpu_in_silence_where_there_is_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_accelerators", _no_accelerators)
    choice = choose_device("auto")
    assert choice.device.type == "cpu"
    assert (choice.fallback, choice.reason) == ("", "")


@pytest.mark.parametrize("wanted", ["cuda", "mps"])
def test_a_processor_that_is_not_there_falls_back_with_torchs_reason(wanted: DeviceName) -> None:
    present = torch.cuda.is_available() if wanted == "cuda" else torch.backends.mps.is_available()
    if present:
        pytest.skip(f"{wanted} works here")
    choice = choose_device(wanted)
    assert choice.device.type == "cpu"
    assert choice.reason.startswith(f"{wanted}: ")
    assert wanted in choice.fallback.format(reason=choice.reason)
    assert "\n" not in choice.reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RuntimeError("CUDA error: no kernel image\nmore about it"), "cuda: CUDA error: no kernel image"),
        (RuntimeError("\n \nout of memory"), "cuda: out of memory"),
        (RuntimeError(""), "cuda: RuntimeError"),
        (AssertionError(), "cuda: AssertionError"),
        (NotImplementedError("no convolution here"), "cuda: no convolution here"),
    ],
)
def test_a_failing_probe_gives_its_reason(error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(devices, "_accelerators", lambda: ["cuda"])
    monkeypatch.setattr(nn, "Conv2d", fail)
    for wanted in ("auto", "cuda"):
        choice = choose_device("auto" if wanted == "auto" else "cuda")
        assert choice.device.type == "cpu"
        assert choice.reason == reason


def test_every_accelerator_is_tried_and_the_first_that_works_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_accelerators", lambda: ["cuda", "mps"])
    monkeypatch.setattr(devices, "_why_unusable", lambda device: "broken" if device.type == "cuda" else "")
    choice = choose_device("auto")
    assert (choice.device.type, choice.label, choice.fallback) == ("mps", "Apple GPU", "")
    monkeypatch.setattr(devices, "_why_unusable", lambda device: "broken")
    assert choose_device("auto").reason == "cuda: broken; mps: broken"


def test_the_probe_passes_on_the_cpu() -> None:
    assert devices._why_unusable(torch.device("cpu")) == ""
