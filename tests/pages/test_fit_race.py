"""A race on the Fit page: the leader's path lies on top, and the losses of the others stand below the surfaces."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.logistic import Parameters, mean_loss
from lossviz.pages.fit_page import FitPage
from lossviz.stores.page_stores import FitStores
from lossviz.widgets.surfaces.picture import SurfacePicture
from tests.support.assembly import part, settle


@pytest.fixture
def page(assembly: Assembly, qtbot: QtBot) -> FitPage:
    assembly.window.show_page("fit")
    settle(assembly, qtbot)
    return assembly.pages.fit


def race(stores: FitStores) -> None:
    stores.fit.set_parameters(Parameters(0.3, 0.6))
    stores.descents.set_racing(["momentum", "adam"])
    stores.descents.step(20)


def test_the_loss_that_each_racer_has_come_to_is_shown(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    stores = assembly.engine.fit
    assert not part(assembly, QWidget, "fit.race_losses").isVisible()
    race(stores)
    settle(assembly, qtbot)
    for racer in stores.descents.racers[1:]:
        label = part(assembly, QLabel, f"fit.race_loss_{racer.optimizer}")
        assert label.isVisible()
        loss = mean_loss("bce", racer.descent.parameters, stores.fit.cases)
        assert float(label.text()) == pytest.approx(loss, rel=1e-3)
    assert not part(assembly, QLabel, "fit.race_loss_rmsprop").isVisible()
    stores.descents.set_racing([])
    settle(assembly, qtbot)
    assert not part(assembly, QWidget, "fit.race_losses").isVisible()


def test_the_leaders_path_is_drawn_last_and_the_others_have_an_end(
    page: FitPage, assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[SurfacePicture] = []
    monkeypatch.setattr(page.surfaces.maps["bce"], "show_picture", shown.append)
    race(assembly.engine.fit)
    assembly.engine.fit.fit.select(0)
    settle(assembly, qtbot)
    assert [(path.is_dashed, path.has_end_mark) for path in shown[-1].paths] == [
        *[(True, False), (True, True), (True, True)],
        (False, False),
    ]


def test_the_loss_to_descend_is_chosen_beside_play(page: FitPage, assembly: Assembly) -> None:
    assert page.descent.isAncestorOf(part(assembly, QComboBox, "fit.loss_kind"))
    assert page.descent.isAncestorOf(part(assembly, QPushButton, "fit.play"))


def test_a_gradient_that_is_rounding_is_called_zero(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit = assembly.engine.fit.fit
    best = fit.facts.sigmoid.parameters
    assert best is not None
    fit.set_parameters(best)
    settle(assembly, qtbot)
    ratio = part(assembly, QLabel, "fit.gradient_ratio")
    assert "= 0 / " in ratio.text()
    assert "up to rounding" in ratio.text()
    fit.set_parameters(Parameters(best.w + 1e-9, best.b))
    settle(assembly, qtbot)
    assert "rounding" not in ratio.text()
