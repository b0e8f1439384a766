"""Do the words stand in a section of patients' stories: under “What our guests say”?"""

from __future__ import annotations

from medlint.context._sections import section
from medlint.model import Document, Region


def holds(document: Document, region: Region) -> bool:
    """Say whether the heading above names such a section."""
    return section(document, region) == "stories"
