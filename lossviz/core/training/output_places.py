"""Where a run without a window may write: nothing over the other, nothing over its data."""

from collections.abc import Callable, Iterable
from pathlib import Path

from lossviz.core.data.digits import DataIdentity
from lossviz.core.data.mnist_files import files_of
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.same_file import is_same_file
from lossviz.core.system_reasons import system_reason
from lossviz.core.training.checkpoints import run_not_written
from lossviz.core.whole_files import require_writable


def check_places(save: Path | None, metrics: Path | None) -> None:
    """Find out before hours of work are lost whether a run and its curves can be written where they are wanted.

    Raises: LossvizError if one cannot, or if it would overwrite the other.
    """
    if save and metrics and is_same_file(save, metrics):
        raise _one_for_both(save)
    for path, not_written in ((save, run_not_written), (metrics, metrics_not_written)):
        if path:
            _require_writable(path, not_written)


def spare_data(outputs: Iterable[Path | None], data: DataIdentity) -> None:
    """Raises: LossvizError if a file of the data would be overwritten."""
    if data.kind == "built_in":
        return
    wanted = [path for path in outputs if path]
    for file in files_of(Path(data.origin)):
        if any(is_same_file(path, file) for path in wanted):
            raise _data_there(file)


def _require_writable(path: Path, not_written: Callable[[Path, OSError], LossvizError]) -> None:
    try:
        require_writable(path)
    except OSError as error:
        raise not_written(path, error) from error


def metrics_not_written(path: Path, error: OSError) -> LossvizError:
    """The error for a place where no curves can be written."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The curves could not be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder or free some space."),
        path=path,
        reason=system_reason(error),
    )


def _one_for_both(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run and its curves cannot both be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The one would overwrite the other."),
        QT_TRANSLATE_NOOP("errors", "Give --save and --metrics a file each. Nothing was trained or changed."),
        path=path,
    )


def _data_there(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "Nothing can be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "It is a file of the data to train on."),
        QT_TRANSLATE_NOOP("errors", "Give --save and --metrics files of other names. Nothing was trained or changed."),
        path=path,
    )
