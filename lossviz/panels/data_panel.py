"""Which data are in use, and how to get others."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from lossviz.core.data.digits import Digits
from lossviz.stores.data_store import DataStore, Fetching
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.controls import caption_for, plain_label, plain_tip, push_button
from lossviz.widgets.data_names import spoken_data_name
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.share_bar import ShareBar

_BUILT_IN = ""  # the combo box's value for the built-in digits; every other is a path


class DataPanel(Panel):
    """One row: the set in use, what it is, and buttons to open or download another."""

    built_in_chosen = Signal()
    place_chosen = Signal(object)  # Path
    download_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, clock: FrameClock, data: DataStore, training: TrainingStore) -> None:
        super().__init__(clock)
        self._data = data
        self._training = training
        self._build()
        for signal in (data.digits_changed, data.fetching_changed, training.state_changed):
            signal.connect(self.mark_dirty)

    def _build(self) -> None:
        self.combo = QComboBox()
        self.combo.setObjectName("mnist.data")
        self.combo.setAccessibleName(self.tr("Data set"))
        self.combo.setMinimumContentsLength(14)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.activated.connect(self._on_activated)
        caption = caption_for(self.combo, self.tr("Data"))
        self._description = plain_label()
        self._description.setObjectName("mnist.data_description")
        self._progress = ShareBar()
        self._progress.setObjectName("mnist.data_progress")
        self._progress.setAccessibleName(self.tr("Progress of the download"))
        self._choose_folder = push_button("mnist.choose_folder", self.tr("Open folder…"))
        self._choose_file = push_button("mnist.choose_file", self.tr("Open file…"))
        self._download = push_button("mnist.download", self.tr("Download MNIST"))
        self._cancel = push_button("mnist.cancel_download", self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(caption)
        row.addWidget(self.combo)
        row.addWidget(self._description, 1)
        row.addWidget(self._progress, 1)
        for button in (self._download, self._cancel, self._choose_folder, self._choose_file):
            row.addWidget(button)
        self._choose_folder.clicked.connect(self._on_choose_folder_clicked)
        self._choose_file.clicked.connect(self._on_choose_file_clicked)
        self._download.clicked.connect(self.download_pressed)
        self._cancel.clicked.connect(self.cancel_pressed)

    def redraw(self) -> None:
        """Show the set in use, or what is being fetched."""
        digits, fetching = self._data.digits, self._data.fetching
        self._show_known()
        self._show_progress(fetching)
        self._description.setText(self._text(digits, fetching))
        self._description.setToolTip(plain_tip(_place(digits)))
        is_free = fetching is None and self._training.is_free
        for widget in (self.combo, self._choose_folder, self._choose_file, self._download):
            widget.setEnabled(is_free)
        has_mnist = any(identity.kind == "mnist" for identity in self._data.known)
        self._download.setVisible(fetching is None and not has_mnist)

    def _show_known(self) -> None:
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItem(self.tr("Built-in digits"), _BUILT_IN)
            for identity in self._data.known:
                if identity.kind != "built_in":
                    self.combo.addItem(spoken_data_name(identity.name), identity.origin)
            current = self._data.digits.identity if self._data.digits else None
            if current:
                self.combo.setCurrentIndex(
                    self.combo.findData(_BUILT_IN if current.kind == "built_in" else current.origin)
                )

    def _show_progress(self, fetching: Fetching | None) -> None:
        is_download = fetching is not None and fetching.is_download
        self._cancel.setVisible(is_download)
        self._progress.setVisible(fetching is not None)
        self._description.setVisible(fetching is None)
        if fetching is None:
            return
        self._progress.show_share(fetching.share)
        self._progress.setFormat(self.tr("Downloading MNIST: %p%") if is_download else self.tr("Loading"))

    def _text(self, digits: Digits | None, fetching: Fetching | None) -> str:
        if digits is None or fetching:
            return ""
        if digits.identity.kind == "built_in":
            images = len(digits.train) + len(digits.validation) + len(digits.test)
            return self.tr("drawn by lossviz, not MNIST · {images} images").format(images=f"{images:,}")
        return self.tr("{train} training, {validation} validation, {test} test images").format(
            train=f"{len(digits.train):,}", validation=f"{len(digits.validation):,}", test=f"{len(digits.test):,}"
        )

    def _on_activated(self, index: int) -> None:
        place = self.combo.itemData(index)
        if place == _BUILT_IN:
            self.built_in_chosen.emit()
        else:
            self.place_chosen.emit(Path(place))
        self.mark_dirty()  # until the other set is loaded, this one is in use

    def _on_choose_folder_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder with MNIST's four files"))
        if folder:
            self.place_chosen.emit(Path(folder))

    def _on_choose_file_clicked(self) -> None:
        patterns = self.tr("Digits (*.npz *.json *.json.gz *.gz);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a file of digits"), "", patterns)
        if path:
            self.place_chosen.emit(Path(path))


def _place(digits: Digits | None) -> str:
    """Where on the disk they are from; empty for those that are drawn."""
    return digits.identity.origin if digits and digits.identity.kind != "built_in" else ""
