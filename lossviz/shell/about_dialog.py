"""What lossviz is, which version this is, what it is made with, and under which licences."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

import lossviz
from lossviz.resource_files import resource_path
from lossviz.shell.components import COMPONENTS
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.joints import listed

_ICON_PX = 64
_SIZE = (700, 440)


class AboutDialog(QDialog):
    """Two tabs: what it is, and the licences. tab: the one in front, "about" or "licences"."""

    def __init__(self, parent: QWidget, tab: str = "about") -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About lossviz"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tabs = named(QTabWidget(), "about.tabs", self.tr("About lossviz"))
        self.tabs.addTab(self._about(), self.tr("About"))
        self.tabs.addTab(self._licences(), self.tr("Licences"))
        self.tabs.setCurrentIndex(1 if tab == "licences" else 0)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("about.close")
        close.setAccessibleName(close.text())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def _about(self) -> QWidget:
        picture = plain_label()
        picture.setPixmap(QIcon(str(resource_path("icons/lossviz.svg"))).pixmap(_ICON_PX, _ICON_PX))
        title = named(QLabel(f"lossviz {lossviz.__version__}"), "about.version", self.tr("Name and version"))
        title.setProperty("rank", "title")
        head = QHBoxLayout()
        head.addWidget(picture)
        head.addWidget(title, 1)
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for text in (
            self.tr("See, drag and train loss functions: a window for teaching and learning them."),
            self.tr("Free under the MIT licence: use it, change it, pass it on."),
            self.tr("It sends nothing anywhere. The only thing it ever fetches is MNIST, when you ask for it."),
        ):
            label = plain_label(text)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._made_with())
        column.addStretch(1)
        return tab

    def _made_with(self) -> QLabel:
        parts = [f"{part.name} {part.version}" for part in COMPONENTS[1:] if part.version]
        text = self.tr("Made with {parts}.").format(parts=listed(parts))
        label = named(QLabel(text), "about.made_with", self.tr("What it is made with"))
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _licences(self) -> QWidget:
        self.parts = named(QListWidget(), "about.parts", self.tr("Parts"))
        self.text = named(QPlainTextEdit(), "about.licence", self.tr("Licence"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        for part in COMPONENTS:
            self.parts.addItem(f"{part.name}: {part.licence}")
        self.parts.currentRowChanged.connect(self._show_licence)
        self.parts.setCurrentRow(0)
        tab = QWidget()
        row = QHBoxLayout(tab)
        row.addWidget(self.parts, 2)
        row.addWidget(self.text, 3)
        return tab

    def _show_licence(self, row: int) -> None:
        part = COMPONENTS[row]
        without = self.tr("The text did not come with the installed package. It is at {address}.")
        address = f"https://spdx.org/licenses/{part.licence}.html"
        head = f"{part.name} {part.version}\n{part.licence}\n\n"
        self.text.setPlainText(head + (part.licence_text() or without.format(address=address)))
