"""What a person has set of the one-feature problem, as a state of plain values."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from functools import partial

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.case_rules import LARGEST_SIZE, LONGEST_NAME, are_too_small, are_usable
from lossviz.core.fit.case_tables import MOST_ROWS
from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.laws import COUNT_RANGE, OVERLAP_RANGE, SCENARIOS
from lossviz.core.fit.logistic import LOSS_KINDS, Parameters
from lossviz.core.fit.recipes import MOST_SEED, Recipe
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.changes import Changes
from lossviz.stores.fit_store import LARGEST_PARAMETER, MOST_GHOSTS, FitStore, Ghost

_LARGEST = sys.float_info.max
_WORDS = tuple(field.name for field in fields(CaseWords))


class FitChoices:
    """The state of a fit store.

    scenario, count, overlap, seed: what the cases are drawn from. A scenario alone comes with its count, w and b, as
    when it is chosen in the window; scenario is null for cases from elsewhere.
    cases: null as long as they are as they were drawn; otherwise x and y, and quantity, unit, negative and positive if
    the words are not the scenario's. Cases without any of the four keys above come from elsewhere.
    w, b; loss: "mse" or "bce", that of the descent; law_shown, line_shown, bands_shown; selected: the place of a case
    from 0, or null.
    ghosts: for each earlier sample w and b of its sigmoid, then of its line.
    """

    def __init__(self, fit: FitStore) -> None:
        self._fit = fit
        self._told: tuple[Cases, dict[str, object]] | None = None

    def state(self) -> dict[str, object]:
        """The data, the model and what is pointed at."""
        fit = self._fit
        recipe: dict[str, object] = asdict(fit.recipe) if fit.recipe else {"scenario": None}
        return {
            **recipe,
            "cases": None if fit.is_drawn else self._told_cases(),
            "w": fit.parameters.w,
            "b": fit.parameters.b,
            "loss": fit.loss_kind,
            "law_shown": fit.is_law_shown,
            "line_shown": fit.is_line_shown,
            "bands_shown": fit.are_bands_shown,
            "selected": fit.selected,
            "ghosts": [[*ghost.sigmoid, *ghost.line] for ghost in fit.ghosts],
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, fit = StateReader(state, "fit"), Changes(self._fit), self._fit
        count = self._read_data(reader, changes)
        loss = reader.choice("loss", LOSS_KINDS)
        changes.then(self._set_w, reader.number("w", -LARGEST_PARAMETER, LARGEST_PARAMETER))
        changes.then(self._set_b, reader.number("b", -LARGEST_PARAMETER, LARGEST_PARAMETER))
        if loss:
            changes.then_do(partial(fit.set_loss_kind, loss))
        changes.then(fit.set_law_shown, reader.flag("law_shown"))
        changes.then(fit.set_line_shown, reader.flag("line_shown"))
        changes.then(fit.set_bands_shown, reader.flag("bands_shown"))
        if reader.is_null("selected"):
            changes.then_do(lambda: fit.select(None))
        else:
            changes.then(fit.select, reader.whole("selected", 0, count - 1))
        changes.then(self._set_ghosts, reader.rows("ghosts", 4, -_LARGEST, _LARGEST, 0, MOST_GHOSTS))
        reader.finish()
        return changes

    def _told_cases(self) -> dict[str, object]:
        if self._told is None or self._told[0] is not self._fit.cases:  # there may be a hundred thousand of them
            self._told = (self._fit.cases, _written(self._fit.cases, self._fit.recipe))
        return self._told[1]

    def _read_data(self, reader: StateReader, changes: Changes) -> int:
        """Read what the cases are; how many there will be."""
        is_foreign = reader.is_null("scenario")
        wanted: dict[str, object] = {
            "scenario": None if is_foreign else reader.choice("scenario", SCENARIOS),
            "count": reader.whole("count", *COUNT_RANGE),
            "overlap": reader.number("overlap", *OVERLAP_RANGE),
            "seed": reader.whole("seed", 0, MOST_SEED),
        }
        given = {key: value for key, value in wanted.items() if value is not None}
        recipe = self._fit.recipe_with(**given) if given else None
        cases = None if reader.is_null("cases") else _read_cases(reader, recipe)
        if is_foreign and (given or cases is None):
            why = QT_TRANSLATE_NOOP("errors", "Without a scenario, cases are expected, and nothing to draw them from.")
            raise reader.refusal("scenario", why)
        if cases:
            changes.then_do(lambda: self._fit.show_cases(cases, recipe))
            return len(cases)
        if recipe is None and "cases" not in reader:
            return len(self._fit.cases)
        changes.then_do(lambda: self._fit.draw(**given))
        return (recipe or self._fit.recipe_with()).count

    def _set_w(self, w: float) -> None:
        self._fit.set_parameters(self._fit.parameters._replace(w=w))

    def _set_b(self, b: float) -> None:
        self._fit.set_parameters(self._fit.parameters._replace(b=b))

    def _set_ghosts(self, rows: tuple[tuple[float, ...], ...]) -> None:
        self._fit.set_ghosts([Ghost(Parameters(*row[:2]), Parameters(*row[2:])) for row in rows])


def _written(cases: Cases, recipe: Recipe | None) -> dict[str, object]:
    columns: dict[str, object] = {"x": cases.x.tolist(), "y": cases.y.astype(int).tolist()}
    is_usual = recipe is not None and cases.words == SCENARIOS[recipe.scenario].words
    return columns if is_usual else {**columns, **asdict(cases.words)}


def _read_cases(reader: StateReader, recipe: Recipe | None) -> Cases | None:
    part = reader.part("cases")
    if part is None:
        return None
    x = part.numbers("x", -LARGEST_SIZE, LARGEST_SIZE, 1, MOST_ROWS)
    y = part.wholes("y", 0, 1, 1, MOST_ROWS)
    texts = {word: part.text(word, LONGEST_NAME) for word in _WORDS}
    part.finish()
    if x is None or y is None or len(x) != len(y):
        raise reader.refusal("cases", QT_TRANSLATE_NOOP("errors", "Expected are x and y, as many of each."))
    words = SCENARIOS[recipe.scenario if recipe else "overlapping"].words
    words = replace(words, **{word: text for word, text in texts.items() if text is not None})
    cases = Cases(np.array(x), np.array(y, np.float64), words)
    _check(cases, reader)
    return cases


def _check(cases: Cases, reader: StateReader) -> None:
    if are_too_small(cases.x):
        why = QT_TRANSLATE_NOOP("errors", "Expected is a size of 1e-100 or more in x; the largest is {largest:g}.")
        raise reader.refusal("cases", why, largest=float(np.abs(cases.x).max()))
    if not are_usable(cases.words):
        why = QT_TRANSLATE_NOOP("errors", "Expected are names on one line each, and two different ones of the classes.")
        raise reader.refusal("cases", why)
