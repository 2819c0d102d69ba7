"""The controller under test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.training_rig import TrainingRig


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[TrainingRig]:
    rig = TrainingRig(qtbot)
    yield rig
    rig.end()
