"""What a file says of itself beside its text: front matter, document properties, header lines."""

from __future__ import annotations

from collections.abc import Collection

from medlint.model import Document


def has_fact(document: Document, names: Collection[str]) -> bool:
    """Say whether front matter or properties hold a value under one of these names.

    Args:
        document: The page.
        names: In lower case, words parted by hyphens; `Last_Reviewed` in a file is `last-reviewed`.
    """
    facts = {**document.meta, **document.meta.get("front_matter", {})}
    return any(_plain(name) in names and str(value or "").strip() for name, value in facts.items())


def _plain(name: object) -> str:
    return str(name).strip().lower().replace("_", "-").replace(" ", "-")
