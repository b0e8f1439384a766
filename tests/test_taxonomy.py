"""The taxonomy: what it knows, and what a wrong one says."""

from pathlib import Path

import pytest

from medlint import taxonomy
from medlint.errors import PackError

TEXT = """classes:
  treatment: {names: [treatment], sources: [us-mesh-surgery]}
  surgery: {parent: treatment, names: [operation], sources: [us-mesh-surgery]}
  drug: {parent: treatment, names: [drug], sources: [us-mesh-drugs]}
disjoint:
  - [surgery, drug]
terms:
  nose lift: {class: surgery, synonyms: [lift of the nose]}
  zelpax: {class: drug}
"""


def read(text):
    return taxonomy.read(Path("terms.yaml"), text)


def test_term_has_its_kinds_and_the_wider_ones():
    known = read(TEXT)

    assert known.kinds_of("nose lift") == {"surgery", "treatment"}
    assert known.excludes("zelpax", "surgery")
    assert not known.excludes("zelpax", "treatment")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("class: drug}", "class: drugs}", "terms.yaml:9:19: terms.zelpax.class"),
        (
            "parent: treatment, names: [drug]",
            "parent: treat, names: [drug]",
            "terms.yaml:4:18: classes.drug.parent",
        ),
        ("[surgery, drug]", "[surgery, drag]", "terms.yaml:6:"),
        ("names: [operation], ", "", "terms.yaml:3:"),
        ("synonyms: [lift of the nose]", "synonyms: [zelpax]", "terms.yaml:"),
        ("disjoint:", "disjunct:", "terms.yaml:"),
    ],
)
def test_mistake_is_named_with_its_place(old, new, told):
    with pytest.raises(PackError) as error:
        read(TEXT.replace(old, new))

    assert told in str(error.value)


def test_shipped_taxonomy_has_four_hundred_terms_and_sources():
    known = taxonomy.load()

    assert len(known.terms) >= 400
    assert all(kind.sources for kind in known.kinds.values())


@pytest.mark.parametrize(
    ("term", "kind"),
    [("radiofrequency ablation", "radiotherapy"), ("chemotherapy", "surgery"), ("aciclovir", "antibiotic")],
)
def test_shipped_taxonomy_keeps_apart(term, kind):
    assert taxonomy.load().excludes(term, kind)
