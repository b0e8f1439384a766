"""Where LanguageTool, its servers' records and its answers lie: the user's cache folder."""

from __future__ import annotations

import os
from pathlib import Path

from medlint.languagetool.jars import VERSION

FOLDER_VARIABLE = "MEDLINT_CACHE_DIR"
"""The environment variable that names another folder than the user's cache folder."""


def cache() -> Path:
    """Return the folder of all that medlint keeps between runs; it need not be there."""
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given).absolute()
    import platformdirs  # late: only runs that look for LanguageTool need it

    return platformdirs.user_cache_path("medlint", appauthor=False)


def home() -> Path:
    """Return where LanguageTool is installed; language_tool_python knows a folder of this name too."""
    return cache() / f"LanguageTool-{VERSION}"


def servers() -> Path:
    """Return the folder of the records and logs of running servers."""
    return cache() / "languagetool-servers"


def answers() -> Path:
    """Return the file of the answers that LanguageTool gave."""
    return cache() / "languagetool-answers.sqlite"
