"""How the tracked changes of a file are read."""

from __future__ import annotations

from typing import Literal

View = Literal["final", "original"]
"""As if all were accepted, or as if all were rejected."""

META = "tracked_changes"
"""The key of `Document.meta` that holds the view, in documents with tracked changes."""
