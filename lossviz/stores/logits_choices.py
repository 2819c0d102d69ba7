"""What a person has set of the softmax page, as a state of plain values."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.sessions.state_reader import StateReader
from lossviz.core.softmax.gradients import STEP_LOSSES
from lossviz.core.softmax.limits import CLASS_COUNT, LOGIT, LONGEST_NAME, NETWORK_NUMBER, RATE, TEMPERATURE
from lossviz.core.softmax.network import SoftmaxNetwork
from lossviz.core.softmax.presets import PRESETS
from lossviz.core.softmax.targets import SUM_TOLERANCE, hard_target
from lossviz.stores.changes import Changes
from lossviz.stores.logits_source import FED_SOURCES, SOURCES, LogitsSource, Sheet, empty_sheet, sheet_of
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.target_choices import TARGET_KEYS, read_target, written_target

_FEWEST = int(CLASS_COUNT.low)
_MOST = int(CLASS_COUNT.high)
_LONGEST_FED_NAME = 10_000  # as in a table of cases
_OWN_KEYS = ("names", "logits", *TARGET_KEYS)


class LogitsChoices:
    """The state of a logits store.

    preset: as chosen in the window, for whatever of the following is not given beside it.
    source: "hand", "network", "case" or "digit"; with any of the next five keys alone it is "hand".
    names, logits: of the classes by hand, which are as many; either true_class, from 0, and smoothing, or targets with
    the sum 1. temperature; double: whether softmax is applied twice; rate and loss ("bce" or "mse") of the steps.
    sigmoid: z and label (0 or 1) of the one sigmoid under "Numeric range".
    network: x, weights (a row for each class) and bias. nudges: what was added to each logit of the source, or null.
    fed: for "case" and "digit" null or the names and the target that was chosen there, and given, which it replaces.
    """

    def __init__(self, logits: LogitsStore) -> None:
        self._logits = logits

    def state(self) -> dict[str, object]:
        """What is set by hand, what is added to other sources, and the settings."""
        shown = self._logits
        return {
            "source": shown.source,
            "names": list(shown.own.names),
            "logits": shown.own.logits.tolist(),
            **written_target(shown.own.target),
            "temperature": shown.temperature,
            "double": shown.is_double,
            "rate": shown.rate,
            "loss": shown.step_loss,
            "sigmoid": {"z": shown.sigmoid.z, "label": int(shown.sigmoid.label)},
            "network": {
                "x": shown.network.x.tolist(),
                "weights": shown.network.weights.tolist(),
                "bias": shown.network.bias.tolist(),
            },
            "nudges": shown.nudges.tolist() if shown.has_nudges else None,
            "fed": {source: _written_fed(source, shown.fed(source)) for source in FED_SOURCES},
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, store = StateReader(state, "softmax"), Changes(self._logits), self._logits
        source = reader.choice("source", SOURCES) or self._implied_source(state)
        changes.then_do(lambda: store.set_playing(is_playing=False))
        own = self._read_own(reader, changes)
        changes.then_do(partial(store.set_source, source))
        self._read_network(reader, changes, len(own.names))
        counts = self._read_fed(reader, changes)
        self._read_nudges(reader, changes, counts.get(source, len(own.names)))
        self._read_settings(reader, changes)
        reader.finish()
        return changes

    def _implied_source(self, state: Mapping[str, object]) -> LogitsSource:
        """What is by hand is not seen elsewhere; the network shares all but the logits."""
        shown = self._logits.source
        is_by_hand = "preset" in state or "logits" in state
        is_by_hand = is_by_hand or (shown in FED_SOURCES and any(key in state for key in _OWN_KEYS))
        return "hand" if is_by_hand else shown

    def _read_own(self, reader: StateReader, changes: Changes) -> Sheet:
        """What there will be by hand."""
        preset = reader.choice("preset", PRESETS)
        present = sheet_of(PRESETS[preset]) if preset else self._logits.own
        if preset:
            changes.then_do(partial(self._logits.apply_preset, preset))
        logits = reader.numbers("logits", LOGIT.low, LOGIT.high, _FEWEST, _MOST)
        names = reader.texts("names", _FEWEST, _MOST, LONGEST_NAME)
        count = len(logits or names or present.names)
        if names and len(names) != count:
            why = QT_TRANSLATE_NOOP("errors", "Expected are as many names as logits, which are {count}.")
            raise reader.refusal("names", why, count=count)
        sheet = present if count == len(present.names) else present.resized(count)
        sheet = replace(sheet, target=read_target(reader, present.target, count))
        sheet = sheet if logits is None else replace(sheet, logits=np.array(logits))
        sheet = sheet if names is None else replace(sheet, names=_checked_names(reader, names))
        changes.then(self._logits.set_own, sheet)
        return sheet

    def _read_network(self, reader: StateReader, changes: Changes, count: int) -> None:
        part, present = reader.part("network"), self._logits.network.resized(count)
        if part is None:
            return
        low, high, width = NETWORK_NUMBER.low, NETWORK_NUMBER.high, len(present.x)
        x = part.numbers("x", low, high, width, width)
        weights = part.rows("weights", width, low, high, count, count)
        bias = part.numbers("bias", low, high, count, count)
        part.finish()
        network = SoftmaxNetwork(
            present.x if x is None else np.array(x),
            present.weights if weights is None else np.array(weights),
            present.bias if bias is None else np.array(bias),
        )
        changes.then(self._logits.set_network, network)

    def _read_fed(self, reader: StateReader, changes: Changes) -> dict[LogitsSource, int]:
        """How many classes each of the fed sources will have."""
        sheets: dict[LogitsSource, Sheet] = {source: self._logits.fed(source) for source in FED_SOURCES}
        part = reader.part("fed")
        if part is not None:
            for source in FED_SOURCES:
                if source in part:
                    sheets[source] = _fed_sheet(part, source, sheets[source])
                    changes.then_do(partial(self._logits.set_fed, source, sheets[source]))
            part.finish()
        return {source: len(sheet.names) for source, sheet in sheets.items()}

    def _read_nudges(self, reader: StateReader, changes: Changes, count: int) -> None:
        if reader.is_null("nudges"):
            changes.then_do(self._logits.release)
        else:
            most = LOGIT.high - LOGIT.low
            nudges = reader.numbers("nudges", -most, most, count, count)
            changes.then(self._logits.set_nudges, None if nudges is None else np.array(nudges))

    def _read_settings(self, reader: StateReader, changes: Changes) -> None:
        store, loss = self._logits, reader.choice("loss", STEP_LOSSES)
        changes.then(store.set_temperature, reader.number("temperature", TEMPERATURE.low, TEMPERATURE.high))
        changes.then(store.set_double, reader.flag("double"))
        changes.then(store.set_rate, reader.number("rate", RATE.low, RATE.high))
        if loss:
            changes.then_do(partial(store.set_step_loss, loss))
        if sigmoid := reader.part("sigmoid"):
            z, label = sigmoid.number("z", LOGIT.low, LOGIT.high), sigmoid.whole("label", 0, 1)
            sigmoid.finish()
            present = store.sigmoid
            changes.then_do(
                partial(store.set_sigmoid, present.z if z is None else z, present.label if label is None else label)
            )


def _checked_names(reader: StateReader, names: tuple[str, ...]) -> tuple[str, ...]:
    if any(name != name.strip() or not name for name in names) or len(set(names)) != len(names):
        why = QT_TRANSLATE_NOOP("errors", "Expected are different names without spaces around them; it is {found}.")
        raise reader.refusal("names", why)
    return names


def _written_fed(source: LogitsSource, sheet: Sheet) -> dict[str, object] | None:
    choice = sheet.choice
    if choice is None and sheet.names == empty_sheet(source).names:
        return None
    if choice is None:
        return {"names": list(sheet.names)}
    given = None if sheet.fed is None else list(map(float, sheet.fed))
    return {"names": list(sheet.names), **written_target(choice), "given": given}


def _fed_sheet(reader: StateReader, source: LogitsSource, present: Sheet) -> Sheet:
    """What is kept of a source. Its logits stay while its classes do: they follow from what is drawn or selected."""
    part = None if reader.is_null(source) else reader.part(source)
    if part is None:
        return _with_names(present, empty_sheet(source).names).with_choice(None)
    names = part.texts("names", _FEWEST, _MOST, _LONGEST_FED_NAME) or present.names
    sheet, count = _with_names(present, names), len(names)
    target = read_target(part, sheet.target, count)
    given = None if part.is_null("given") else part.numbers("given", 0.0, 1.0, count, count)
    if given and abs(sum(given) - 1.0) > SUM_TOLERANCE:
        raise part.refusal("given", QT_TRANSLATE_NOOP("errors", "Expected are shares that sum to 1; it is {found}."))
    part.finish()
    if not any(part.holds(key) for key in TARGET_KEYS):
        return sheet.with_choice(None)
    return replace(sheet, target=target, fed=None if given is None else np.array(given), is_chosen=True)


def _with_names(sheet: Sheet, names: tuple[str, ...]) -> Sheet:
    return sheet if names == sheet.names else Sheet(names, np.zeros(len(names)), hard_target(0, len(names)))
