"""The drawing canvas with its tools, and the ways to bring a picture onto it."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QSlider,
    QToolButton,
    QVBoxLayout,
)

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.stores.digit_store import ERASER_RADIUS, PEN_WIDTHS, DigitStore
from lossviz.stores.message_store import MessageStore
from lossviz.widgets.controls import caption, row_of
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.handwriting.drawing_canvas import DrawingCanvas, Tool
from lossviz.widgets.panel import Panel
from lossviz.widgets.pictures.image_reading import grey_from_qimage, read_grey_image
from lossviz.widgets.theme import ThemeSource

_GAP_PX = 4
_LEAST_SLIDER_PX = 60
_SLIDER_STEPS = 100


class DigitCanvasPanel(Panel):
    """Gestures go to the digit store; what the store holds is shown."""

    picture_opened = Signal(object)  # Path

    def __init__(self, clock: FrameClock, theme: ThemeSource, digit: DigitStore, messages: MessageStore) -> None:
        super().__init__(clock)
        self._digit = digit
        self._messages = messages
        self.canvas = DrawingCanvas(theme)
        self.canvas.setObjectName("mnist.canvas")
        self.canvas.set_eraser_radius(ERASER_RADIUS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.canvas, 1)
        column.addLayout(self._build_tools())
        column.addLayout(self._build_sources())
        self._listen()

    def redraw(self) -> None:
        """Show the ink and the tools as they are."""
        drawing = self._digit.drawing
        self.canvas.show_strokes(drawing.strokes)
        self.canvas.show_picture(drawing.picture.ink_u8 if drawing.picture else None)
        self.canvas.set_pen_width(self._digit.pen_width)
        with QSignalBlocker(self._pen_slider):
            self._pen_slider.setValue(_slider_of(self._digit.pen_width))
        self._undo.setEnabled(self._digit.can_undo)
        self.clear_button.setEnabled(not drawing.is_empty)
        self._dark_on_light.setVisible(drawing.picture is not None)
        if drawing.picture:
            with QSignalBlocker(self._dark_on_light):
                self._dark_on_light.setChecked(drawing.picture.was_dark_on_light)

    def _build_tools(self) -> QHBoxLayout:
        self._pen_slider = QSlider(Qt.Orientation.Horizontal)
        self._pen_slider.setObjectName("mnist.pen_width")
        self._pen_slider.setAccessibleName(self.tr("Pen width"))
        self._pen_slider.setToolTip(
            self.tr("Pen width. MNIST-style ink is redrawn with MNIST's own pen, so it matters for raw ink only.")
        )
        self._pen_slider.setRange(0, _SLIDER_STEPS)
        watch_drags(self._pen_slider)
        self._pen_slider.setMinimumWidth(_LEAST_SLIDER_PX)
        self._eraser = self._tool(
            "eraser", self.tr("Eraser"), self.tr("Erase with the left button; the right one always does (E)")
        )
        self._eraser.setCheckable(True)
        self._undo = self._tool("undo_stroke", self.tr("Undo"), self.tr("Take back the last stroke"))
        self.clear_button = self._tool("clear", self.tr("Clear"), self.tr("Take a fresh sheet (Delete)"))
        row = QHBoxLayout()
        row.setSpacing(_GAP_PX)
        row.addWidget(caption(self.tr("Pen")))
        row.addWidget(self._pen_slider, 1)
        for button in (self._eraser, self._undo):
            row.addWidget(button)
        return row

    def _build_sources(self) -> QHBoxLayout:
        self.open_button = self._tool(
            "open_image",
            self.tr("Image…"),
            self.tr("Read a digit from a picture; pictures can also be dropped on the canvas"),
        )
        self._paste = self._tool(
            "paste_image", self.tr("Paste"), self.tr("Read a digit from a picture on the clipboard (Ctrl+V)")
        )
        self._dark_on_light = QCheckBox(self.tr("Dark on light"))
        self._dark_on_light.setObjectName("mnist.dark_on_light")
        self._dark_on_light.setToolTip(
            self.tr("Found from the picture's border; change it if the digit and its paper were mistaken.")
        )
        return row_of(self.clear_button, self.open_button, self._paste, self._dark_on_light, None, spacing=_GAP_PX)

    def _listen(self) -> None:
        canvas, digit = self.canvas, self._digit
        canvas.stroke_started.connect(digit.begin_stroke)
        canvas.stroke_extended.connect(digit.extend_stroke)
        canvas.erased_at.connect(digit.erase_at)
        canvas.gesture_finished.connect(digit.finish_gesture)
        canvas.file_dropped.connect(self._on_file_dropped)
        canvas.image_dropped.connect(self._open_image)
        self._pen_slider.valueChanged.connect(self._on_pen_slider_moved)
        self._eraser.toggled.connect(self._on_eraser_toggled)
        self._undo.clicked.connect(digit.undo)
        self.clear_button.clicked.connect(digit.clear)
        self.open_button.clicked.connect(self._on_open_clicked)
        self._paste.clicked.connect(self.paste_picture)
        self._dark_on_light.toggled.connect(digit.set_dark_on_light)
        digit.drawing_changed.connect(self.mark_dirty)
        digit.pen_changed.connect(self.mark_dirty)

    def _tool(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"mnist.{name}")
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def _on_pen_slider_moved(self, position: int) -> None:
        thin, thick = PEN_WIDTHS
        self._digit.set_pen_width(thin + (thick - thin) * position / _SLIDER_STEPS)

    def _on_eraser_toggled(self, is_on: bool) -> None:
        self.canvas.set_tool(Tool.ERASER if is_on else Tool.PEN)

    def _on_open_clicked(self) -> None:
        patterns = self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a picture of a digit"), "", patterns)
        if path:
            self.open_image_file(Path(path))

    def _on_file_dropped(self, path: str) -> None:
        self.open_image_file(Path(path))

    def toggle_eraser(self) -> None:
        """Let the left button erase, or draw again."""
        self._eraser.toggle()

    @Slot()
    def paste_picture(self) -> None:
        """Put the picture on the clipboard on the canvas, or say why that cannot be done."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._messages.show_error(_nothing_to_paste())
        else:
            self._open_image(image)

    def open_image_file(self, path: Path) -> None:
        """Put the picture in `path` on the canvas, or say why that cannot be done."""
        try:
            self._digit.open_picture(read_grey_image(path))
        except LossvizError as error:
            self._messages.show_error(error)
        else:
            self.picture_opened.emit(path)

    def _open_image(self, image: QImage) -> None:
        try:
            self._digit.open_picture(grey_from_qimage(image))
        except LossvizError as error:
            self._messages.show_error(error)


def _slider_of(pen_width: float) -> int:
    thin, thick = PEN_WIDTHS
    return round((pen_width - thin) / (thick - thin) * _SLIDER_STEPS)


def _nothing_to_paste() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "Nothing was pasted."),
        QT_TRANSLATE_NOOP("errors", "There is no picture on the clipboard."),
        QT_TRANSLATE_NOOP("errors", "Copy a picture first, or open an image file."),
    )
