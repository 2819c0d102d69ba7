"""Session files: one JSON object, read as what a stranger wrote."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import cast

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.regular_files import require_regular_file
from lossviz.core.sessions.session import DataReference, RunReference, Session
from lossviz.core.sessions.state_reader import StateReader
from lossviz.core.sessions.strict_json import NoStrictJson, parse_strict
from lossviz.core.system_reasons import quoted, system_reason
from lossviz.core.whole_files import write_whole

SUFFIX = ".lossviz.json"
FORMAT = 1
MOST_BYTES = 16 << 20  # the largest picture that can be opened needs 6 MB
MOST_NAME = 200  # characters
MOST_PATH = 4096
MOST_SIDE_PX = 1 << 15  # of what the view tells sizes of

_FORMAT_KEY = "lossviz_session"
_LEVELS_ON_LINES = 3


def session_bytes(session: Session) -> bytes:
    """The file's content.

    Raises: LossvizError if a state holds more than a session file may.
    """
    content: dict[str, object] = {_FORMAT_KEY: FORMAT, "lossviz": session.made_with, "page": session.page}
    content |= {"view": session.view, "states": session.states}
    content |= {"data": asdict(session.data) if session.data else None}
    content |= {"run": asdict(session.run) if session.run else None}
    text = f"{_on_lines(content, _LEVELS_ON_LINES)}\n".encode("ascii")
    if len(text) > MOST_BYTES:
        raise _too_large_to_write(len(text))
    return text


def write_session(path: Path, session: Session) -> None:
    """Write the session to `path`; what was there stays until the new file is whole.

    Raises: LossvizError if it cannot be written.
    """
    write_session_bytes(path, session_bytes(session))


def write_session_bytes(path: Path, content: bytes) -> None:
    """The same for what `session_bytes` gave. Raises: LossvizError if it cannot be written."""
    try:
        write_whole(path, (content,))
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The session could not be saved to {path}."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Choose another folder, or make room, and save it again."),
            path=path,
            reason=system_reason(error),
        ) from error


def read_session(path: Path) -> Session:
    """The session in `path`. The states in it are still to be checked by those whom they belong to.

    Raises: LossvizError that names the line or the key if it is no session that this version can open.
    """
    try:
        content = parse_strict(_text_of(path, _bytes_of(path)))
    except NoStrictJson as error:
        raise refused(path, error.why, **error.values) from error
    if not isinstance(content, dict) or _FORMAT_KEY not in content:
        why = QT_TRANSLATE_NOOP("errors", "It does not say “{key}”, as every session does.")
        raise refused(path, why, key=_FORMAT_KEY)
    _check_format(path, content)
    return _session_of(content)


def refused(path: Path, why: str, **values: object) -> LossvizError:
    """The error for a file that cannot be opened as a session."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{path} could not be opened as a session."),
        why,
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. Correct the file, or choose one that lossviz saved."),
        path=path,
        **values,
    )


def _on_lines(value: object, levels: int) -> str:
    """JSON with a line for each member of the upper levels, so that people and tools that compare files can read it."""
    if levels == 0 or not isinstance(value, Mapping) or not value:
        return json.dumps(value, allow_nan=False)
    indent = " " * (_LEVELS_ON_LINES - levels + 1)
    members = (f"{indent}{json.dumps(key)}: {_on_lines(member, levels - 1)}" for key, member in value.items())
    return "{\n" + ",\n".join(members) + f"\n{indent[1:]}}}"


def _bytes_of(path: Path) -> bytes:
    try:
        require_regular_file(path)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise refused(path, QT_TRANSLATE_NOOP("errors", "There is no file of this name.")) from error
    except (OSError, ValueError) as error:  # a path with a null character is a ValueError
        reason = system_reason(error) if isinstance(error, OSError) else quoted(str(error))
        raise refused(path, QT_TRANSLATE_NOOP("errors", "The system says: {reason}."), reason=reason) from error
    if len(content) > MOST_BYTES:
        why = QT_TRANSLATE_NOOP("errors", "It is larger than {megabytes} MB, which no session is.")
        raise refused(path, why, megabytes=MOST_BYTES >> 20)
    return content


def _text_of(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")  # some editors put a mark before the first character
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(path, QT_TRANSLATE_NOOP("errors", "Line {line} is not text in UTF-8."), line=line) from error


def _check_format(path: Path, content: Mapping[str, object]) -> None:
    found = content[_FORMAT_KEY]
    if type(found) is int and found > FORMAT:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{path} could not be opened as a session."),
            QT_TRANSLATE_NOOP(
                "errors", "It was saved by lossviz {version}, in a form that this version does not know."
            ),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed. Open it with that version of lossviz, or a newer one."),
            path=path,
            version=str(content.get("lossviz", "?"))[:MOST_NAME],
        )
    if type(found) is not int or found != FORMAT:
        why = QT_TRANSLATE_NOOP("errors", "Its “{key}” is not {known}, the form that this version knows.")
        raise refused(path, why, key=_FORMAT_KEY, known=FORMAT)


def _session_of(content: Mapping[str, object]) -> Session:
    reader = StateReader(content, "session")
    reader.whole(_FORMAT_KEY, FORMAT, FORMAT)
    session = Session(
        made_with=reader.text("lossviz", MOST_NAME) or "",
        page=reader.text("page", MOST_NAME) or "",
        states=_states_of(reader, content),
        view=_view_of(reader, content),
        data=_data_of(reader),
        run=_run_of(reader),
    )
    reader.finish()
    return session


def _states_of(reader: StateReader, content: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    if (states := reader.part("states")) is None:
        return {}
    found = cast(Mapping[str, object], content["states"])
    for key in found:
        states.part(key)
    return cast(Mapping[str, Mapping[str, object]], found)


def _view_of(reader: StateReader, content: Mapping[str, object]) -> Mapping[str, object]:
    """Whole numbers that fit a screen, truths, and lists of such numbers."""
    if (view := reader.part("view")) is None:
        return {}
    found = cast(Mapping[str, object], content["view"])
    for key, value in found.items():
        if isinstance(value, list):
            view.wholes(key, -1, MOST_SIDE_PX, most=MOST_NAME)
        elif not isinstance(value, bool):
            view.whole(key, -1, MOST_SIDE_PX)
    return found


def _data_of(reader: StateReader) -> DataReference | None:
    if reader.is_null("data") or (data := reader.part("data")) is None:
        return None
    name, path, sha256 = data.file_name("name", MOST_PATH), data.file_name("path", MOST_PATH), data.text("sha256")
    data.finish()
    return DataReference(name or "", path or "", sha256 or "")


def _run_of(reader: StateReader) -> RunReference | None:
    if reader.is_null("run") or (run := reader.part("run")) is None:
        return None
    path, sha256 = run.file_name("path", MOST_PATH), run.text("sha256")
    run.finish()
    return RunReference(path or "", sha256 or "")


def _too_large_to_write(length: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The session was not saved: it would take {megabytes} MB."),
        QT_TRANSLATE_NOOP("errors", "A session file has at most {most} MB; what is on the canvas is too large."),
        QT_TRANSLATE_NOOP("errors", "Clear the canvas and save again."),
        megabytes=-(-length >> 20),
        most=MOST_BYTES >> 20,
    )
