"""Who reads of benefits only cannot decide. Advertising rules ask for risks beside benefits.

Saying that every treatment has risks names none; neither does a harm that is denied or that a rival has.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import kind
from medlint.page.risks import tells_risks
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-risks",
    label="document.no-risks",
    severity="warning",
    needs="addition",
    message=(
        "The page tells what the treatment does and not one of its risks. Looked in {looked} for a side "
        "effect or complication by name."
    ),
    advice="Name the most common and the most serious risks, how often they happen and what to do then.",
    sources=("us-202-e5", "uk-gmc", "uk-discern"),
    scope="document",
    bad=(
        page(),
        page("Side effects are unknown. There is no bleeding and no infection."),
        page("Unlike surgery, which can cause infection and scarring, the injection is gentle."),
        page("The injection cuts the risk of a heart attack."),
    ),
    good=(
        page("Some people notice swelling or pain for a day."),
        page("## Risks\n\n- bleeding (2 in 100)\n- infection (1 in 1,000)"),
        page("An infection of the joint can happen, and a rash is possible."),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page about a treatment names no risk of it."""
    about = kind(document)
    if about.is_treatment and not about.is_test and not tells_risks(document):
        yield Match(None, words=looked(document, "lists"))
