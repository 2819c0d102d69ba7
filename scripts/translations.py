"""Keeps resources/i18n/zh_CN.ts in step with the code: python -m scripts.translations --help."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import qt_tools
from scripts.translation_chunks import chunks_of
from scripts.ts_file import Key, Message, put_translations, read_messages

_OK, _WRONG = 0, 1


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say; 0 if all is well."""
    arguments = _parser().parse_args(argv)
    try:
        return _act(arguments)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"{error}\n{error.stderr}")
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
    return _WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.translations", description=__doc__)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--update", action="store_true", help="add new texts, drop those that are gone")
    action.add_argument("--release", action="store_true", help="compile the .ts to the .qm that the window reads")
    action.add_argument("--check", action="store_true", help="fail unless all texts are known, used and translated")
    action.add_argument("--export", type=int, metavar="N", help="write what is unfinished as N JSON files to --folder")
    action.add_argument("--merge", nargs="+", type=Path, metavar="FILE", help="put translations from JSON files in")
    parser.add_argument("--folder", type=Path, default=Path(), help="where --export writes chunk_1.json ...")
    return parser


def _act(arguments: argparse.Namespace) -> int:
    if arguments.update:
        qt_tools.update()
        return _OK
    if arguments.release:
        qt_tools.release()
        return _OK
    if arguments.check:
        return _report(problems())
    if arguments.merge:
        return _report(merge(arguments.merge))
    export(arguments.export, arguments.folder)
    return _OK


def problems(texts: Path = qt_tools.TEXTS) -> list[str]:
    """What is new, gone or untranslated in `texts`, a line each; empty if nothing is."""
    committed = read_messages(texts)
    lines = [f"not finished: {_told(one)}" for one in committed if not (one.is_finished and one.translation)]
    known, used = {one.key for one in committed}, {one.key for one in messages_of_code()}
    lines += [f"not in the .ts: [{context}] {source}" for context, source in sorted(used - known)]
    return lines + [f"not in the code: [{context}] {source}" for context, source in sorted(known - used)]


def messages_of_code() -> list[Message]:
    """The texts that the code has now, each with its place."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        qt_tools.update(fresh, "absolute")
        return read_messages(fresh, qt_tools.CHECKOUT)


def merge(files: list[Path], texts: Path = qt_tools.TEXTS) -> list[str]:
    """Put the translations of JSON files into `texts`; a line for each that it has no text for.

    Raises: ValueError if a file is not a list of {"context", "source", "translation"}.
    """
    translations: dict[Key, str] = {}
    for file in files:
        translations |= _translations_in(file)
    unknown = put_translations(texts, translations)
    qt_tools.update(texts)  # in lupdate's own way of writing, so that git shows only what has changed
    return [f"unknown: [{context}] {source}" for context, source in unknown]


def export(count: int, folder: Path, texts: Path = qt_tools.TEXTS) -> None:
    """Write the texts that are not finished as chunk_1.json ... chunk_`count`.json, for translators."""
    unfinished = {one.key for one in read_messages(texts) if not one.is_finished}
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [one for one in messages_of_code() if one.key in unfinished]
    for number, chunk in enumerate(chunks_of(wanted, count), start=1):
        entries = [
            {"context": one.context, "source": one.source, "translation": "", "comment": one.comment, "at": one.place}
            for one in chunk
        ]
        text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
        (folder / f"chunk_{number}.json").write_text(text, encoding="utf-8")


def _translations_in(file: Path) -> dict[Key, str]:
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(entries, list):
            raise TypeError(type(entries).__name__)
        return {(one["context"], one["source"]): one["translation"] for one in entries if one["translation"]}
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f'{file} is no list of {{"context", "source", "translation"}}: {error!r}') from error


def _told(message: Message) -> str:
    return f"[{message.context}] {message.source}"


def _report(lines: list[str]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return _WRONG if lines else _OK


if __name__ == "__main__":
    sys.exit(main())
