"""The tests neither read nor write what belongs to the person who runs them."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from tests.support.isolation import isolate
from tests.support.mnist_location import real_mnist


def test_home_settings_and_caches_are_temporary(qapp: QApplication) -> None:
    temporary = Path(tempfile.gettempdir())
    assert qapp is not None
    assert Path.home().is_relative_to(temporary)
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lossviz", "lossviz")
    assert Path(settings.fileName()).is_relative_to(temporary)
    assert QStandardPaths.isTestModeEnabled()


def test_the_users_mnist_is_hidden_from_the_app_but_not_from_the_tests(tmp_path: Path) -> None:
    environment = {"LOSSVIZ_MNIST": "folder"}
    isolate(environment, tmp_path)
    assert "LOSSVIZ_MNIST" not in environment
    assert environment["LOSSVIZ_TEST_MNIST"] == "folder"


def test_torch_threads_do_not_spin_unless_the_user_wants_them_to(tmp_path: Path) -> None:
    chosen, unset = {"GOMP_SPINCOUNT": "9"}, dict[str, str]()
    for name, environment in {"chosen": chosen, "unset": unset}.items():
        (tmp_path / name).mkdir()
        isolate(environment, tmp_path / name)
    assert (chosen["GOMP_SPINCOUNT"], unset["GOMP_SPINCOUNT"]) == ("9", "10000")


def test_a_test_that_needs_mnist_skips_and_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOSSVIZ_TEST_MNIST", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match=r"has no train-images-idx3-ubyte\[.gz\]; set LOSSVIZ_TEST_MNIST"):
        real_mnist()


def test_mnist_is_found_where_the_variable_says_raw_or_compressed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOSSVIZ_TEST_MNIST", str(tmp_path))
    for name in ("train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz"):
        (tmp_path / name).touch()
    (tmp_path / "t10k-labels-idx1-ubyte").touch()
    assert real_mnist() == tmp_path
