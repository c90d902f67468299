"""What an installation holds besides the source: the translations, compiled, and the map for the browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Built(BuildHookInterface):
    """Makes what is not in git before anything is built of the source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations; for a wheel, build the map too.

        Without a network the wheel is made without the map's script. After the editable install tools/setup.sh
        builds it.
        """
        self._run("translations", "compile", check=True)
        if version != "editable":
            self._run("front", check=False)

    def _run(self, tool: str, *words: str, check: bool) -> None:
        subprocess.run([sys.executable, str(Path(self.root) / "tools" / tool), *words], check=check)
