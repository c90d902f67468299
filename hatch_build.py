"""What the wheel carries besides the source: the map for the browser, built where it was not yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontHook(BuildHookInterface):
    """Runs tools/front before a wheel is made. Without a network the wheel is made without the map's script."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless this is the editable install, after which tools/setup.sh builds."""
        if version != "editable":
            subprocess.run([sys.executable, str(Path(self.root) / "tools" / "front")], check=False)
