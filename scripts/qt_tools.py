"""Runs lupdate and lrelease of the PySide6 that this Python has, whatever is on the PATH."""

import os
import shutil
import subprocess
from pathlib import Path

import PySide6

CHECKOUT = Path(__file__).parents[1]
TEXTS = CHECKOUT / "resources" / "i18n" / "zh_CN.ts"
COMPILED = TEXTS.with_suffix(".qm")

_FIXED = (
    *("-extensions", "py", "-no-obsolete", "-source-language", "en", "-target-language", "zh_CN"),
    *("-disable-heuristic", "similartext"),  # a guess from another text would look like a translation
)


def update(texts: Path = TEXTS, locations: str = "none") -> None:
    """Bring `texts` in step with the code: new texts are added unfinished, texts that are gone are dropped.

    locations: "none", or "absolute" to have each text's file and line too.
    Raises: subprocess.CalledProcessError if lupdate fails.
    """
    _run("lupdate", *_FIXED, "-locations", locations, "lossviz", "-ts", str(texts))


def release(texts: Path = TEXTS, compiled: Path = COMPILED) -> None:
    """Compile the finished translations of `texts`. What was there is replaced as a whole: a window may be reading it.

    Raises: subprocess.CalledProcessError if lrelease fails.
    """
    fresh = compiled.with_name(f".{compiled.name}.{os.getpid()}.part")
    try:
        _run("lrelease", "-nounfinished", str(texts), "-qm", str(fresh))
        fresh.replace(compiled)
    finally:
        fresh.unlink(missing_ok=True)


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(PySide6.__file__).parent))
    if program is None:
        raise FileNotFoundError(f"PySide6 {PySide6.__version__} has no {tool}: install PySide6-Essentials again")
    subprocess.run([program, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=True)
