"""Lesson files: what is read and written, and the line of everything that cannot be used."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.core.lessons.lesson_file import read, save, write
from lossviz.core.lessons.pressable import PRESSABLE, PRESSABLE_BY_PAGE
from lossviz.core.lessons.shipped import lesson_paths
from lossviz.core.names import PAGE_NAMES
from lossviz.resource_files import resource_path

GOOD = """\
lossviz_lesson: 1
key: small
title: A lesson
goal: {en: To see, zh_CN: 看}
minutes: 3
steps:
  - title: First
    page: fit
    show: [fit.plot]
    state: {fit: {w: 1.5, scenario: clean, is_law_shown: true, cases: [[1, 0], [2.5, 1e-3]], name: "1"}}
    press: [fit.play]
    caption: Look here.
    look_at: [fit.loss_bce]
    predict:
      hide: [fit.loss_bce]
      question: How much?
      options: [0.25, yes, "no"]
      answer: 2
      because: So it is.
      tally: [3, 0, 12]
    shows: {fit.loss_bce: 0.69}
  - {title: Second, page: mnist, caption: The end.}
"""


def refusal(text: str) -> LossvizError:
    with pytest.raises(LossvizError) as caught:
        read(text, "mine.yaml")
    assert "mine.yaml" in str(caught.value)
    return caught.value


def without(line: int, text: str = GOOD) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[: line - 1] + lines[line:])


def instead(line: int, new: str, text: str = GOOD) -> str:
    lines = text.splitlines()
    return "\n".join([*lines[: line - 1], new, *lines[line:]])


def test_everything_that_a_file_says_is_in_the_lesson() -> None:
    lesson = read(GOOD)
    assert (lesson.key, lesson.minutes, lesson.number) == ("small", 3, 0)
    assert lesson.title == Words("A lesson", "A lesson")
    assert lesson.goal == Words("To see", "看")
    first, second = lesson.steps
    assert first.state == {
        "fit": {"w": 1.5, "scenario": "clean", "is_law_shown": True, "cases": [[1, 0], [2.5, 0.001]], "name": "1"}
    }
    assert first.predict
    assert [option.en for option in first.predict.options] == ["0.25", "yes", "no"]
    assert (first.predict.answer, first.predict.tally) == (2, (3, 0, 12))
    assert first.shows == {"fit.loss_bce": "0.69"}
    assert (first.show, first.press, first.look_at) == (("fit.plot",), ("fit.play",), ("fit.loss_bce",))
    assert second == Step(Words.plain("Second"), "mnist", Words.plain("The end."))


def test_a_step_knows_the_lines_of_its_entries() -> None:
    first, second = read(GOOD).steps
    assert (first.line_of(""), first.line_of("page"), first.line_of("press.0")) == (7, 8, 11)
    assert (first.line_of("state.fit"), first.line_of("predict.hide.0"), first.line_of("shows.fit.loss_bce")) == (
        *(10, 15),
        21,
    )
    assert first.line_of("press.7") == 11
    assert second.line_of("look_at") == 22
    assert Step(Words("New"), "fit", Words("New")).line_of("page") is None


def test_running_text_loses_its_line_breaks_and_chinese_text_its_spaces_at_them() -> None:
    english = "\n".join(["      en: >", "        One", "        two.", "", "        Three."])
    chinese = "\n".join(["      zh_CN: >", "        损失", "        函数"])
    caption = read(instead(12, f"    caption:\n{english}\n{chinese}")).steps[0].caption
    assert caption == Words("One two.\nThree.", "损失函数")


def test_a_text_in_one_language_stands_for_both() -> None:
    lesson = read(instead(3, "title: {zh_CN: 损失}"))
    assert [lesson.title.in_language(language) for language in ("en", "zh_CN", "zh_TW")] == ["损失"] * 3
    assert lesson.goal.in_language("en_GB") == "To see"


def test_the_example_of_the_format_is_read_and_comes_back_when_written() -> None:
    text = resource_path("lessons/FORMAT.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    lesson = read(example)
    assert len(lesson.steps) == 2
    assert read(write(lesson)) == lesson


def test_the_format_s_page_names_every_page_and_key() -> None:
    text = resource_path("lessons/FORMAT.md").read_text(encoding="utf-8")
    keys = re.findall(r"^ *(?:- )?(\w+):", GOOD, re.MULTILINE)
    assert [word for word in (*PAGE_NAMES, *keys) if f"`{word}`" not in text] == []


def test_the_format_s_page_names_every_button_that_a_lesson_may_press() -> None:
    text = resource_path("lessons/FORMAT.md").read_text(encoding="utf-8")
    told = text.partition("## Buttons that a lesson may press")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", told, re.MULTILINE))
    assert {page: tuple(row.replace("`", "").split()) for page, row in rows.items()} == PRESSABLE_BY_PAGE


def test_shipped_lessons_come_back_when_written() -> None:
    paths = lesson_paths()
    assert paths
    for path in paths:
        lesson = read(path)
        assert read(write(lesson)) == lesson, path


letters = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=90)
texts = st.one_of(letters, st.lists(letters, min_size=1, max_size=4).map("\n".join), st.sampled_from("-:#&*![{>|%@"))
words = st.builds(Words, texts.map(str.strip), texts.map(str.strip)).filter(lambda text: bool(text.en or text.zh_CN))
names = st.from_regex(r"[a-z]{1,9}\.[a-z_0-9]{1,9}", fullmatch=True)
leaves = st.one_of(
    *(st.none(), st.booleans(), st.integers(-(10**6), 10**6), st.floats(allow_nan=False, allow_infinity=False)),
    *(letters, st.sampled_from(["1e-3", "true", "", "~", " 1", "0x1"])),
)
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
predictions = st.builds(
    lambda question, options, because, hide: Prediction(question, tuple(options), len(options), because, tuple(hide)),
    *(words, st.lists(words, min_size=2, max_size=4), words, st.lists(names, max_size=2)),
)
steps = st.builds(
    Step,
    title=words,
    page=st.just("fit"),
    caption=words,
    state=st.dictionaries(names, st.dictionaries(names, values, max_size=3), max_size=2),
    press=st.lists(st.sampled_from(sorted(PRESSABLE)), max_size=2).map(tuple),
    predict=st.one_of(st.none(), predictions),
    shows=st.dictionaries(names, letters.map(str.strip).filter(bool), max_size=2),
)


@given(words, words, st.lists(steps, min_size=1, max_size=3))
def test_every_lesson_comes_back_when_written(title: Words, goal: Words, some_steps: list[Step]) -> None:
    lesson = Lesson("key", title, goal, 5, tuple(some_steps))
    assert read(write(lesson)) == lesson


def test_spaces_that_somebody_put_between_chinese_words_stay() -> None:
    lesson = read(GOOD)
    spaced = lesson.with_step(1, replace(lesson.steps[1], caption=Words("Long. " * 20 + ".", "损失 函数 " * 20 + "。")))
    assert read(write(spaced)) == spaced


def test_a_tally_is_saved_only_if_it_is_asked_for(tmp_path: Path) -> None:
    lesson = read(GOOD).with_tallies({0: (1, 2, 3), 1: (4,)})
    save(tmp_path / "with.yaml", lesson)
    predict = read(tmp_path / "with.yaml").steps[0].predict
    assert predict
    assert predict.tally == (1, 2, 3)
    assert "tally" not in write(read(GOOD).with_tallies({0: ()}))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (instead(8, "    page: [fit"), 9, "YAML"),
        (instead(8, "\tpage: fit"), 8, "YAML"),
        (instead(12, "    caption: \x07"), 12, "YAML"),
        ("", 1, "nothing"),
        ("- a\n- b\n", 1, "map"),
        (instead(1, "lossviz_lesson: 2"), 1, "version 2"),
        (instead(1, "lossviz_lesson: new"), 1, "whole number"),
        (without(1), 1, "lossviz_lesson"),
        (without(2), 1, "“key” is missing"),
        (instead(2, "key: Über"), 2, "Über"),
        (instead(3, "title:"), 3, "missing"),
        (instead(3, "title: {fr: La perte}"), 3, "“fr” is unknown"),
        (instead(5, "minutes: 0"), 5, "from 1 to 180"),
        (instead(5, "minutes: soon"), 5, "“soon”"),
        (instead(5, "minutos: 3"), 5, "Perhaps “minutes”"),
        ("\n".join([*GOOD.splitlines()[:5], "steps: []"]), 6, "1 to 60 steps"),
        (instead(6, "key: again\nsteps:"), 6, "second time"),
        (instead(8, "    page: home"), 8, "no page “home”"),
        (without(12), 7, "“caption” is missing"),
        (instead(9, "    show: fit.plot"), 9, "must be a list"),
        (instead(9, "    show: [fit.plot, mnist.data]"), 9, "no panel of the page"),
        (instead(10, "    state: {fit: 1}"), 10, "map"),
        (instead(11, "    press:\n      - fit.play\n      - play"), 13, "“play” is no name"),
        (instead(11, "    press: [fit.play, mnist.run_delete]"), 11, "may not press “mnist.run_delete”"),
        (instead(11, "    press:\n      - fit.save_cases"), 12, "may not press “fit.save_cases”"),
        (instead(13, "    look_at: {a: b}"), 13, "must be a list"),
        (instead(17, "      options: [one]"), 17, "two to four"),
        (instead(17, "      options: [a, b, c, d, e]"), 17, "two to four"),
        (instead(17, "      options:\n        - a\n        -\n        - c"), 19, "missing"),
        (instead(18, "      answer: 4"), 18, "option 4"),
        (instead(18, "      answer: 0"), 18, "option 0"),
        (without(19), 15, "“because” is missing"),
        (instead(20, "      tally: [1, 2]"), 20, "2 numbers for 3"),
        (instead(20, "      tally: [1, 2, -1]"), 20, "from 0"),
        (instead(21, "    shows: {fit.loss_bce: [1]}"), 21, "must be a text"),
        (instead(21, "    wait: 3"), 21, "“wait” is unknown"),
        (instead(12, "    caption: &here Look."), 12, "&"),
        (instead(12, "    caption: *here"), 12, "&, *"),
        (instead(12, "    caption: !!python/object:os.system {}"), 12, "!"),
        (instead(12, "    caption: ! x"), 12, "!"),
        (GOOD + "---\n" + GOOD, 23, "---"),
        (instead(10, f"    state: {{fit: {{a: {'[' * 40}{']' * 40}}}}}"), 10, "within each other"),
        (instead(12, f"    caption: {'x' * 2001}"), 12, "2000 letters"),
        (f"{GOOD}#{'x' * 200_000}", 1, "larger than"),
    ],
)
def test_a_bad_file_is_refused_with_the_line_and_what_to_do(text: str, line: int, says: str) -> None:
    error = refusal(text)
    assert f"line {line}." in str(error)
    assert says in str(error)
    assert error.remedy


def test_deep_nesting_ends_in_a_message_whatever_its_depth() -> None:
    assert "within each other" in str(refusal("a: " + "[" * 100_000))


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(GOOD.encode().replace(b"Second", b"\xff\xfe"))
    with pytest.raises(LossvizError, match="line 22"):
        read(path)
    with pytest.raises(LossvizError, match="could not be read"):
        read(tmp_path / "none.yaml")
    with pytest.raises(LossvizError, match="could not be read"):
        read(tmp_path / "null\0character.yaml")
    with pytest.raises(LossvizError, match="could not be saved"):
        save(tmp_path / "no folder" / "lesson.yaml", read(GOOD))


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read(path) == read(GOOD)


def test_a_changed_step_leaves_the_others_alone() -> None:
    lesson = read(GOOD)
    other = lesson.with_step(1, replace(lesson.steps[1], page="losses"))
    assert other.steps[0] is lesson.steps[0]
    assert other.steps[1].page == "losses"
    assert lesson.steps[1].page == "mnist"
