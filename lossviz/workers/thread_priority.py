"""Lets the window go first where both it and a worker want a core."""

import os
import threading

NICENESS = 5


def yield_to_the_window() -> None:
    """Lower the calling thread's priority; threads that are started from here inherit it."""
    if hasattr(os, "setpriority") and os.uname().sysname == "Linux":  # elsewhere it would slow the whole process
        thread = threading.get_native_id()
        # Nobody but the administrator may ask for less niceness than there is already.
        os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))
