"""The items of one list go on alike from the words before it: all “reducing …”, or all “reduce …”.

One item in another form does not fit the sentence that the list completes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE
from medlint.word_codes import letters_of

_FIRST = re.compile(r"(?:(?P<to>[Tt]o) )?(?P<word>[A-Za-z]{3,})(?![\w'’-])")
_FEWEST = 4  # items from which a list has a habit
_USUAL = 3  # items that have it
_NAMES = {"ing": "the -ing form", "base": "the base form", "to": "“to”", "s": "a verb in -s"}
_KINDS = {"B": "base", "Z": "s"}


@rule(
    id="grammar.list-form",
    label="grammar.list",
    severity="note",
    needs="wording",
    message="“{text}” begins this item of the list with {found}, the others with {habit}.",
    advice="Give all items of a list one form.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "You can help by:\n\n- keeping the wound dry\n- eating well\n- [[avoid]] the sun\n- sleeping enough",
        (
            "Zelpax:\n\n- relieves itching\n- protects the skin\n- [[prevent]] scars\n- softens "
            "nails\n- "
            "reduces pain"
        ),
    ),
    good=(
        "You can help by:\n\n- keeping the wound dry\n- eating well\n- avoiding the sun\n- sleeping enough",
        "You may feel:\n\n- itching\n- bleeding\n- pain\n- swelling",
        "We offer:\n\n- cleaning\n- check-ups\n- fillings\n- crowns",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield first words of items whose form is not that of their list."""
    lists: dict[tuple[int, int], list[Passage]] = {}
    for block in document.blocks:
        if block.kind == "list-item" and block.group:
            lists.setdefault((block.group, block.level), []).append(block)
    for items in lists.values():
        if len(items) >= _FEWEST:
            yield from _odd(items)


def _odd(items: Sequence[Passage]) -> Iterator[Match]:
    forms = [_form(item) for item in items]
    habit, number = Counter(form.strip("?") for form, _ in forms).most_common(1)[0]
    odd = [each for each in zip(items, forms, strict=True) if each[1][0].strip("?") not in ("", habit)]
    if not habit or number < _USUAL or len(odd) != 1:
        return
    item, (form, found) = odd[0]
    if found and not form.endswith("?"):
        region = Region(item.region.start, item.region.start + found.end())
        yield Match(region, {"found": _NAMES[form], "habit": _NAMES[habit]})


def _form(item: Passage) -> tuple[str, re.Match[str] | None]:
    """Return the form in which an item begins, "" where it is no verb, with "?" where it may be a noun."""
    found = _FIRST.match(item.text)
    if found is None:
        return "", None
    letters = letters_of(found["word"].lower())
    if found["to"]:
        return ("to" if "B" in letters else ""), found
    if "G" in letters:
        return ("ing" if letters == "G" else "ing?"), found
    return _KINDS.get(letters, ""), found
