"""Puts a theme on the whole application or on one window: palette, type and the few shapes that Fusion lacks."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.shell.framed_palettes import framed_palette, framed_palettes
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.theme import Theme, ThemeSource, load_theme

_STYLE = """
QMainWindow, QTabWidget::pane {{ background: {window}; border: none; }}
QToolTip {{ color: {text}; background: {field}; border: 1px solid {border}; padding: 4px; font-size: {font_px}px; }}
QMenu {{ font-size: {font_px}px; }}
QLabel[rank="answer"] {{ font-size: {font_answer_px}px; font-weight: bold; color: {accent}; }}
QLabel[rank="title"] {{ font-size: {font_title_px}px; font-weight: bold; }}
QLabel[rank="small"] {{ font-size: {font_small_px}px; color: {text_muted}; }}
QLabel[rank="caption"] {{ color: {text_muted}; }}
QLabel[rank="loss_mse"] {{ color: {loss_mse}; }}
QLabel[rank="loss_bce"] {{ color: {loss_bce}; }}
QMenuBar, QTabWidget#pages {{ background: {surface}; }}
QTabWidget#pages > QTabBar {{ font-size: {font_title_px}px; font-weight: 600; background: {surface}; }}
QTabWidget#pages > QTabBar::tab {{
    color: {text_muted}; background: {surface}; border: none; border-bottom: 3px solid {surface};
    padding: 4px 4px 3px 4px; margin: 0 8px;
}}
QTabWidget#pages > QTabBar::tab:hover {{ color: {text}; }}
QTabWidget#pages > QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabWidget#pages > QTabBar::tab:focus {{ background: {selection}; }}
QSplitter::handle {{ image: none; }}
QSplitter::handle:hover {{ background: {grid}; }}
QTabBar[rank="inner"] {{ font-size: {font_small_px}px; }}
QTabBar[rank="inner"]::tab {{
    color: {text_muted}; border: none; border-bottom: 2px solid {grid}; padding: 4px 9px;
}}
QTabBar[rank="inner"]::tab:hover {{ color: {text}; }}
QTabBar[rank="inner"]::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar[rank="inner"]::tab:focus {{ background: {selection}; }}
QPushButton, QToolButton {{
    color: {text}; background: {field}; border: 1px solid {border}; border-radius: {radius_px}px; padding: 3px 8px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 2px 7px; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {selection}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {text_muted}; background: {window}; }}
QTabBar QToolButton {{ padding: 0; }}
QToolButton[rank="disclosure"] {{
    color: {text_muted}; background: {window}; border: 2px solid {window}; padding: 1px 4px 1px 0;
    margin-left: -8px;
}}
QToolButton[rank="disclosure"]:hover {{ color: {text}; }}
QToolButton[rank="disclosure"]:focus {{ border-color: {accent}; padding: 1px 4px 1px 0; }}
QAbstractSpinBox[buttonSymbols="UpDownArrows"] {{ min-height: {spin_box_px}px; }}
QPushButton[rank="primary"]:enabled {{
    color: {accent_text}; background: {accent}; border-color: {accent}; font-weight: bold;
}}
QFrame[phase="true"] {{ border: 1px solid {border}; border-radius: {radius_px}px; }}
QFrame[phase="true"][lit="true"] {{ background: {selection}; border: 2px solid {accent}; }}
QPushButton[rank="primary"]:focus {{ border: 2px solid {text}; }}
"""

_AROUND_A_NUMBER_PX = 6  # what Fusion adds to the height that a style sheet asks for; by itself it makes them lower
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
_ROLES = tuple(
    role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole)
)
_EVERYTHING = """
QWidget {{ font-size: {font_px}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {font_px}px; height: {font_px}px; }}
"""


class ThemeApplication(QObject):
    """Follows the remembered theme, or the system's where none was chosen.

    for_now: a theme to begin with, until another is chosen in the window.
    """

    def __init__(self, application: QApplication, settings: SettingsStore, for_now: str = "") -> None:
        super().__init__()
        self._for_now = for_now
        self._application = application
        self._settings = settings
        application.setStyle("Fusion")
        self.source = ThemeSource(self._wanted())
        settings.theme_changed.connect(self._on_theme_chosen)
        application.styleHints().colorSchemeChanged.connect(self._on_wish_changed)
        self.source.theme_changed.connect(self._apply)
        self._apply()

    def _wanted(self) -> Theme:
        name = self._for_now or self._settings.theme_name
        if not name:
            is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if is_dark else "light"
        return load_theme(name)

    def _on_theme_chosen(self) -> None:
        self._for_now = ""
        self._on_wish_changed()

    def _on_wish_changed(self) -> None:
        self.source.set_theme(self._wanted())

    def _apply(self) -> None:
        theme = self.source.theme
        font = QFont(self._application.font())
        font.setPixelSize(theme.sizes.font_px)
        self._application.setFont(font)
        palette = _palette(theme)
        self._application.setPalette(palette)
        kind: Any  # PySide's types say bytes, but it takes nothing but str
        for kind, framed in framed_palettes(palette, _border(palette)).items():
            self._application.setPalette(framed, kind)
        self._application.setStyleSheet(_style(theme))


def dress(window: QWidget, theme: Theme) -> None:
    """Let one window wear another theme than the application's. What is put into it later needs `hand_down`."""
    window.setPalette(_palette(theme))
    window.setStyleSheet(_EVERYTHING.format(**vars(theme.sizes)) + _style(theme))
    hand_down(window)


def hand_down(window: QWidget, within: QWidget | None = None) -> None:
    """Give the window's palette to all that it holds: under an application's style sheet Qt does not do so itself.

    What a part has coloured itself stays. within: where it is wanted, if not everywhere.
    """
    palette = window.palette()
    for part in window.findChildren(QWidget) if within is None else (within, *within.findChildren(QWidget)):
        has_own = part.testAttribute(Qt.WidgetAttribute.WA_SetPalette)
        framed = framed_palette(part, palette, _border(palette))
        whole = _with_own_colours(framed, part.palette(), QApplication.palette(part)) if has_own else framed
        if part.palette() != whole:
            part.setPalette(whole)


def _with_own_colours(palette: QPalette, own: QPalette, usual: QPalette) -> QPalette:
    """`palette`, but `own` where that is not as usual."""
    if own in (palette, usual):
        return palette
    whole = QPalette(palette)
    for group in _GROUPS:
        for role in _ROLES:
            if own.color(group, role) != usual.color(group, role):
                whole.setColor(group, role, own.color(group, role))
    return whole


def _style(theme: Theme) -> str:
    spin_box_px = theme.sizes.control_px - _AROUND_A_NUMBER_PX
    return _STYLE.format(**vars(theme.colours), **vars(theme.sizes), spin_box_px=spin_box_px)


def _border(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.Mid)


def _palette(theme: Theme) -> QPalette:
    colours, role = theme.colours, QPalette.ColorRole
    palette = QPalette()
    for group_role, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.field,
        role.AlternateBase: colours.surface,
        role.Text: colours.text,
        role.Button: colours.field,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.field,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.text_muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.Mid: colours.border,
        role.Light: colours.surface,
        role.Dark: colours.border,
    }.items():
        palette.setColor(group_role, QColor(colour))
    for disabled in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, disabled, QColor(colours.text_muted))
    return palette
