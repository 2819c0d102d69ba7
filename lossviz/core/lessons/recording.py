"""Turns what is set in the window into the state of a step."""

from collections.abc import Mapping

from lossviz.core.lessons.lesson import Lesson

_OF_THE_MACHINE = {"training": ("device", "threads")}  # not of the lesson: it is given on other machines


def recorded_state(
    states: Mapping[str, Mapping[str, object]],
    defaults: Mapping[str, Mapping[str, object]],
    lesson: Lesson,
    index: int,
) -> dict[str, object]:
    """The states that the step of this index needs: of each store that is not as it was at the start.

    A store that an earlier step names is recorded in any case, or what that step says of it would show through.
    """
    named = {key for step in lesson.steps[:index] for key in step.state}
    return {
        key: {name: value for name, value in state.items() if name not in _OF_THE_MACHINE.get(key, ())}
        for key, state in states.items()
        if key in named or state != defaults.get(key)
    }
