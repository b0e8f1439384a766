"""Sentences made from the registry: true ones in five wordings, and the same with one thing changed.

python -m tests.evidence.generate        what of them is flagged, and which are not as they should be
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from medlint.evidence.registry import Fact, Registry, shipped
from medlint.parsers import parse
from medlint.rules.evidence import contradicted, misstated, no_frame, settled

TEMPLATES = {
    "occurrence": (
        "{frame}{n}% of people with colorectal cancer develop liver metastases.",
        "{n} percent of people with bowel cancer have liver metastases {behind}.",
        "Of people with colon cancer, {n} out of 100 get metastases in the liver {behind}.",
        "Liver metastases are found in {n}% of patients with colorectal cancer {behind}.",
        "{frame}liver metastases develop in about {n} percent of those with colorectal cancer.",
    ),
    "survival": (
        "{frame}{n}% of people with {topic} are still alive.",
        "{n} percent of patients with {topic} survive {span}.",
        "Survival with {topic} is {n}% {behind}.",
        "Of 100 people with {topic}, {n} out of 100 are alive {behind}.",
        "About {n}% of those with {topic} live for {span}.",
    ),
    "in-place": (
        "{frame}{n}% of {topic} are still in place.",
        "{n} percent of {topic} are in place {behind}.",
        "Of {topic}, {n} out of 100 still function {behind}.",
        "The survival of {topic} is {n}% {behind}.",
        "About {n}% of {topic} last {span}.",
    ),
    "liver-involved": (
        "When colorectal cancer recurs, {n}% of people have liver metastases.",
        "Of recurrences of bowel cancer, {n} percent come with liver metastases.",
        "Liver metastases are found in {n}% when colon cancer comes back.",
        "Where colorectal cancer recurred, {n} out of 100 people had liver metastases.",
        "The recurrence of colorectal cancer brings liver metastases in about {n}% of patients.",
    ),
    "resectable": (
        "Of people with {topic}, {n}% can be operated on.",
        "Surgery is possible for {n} percent of patients with {topic}.",
        "In {n}% of patients {topic} are operable.",
        "About {n} out of 100 people with {topic} are suitable for surgery.",
        "With {topic}, {n}% of people are candidates for surgery.",
    ),
    "operative-death": (
        "{frame}{n}% of patients die of {topic}.",
        "{n} percent of people die with {topic} {behind}.",
        "The mortality of {topic} is {n}% {behind}.",
        "{topic}: {n} out of 100 die {behind}.",
        "With {topic} {n}% of patients died {behind}.",
    ),
}
OTHERS = (
    "{frame}{word} follows {topic} in {n}% of cases.",
    "With {topic}, {word} is seen in {n} percent {behind}.",
    "Of 100 people with {topic}, {word} is told for {n} out of 100 {behind}.",
    "The share with {word} is {n}% for {topic} {behind}.",
    "About {n}% have {word} after {topic} {behind}.",
)
NEGATIONS = (
    (" develop ", " do not develop "),
    (" have ", " do not have "),
    (" get ", " do not get "),
    (" are found ", " are not found "),
    (" are still alive", " die"),
    (" survive ", " do not survive "),
    ("Survival with", "Mortality of"),
    (" are alive ", " die "),
    (" live for ", " do not live for "),
    (" are still in place", " are lost"),
    (" are in place ", " are lost "),
    ("can be operated on", "cannot be operated on"),
    ("is possible", "is not possible"),
    ("are operable", "are inoperable"),
    ("are suitable", "are not suitable"),
    ("are candidates", "are no candidates"),
    (" die ", " survive "),
    (" died ", " survived "),
    ("The mortality", "The survival"),
    (" still function ", " fail "),
    ("The survival of", "The failure rate of"),
    (" last ", " do not last "),
)
"""How the polarity of a wording is turned; the first that stands in it is used."""

TRUE = (
    "{who} {does_not} {what}.",
    "It is not true that {who} {does} {what}.",
    "It is a myth that {who} {does} {what}.",
    "Remember: {who} {does_not} {what}, whatever you read.",
    "Does it work? No, {who} {does_not} {what}.",
)
FALSE = (
    "{who} {does} {what}.",
    "Our doctors know that {who} {does} {what}.",
    "As everybody knows, {who} really {does} {what}.",
    "For many years {who} {does} {what} without fail.",
    "The good news: {who} {does} {what}, and quickly.",
)


@dataclass(frozen=True)
class Case:
    """A sentence, what was changed in it, and the fact that it was made of."""

    text: str
    change: str  # none, number, time, people or polarity
    fact: str


def cases(registry: Registry) -> Iterator[Case]:
    """Yield the sentences of all facts, true ones first."""
    for fact in registry.facts:
        yield from _of_figure(fact, registry) if fact.kind == "figure" else _of_statement(fact)


def _of_statement(fact: Fact) -> Iterator[Case]:
    if fact.says is None:
        return
    does = fact.says.does[0]
    parts = {"who": fact.says.who[0], "does": does, "does_not": _denied(does), "what": fact.says.what[0]}
    sound, changed = (FALSE, TRUE) if fact.says.holds else (TRUE, FALSE)
    yield from (Case(_capital(each.format(**parts)), "none", fact.id) for each in sound)
    yield from (Case(_capital(each.format(**parts)), "polarity", fact.id) for each in changed)


def _denied(does: str) -> str:
    first, _, rest = does.partition(" ")
    return f"{first} not {rest}".strip() if first in ("is", "are", "can", "has") else f"does not {does}"


def _of_figure(fact: Fact, registry: Registry) -> Iterator[Case]:
    sound = tuple(_worded(fact, registry, fact.values[0], fact.time, fact.people))
    yield from (Case(text, "none", fact.id) for text in sound)
    yield from (
        Case(text, "number", fact.id)
        for text in _worded(fact, registry, _other(fact), fact.time, fact.people)
    )
    if fact.days:
        time = "3 years" if fact.time != "3 years" else "9 years"
        yield from (
            Case(text, "time", fact.id) for text in _worded(fact, registry, fact.values[0], time, fact.people)
        )
    for changed in _other_people(fact, registry):
        yield from (
            Case(text, "people", fact.id)
            for text in _worded(fact, registry, fact.values[0], fact.time, changed)
        )
    if not fact.low <= 100 - fact.values[0] <= fact.high:
        yield from (Case(turned, "polarity", fact.id) for text in sound if (turned := _turned(text)) != text)


def _other(fact: Fact) -> float:
    """Return a figure that no study of the fact found."""
    high, low = fact.high, fact.low
    tried = (round(high * 2), round(low / 3, 2), 97)
    return next(value for value in tried if not low <= value <= high and 0 < value < 100)


def _other_people(fact: Fact, registry: Registry) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the people of the fact with one group exchanged."""
    for dimension, member in fact.people[:1]:
        other = next(name for name in registry.dimensions[dimension] if name != member)
        yield ((dimension, other),)


def _worded(
    fact: Fact, registry: Registry, value: float, time: str, people: tuple[tuple[str, str], ...]
) -> Iterator[str]:
    words = [registry.dimensions[dimension][member][0] for dimension, member in people]
    given = [] if people else [group[0] for group in fact.given]
    topic = registry.topics[fact.topic][0][0]
    if fact.topic == "colorectal-liver-metastases":
        topic = "liver metastases of colorectal cancer"
    behind = ", ".join(([f"after {time}"] if time else []) + given + words)
    parts = {
        "n": f"{value:g}",
        "topic": topic,
        "word": registry.measures[fact.measure].words[0],
        "span": time or "for some time",
        "behind": f"({behind})" if behind else "",
        "frame": f"After {time}, {', '.join(given + words)}{', ' if given + words else ''}" if time else "",
    }
    wordings = TEMPLATES.get(fact.measure, OTHERS)
    for wording in wordings:
        text = wording.format(**parts)
        if fact.given and not people and not any(word in text for group in fact.given for word in group):
            text = f"{text[:-1]}, {given[0]}."
        if people and not any(word in text for word in words):
            text = f"{text[:-1]} ({', '.join(words)})."
        yield " ".join(text.replace(" .", ".").split())


def _turned(text: str) -> str:
    for one, other in NEGATIONS:
        if one in text:
            return text.replace(one, other)
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def flagged(text: str) -> bool:
    """Say whether an evidence rule finds something in a sentence."""
    document = parse("page.txt", text.encode())
    rules = (contradicted, no_frame, settled, misstated)
    return any(
        next(iter(module.check.probes[0].find(document, document.blocks[0])), None) for module in rules
    )


def rates(registry: Registry) -> tuple[Counter[str], Counter[str], list[Case]]:
    """Return how many sentences there are by change, how many are flagged, and which are wrong."""
    number: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wrong: list[Case] = []
    for case in cases(registry):
        is_flagged = flagged(case.text)
        number[case.change] += 1
        found[case.change] += is_flagged
        if is_flagged == (case.change == "none"):
            wrong.append(case)
    return number, found, wrong


if __name__ == "__main__":
    counted, hit, failed = rates(shipped())
    for change, total in counted.items():
        sys.stdout.write(f"{change:9} {hit[change]:5,} of {total:5,} flagged: {hit[change] / total:.3f}\n")
    for case in failed if "-v" in sys.argv else ():
        sys.stdout.write(f"{case.change:9} {case.fact}: {case.text}\n")
