"""The page behind a checked document, also where the run did not keep it."""

from __future__ import annotations

from pathlib import Path

from medlint import parsers
from medlint.errors import DocumentError
from medlint.model import CheckedDocument, Document


def page(checked: CheckedDocument) -> Document | None:
    """Return the page that was checked: as the run kept it, or read again if it is the very same text.

    None where it is neither, such as a file that was changed since, or the settings.
    """
    if checked.document is not None:
        return checked.document
    try:
        document = parsers.read(Path(checked.path))
    except DocumentError:
        return None
    return document if document.sha256 == checked.sha256 else None
