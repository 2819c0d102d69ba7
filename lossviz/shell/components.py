"""What lossviz is made with: versions, licences, and the texts of those."""

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import lossviz

LONGEST_TEXT = 200_000  # characters; torch's list of all that it contains is longer
_LICENCE_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


@dataclass(frozen=True)
class Component:
    """name: as its makers write it. distribution: as pip knows it. licence: the SPDX expression."""

    name: str
    distribution: str
    licence: str

    @property
    def version(self) -> str:
        """As installed; empty if it is not."""
        if self.distribution == "lossviz":
            return lossviz.__version__
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError:
            return ""

    def licence_text(self) -> str:
        """The texts that came with it; empty if none did."""
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in self._licence_files()]
        return "\n\n".join(texts)[:LONGEST_TEXT]

    def _licence_files(self) -> list[Path]:
        if self.distribution == "lossviz":
            checkout = Path(lossviz.__file__).parents[1] / "LICENSE"
            if checkout.is_file():
                return [checkout]
        try:
            files = metadata.files(self.distribution) or []
        except metadata.PackageNotFoundError:
            return []
        paths = (Path(str(file.locate())) for file in files if _is_licence(file.parts))
        return sorted(path for path in paths if path.is_file())


COMPONENTS = (
    Component("lossviz", "lossviz", "MIT"),
    Component("PySide6 (Qt)", "PySide6-Essentials", "LGPL-3.0-only"),
    Component("PyTorch", "torch", "BSD-3-Clause"),
    Component("NumPy", "numpy", "BSD-3-Clause"),
    Component("pyqtgraph", "pyqtgraph", "MIT"),
    Component("PyOpenGL", "PyOpenGL", "BSD-3-Clause"),
    Component("ziamath", "ziamath", "MIT"),
    Component("ziafont", "ziafont", "MIT"),
    Component("latex2mathml", "latex2mathml", "MIT"),
    Component("Pooch", "pooch", "BSD-3-Clause"),
    Component("PyYAML", "PyYAML", "MIT"),
)


def _is_licence(parts: tuple[str, ...]) -> bool:
    is_metadata = any(part.endswith(".dist-info") for part in parts[:-1])
    return is_metadata and "third_party" not in parts and parts[-1].upper().startswith(_LICENCE_NAMES)
