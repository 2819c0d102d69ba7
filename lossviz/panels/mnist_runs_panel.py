"""The list of runs: compare, hide, rename, delete and bring back, save, export."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from lossviz.core.errors import LossvizError
from lossviz.core.per_cents import per_cent
from lossviz.core.reports.exports import ExportKind, ExportOrder
from lossviz.core.reports.report_run import LineLook, ReportRun, best_evaluation
from lossviz.core.reports.setting_words import data_difference, differences, main_settings, memory_phrase
from lossviz.stores.message_store import MessageStore
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.widgets.controls import named
from lossviz.widgets.curves.style import CurveStyle, line_dashes
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import listed
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.picture_files import PICTURE_SUFFIX, PictureSource, write_picture
from lossviz.widgets.report_words import report_words
from lossviz.widgets.run_names import run_name
from lossviz.widgets.runs.export_menu import ExportMenu
from lossviz.widgets.runs.run_buttons import RunButtons
from lossviz.widgets.runs.run_row import RunRow
from lossviz.widgets.runs.run_table import RunTable
from lossviz.widgets.save_dialog import asked_save_path
from lossviz.widgets.theme import ThemeSource, load_theme

RUN_SUFFIX = ".pt"
_REPORT_THEME = "light"  # a report is read on paper, too


class MnistRunsPanel(Panel):
    """What there is of runs, and what can be made of it.

    pictures: what the window shows that can be saved as a picture.
    """

    save_chosen = Signal(int, object)  # the run's number, Path
    export_chosen = Signal(object)  # ExportOrder
    picture_saved = Signal(object)  # Path
    look_back_chosen = Signal(int)  # the run's number

    def __init__(
        self,
        clock: FrameClock,
        theme: ThemeSource,
        training: TrainingStore,
        run_list: RunListStore,
        messages: MessageStore,
        pictures: Sequence[PictureSource] = (),
    ) -> None:
        super().__init__(clock)
        self._theme = theme
        self._training = training
        self._run_list = run_list
        self._messages = messages
        self._words = report_words()
        self._build(pictures)
        self._connect()

    def _build(self, pictures: Sequence[PictureSource]) -> None:
        self.table = named(RunTable(self._theme), "mnist.runs", self.tr("Runs"))
        self.details = named(WrappedText(), "mnist.run_details", self.tr("About the runs that are selected"))
        self.export_menu = ExportMenu(self, pictures)
        self.buttons = RunButtons(self.export_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        training, run_list = self._training, self._run_list
        for signal in (training.runs_changed, training.state_changed, run_list.list_changed):
            signal.connect(self.mark_dirty)
        training.log_grown.connect(self.mark_dirty_in_turn)
        self.table.chosen_changed.connect(self.mark_dirty)
        self.table.renamed.connect(run_list.rename)
        self.table.shown_changed.connect(run_list.set_shown)
        self.table.delete_pressed.connect(self._on_delete_pressed)
        self.table.undo_pressed.connect(run_list.undo_delete)
        self.buttons.rename.clicked.connect(self.table.edit_name)
        self.buttons.delete.clicked.connect(self._on_delete_pressed)
        self.buttons.undo.clicked.connect(run_list.undo_delete)
        self.buttons.look_back.clicked.connect(self._on_look_back_clicked)
        self.buttons.save.clicked.connect(self._on_save_clicked)
        self.export_menu.aboutToShow.connect(self._offer_exports)
        self.export_menu.runs_chosen.connect(self._on_export_chosen)
        self.export_menu.picture_chosen.connect(self._on_picture_chosen)

    def redraw(self) -> None:
        """Show the runs as they are."""
        runs = self._run_list.runs
        self.table.show_rows([self._row(run, runs[0]) for run in runs])
        chosen, buttons = self.table.chosen, self.buttons
        buttons.rename.setEnabled(len(chosen) == 1)
        buttons.save.setEnabled(len(chosen) == 1)
        buttons.look_back.setEnabled(len(chosen) == 1 and self._can_look_back(chosen[0]))
        buttons.delete.setEnabled(bool(set(chosen) - {self._run_list.number_in_training}))
        buttons.undo.setEnabled(self._run_list.can_undo)
        self.table.can_undo = self._run_list.can_undo
        buttons.export.setEnabled(bool(runs))
        self.details.setText(self._details(chosen))
        self.details.updateGeometry()

    def _row(self, run: RunRecord, first: RunRecord) -> RunRow:
        best = best_evaluation(run.log)
        return RunRow(
            number=run.number,
            name=self._short_name(run),
            look=self._run_list.look(run.number),
            is_shown=self._run_list.is_shown(run.number),
            differences=listed(self._differences(run, first)),
            step_count=len(run.log),
            best_accuracy=best.accuracy if best else None,
            test_accuracy=run.test.accuracy if run.test else None,
        )

    def _differences(self, run: RunRecord, first: RunRecord) -> list[str]:
        if run is first:
            return main_settings(run.settings, self._words)
        phrases = differences(run.settings, first.settings, self._words)
        phrases += data_difference(run.data, first.data, self._words)
        return phrases or [self.tr("nothing: the same settings")]

    def _details(self, chosen: tuple[int, ...]) -> str:
        runs = self._run_list.runs
        if not runs:
            return self.tr("Every run that you start or open stands here, to be compared with the others.")
        if len(chosen) != 1:
            return self.tr("Select a run to read more about it, several to delete or export them together.")
        run = next(run for run in runs if run.number == chosen[0])
        return " · ".join(self._facts(run, runs[0]))

    def _facts(self, run: RunRecord, first: RunRecord) -> list[str]:
        facts = [self._name(run), listed(self._differences(run, first)), self._result(run)]
        facts += [
            self.tr("learning rate {rate} after step {step}").format(rate=f"{change.learning_rate:g}", step=change.step)
            for change in run.log.rate_changes[-2:]
        ]
        facts += [memory_phrase(relief, self._words) for relief in run.log.memory_reliefs[-2:]]
        if run.number == self._run_list.number_in_training:
            facts.append(self.tr("in training, so it cannot be deleted"))
        return facts

    def _result(self, run: RunRecord) -> str:
        if not run.has_network:
            return self.tr("diverged at step {step}").format(step=f"{len(run.log):,}")
        best = best_evaluation(run.log)
        if best is None:
            return self.tr("not evaluated yet")
        text = self.tr("best validation accuracy {share}, after step {step} of {steps}")
        return text.format(share=per_cent(best.accuracy, 2), step=f"{best.step:,}", steps=f"{len(run.log):,}")

    def _name(self, run: RunRecord) -> str:
        return run_name(self._run_list.given_name(run.number), run.number, run.settings)

    def _short_name(self, run: RunRecord) -> str:
        """Without the loss, which stands beside it among the differences."""
        return run_name(self._run_list.given_name(run.number), run.number, run.settings, tells_loss=False)

    def _on_delete_pressed(self) -> None:
        self._run_list.delete(self.table.chosen)

    def _can_look_back(self, number: int) -> bool:
        """Whether anything of its way is still in memory."""
        (run,) = self._runs_of([number])
        return run.history is not None and len(run.history.snapshots) > 1

    def _on_look_back_clicked(self) -> None:
        for number in self.table.chosen[:1]:
            self.look_back_chosen.emit(number)

    def _on_save_clicked(self) -> None:
        for run in self._runs_of(self.table.chosen[:1]):
            path = self._asked_path(self.tr("Save the run"), _file_name(self._name(run)), RUN_SUFFIX)
            if path:
                self.save_chosen.emit(run.number, path)

    def _offer_exports(self) -> None:
        shown = tuple(run.number for run in self._run_list.shown_runs)
        self.export_menu.offer(shown, self.table.chosen)

    def _on_export_chosen(self, kind: ExportKind, numbers: tuple[int, ...]) -> None:
        runs = self._runs_of(numbers)
        path = self._asked_folder() if kind == "events" else self._asked_export_path(kind, runs)
        if path and runs:
            self.export_chosen.emit(ExportOrder(kind, path, self._report_runs(runs), self._words))

    def _on_picture_chosen(self, source: PictureSource) -> None:
        path = self._asked_path(self.tr("Save the picture"), source.file_name, PICTURE_SUFFIX)
        if path is None:
            return
        try:
            write_picture(path, source, self._theme.theme.colours.surface)
        except LossvizError as error:
            self._messages.show_error(error)
        else:
            self.picture_saved.emit(path)

    def _report_runs(self, runs: Sequence[RunRecord]) -> list[ReportRun]:
        style = CurveStyle(load_theme(_REPORT_THEME))
        return [self._report_run(run, style) for run in runs]

    def _report_run(self, run: RunRecord, style: CurveStyle) -> ReportRun:
        look = self._run_list.look(run.number)
        return ReportRun(
            name=self._name(run),
            settings=run.settings,
            data=run.data,
            log=run.log.until(len(run.log)),
            test=run.test,
            made_with=run.made_with,
            look=LineLook(style.line_colour(look).name(), line_dashes(look)),
            has_diverged=not run.has_network,
        )

    def _runs_of(self, numbers: Iterable[int]) -> list[RunRecord]:
        wanted = set(numbers)
        return [run for run in self._run_list.runs if run.number in wanted]

    def _asked_export_path(self, kind: ExportKind, runs: Sequence[RunRecord]) -> Path | None:
        name = _file_name(self._name(runs[0])) if len(runs) == 1 else "runs"
        return self._asked_path(self.tr("Export runs"), name, f".{kind}")

    def _asked_path(self, title: str, name: str, suffix: str) -> Path | None:
        kinds = self.tr("{kind} files (*{suffix})").format(kind=suffix[1:].upper(), suffix=suffix)
        return asked_save_path(self, title, name + suffix, kinds, suffix)

    def _asked_folder(self) -> Path | None:
        title = self.tr("The folder in which every run gets one of its own")
        path = QFileDialog.getExistingDirectory(self, title)
        return Path(path) if path else None


def _file_name(name: str) -> str:
    """`name` with nothing that a file's name cannot hold."""
    return "".join(letter if letter.isalnum() or letter in " -_.()" else "-" for letter in name).strip(" .-") or "run"
