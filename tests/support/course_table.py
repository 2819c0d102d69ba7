"""The table from the course to the window in the README, made from the real window.

`python -m tests.support.course_table` prints it; with `--check` it is compared with the README's, with `--write` it
takes that one's place. It fails if a row of the course has no home.
"""

import argparse
import importlib
import os
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.readme import CHECKOUT

if TYPE_CHECKING:
    from tests.support.window_places import Place

README = CHECKOUT / "README.md"
DATA = Path(__file__).with_name("course_places.toml")
BEGIN, END = "<!-- course table: begin -->", "<!-- course table: end -->"

COURSE = tuple(
    f"{part}{number}" for part, count in (("A", 6), ("B", 8), ("C", 14), ("D", 9)) for number in range(1, count + 1)
)

Places = Mapping[str, "Sequence[Place]"]


@dataclass(frozen=True)
class Row:
    """controls: objectNames, or `name=choice` for an entry of a combo box."""

    key: str
    idea: str
    controls: tuple[str, ...]


def read_rows(text: str) -> list[Row]:
    """In the order of the file."""
    return [Row(key, row["idea"], tuple(row.get("controls", ()))) for key, row in tomllib.loads(text).items()]


def problems(rows: Sequence[Row], places: Places) -> list[str]:
    """Why the rows are not a true table of the whole course; empty if they are."""
    found = [f"{key} has no row" for key in COURSE if key not in {row.key for row in rows}]
    for row in rows:
        found += [
            f"{row.key}: {control} is not in the window" for control in row.controls if not _is_in(control, places)
        ]
        found += _problems_of_home(row)
    names = {_name(control) for row in rows for control in row.controls}
    found += [f"{name} is the name of several" for name in sorted(names) if len(places.get(name, ())) > 1]
    return found


def table(rows: Sequence[Row], places: Places) -> str:
    """The table in Markdown, a row for each of the course's."""
    head = ["| course | idea | where | in which controls |", "|---|---|---|---|"]
    return "\n".join([*head, *(_line(row, places) for row in rows)]) + "\n"


def table_in(readme: str) -> str | None:
    """What stands between the two marks; None if they are not there."""
    _before, begin, rest = readme.partition(f"{BEGIN}\n")
    inside, end, _after = rest.partition(END)
    return inside.strip("\n") + "\n" if begin and end else None


def with_table(readme: str, text: str) -> str:
    """The README with `text` between the two marks, which must be there."""
    before, _begin, rest = readme.partition(f"{BEGIN}\n")
    _inside, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def main() -> int:
    parser = argparse.ArgumentParser(description="From the course to the window")
    parser.add_argument("--check", action="store_true", help="compare with the README")
    parser.add_argument("--write", action="store_true", help="put it into the README")
    arguments = parser.parse_args()
    rows, places = read_rows(DATA.read_text(encoding="utf-8")), _places_offscreen()
    complaints = problems(rows, places)
    text = "" if complaints else table(rows, places)
    readme = README.read_text(encoding="utf-8")
    if table_in(readme) is None and (arguments.check or arguments.write):
        complaints.append(f"README.md lacks the lines {BEGIN} and {END}")
    elif arguments.write and not complaints:
        README.write_text(with_table(readme, text), encoding="utf-8")
    elif arguments.check and not complaints and table_in(readme) != text:
        complaints.append("The README's table is another: python -m tests.support.course_table --write")
    sys.stderr.writelines(f"{complaint}\n" for complaint in complaints)
    sys.stdout.write("" if arguments.check or arguments.write else text)
    return 1 if complaints else 0


def _places_offscreen() -> Places:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    importlib.import_module("torch")  # on Windows its libraries fail to load after Qt's
    from tests.support.window_places import places_in_a_new_window

    with tempfile.TemporaryDirectory(prefix="lossviz-course-") as folder:
        return places_in_a_new_window(Path(folder))


def _problems_of_home(row: Row) -> list[str]:
    if row.key not in COURSE:
        return [f"{row.key} is no row of the course"]
    return [] if row.controls else [f"{row.key} has no home"]


def _line(row: Row, places: Places) -> str:
    where = [" → ".join(path) for path, _controls in _by_place(row, places)]
    controls = ["; ".join(", ".join(map(_written, controls)) for _path, controls in _by_place(row, places))]
    return f"| {row.key} | {row.idea} | {'; '.join(where)} | {'; '.join(controls)} |"


def _by_place(row: Row, places: Places) -> list[tuple[tuple[str, ...], list[str]]]:
    """The row's controls, those of one place together."""

    def place(control: str) -> tuple[str, ...]:
        return places[_name(control)][0].path

    order = list(dict.fromkeys(map(place, row.controls)))
    by_place = sorted(row.controls, key=lambda control: order.index(place(control)))
    return [(path, list(controls)) for path, controls in groupby(by_place, key=place)]


def _is_in(control: str, places: Places) -> bool:
    name, _equals, choice = control.partition("=")
    return any(not choice or choice in place.choices for place in places.get(name, ()))


def _name(control: str) -> str:
    return control.partition("=")[0]


def _written(control: str) -> str:
    name, _equals, choice = control.partition("=")
    return f"`{name}` = `{choice}`" if choice else f"`{name}`"


if __name__ == "__main__":
    sys.exit(main())
