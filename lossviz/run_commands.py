"""The commands of what pages play, draw and train."""

from collections.abc import Callable

from lossviz.engine import Engine
from lossviz.page_factory import Pages
from lossviz.shell.commands import Command
from lossviz.shell.page_commands import (
    canvas_commands,
    fit_commands,
    losses_commands,
    overfit_commands,
    softmax_commands,
    training_commands,
)


def run_commands(engine: Engine, pages: Callable[[], Pages]) -> list[Command]:
    """pages: those of the window at the time of use."""
    mnist, training = engine.mnist, engine.training
    return [
        *fit_commands(engine.fit.fit, engine.fit.descents),
        *softmax_commands(engine.softmax.logits),
        *losses_commands(engine.losses.race, engine.start_race, engine.race.cancel),
        *overfit_commands(engine.overfit.polynomial),
        *training_commands(mnist.training, mnist.data, engine.start_training, training.toggle_pause, training.stop),
        *canvas_commands(
            mnist.digit, lambda: pages().mnist.canvas.toggle_eraser(), lambda: pages().mnist.canvas.paste_picture()
        ),
    ]
