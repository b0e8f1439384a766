"""Where the shipped configuration lies."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """Return the folder of packs and lexicons: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent / "config"
