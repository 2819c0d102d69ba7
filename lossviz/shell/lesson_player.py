"""Plays a lesson in the window: sets each step up, covers, frames and presses what it says, and tells what fails."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.lessons.lesson import Step
from lossviz.shell.lesson_marks import LessonMarks, found
from lossviz.stores.lesson_store import LessonStore, Phase
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.theme import ThemeSource


class States(Protocol):
    """What a step needs of the table of states."""

    @property
    def defaults(self) -> Mapping[str, object]:
        """The states of all stores when the window was made."""
        ...

    def state(self) -> Mapping[str, object]:
        """The states of all stores now."""
        ...

    def wait(self) -> None:
        """Let all come first that was asked for before."""
        ...

    def prepare(self, partial: Mapping[str, object]) -> Callable[[], None]:
        """Check some of them; what is returned puts them in force. Raises: LossvizError that names the key."""
        ...

    def set_state(self, partial: Mapping[str, object]) -> None:
        """Put some of them in force, all or nothing. Raises: LossvizError that names the key."""
        ...


@dataclass(frozen=True)
class Scene:
    """What a step can bring to the front. show_panel raises KeyError for a name that no page has."""

    show_page: Callable[[str], object]
    show_panel: Callable[[str], object]


class LessonPlayer(QObject):
    """Follows the lesson's store. What does not fit this version is told, and the lesson goes on without it.

    root: the window in which everything that a step names must be.
    """

    refused = Signal(object)  # LossvizError
    step_ready = Signal()  # the step is set up and drawn

    def __init__(
        self, store: LessonStore, states: States, clock: FrameClock, scene: Scene, root: QWidget, theme: ThemeSource
    ) -> None:
        super().__init__(root)
        self._store = store
        self._states = states
        self._clock = clock
        self._scene = scene
        self._marks = LessonMarks(root, theme)
        self._others: dict[QWidget, LessonMarks] = {}
        self._before: Mapping[str, object] | None = None
        self._is_pressed = True
        self._is_given = False
        store.lesson_changed.connect(self._on_lesson_changed)
        store.step_changed.connect(self._on_step_changed)
        store.phase_changed.connect(self.show_marks)
        store.exploring_changed.connect(self.show_marks)

    @property
    def state_before(self) -> Mapping[str, object] | None:
        """What was set in the window before the lesson began, for whoever wants it back."""
        return self._before

    def add_window(self, root: QWidget, theme: ThemeSource) -> None:
        """Cover and frame in this window too, as far as it has what a step names, until it dies."""
        self._others[root] = LessonMarks(root, theme)
        self.show_marks()

    def show_marks(self) -> None:
        """Cover and frame what the step says in all windows: also after a window has built its parts anew."""
        step, store = self._store.step, self._store
        predict = step.predict if step else None
        hidden = predict.hide if predict and store.phase is Phase.ASKED else ()
        framed = step.look_at if step and not store.is_exploring else ()
        self._others = {root: marks for root, marks in self._others.items() if shiboken6.isValid(root)}
        for marks in (self._marks, *self._others.values()):
            marks.cover(hidden)
            marks.frame(framed)

    def restore(self) -> None:
        """Set everything as it was before the lesson."""
        before, self._before = self._before, None
        if before is not None:
            self._states.set_state(before)

    def _on_lesson_changed(self) -> None:
        if self._store.lesson is not None and not self._is_given:
            self._states.wait()
            self._before = self._states.state()
        self._is_given = self._store.lesson is not None

    def _on_step_changed(self) -> None:
        step = self._store.step
        self.show_marks()  # first: not even for a frame may the number be seen
        if step is None:
            return
        self._set_state(step)
        self._scene.show_page(step.page)
        for place, name in enumerate(step.show):
            self._show_panel(step, place, name)
        self._is_pressed = False
        self._clock.mark_dirty(self._on_drawn)

    def _set_state(self, step: Step) -> None:
        """The stores that the step names, at the first step all of the lesson's, are first as when the window was made:
        what was set before leaves no trace.
        """
        lesson, defaults = self._store.lesson, self._states.defaults
        if lesson is None:
            return
        named = (step,) if self._store.index else lesson.steps
        self._put(step, {key: defaults[key] for each in named for key in each.state if key in defaults})
        for layer in lesson.state_layers(self._store.index):
            self._put(step, layer)

    def _put(self, step: Step, states: Mapping[str, object]) -> None:
        good = {}
        for key, state in states.items():
            try:
                self._states.prepare({key: state})
                good[key] = state
            except LossvizError as error:
                self._refuse(step, f"state.{key}", spoken_error(error))
        self._states.set_state(good)

    def _show_panel(self, step: Step, place: int, name: str) -> None:
        try:
            self._scene.show_panel(name)
        except KeyError:
            self._refuse(step, f"show.{place}", self.tr("There is no panel “{name}”.").format(name=name))

    def _on_drawn(self) -> None:
        """Everything has been drawn once: buttons know whether they can be pressed, and what can be seen is seen."""
        step = self._store.step
        if step is None or self._is_pressed:
            return
        self._is_pressed = True
        self._look_for_names(step)
        for place, name in enumerate(step.press):
            self._press(step, place, name)
        self.show_marks()
        self._clock.mark_dirty(self._on_ready)

    def _on_ready(self) -> None:
        if self._is_pressed and self._store.step is not None:
            self.step_ready.emit()

    def _press(self, step: Step, place: int, name: str) -> None:
        button = found(self._marks.root, name)
        if not isinstance(button, QAbstractButton):
            reason = self.tr("There is no button “{name}”.").format(name=name)
            self._refuse(step, f"press.{place}", reason)
        elif not button.isEnabled():
            reason = self.tr("The button “{name}” cannot be pressed now.").format(name=name)
            self._refuse(step, f"press.{place}", reason)
        else:
            button.click()

    def _look_for_names(self, step: Step) -> None:
        named = [(f"look_at.{place}", name) for place, name in enumerate(step.look_at)]
        named += [
            (f"predict.hide.{place}", name) for place, name in enumerate(step.predict.hide if step.predict else ())
        ]
        for path, name in named:
            if found(self._marks.root, name) is None:
                self._refuse(step, path, self.tr("There is no control “{name}”.").format(name=name))

    def _refuse(self, step: Step, path: str, reason: str) -> None:
        line = step.line_of(path)
        what = (
            QT_TRANSLATE_NOOP("errors", "Something in step {number} of the lesson was left out: {entry}, line {line}.")
            if line
            else QT_TRANSLATE_NOOP("errors", "Something in step {number} of the lesson was left out: {entry}.")
        )
        self.refused.emit(
            LossvizError(
                what,
                "{reason}",
                QT_TRANSLATE_NOOP(
                    "errors", "The lesson goes on. It may have been written for another version; correct the file."
                ),
                number=self._store.index + 1,
                entry=path.partition(".")[0] if not path.startswith("predict") else "hide",
                line=line,
                reason=reason,
            )
        )
