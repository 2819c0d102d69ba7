"""--diagnose: what somebody who is to help needs to know, printed; works without a display."""

import importlib
import sys

from lossviz.display_check import why_no_window


def diagnose_command() -> int:
    """Print it and return the exit status."""
    torch = importlib.import_module("torch")  # before Qt, whose libraries would keep it from loading on Windows
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from lossviz.shell.diagnostics import Places, diagnosis
    from lossviz.user_places import name_application, user_places

    name_application()
    reason = why_no_window()
    application = QCoreApplication([]) if reason else QApplication([])
    places = user_places()
    text = diagnosis(
        Places(places.settings_file, places.downloads, places.built_in, places.crashes), torch.get_num_threads()
    )
    sys.stdout.write(f"{text}\nWindow: {reason or 'can be opened'}\n")
    application.shutdown()
    return 0
