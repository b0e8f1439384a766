"""Ask a context about marked words: ` // ` parts blocks, `* `, `# ` and `> ` open them as in Markdown."""

from __future__ import annotations

from medlint.context import CONTEXTS
from medlint.model import Document, Region
from tests.documents import document, marked, passage

_KINDS = {"* ": "list-item", "# ": "heading", "> ": "quote"}


def ask(context: str, example: str) -> bool:
    """Say whether the context holds for the words marked `[[…]]` in the example."""
    page, region = read(example)
    return CONTEXTS[context](page, region)


def read(example: str) -> tuple[Document, Region]:
    """Return the example as a document, and the region of its marked words."""
    blocks = [_block(part) for part in example.split(" // ")]
    marked_page = document(*blocks)
    text, (region,) = marked(marked_page.text)
    page = document(*(_unmarked(block) for block in blocks))
    assert page.text == text
    return page, region


def _block(part: str):
    kind = _KINDS.get(part[:2])
    return passage(kind, part[2:]) if kind else passage("paragraph", part)


def _unmarked(block):
    return passage(block.kind, block.text.replace("[[", "").replace("]]", ""))
