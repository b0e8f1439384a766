"""What a Word file says about itself, and what reviewers said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from medlint.parsers import docx_package
from medlint.parsers.docx_names import W

# Titles that nobody gave: of Word's own templates, and of files that were made from other files.
_NO_TITLES = ("", "word document", "document", "untitled", "microsoft word")


class Remark(NamedTuple):
    """A comment of a reviewer."""

    key: str  # its id in the file
    author: str
    text: str


def read(package: Any, heading: str, language: str) -> dict[str, Any]:
    """Return title, author, date and language, and under `front_matter` what else somebody noted.

    Args:
        package: The file.
        heading: Its first heading, the title where the file gives none.
        language: That of most of its text.
    """
    core = next(docx_package.related(package, "core-properties"), None)
    facts = getattr(core, "core_properties", None)
    title = " ".join(facts.title.split()) if facts else ""
    day = (facts.modified or facts.created) if facts else None
    meta = {
        "title": heading if title.lower().startswith(_NO_TITLES[1:]) or not title else title,
        "author": facts.author.strip() if facts else "",
        "date": day.date().isoformat() if day else "",
        "language": language,
    }
    return {key: text for key, text in meta.items() if text} | {"front_matter": dict(_custom(package))}


def comments(package: Any) -> Iterator[Remark]:
    """Yield the comments of all reviewers, in the order of the file.

    Raises:
        ValueError: they are not what Word writes.
    """
    for part in docx_package.related(package.main_document_part, "comments"):
        root = docx_package.root(part)
        if root.tag != f"{W}comments" or not hasattr(part, "comments"):
            raise ValueError("its comments are not readable")
        for comment in root.iterchildren(f"{W}comment"):
            lines = (
                "".join(text.text or "" for text in each.iter(f"{W}t")) for each in comment.iter(f"{W}p")
            )
            text = " ".join(" ".join(lines).split())
            yield Remark(comment.get(f"{W}id", ""), comment.get(f"{W}author", ""), text)


def _custom(package: Any) -> Iterator[tuple[str, str]]:
    """Yield the properties that somebody added in Word, as a Markdown file has them in its front matter."""
    for part in docx_package.related(package, "custom-properties"):
        for found in docx_package.root(part):
            text = " ".join("".join(found.itertext()).split())
            if found.get("name") and text:
                yield str(found.get("name")), text
