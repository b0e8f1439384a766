"""Readers take the class of a treatment for what it does: told that heat is radiation, they fear rays.

Patients choose and refuse treatments by their class. So a drug is no operation, an antiviral no antibiotic,
and an infection with bacteria no virus.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint import taxonomy
from medlint.classing import statements
from medlint.inflection import noun_forms
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.terminology import is_only_told


@rule(
    id="terminology.wrong-class",
    label="terminology.misuse",
    severity="warning",
    needs="judgement",
    message="“{text}”: {term} is named as {kind}, but it belongs to {own}.",
    advice=(
        "Move it to its own class, or reword the sentence so that it does not say what kind of thing it is."
    ),
    sources=("us-nci-thesaurus", "us-ama-11"),
    scope="document",
    bad=(
        "We offer surgical methods such as [[chemotherapy]] at Hollowbrook Clinic.",
        "Radiation such as [[radiofrequency ablation]] destroys the growth.",
        "[[Aciclovir is an antibiotic]].",
        "[[Tuberculosis is a kind of virus]].",
    ),
    good=(
        "Systemic therapy includes chemotherapy, targeted drugs and immunotherapy.",
        "Radiofrequency ablation is not a kind of radiation therapy.",
        "Is aciclovir an antibiotic? No, it acts on viruses.",
        "Operations such as a mastectomy, chemotherapy and radiotherapy are planned by the team.",
        "A complication of chemotherapy is an infection.",
        "Some people call Botox a filler. That is wrong: it relaxes muscles.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield statements of a class that the taxonomy excludes."""
    known = taxonomy.load()
    for statement in statements(document):
        term, kind = statement.term, statement.kind
        if not known.excludes(term.thing, kind.thing) or is_only_told(document, statement.region):
            continue
        region = statement.region if kind.region.start > term.region.start else term.region
        own = known.kinds[known.terms[term.thing].kinds[0]].names[0]
        is_illness = "condition" in known.kinds_of(term.thing)
        yield Match(
            region,
            {"term": term.thing, "kind": known.kinds[kind.thing].names[0], "own": noun_forms(own)[1]},
            label="terminology.false" if is_illness else None,
        )
