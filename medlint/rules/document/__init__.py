"""What a whole page lacks, told once for the page: each rule says what it looked for and where."""

from __future__ import annotations

from medlint.model import Document
from medlint.page.kind import prose

ABOUT_A_TREATMENT = (
    "Velorin is a treatment for tired knees. It is given as an injection into the joint. The injection "
    "takes ten minutes, and the treatment is repeated"
    " after six months. Velorin helps to move the knee, and most people with arthritis of the knee walk "
    "better after the injection. Surgery of the knee"
    " takes longer. The treatment is done in our house in Hollowbrook, on the second floor, beside the "
    "lift. Bring the picture of your knee and wear loose"
    " trousers. You can eat and drink before the injection. The injection costs 200 euros, and the house "
    "takes cards. Book the injection online today."
    " We speak English, Polish and Welsh, and the bus stops at the door. You can park behind the house."
)
"""For examples: a page that sells one treatment and tells nothing that the rules ask for."""


def page(*added: str, title: str = "# Velorin for the knee") -> str:
    """Return that page as an example, with paragraphs added to it."""
    return "\n\n".join((title, ABOUT_A_TREATMENT, *added))


def looked(document: Document, *others: str) -> dict[str, str]:
    """Return for a message where a rule has looked."""
    number = len(prose(document))
    places = [f"{number:,} sentences" if number != 1 else "1 sentence", *others]
    return {"looked": f"{', '.join(places[:-1])} and {places[-1]}" if len(places) > 1 else places[0]}
