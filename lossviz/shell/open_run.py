"""Which file holds the run that is open, so that a session can refer to it."""

from pathlib import Path

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.sessions.session import RunReference
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.sealed_files import sha256_of
from lossviz.stores.training_store import TrainingStore
from lossviz.workers.run_forms import RunFile


class OpenRun:
    """Told of each file that a run is saved to or opened from; the reference holds as long as that run is in front."""

    def __init__(self, training: TrainingStore) -> None:
        self._training = training
        self._noted: RunFile | None = None

    def note(self, file: RunFile) -> None:
        """This file holds a run; that matters if it is the present one."""
        run = self._training.run
        if run and run.number == file.number:
            self._noted = file if file.sha256 else None

    @property
    def reference(self) -> RunReference | None:
        """The file of the present run; None if it was never saved."""
        run, noted = self._training.run, self._noted
        if run is None or noted is None or run.number != noted.number:
            return None
        return RunReference(str(noted.path.absolute()), noted.sha256)

    @property
    def is_saved(self) -> bool:
        """Whether a file holds the present run as it is: it has not gone on since."""
        run, noted = self._training.run, self._noted
        return run is not None and noted is not None and (noted.number, noted.steps) == (run.number, len(run.log))

    def is_as_in(self, reference: RunReference) -> bool:
        """Whether the present run is what that file holds."""
        return self.is_saved and self.reference == reference


def find_run(reference: RunReference, session_file: Path) -> tuple[Path, SavedRun]:
    """The run that a session refers to, where it was or beside the session's file.

    Raises: LossvizError if it is not there, or has changed.
    """
    path = Path(reference.path)
    digests = {place: sha256_of(place) for place in (path, session_file.parent / path.name)}
    for place, digest in digests.items():
        if digest and digest == reference.sha256:
            return place, load_run(place)
    if any(digests.values()):
        why = QT_TRANSLATE_NOOP("errors", "{path} has changed since the session was saved.")
    else:
        why = QT_TRANSLATE_NOOP("errors", "{path} is not there any more, nor is it beside the session's file.")
    raise LossvizError(
        QT_TRANSLATE_NOOP("errors", "The session was opened without its run."),
        why,
        QT_TRANSLATE_NOOP(
            "errors", "Everything else is as it was saved. Open the run from the file menu if you have it."
        ),
        path=path,
    )
