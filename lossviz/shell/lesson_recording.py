"""What the lesson editor takes from the window, and how it becomes a step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lossviz.core.lessons.lesson import Lesson, Step
from lossviz.core.lessons.recording import recorded_state

_MOST_SHOWN = 2  # panels that a recorded step names: what a projector shows

AllStates = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class View:
    """page: in front of the window. panels: those of it that can be seen, by their names."""

    page: str
    panels: tuple[str, ...]


@dataclass(frozen=True)
class Recording:
    """What stands in the window now and stood there at first, and the objectNames of what can be seen."""

    states: Callable[[], AllStates]
    defaults: Callable[[], AllStates]
    view: Callable[[], View]
    controls: Callable[[], Sequence[str]]

    def into(self, step: Step, view: View, lesson: Lesson, index: int) -> Step:
        """The step as one that sets the window up as it is; index: its place in the lesson."""
        state = recorded_state(self.states(), self.defaults(), lesson, index)
        kept = tuple(name for name in step.show if name.startswith(f"{view.page}."))
        return replace(step, page=view.page, state=state, show=kept or view.panels[:_MOST_SHOWN])
