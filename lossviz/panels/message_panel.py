"""The banner that says what happened, why, and what to do, with buttons that do it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from lossviz.stores.message_store import MessageStore, Remedy
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.message_banner import BannerAction, MessageBanner, MessageKind
from lossviz.widgets.messages.spoken_errors import error_sentences
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource


class MessagePanel(Panel):
    """Takes no room while there is nothing to say."""

    remedy_chosen = Signal(str)  # a Remedy

    def __init__(self, clock: FrameClock, theme: ThemeSource, messages: MessageStore) -> None:
        super().__init__(clock)
        self._messages = messages
        self.banner = MessageBanner(theme)
        self.banner.setObjectName("message")
        self.banner.closed.connect(messages.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        messages.message_changed.connect(self._on_message_changed)
        self.hide()

    def redraw(self) -> None:
        """Show the message, if there is one."""
        message = self._messages.message
        if message is None:
            self.banner.hide_message()
            return
        what, why, remedy = error_sentences(message.error)
        actions = [self._action(name) for name in message.remedies]
        self.banner.show_message(MessageKind[message.kind.upper()], what, in_a_row((why, remedy)), actions)

    def _on_message_changed(self) -> None:
        self.setVisible(self._messages.message is not None)
        self.mark_dirty()

    def _action(self, remedy: Remedy) -> BannerAction:
        text = {
            "lower_learning_rate": self.tr("Start again with a tenth of it"),
            "download_again": self.tr("Try the download again"),
            "restore_session": self.tr("Restore"),
            "discard_session": self.tr("Discard"),
        }[remedy]
        return BannerAction(text, lambda: self._take(remedy), f"remedy.{remedy}")

    def _take(self, remedy: Remedy) -> None:
        self._messages.clear()
        self.remedy_chosen.emit(remedy)
