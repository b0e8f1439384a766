"""What stands around an amount: is it a dose, a laboratory result, food, a quotation?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from medlint.context import mentioned, quoted
from medlint.doses.amounts import Amount, amounts
from medlint.doses.vocabulary import any_of
from medlint.lazy import lazily
from medlint.model import Document, Passage, Region

_PER_VOLUME = frozenset(("dl", "dL", "L", "l", "mmol", "mol", "cm3", "g"))
_LABORATORY = lazily(r"\b(?:pg|ng|mu|miu|mmol|µmol|umol|meq|iu|u|g|mg|µg)/d?l\b")
_FORM = lazily(
    r" (?:\w+ ){0,2}(?:cream|ointment|gel|lotion|solution|drops|spray|shampoo|mouthwash|saline"
    r"|dextrose|glucose|lidocaine|adrenaline)\b"
)
_FORM_BEFORE = lazily(r"\b(?:cream|ointment|gel|lotion|solution|drops|spray|saline)\W{1,2}(?:of )?$")
_WIDTH = 60  # characters in which the noun of a strength stands
_LAB_WORDS = 2  # in a table, of which one alone may be chance


def around(document: Document, region: Region) -> Region:
    """Return the sentence around a place; in a table the whole row."""
    block = document.block_at(region.start)
    if block.kind == "table-cell":
        row = [each for each in _table(document, block) if each.row == block.row]
        return Region(row[0].region.start, row[-1].region.end)
    return document.sentence_at(region.start).region


def is_dosing(document: Document, region: Region) -> bool:
    """Say whether the sentence speaks of doses, medicines or how they are taken."""
    return any_of("dosing").search(document.folded, *_bounds(around(document, region))) is not None


def is_eating(document: Document, region: Region) -> bool:
    """Say whether the sentence speaks of food."""
    return any_of("eating").search(document.folded, *_bounds(around(document, region))) is not None


def is_measuring(document: Document, amount: Amount) -> bool:
    """Say whether an amount is a result: of a laboratory, a scan, a scale."""
    if _PER_VOLUME.intersection(amount.rates):
        return True
    near = around(document, amount.region)
    if document.block_at(amount.region.start).kind == "table-cell" and is_laboratory_table(
        document, amount.region
    ):
        return True
    if _LABORATORY().search(document.folded, *_bounds(near)):
        return True
    if any_of("bench").search(document.folded, *_bounds(near)):
        return True
    return bool(any_of("measuring").search(document.folded, *_bounds(near))) and not is_dosing(
        document, amount.region
    )


def is_laboratory_table(document: Document, region: Region) -> bool:
    """Say whether the first row of the table around a place names results and their ranges."""
    cells = _table(document, document.block_at(region.start))
    if not cells:
        return False
    first = cells[0].row
    head = " ".join(cell.text for cell in cells if cell.row == first).lower()
    return len(any_of("laboratory-tables").findall(head)) >= _LAB_WORDS


def is_strength(document: Document, amount: Amount) -> bool:
    """Say whether a percentage is the strength of something that is applied."""
    start, end = amount.region.start, amount.region.end
    line = document.folded
    return bool(
        _FORM().match(line, end, end + _WIDTH) or _FORM_BEFORE().search(line, max(0, start - _WIDTH), start)
    )


def is_own_words(document: Document, region: Region) -> bool:
    """Say whether the page speaks here itself: nothing quoted, mentioned, or the title of a source."""
    if document.block_at(region.start).kind == "reference":
        return False
    return not quoted.holds(document, region) and not mentioned.holds(document, region)


def amount_before(document: Document, offset: int, *, within: int = 30) -> Amount | None:
    """Return the amount that ends in the `within` characters before a place, in the same sentence."""
    start = max(document.sentence_at(offset).region.start, offset - within)
    last = bisect_right(document.derived(_ends), offset) - 1
    found = amounts(document)[last] if last >= 0 else None
    return found if found and found.region.end >= start else None


def amount_behind(document: Document, offset: int, *, within: int = 30) -> Amount | None:
    """Return the amount that begins in the `within` characters behind a place, in the same sentence."""
    end = min(document.sentence_at(offset).region.end, offset + within)
    first = bisect_left(document.derived(_starts), offset)
    found = amounts(document)[first] if first < len(amounts(document)) else None
    return found if found and found.region.start < end else None


def _starts(document: Document) -> tuple[int, ...]:
    return tuple(amount.region.start for amount in amounts(document))


def _ends(document: Document) -> tuple[int, ...]:
    return tuple(amount.region.end for amount in amounts(document))


def _table(document: Document, cell: Passage) -> tuple[Passage, ...]:
    if cell.kind != "table-cell":
        return ()
    return document.derived(_tables).get(cell.group, ())


def _tables(document: Document) -> dict[int, tuple[Passage, ...]]:
    cells: dict[int, list[Passage]] = {}
    for block in document.blocks:
        if block.kind == "table-cell":
            cells.setdefault(block.group, []).append(block)
    return {group: tuple(found) for group, found in cells.items()}


def _bounds(region: Region) -> tuple[int, int]:
    return region.start, region.end
