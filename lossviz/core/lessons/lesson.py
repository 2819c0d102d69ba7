"""What a guided lesson is: steps with a state of the window, a caption and perhaps a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lossviz.core.names import Language


@dataclass(frozen=True)
class Words:
    """A text in both languages; either may be empty, but not both."""

    en: str = ""
    zh_CN: str = ""

    @classmethod
    def plain(cls, text: str) -> "Words":
        """The same text whatever the language."""
        return cls(text, text)

    def in_language(self, language: str) -> str:
        """The text in this language, or the other one where there is none."""
        return self.zh_CN or self.en if language.startswith("zh") else self.en or self.zh_CN

    def changed(self, language: Language, text: str) -> "Words":
        """With another text in one language."""
        return Words(text, self.zh_CN) if language == "en" else Words(self.en, text)


@dataclass(frozen=True)
class Prediction:
    """A question that is answered before something is revealed.

    hide: objectNames of what is covered until then. answer: which option is right, from 1.
    tally: how many hands there were for each option when the lesson was saved; empty if nobody counted.
    """

    question: Words
    options: tuple[Words, ...]
    answer: int
    because: Words
    hide: tuple[str, ...] = ()
    tally: tuple[int, ...] = ()


@dataclass(frozen=True)
class Step:
    """One picture of the window and what is said about it.

    page: the page in front. show: names of panels; the first one or two are what a projector shows.
    state: what is set before, store by store, as in a session. press: objectNames of buttons clicked then.
    look_at: objectNames that get a frame. shows: what the text of a widget contains once all is revealed.
    lines: where in its file each entry stands, by its path such as "press.0"; "" is the step itself.
    """

    title: Words
    page: str
    caption: Words
    show: tuple[str, ...] = ()
    state: Mapping[str, object] = field(default_factory=dict)
    press: tuple[str, ...] = ()
    look_at: tuple[str, ...] = ()
    predict: Prediction | None = None
    shows: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, path: str) -> int | None:
        """The line of an entry, or of the nearest one around it; None for a step that was never in a file."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path)


@dataclass(frozen=True)
class Lesson:
    """key: its name for scripts. number: its place in the course; 0 for none. lines: as those of a step."""

    key: str
    title: Words
    goal: Words
    minutes: int
    steps: tuple[Step, ...]
    number: int = 0
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, step: int | None, path: str) -> int | None:
        """The line of an entry of that step, or of the lesson itself."""
        return self.lines.get(path) if step is None else self.steps[step].line_of(path)

    def state_layers(self, index: int) -> list[dict[str, object]]:
        """What is to be set for that step, one upon the other: for its stores, what the steps up to it say of them."""
        stores = self.steps[index].state.keys()
        layers = ({key: step.state[key] for key in stores if key in step.state} for step in self.steps[: index + 1])
        return [layer for layer in layers if layer]

    def with_step(self, index: int, step: Step) -> "Lesson":
        """With another step in that place."""
        return replace(self, steps=(*self.steps[:index], step, *self.steps[index + 1 :]))

    def with_tallies(self, tallies: Mapping[int, tuple[int, ...]]) -> "Lesson":
        """With the hands that were counted, by the step's index; steps without a question are left alone."""
        lesson = self
        for index, tally in tallies.items():
            step = lesson.steps[index]
            if step.predict:
                lesson = lesson.with_step(index, replace(step, predict=replace(step.predict, tally=tally)))
        return lesson
