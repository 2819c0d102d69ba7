"""What a person has set for the next training, as a state of plain values."""

import os
from collections.abc import Callable, Mapping

from lossviz.core.names import DEVICE_NAMES
from lossviz.core.sessions.state_reader import StateReader
from lossviz.core.training.settings import CHOICES, LIMITS, MOST_THREADS, PRESETS, TrainingSettings
from lossviz.stores.training_store import TrainingStore


class TrainingChoices:
    """The state of a training store: every setting by its name, or preset, which those given beside it change; device;
    threads; continues: whether Start goes on with the last run where that is possible.

    More threads than there are processors would slow each other down: a state that was made on a larger machine gives
    as many as there are.
    """

    def __init__(self, training: TrainingStore) -> None:
        self._training = training

    def state(self) -> dict[str, object]:
        """The settings of the next run, and what it is to run on."""
        training = self._training
        return {
            **training.settings.as_dict(),
            "device": training.wanted_device,
            "threads": training.threads,
            "continues": training.is_to_continue,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, training = StateReader(state, "training"), self._training
        settings = settings_of(reader, training.settings)
        device = reader.choice("device", DEVICE_NAMES)
        threads = reader.whole("threads", 1, MOST_THREADS)
        continues = reader.flag("continues")
        reader.finish()

        def put_in_force() -> None:
            with training.editing():
                training.set_settings(settings)
                training.set_wanted_device(device or training.wanted_device)
                training.set_threads(_within_reach(threads or training.threads, training.threads))
                training.set_continues(training.is_to_continue if continues is None else continues)

        return put_in_force


def settings_of(reader: StateReader, present: TrainingSettings) -> TrainingSettings:
    """The settings that are there, over a preset or else over the present ones.

    Raises: LossvizError that names the key.
    """
    preset = reader.choice("preset", PRESETS)
    base = PRESETS[preset] if preset else present
    read: dict[str, object] = {name: reader.choice(name, allowed) for name, allowed in CHOICES.items()}
    for name, (low, high) in LIMITS.items():
        is_whole = isinstance(getattr(base, name), int)
        read[name] = reader.whole(name, int(low), int(high)) if is_whole else reader.number(name, low, high)
    return base.changed(**{name: value for name, value in read.items() if value is not None})


def _within_reach(threads: int, present: int) -> int:
    return min(threads, max(os.cpu_count() or 1, present))
