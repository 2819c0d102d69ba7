"""Finds resources/ both in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_path(relative: str) -> Path:
    """The file or folder `relative` inside resources/, e.g. "themes/light.json".

    Raises: FileNotFoundError if it is in neither place, which means a broken installation.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / relative
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{relative} is missing: this installation of lossviz is incomplete")
