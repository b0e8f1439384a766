"""The user's cache folder: what medlint keeps between runs and can always make again."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "MEDLINT_CACHE_DIR"
"""The environment variable that names another folder than the user's cache folder."""


def path() -> Path:
    """Return the folder of all that medlint keeps between runs; it need not be there."""
    if given := os.environ.get(VARIABLE):
        return Path(given).absolute()
    import platformdirs  # late: only the command line needs it

    return platformdirs.user_cache_path("medlint", appauthor=False)
