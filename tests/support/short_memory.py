"""A GPU whose memory runs out where a test wants it to, pretended on the CPU."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import torch
from torch import Tensor, nn

from lossviz.core.training.training_run import TrainingRun

MESSAGE = "CUDA out of memory. Tried to allocate 2.00 GiB."


@dataclass(eq=False)
class ShortMemory:
    """most_images: that a network can be trained on at once; it can be asked about ten times as many.

    sizes: of all batches that it was to be trained on, and the kind of device.
    """

    most_images: int
    sizes: list[tuple[str, int]] = field(default_factory=list)

    def check(self, device: torch.device, images: Tensor) -> None:
        """Raises: torch.OutOfMemoryError if these are too many for the GPU."""
        is_trained = torch.is_grad_enabled()
        if is_trained:
            self.sizes.append((device.type, len(images)))
        if device.type == "cuda" and len(images) > self.most_images * (1 if is_trained else 10):
            raise torch.OutOfMemoryError(MESSAGE)


def pretend_short_memory(monkeypatch: pytest.MonkeyPatch, most_images: int) -> ShortMemory:
    """Let every run be on such a GPU until it is moved away for want of memory."""
    memory = ShortMemory(most_images)
    on_cpu: set[nn.Module] = set()
    forward: Callable[[nn.Sequential, Tensor], Tensor] = nn.Sequential.forward

    def device_of(network: nn.Module) -> torch.device:
        return torch.device("cpu" if network in on_cpu else "cuda")

    def checked(network: nn.Sequential, images: Tensor) -> Tensor:
        memory.check(device_of(network), images)
        return forward(network, images)

    def move_to(run: TrainingRun, device: torch.device) -> None:
        if device.type == "cpu" and run.log.memory_reliefs:
            on_cpu.add(run.network)

    monkeypatch.setattr(TrainingRun, "device", property(lambda run: device_of(run.network)))
    monkeypatch.setattr(TrainingRun, "move_to", move_to)
    monkeypatch.setattr(nn.Sequential, "forward", checked)
    return memory
