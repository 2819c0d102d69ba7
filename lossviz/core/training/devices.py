"""Which processor a run uses: tried with a real forward and backward pass, never only looked up."""

from dataclasses import dataclass
from functools import cache

import torch
from torch import nn

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.names import DeviceName


@dataclass(frozen=True)
class DeviceChoice:
    """The processor that was found to work.

    label: its name as its maker gives it. fallback: why it is not the one asked for, an English template that may have
    the field {reason}, empty when it is.
    """

    device: torch.device
    label: str
    fallback: str = ""
    reason: str = ""


def choose_device(wanted: DeviceName) -> DeviceChoice:
    """The wanted processor, or the best that works for "auto"; the CPU, with the reason, where it does not work."""
    if wanted == "cpu":
        return _CPU
    candidates = _accelerators() if wanted == "auto" else [wanted]
    reasons = []
    for kind in candidates:
        reason = _why_unusable(torch.device(kind))
        if not reason:
            return DeviceChoice(torch.device(kind), _label(kind))
        reasons.append(f"{kind}: {reason}")
    if not reasons:
        return _CPU
    return DeviceChoice(
        _CPU.device,
        _CPU.label,
        QT_TRANSLATE_NOOP("errors", "The CPU is used, because the GPU does not work here. PyTorch says: “{reason}”."),
        "; ".join(reasons),
    )


@cache
def mixed_precision_pays(wanted: DeviceName) -> bool:
    """Whether the wanted processor multiplies in bfloat16 faster than in float32. CPUs mostly do not."""
    return wanted in {"auto", "cuda"} and torch.cuda.is_available()


def _accelerators() -> list[str]:
    found = ["cuda"] if torch.cuda.is_available() else []
    return [*found, "mps"] if torch.backends.mps.is_available() else found


def _why_unusable(device: torch.device) -> str:
    """Empty if a small convolution can be computed and differentiated on `device`, else torch's first line about it."""
    try:
        layer = nn.Conv2d(1, 2, kernel_size=3).to(device)
        loss = layer(torch.ones(2, 1, 8, 8, device=device)).square().mean()
        loss.backward()
        float(loss.detach())
    except (RuntimeError, AssertionError) as error:  # what torch raises where there is no such device
        return next(filter(str.strip, str(error).splitlines()), type(error).__name__)
    return ""


def _label(kind: str) -> str:
    return torch.cuda.get_device_name(0) if kind == "cuda" else "Apple GPU"


_CPU = DeviceChoice(torch.device("cpu"), "CPU")

# In the place of a GPU whose memory has run out.
CPU_INSTEAD = DeviceChoice(
    _CPU.device,
    _CPU.label,
    QT_TRANSLATE_NOOP("errors", "The CPU is used, because the memory of the GPU has run out."),
)
