"""The entry for a Linux desktop's menu names what is there."""

import configparser
import tomllib

from lossviz.resource_files import resource_path
from tests.support.readme import CHECKOUT


def _entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(resource_path("lossviz.desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def test_it_starts_the_command_that_is_installed() -> None:
    scripts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert _entry()["Exec"].split()[0] in scripts


def test_its_icon_is_the_windows() -> None:
    assert resource_path(f"icons/{_entry()['Icon']}.svg").is_file()


def test_it_speaks_both_languages_of_the_window() -> None:
    entry = _entry()
    assert entry["Comment"]
    assert entry["comment[zh_cn]"]  # the parser folds names


def test_the_readme_says_how_to_install_it() -> None:
    assert "resources/lossviz.desktop" in (CHECKOUT / "README.md").read_text(encoding="utf-8")
