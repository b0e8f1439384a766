"""Does the page name any source that a reader can find?"""

from __future__ import annotations

from medlint.context._sections import section
from medlint.model import Document
from medlint.page.facts import has_fact
from medlint.references import names_source, references

_FACTS = frozenset(("references", "sources", "bibliography"))


def has_sources(document: Document) -> bool:
    """Say whether a list of sources, or a sentence that names one, stands on the page."""
    if references(document) or has_fact(document, _FACTS):
        return True
    if any(block.kind == "reference" for block in document.blocks):
        return True
    if any(section(document, link.region) == "sources" for link in document.links):
        return True
    return any(names_source(document, sentence) for sentence in document.sentences)
