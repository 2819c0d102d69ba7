"""How much of something is done."""

from PySide6.QtWidgets import QProgressBar

_WHOLE = 1000


class ShareBar(QProgressBar):
    """A bar from nothing to all, or one that only moves as long as nothing can be counted."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _WHOLE)
        self._has_moved = False

    def show_share(self, share: float | None) -> None:
        """Show a share from 0 to 1; None: it is not known yet.

        A bar that has moved never shows less than its first thousandth: at 0 Fusion draws nothing, and so never notices
        that the movement has ended, and goes on painting it 60 times a second.
        """
        self._has_moved |= share is None
        self.setRange(0, 0 if share is None else _WHOLE)
        self.setValue(max(self._has_moved, round(_WHOLE * (share or 0))))
