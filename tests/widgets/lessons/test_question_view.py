"""QuestionView: the options take as little height as they can, and no word of theirs is broken."""

import pytest
from pytestqt.qtbot import QtBot

from lossviz.widgets.lessons.question_view import Question, QuestionView
from lossviz.widgets.theme import ThemeSource, load_theme

WIDE_PX, NARROW_PX = 900, 200
LONG = "it falls below the loss of the best straight line that there is"


@pytest.fixture
def view(qtbot: QtBot) -> QuestionView:
    view = QuestionView(ThemeSource(load_theme("light")))
    qtbot.addWidget(view)
    view.because.setParent(view)  # as whoever lays it out does
    return view


@pytest.mark.parametrize(
    ("options", "width_px", "rows"),
    [
        (("0.25", "0.5", "0.69"), WIDE_PX, 1),
        (("0.25", "0.5", "0.69"), NARROW_PX, 3),
        (("yes", "no"), WIDE_PX, 1),
        (("both", "neither", "the first", "the second"), WIDE_PX, 2),
        (("incomprehensibilities" * 2, "no", "perhaps"), WIDE_PX // 2, 3),
    ],
    ids=["three", "narrow", "two", "four", "long words"],
)
def test_options_stand_beside_each_other_where_there_is_room(
    view: QuestionView, options: tuple[str, ...], width_px: int, rows: int
) -> None:
    ask(view, options, width_px)
    tops = {card.mapTo(view, card.rect().topLeft()).y() for card in view.cards[: len(options)]}
    assert len(tops) == rows


@pytest.mark.parametrize("options", [("0.25", "0.5", "0.69"), (LONG, "no", "yes"), (LONG, LONG)])
def test_every_option_has_the_height_that_its_text_takes(view: QuestionView, options: tuple[str, ...]) -> None:
    ask(view, options, WIDE_PX)
    for card in view.cards[: len(options)]:
        assert card.width() >= card.least_width()
        assert card.height() >= card.heightForWidth(card.width())


def ask(view: QuestionView, options: tuple[str, ...], width_px: int) -> None:
    """Show a question in a view of that width, as high as it has to be."""
    view.show_question(Question("Which one?", options, (0,) * len(options)))
    view.arrange(width_px)
    view.show()
    view.resize(width_px, view.heightForWidth(width_px))


def test_an_answer_has_the_whole_card_until_hands_are_counted_for_it(view: QuestionView) -> None:
    ask(view, ("a quarter",), WIDE_PX)
    (card,) = view.cards[:1]
    metrics, gap = card.fontMetrics(), view._grid.spacing() * 2
    in_one_line = metrics.horizontalAdvance("a quarter") + metrics.height() + 3 * gap + 2
    one_line_px = card.heightForWidth(WIDE_PX)
    assert card.heightForWidth(in_one_line) == one_line_px
    view.show_question(Question("Which one?", ("a quarter",), (7,)))
    assert card.heightForWidth(in_one_line) > one_line_px
