"""Compiles the translations whenever lossviz is built or installed, so that no compiled file has to be in git."""

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationHook(BuildHookInterface):
    """Leaves resources/i18n/zh_CN.qm beside its .ts: in the wheel, and in a checkout that is installed editable."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless this is a source distribution, which is compiled when a wheel is made of it."""
        del version, build_data
        if self.target_name == "wheel":
            subprocess.run([sys.executable, "-m", "scripts.translations", "--release"], cwd=self.root, check=True)
