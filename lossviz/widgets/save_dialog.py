"""The question where to save something, asked so that no file is replaced by a name that nobody has seen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def asked_save_path(
    parent: QWidget, title: str, proposed: str, kinds: str, suffix: str, short: str = ""
) -> Path | None:
    """Where to, with `suffix` at its end, which takes the place of `short`; None if nothing is to be saved.

    The dialog asks before it replaces what was typed. Where the suffix makes another name of that, and there is such a
    file, it is asked once more, about the whole name.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    seen = proposed
    while chosen and not chosen.lower().endswith(suffix):
        chosen = chosen.removesuffix(short) + suffix
        if Path(chosen).exists() and chosen != seen:
            seen = chosen
            chosen, _ = QFileDialog.getSaveFileName(parent, title, chosen, kinds)
    return Path(chosen) if chosen else None
