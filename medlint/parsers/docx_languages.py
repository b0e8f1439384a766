"""Which paragraphs of a Word file are not English: what the file says of its runs, held against the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from medlint.parsers.docx_story import Story
from medlint.parsers.docx_walk import Paragraph

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    {
        "the", "of", "and", "to", "in", "a", "an", "is", "are", "was", "that", "for", "with", "on", "be",
        "this", "or", "as", "you", "your", "it", "by", "not", "at", "from", "have", "has", "may", "if", "can",
        "will", "do", "our", "we", "more", "when", "what", "how",
    }
)  # fmt: skip
_SHARE = 0.16  # of such words in English prose; in other languages far fewer: our own judgement
_ENOUGH = 8  # words that tell a language on their own
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hu": "Hungarian",
    "it": "Italian", "la": "Latin", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip


def split(story: Story) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """Return the paragraphs that are English, and what has to be said of the others.

    Word marks what is typed with the language of the writer's keyboard. So a language counts only where
    the words under its name do not read like English.
    """
    doubted = {language for language, text in _texts(story).items() if _reads_english(text)}
    kept, others = [], Counter[str]()
    for paragraph in story.paragraphs:
        language = _language(story, paragraph, doubted)
        if language:
            others[language] += 1
        else:
            kept.append(paragraph)
    return tuple(kept), tuple(_notes(others))


def main(story: Story) -> str:
    """Return the language that most of the text is marked with, "" where none is."""
    marked = {language: count for language, count in story.languages.items() if language}
    return max(marked, key=lambda language: (marked[language], language), default="")


def _texts(story: Story) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    for paragraph in story.paragraphs:
        for language, start, end in paragraph.languages:
            texts.setdefault(language, []).append(story.text[start:end])
    return {language: " ".join(parts) for language, parts in texts.items()}


def _language(story: Story, paragraph: Paragraph, doubted: Iterable[str]) -> str:
    """Return the language of a paragraph that is not English, else ""."""
    counts: Counter[str] = Counter()
    for language, start, end in paragraph.languages:
        counts[language] += end - start
    if 2 * counts.total() <= paragraph.end - paragraph.start or not counts:
        return ""
    text = story.text[paragraph.start : paragraph.end]
    language = max(counts, key=lambda each: (counts[each], each))
    is_english = _reads_english(text) if len(_WORD.findall(text)) >= _ENOUGH else language in doubted
    return "" if is_english else language


def _reads_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(words) and sum(word in _COMMON for word in words) >= _SHARE * len(words)


def _notes(others: Counter[str]) -> Iterator[str]:
    for language, count in sorted(others.items()):
        name = _NAMES.get(language.partition("-")[0].lower(), language)
        yield f"{count} {'passage' if count == 1 else 'passages'} in {name}"
