"""What of a page is read: its text in English, without what stands on every page of its site."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from medlint.model import Kind
from medlint.parsers import html_furniture, language
from medlint.parsers.chunk import Chunk
from medlint.parsers.html_furniture import Furniture
from medlint.parsers.html_reading import Draft, Reading
from medlint.parsers.html_tokens import unescaped
from medlint.parsers.outline import is_heading, is_reference_heading

_TAG = re.compile(r"</?(?:br|q)\b[^<>]*>", re.IGNORECASE)
_ENTRY = re.compile(r"(?:\[(\d{1,3})\]|([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}))\s*\S")
_RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_SHOWN = 200  # characters of a block that tell what it is
_ENOUGH = 20_000  # characters that tell a language
_SKIP = re.compile(r"(?:skip|jump) to\b", re.IGNORECASE)
_NOWHERE = object()
_FEWEST_LINKS = 3
_LONGEST_LINK = 6  # words of an entry of a list of links: our own judgement
_LONGEST_NOTICE = 400  # characters of a paragraph about cookies
_MOST = 0.8  # share of a block in links that makes it one


def chunks(reading: Reading) -> tuple[Chunk, ...]:
    """Return the blocks that are read; the reading counts the words of the others."""
    texts = [_text(reading.source_text, draft) for draft in reading.drafts]
    reasons = _reasons(reading, texts)
    return tuple(_chunks(reading, texts, reasons))


def _chunks(reading: Reading, texts: Sequence[str], reasons: Sequence[str]) -> Iterator[Chunk]:
    for draft, text, reason in zip(reading.drafts, texts, reasons, strict=True):
        if draft.kind and not reason:
            yield _chunk(draft, text)
            continue
        reading.left_out[reason] += len(text.split())
        if remarks := tuple(mark for mark in draft.marks if mark.what == "comment"):
            yield Chunk(None, (), remarks)


def _reasons(reading: Reading, texts: Sequence[str]) -> list[str]:
    """Return for each draft why it is not read; "" where it is."""
    drafts = reading.drafts
    foreign = _foreign_languages(drafts, texts)
    sentences = _measure(drafts, texts)
    links = _lists_of_links(drafts, texts)
    reasons = []
    sources: object = _NOWHERE  # the furniture in which the last heading announces sources
    for number, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        if draft.kind == "heading" or (draft.kind == "paragraph" and is_reference_heading(text)):
            sources = draft.context.furniture if is_reference_heading(text) else _NOWHERE
        if draft.language in foreign:
            reasons.append(f"in {language.name(draft.language)}")
        elif draft is reading.title and _repeats_heading(drafts, texts, text):
            reasons.append("title")
        elif sources is draft.context.furniture or draft.context.listed:
            reasons.append(_furniture(draft, "", sentences) if _is_in(draft, "nothing") else "")
        else:
            reasons.append(_furniture(draft, text, sentences) or ("list of links" if number in links else ""))
    reading.pictures = [
        (context, has_text)
        for context, has_text in reading.pictures
        if context.language not in foreign and not _real(context.furniture, sentences)
    ]
    return reasons


def _text(source_text: str, draft: Draft) -> str:
    """Return the words of a draft, about as its reader sees them."""
    if not draft.kind:
        return ""
    written = "".join([source_text[start:end] for start, end in draft.spans])
    if "<" in written:
        written = _TAG.sub(" ", written)
    return " ".join(unescaped(written).split())


def _chunk(draft: Draft, text: str) -> Chunk:
    context, kind, marker, level = draft.context, draft.kind, draft.marker, draft.context.level
    is_table = kind == "table-cell" and context.table is not None and context.table.is_table
    if kind == "table-cell" and not is_table:
        kind = context.outside
    if kind == "paragraph":
        kind, marker = _paragraph(draft, text)
    if kind not in ("heading", "list-item"):
        level = 0
    elif kind == "heading" and draft.kind != "heading":
        level = 0  # told by its company
    is_grouped = is_table or (kind == "list-item" and draft.kind == "list-item")
    return Chunk(
        kind,
        tuple(draft.spans),
        tuple(draft.marks),
        text[:_SHOWN],
        marker,
        level,
        context.group if is_grouped else 0,
        context.row if is_table else 0,
    )


def _paragraph(draft: Draft, text: str) -> tuple[Kind, str]:
    """Return what a paragraph is by its words: a heading in disguise, an entry of the sources."""
    if draft.context.listed:
        return draft.context.listed, draft.marker
    if found := _ENTRY.match(text[:_SHOWN]):
        return "reference", found[1] or found[2].translate(_RAISED)
    is_bold = draft.bold >= draft.letters and not draft.linked
    if is_reference_heading(text) or (is_bold and is_heading(text)):
        return "heading", ""
    return "paragraph", draft.marker


def _foreign_languages(drafts: Sequence[Draft], texts: Sequence[str]) -> frozenset[str]:
    """Return the languages that passages say they are in, unless they are English all the same."""
    said: dict[str, list[str]] = defaultdict(list)
    length: dict[str, int] = defaultdict(int)
    for draft, text in zip(drafts, texts, strict=True):
        if draft.language not in ("", "en") and length[draft.language] < _ENOUGH:
            said[draft.language].append(text)
            length[draft.language] += len(text)
    return frozenset(code for code, parts in said.items() if not language.is_english(" ".join(parts)))


def _measure(drafts: Sequence[Draft], texts: Sequence[str]) -> int:
    """Return how many words of the page are in sentences, and count for each piece of furniture."""
    total = 0
    for draft, text in zip(drafts, texts, strict=True):
        if not draft.kind:
            continue
        words = len(text.split())
        sentences = words if _is_sentence(draft, text) else 0
        total += sentences
        for each in _around(draft.context.furniture):
            each.words += words
            each.sentences += sentences
    return total


def _is_sentence(draft: Draft, text: str) -> bool:
    return html_furniture.reads_as_sentence(text, draft.linked / (draft.letters or 1))


def _furniture(draft: Draft, text: str, sentences: int) -> str:
    """Return of what furniture a draft is a part that is not read."""
    if not draft.kind:
        return ""
    for each in _around(draft.context.furniture):
        if each.is_real(sentences) and not _keeps(each, draft, text):
            return each.name
    is_notice = not draft.context.is_main and len(text) < _LONGEST_NOTICE
    return "cookie notice" if is_notice and html_furniture.is_about_cookies(text) else ""


def _keeps(furniture: Furniture, draft: Draft, text: str) -> bool:
    if furniture.keeps == "nothing":
        return False
    if furniture.keeps == "all but links" and draft.kind != "alt-text":
        return 2 * draft.linked <= draft.letters
    return _is_sentence(draft, text) or html_furniture.is_about_review(text)


def _is_in(draft: Draft, keeps: html_furniture.Keeps) -> bool:
    return any(each.keeps == keeps for each in _around(draft.context.furniture))


def _real(furniture: Furniture | None, sentences: int) -> bool:
    return any(each.is_real(sentences) for each in _around(furniture))


def _around(furniture: Furniture | None) -> Iterator[Furniture]:
    while furniture:
        yield furniture
        furniture = furniture.parent


def _lists_of_links(drafts: Sequence[Draft], texts: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the drafts that do nothing but lead elsewhere, outside the main part."""
    groups: dict[int, list[int]] = defaultdict(list)
    found: set[int] = set()
    for number, draft in enumerate(drafts):
        if draft.context.is_main or draft.linked < _MOST * draft.letters or not draft.linked:
            continue
        if draft.context.group:
            groups[draft.context.group].append(number)
        elif draft.links >= _FEWEST_LINKS or _SKIP.match(texts[number]):
            found.add(number)
    sizes = Counter(draft.context.group for draft in drafts if draft.kind)
    for group, members in groups.items():
        words = sum(len(texts[number].split()) for number in members)
        is_list = len(members) >= _FEWEST_LINKS and len(members) >= _MOST * sizes[group]
        if is_list and words <= _LONGEST_LINK * len(members):
            found.update(members)
    return frozenset(found)


def _repeats_heading(drafts: Sequence[Draft], texts: Sequence[str], title: str) -> bool:
    """Say whether the first heading of the page says the same as its title."""
    for draft, text in zip(drafts, texts, strict=True):
        if draft.kind == "heading" and draft.context.level == 1:
            return text == title
    return False
