"""How much of something is done."""

from PySide6.QtWidgets import QProgressBar

_WHOLE = 1000


class ShareBar(QProgressBar):
    """A bar from nothing to all, or one that only moves as long as nothing can be counted."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _WHOLE)

    def show_share(self, share: float | None) -> None:
        """Show a share from 0 to 1; None: it is not known yet.

        A bar that only moved goes on being painted 60 times a second until its value is above the least: Fusion looks
        for the end of the movement only where it draws something.
        """
        self.setRange(0, 0 if share is None else _WHOLE)
        self.setValue(max(1, round(_WHOLE * (share or 0))))
