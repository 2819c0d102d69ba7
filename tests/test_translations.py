"""Every text that people see is marked for translation, is translated, and keeps its fields, keys, tags and ends."""

import re
import string
from collections import Counter

import pytest

from scripts.qt_tools import TEXTS
from scripts.translations import messages_of_code, problems
from scripts.ts_file import Message, read_messages
from tests.support.marked_texts import fault_of, marked_texts, texts_in, untranslated_errors

_TAG = re.compile(r"</?[a-z][a-z0-9]*[^<>]*>")
_MNEMONIC = re.compile(r"&(\w)")
_FEWEST_WORDS = 2  # of what ends with a full stop without being a sentence
_ENDS = {".": "。", "…": "…", ":": "：", "?": "？", "!": "！", ";": "；"}


def finished() -> list[Message]:
    return [one for one in read_messages(TEXTS) if one.is_finished]


def told(messages: list[Message]) -> list[str]:
    return [f"[{one.context}] {one.source} → {one.translation}" for one in messages]


def fields(text: str) -> Counter[str]:
    """{name} and {name:.2f}, however often each."""
    parts = [(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
    return Counter(f"{name}:{spec}" for name, spec in parts)


def mnemonics(text: str) -> list[str]:
    return _MNEMONIC.findall(text.replace("&&", ""))


def keeps_its_key(message: Message) -> bool:
    """Chinese menus write the key behind the word: 文件(&F), and 打开(&O)… where a dialog follows.

    A Latin word keeps it where it is: &Softmax.
    """
    keys = mnemonics(message.source)
    if not keys:
        return mnemonics(message.translation) == []
    behind, within = f"(&{keys[0].upper()})", re.compile(rf"\w?&{keys[0]}[a-z]", re.ASCII)
    is_kept = behind in message.translation or within.search(message.translation) is not None
    return len(mnemonics(message.translation)) == len(keys) == 1 and is_kept


def ends_alike(message: Message) -> bool:
    """A full stop stays one, an ellipsis too; what has no end in English has none in Chinese."""
    end, translated = message.source.rstrip()[-1:], message.translation.rstrip()[-1:]
    if end == "." and len(message.source.split()) <= _FEWEST_WORDS:
        return True  # of an abbreviation
    if end in _ENDS:
        return translated in (end, _ENDS[end])
    return translated not in {*_ENDS.values(), "."}


def test_the_translations_are_in_step_with_the_code_and_complete() -> None:
    assert problems() == []


def test_fields_are_the_same_in_both_languages() -> None:
    assert told([one for one in finished() if fields(one.source) != fields(one.translation)]) == []


def test_keys_of_menus_and_buttons_stay() -> None:
    assert told([one for one in finished() if not keeps_its_key(one)]) == []


def test_tags_are_the_same_in_both_languages() -> None:
    wrong = [one for one in finished() if Counter(_TAG.findall(one.source)) != Counter(_TAG.findall(one.translation))]
    assert told(wrong) == []


def test_sentences_end_alike() -> None:
    assert told([one for one in finished() if not ends_alike(one)]) == []


def test_space_around_a_text_stays() -> None:
    def around(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert told([one for one in finished() if around(one.source) != around(one.translation)]) == []


def test_no_text_is_put_together_before_it_is_translated() -> None:
    assert [f"{one.place}: {one.call}: {fault}" for one in marked_texts() if (fault := fault_of(one))] == []


@pytest.mark.parametrize(
    "code",
    [
        'class A:\n    def b(self, c): return self.tr(f"d {c}")',
        'class A:\n    def b(self, c): return self.tr("d" + c)',
        'class A:\n    def b(self, c): return self.tr("d {c}".format(c=c))',
        "class A:\n    def b(self, c): return self.tr(c)",
        'def b(a): return a.tr("d")',
        'class A:\n    def b(self, c): return c.tr("d")',
        'QCoreApplication.translate("d", f"e {c}")',
        'QCoreApplication.translate(d, "e")',
        'QT_TRANSLATE_NOOP("d", "e" + c)',
    ],
)
def test_such_a_text_would_be_found(code: str) -> None:
    (text,) = texts_in(code, "code.py")
    assert fault_of(text)


def test_errors_are_shown_in_the_readers_language() -> None:
    assert untranslated_errors() == []


def test_lupdate_reads_every_marked_text() -> None:
    known = {one.key for one in messages_of_code()}
    marked = [one for one in marked_texts() if one.text]
    assert len(marked) > 1000
    assert [f"{one.place}: {one.text}" for one in marked if (one.context_name, one.text) not in known] == []


def test_every_table_of_marked_texts_is_looked_up_somewhere() -> None:
    marked = {one.context_name for one in marked_texts() if one.call == "QT_TRANSLATE_NOOP"}
    looked_up = {one.context_name for one in marked_texts() if one.call == "translate"}
    assert marked - looked_up == set()
