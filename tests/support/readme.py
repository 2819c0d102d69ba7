"""The README's two commands, and a script that does what they say in an empty copy of the project.

`python -m tests.support.readme` runs both as a newcomer would, except that the app is told to do its work by itself
(`--snapshot`) on Qt's offscreen platform, since nobody is there to close its window.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def command_blocks(readme: str) -> list[str]:
    """The contents of the blocks fenced as bash at the start of a line, in their order."""
    return re.findall(r"^```bash\n(.*?)^```$", readme, flags=re.DOTALL | re.MULTILINE)


def copy_project(destination: Path) -> None:
    """Copy what git has, or would take, of the checkout to `destination`, which gets nothing else."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        (destination / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / name, destination / name)


def newcomer(home: Path) -> dict[str, str]:
    """This process' environment with an empty home and no display; pip keeps its settings and its cache."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LOSSVIZ_", "XDG_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "VIRTUAL_ENV", "PYTHONPATH"):
        environment.pop(name, None)
    user_pip = Path.home() / ".config" / "pip" / "pip.conf"
    if user_pip.is_file():
        environment.setdefault("PIP_CONFIG_FILE", str(user_pip))
    environment.setdefault("PIP_CACHE_DIR", str(Path.home() / ".cache" / "pip"))
    return environment | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def run_block(block: str) -> None:
    """Run `block` in an empty copy of the project with an empty home.

    Raises: subprocess.CalledProcessError if it fails.
    """
    with tempfile.TemporaryDirectory(prefix="lossviz-readme-") as folder:
        project, home = Path(folder) / "project", Path(folder) / "home"
        home.mkdir()
        copy_project(project)
        subprocess.run(["bash", "-c", block], cwd=project, env=newcomer(home), stdin=subprocess.DEVNULL, check=True)


def main() -> None:
    start, test = command_blocks((CHECKOUT / "README.md").read_text(encoding="utf-8"))
    for block in (f"{start.rstrip()} --snapshot snapshot && cat snapshot/report.json && echo", test):
        sys.stdout.write(f"{block}\n")
        sys.stdout.flush()
        run_block(block)


if __name__ == "__main__":
    main()
