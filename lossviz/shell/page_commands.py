"""What can be asked of a page that computes or plays: play, step, back, reset; start, pause, stop, clear.

Space plays and holds wherever the focused control has no use for it; Ctrl+Space does so everywhere.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from lossviz.core.polynomial.fit import HIGHEST_DEGREE
from lossviz.core.training.run_states import RunAction, available_actions
from lossviz.shell.commands import Command
from lossviz.stores.data_store import DataStore
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.race_store import RaceStore
from lossviz.stores.training_store import TrainingStore

PLAY = ("Ctrl+Space", "Space")
STEP = ("Ctrl+.",)
STEP_BACK = ("Ctrl+,",)
RESET = ("Ctrl+R",)
RESAMPLE = ("Ctrl+G",)
START = ("Ctrl+T",)
STOP = ("Ctrl+Shift+T",)

translate = QCoreApplication.translate


def fit_commands(fit: FitStore, descents: DescentStore) -> list[Command]:
    """The descent of the Fit page, and its cases."""
    return [*_descent_commands(descents), _resample_command(fit)]


def _descent_commands(descents: DescentStore) -> list[Command]:
    command = partial(Command, menu="run", page="fit")
    return [
        command(
            "run.fit_play",
            text=translate("commands", "&Play the descent"),
            help=translate("commands", "Let the descent take steps by itself, or hold it."),
            run=lambda: descents.set_playing(not descents.is_playing),
            shortcuts=PLAY,
            is_checked=lambda: descents.is_playing,
        ),
        command(
            "run.fit_step",
            text=translate("commands", "&Step"),
            help=translate("commands", "Take one step of the descent."),
            run=lambda: descents.step(),
            shortcuts=STEP,
        ),
        command(
            "run.fit_step_back",
            text=translate("commands", "Step &back"),
            help=translate("commands", "Take the last step of the descent back, exactly."),
            run=lambda: descents.step_back(),
            shortcuts=STEP_BACK,
            is_enabled=lambda: descents.leader.position > 0,
        ),
        command(
            "run.fit_reset",
            text=translate("commands", "&Reset the descent"),
            help=translate("commands", "Go back to where the descent set out."),
            run=lambda: descents.reset(),
            shortcuts=RESET,
        ),
    ]


def _resample_command(fit: FitStore) -> Command:
    return Command(
        "run.fit_resample",
        menu="run",
        page="fit",
        text=translate("commands", "Draw &new cases"),
        help=translate("commands", "Draw other cases from the same law, with the next seed."),
        run=lambda: fit.resample(),
        shortcuts=RESAMPLE,
        is_enabled=lambda: fit.recipe is not None,
        group=1,
    )


def softmax_commands(logits: LogitsStore) -> list[Command]:
    """The gradient steps of the Softmax page."""
    command = partial(Command, menu="run", page="softmax")
    return [
        command(
            "run.softmax_play",
            text=translate("commands", "&Play the gradient steps"),
            help=translate("commands", "Let the logits take gradient steps by themselves, or hold them."),
            run=lambda: logits.set_playing(is_playing=not logits.is_playing),
            shortcuts=PLAY,
            is_checked=lambda: logits.is_playing,
        ),
        command(
            "run.softmax_step",
            text=translate("commands", "&Step"),
            help=translate("commands", "Move the logits one step against the gradient."),
            run=lambda: logits.step(),
            shortcuts=STEP,
        ),
    ]


def losses_commands(race: RaceStore, start: Callable[[], object], cancel: Callable[[], object]) -> list[Command]:
    """The race of two sums on the Losses page."""
    command = partial(Command, menu="run", page="losses")
    return [
        command(
            "run.race_start",
            text=translate("commands", "&Start the race"),
            help=translate("commands", "Let Python's sum run against the tensor's."),
            run=start,
            shortcuts=START,
            is_enabled=lambda: not race.is_running,
        ),
        command(
            "run.race_stop",
            text=translate("commands", "S&top the race"),
            help=translate("commands", "End the race of the two sums before it is over."),
            run=cancel,
            shortcuts=STOP,
            is_enabled=lambda: race.is_running,
        ),
    ]


def overfit_commands(polynomial: PolynomialStore) -> list[Command]:
    """The degree and the points of the Overfit page: stepping goes through the degrees."""
    command = partial(Command, menu="run", page="overfit")
    return [
        command(
            "run.overfit_step",
            text=translate("commands", "Degree &up"),
            help=translate("commands", "Fit a polynomial with one more term."),
            run=lambda: polynomial.set_degree(polynomial.degree + 1),
            shortcuts=STEP,
            is_enabled=lambda: polynomial.degree < HIGHEST_DEGREE,
        ),
        command(
            "run.overfit_step_back",
            text=translate("commands", "Degree &down"),
            help=translate("commands", "Fit a polynomial with one term fewer."),
            run=lambda: polynomial.set_degree(polynomial.degree - 1),
            shortcuts=STEP_BACK,
            is_enabled=lambda: polynomial.degree > 0,
        ),
        command(
            "run.overfit_resample",
            text=translate("commands", "Draw &new points"),
            help=translate("commands", "Draw other points around the same curve, with the next seed."),
            run=lambda: polynomial.resample(),
            shortcuts=RESAMPLE,
            group=1,
        ),
    ]


def training_commands(
    training: TrainingStore,
    data: DataStore,
    start: Callable[[], object],
    toggle_pause: Callable[[], object],
    stop: Callable[[], object],
) -> list[Command]:
    """The training of the MNIST page."""
    command = partial(Command, menu="run", page="mnist")
    return [
        command(
            "run.mnist_start",
            text=translate("commands", "&Start the training"),
            help=translate("commands", "Train the network with the settings on screen."),
            run=start,
            shortcuts=START,
            is_enabled=lambda: training.is_free and data.digits is not None,
        ),
        command(
            "run.mnist_pause",
            text=translate("commands", "&Pause or go on"),
            help=translate("commands", "Hold the training after this batch, or let it go on."),
            run=toggle_pause,
            shortcuts=PLAY,
            is_enabled=lambda: bool(available_actions(training.state) & {RunAction.PAUSE, RunAction.RESUME}),
        ),
        command(
            "run.mnist_stop",
            text=translate("commands", "S&top the training"),
            help=translate("commands", "End the run; what the network has learnt stays."),
            run=stop,
            shortcuts=STOP,
            is_enabled=lambda: RunAction.STOP in available_actions(training.state),
        ),
    ]


def canvas_commands(
    digit: DigitStore, toggle_eraser: Callable[[], object], paste: Callable[[], object]
) -> list[Command]:
    """The canvas of the MNIST page."""
    command = partial(Command, menu="edit", page="mnist", group=5)
    return [
        command(
            "edit.clear_canvas",
            text=translate("commands", "&Clear the canvas"),
            help=translate("commands", "Take a fresh sheet to draw a digit on."),
            run=lambda: digit.clear(),
            shortcuts=("Del",),
            is_enabled=lambda: not digit.drawing.is_empty,
        ),
        command(
            "edit.eraser",
            text=translate("commands", "&Eraser or pen"),
            help=translate("commands", "Let the left mouse button erase ink, or draw it."),
            run=toggle_eraser,
            shortcuts=("E",),
        ),
        command(
            "edit.paste_digit",
            text=translate("commands", "Paste a &picture"),
            help=translate("commands", "Read a digit from the picture on the clipboard."),
            run=paste,
            shortcuts=("Ctrl+V",),
        ),
    ]
