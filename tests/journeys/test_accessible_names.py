"""Every control has a name and an explanation, every picture its words and its numbers."""

from lossviz.composition import Assembly
from lossviz.widgets.control_help import help_key
from lossviz.widgets.control_help_texts import HELP
from tests.support.access_checks import (
    nameless,
    names_used_twice,
    pictures_without_words,
    undescribed,
    widgets_of,
)


def test_everything_that_tab_stops_at_has_a_name(assembly: Assembly) -> None:
    found = nameless(widgets_of(assembly.window.pages))
    assert not found, "\n".join(found)


def test_every_control_and_every_picture_is_explained(assembly: Assembly) -> None:
    found = undescribed(widgets_of(assembly.window.pages))
    assert not found, "\n".join(found)


def test_no_name_is_used_twice(assembly: Assembly) -> None:
    found = names_used_twice(widgets_of(assembly.window.pages))
    assert not found, "\n".join(found)


def test_every_picture_can_be_told_and_copied(assembly: Assembly) -> None:
    found = pictures_without_words(widgets_of(assembly.window.pages))
    assert not found, "\n".join(found)


def test_no_explanation_is_about_a_control_that_is_not_there(assembly: Assembly) -> None:
    keys = {help_key(widget.objectName()) for widget in widgets_of(assembly.window.pages)}
    assert set(HELP) - keys == set()
