"""Puts sentences, phrases and titles together as the language of the window does.

English leaves a space after a full stop, a comma and a colon; Chinese has signs that bring their own.
"""

from collections.abc import Iterable
from functools import partial, reduce

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # as lupdate knows it


def in_a_row(sentences: Iterable[str]) -> str:
    """Whole sentences, one after the other."""
    return _joined(translate("joints", "{before} {after}"), sentences)


def listed(words: Iterable[str]) -> str:
    """Words or phrases with commas between."""
    return _joined(translate("joints", "{before}, {after}"), words)


def listed_phrases(phrases: Iterable[str]) -> str:
    """Phrases that may have commas of their own."""
    return _joined(translate("joints", "{before}; {after}"), phrases)


def titled(title: str, text: str) -> str:
    """What `text` is or belongs to, then `text`."""
    return translate("joints", "{title}: {text}").format(title=title, text=text)


def sentence(phrase: str) -> str:
    """A phrase with a full stop."""
    return translate("joints", "{phrase}.").format(phrase=phrase)


def _joined(template: str, parts: Iterable[str]) -> str:
    """Those that are not empty, two by two; empty if none is left."""
    return reduce(partial(_pair, template), filter(None, parts), "")


def _pair(template: str, before: str, after: str) -> str:
    return template.format(before=before, after=after) if before else after
