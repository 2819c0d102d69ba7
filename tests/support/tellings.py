"""Counts how often something was told."""

from PySide6.QtCore import SignalInstance


class Tellings:
    """count: how often any of the signals was emitted since."""

    def __init__(self, *signals: SignalInstance) -> None:
        self.count = 0
        for signal in signals:
            signal.connect(self._on_told)

    def _on_told(self, *_facts: object) -> None:
        self.count += 1
