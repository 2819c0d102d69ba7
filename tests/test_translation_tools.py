"""scripts.translations: texts go out to translators and come back, and the .ts stays in step with the code."""

import json
import sys
from pathlib import Path

import pytest

from scripts import qt_tools
from scripts.translation_chunks import chunks_of
from scripts.translations import export, main, merge, messages_of_code, problems
from scripts.ts_file import Message, read_messages

_KEY = ("MainWindow", "Pages")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A .ts of the code as it is, without any translation."""
    file = tmp_path / "zh_CN.ts"
    qt_tools.update(file)
    return file


def json_file(folder: Path, entries: object) -> Path:
    file = folder / "translated.json"
    file.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    return file


def translation_of(texts: Path, key: tuple[str, str]) -> Message:
    (found,) = [one for one in read_messages(texts) if one.key == key]
    return found


def test_a_merged_translation_is_finished_and_what_nobody_asks_for_is_told(texts: Path, tmp_path: Path) -> None:
    context, source = _KEY
    entries = [
        {"context": context, "source": source, "translation": "页面"},
        {"context": context, "source": "No such text", "translation": "无"},
    ]
    assert merge([json_file(tmp_path, entries)], texts) == ["unknown: [MainWindow] No such text"]
    merged = translation_of(texts, _KEY)
    assert (merged.translation, merged.is_finished) == ("页面", True)


def test_merging_changes_nothing_else(texts: Path, tmp_path: Path) -> None:
    before = texts.read_text(encoding="utf-8")
    merge([json_file(tmp_path, [])], texts)
    assert texts.read_text(encoding="utf-8") == before


def test_what_is_exported_is_every_unfinished_text_once(texts: Path, tmp_path: Path) -> None:
    context, source = _KEY
    merge([json_file(tmp_path, [{"context": context, "source": source, "translation": "页面"}])], texts)
    export(3, tmp_path / "out", texts)
    chunks = [json.loads((tmp_path / "out" / f"chunk_{number}.json").read_text("utf-8")) for number in (1, 2, 3)]
    keys = [(one["context"], one["source"]) for chunk in chunks for one in chunk]
    assert sorted(keys) == sorted({one.key for one in messages_of_code()} - {_KEY})
    assert all(one["at"].startswith("lossviz/") for chunk in chunks for one in chunk)


def test_chunks_weigh_about_the_same() -> None:
    messages = [Message("Context", "word " * (number % 7), "", is_finished=False) for number in range(1000)]
    sizes = [sum(len(one.source) + 20 for one in chunk) for chunk in chunks_of(messages, 4)]
    assert max(sizes) < 1.1 * min(sizes)


def test_untranslated_new_and_unused_texts_are_told(texts: Path) -> None:
    one = f"not finished: [{_KEY[0]}] {_KEY[1]}"
    assert one in problems(texts)
    written = texts.read_text(encoding="utf-8")
    texts.write_text(written.replace("<source>Pages</source>", "<source>Leaves</source>", 1), encoding="utf-8")
    found = problems(texts)
    assert "not in the .ts: [MainWindow] Pages" in found
    assert "not in the code: [MainWindow] Leaves" in found


@pytest.mark.parametrize("content", ["{}", "[1]", '[{"context": "a"}]', "no JSON"])
def test_a_file_of_another_form_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    file = tmp_path / "translated.json"
    file.write_text(content, encoding="utf-8")
    assert main(["--merge", str(file)]) == 1
    assert str(file) in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be replaced there")
def test_a_window_that_reads_the_compiled_texts_goes_on_reading_the_old_ones(texts: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "zh_CN.qm"
    compiled.write_bytes(b"old")
    with compiled.open("rb") as held:  # Qt maps it into memory: cut short, it would take the window down
        qt_tools.release(texts, compiled)
        assert held.read() == b"old"
    assert compiled.read_bytes() != b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["zh_CN.qm", "zh_CN.ts"]
