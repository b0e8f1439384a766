"""Support is what a reader can look up, and where it may stand."""

import pytest

from medlint.context import cited
from medlint.model import Document, Region
from medlint.parsers import parse
from tests.documents import document, marked

SOURCE = """

## References

1. Orban K, Bell T. Drops for dry eyes. J Eyes. 2019;3:1-9.
2. Hollowbrook Health Survey. 2021.
"""


def page(example: str, suffix: str = ".md") -> tuple[Document, Region]:
    """Return the parsed example and the region of its first marked words."""
    text, regions = marked(example)
    parsed = parse(f"page{suffix}", text.encode())
    words = text[regions[0].start : regions[0].end]
    start = parsed.text.index(words)
    return parsed, Region(start, start + len(words))


@pytest.mark.parametrize(
    "example",
    [
        "[[40% of users]] see better [1]." + SOURCE,
        "[[40% of users]] see better.[2]" + SOURCE,
        "[[40% of users]] see better [1-2]." + SOURCE,
        "[[40% of users]] see better.¹" + SOURCE,
        "[[40% of users]] see better (1)." + SOURCE,
        "[[40% of users]] see better.1 Others do not." + SOURCE,
        "[[40% of users]] see better[^a].\n\n[^a]: Orban K. J Eyes. 2019.",
        "[[40% of users]] see better*.\n\n\\* Hollowbrook Eye Survey, 2021.",
        "[[40% of users]] see better. They read more and drive longer [1]." + SOURCE,
        "- [[40% of users]] see better; many drive again [1]\n- It stings." + SOURCE,
        "[[40% of users]] see better (Orban et al., 2019).",
        "[[40% of users]] see better, as Orban and Bell (2019) found.",
        "[[40% of users]] see better (doi:10.1000/eyes.77).",
        "[[40% of users]] see better (PMID: 12345678).",
        "[[40% of users]] see better in trial NCT01234567.",
        "[[40% of users]] see better, [a trial](https://eyes.example.org/trial) found.",
        "[[40% of users]] see better (accessdata.fda.gov).",
        "[[40% of users]] see better (https://eyes.example.com/trials/drops).",
        "According to the 2021 Hollowbrook Eye Survey, [[40% of users]] see better.",
        "In 2021 the World Health Organization estimated that [[40% of users]] see better.",
        "The ORBIT-2 trial of 2019 found that [[40% of users]] see better.",
        "[[40% of users]] see better (WHO, fact sheet, 2021).",
        "[[40% of users]] see better. (Figures: Hollowbrook Statistics, 2021.)",
        "[[40% of users]] see better. These figures come from the Hollowbrook Eye Register, 2021.",
        "Orban et al. (2019) followed 300 people. In that trial [[40% of users]] saw better.",
        "According to the Hollowbrook Eye Report of 2021:\n\n- [[40% of users]] see better\n- few stop",
        "[[40% of users]] see better.\n\nSource: Hollowbrook Eye Register, 2021.",
        "| Drops | See better |\n| --- | --- |\n| Zelpax | [[40%]] |\n\nSource: Orban trial [1]." + SOURCE,
        "What Orban et al. (2019) found:\n\n| Drops | Better |\n| --- | --- |\n| Zelpax | [[40%]] |",
        "| Drops | Better | Source |\n| --- | --- | --- |\n| Zelpax | [[40%]] | [1] |" + SOURCE,
    ],
)
def test_support_is_seen(example):
    parsed, region = page(example)

    assert cited.holds(parsed, region)


@pytest.mark.parametrize(
    "example",
    [
        "[[40% of users]] see better.",
        "[[40% of users]] see better [3]." + SOURCE,
        "[[40% of users]] see better [1].",
        "[[40% of users]] see better [1].\n\n[1] Data on file, Zelpax Ltd.",
        "[[40% of users]] see better[^a].\n\n[^a]: Individual results may vary.",
        "Studies show that [[40% of users]] see better.",
        "Experts say [[40% of users]] see better (data on file).",
        "A leading university found that [[40% of users]] see better.",
        "A survey of 2021 found that [[40% of users]] see better.",
        "The German study of 2021 found that [[40% of users]] see better.",
        "In 2021 [[40% of users]] saw better.",
        "[[40% of users]] see better (in 2021 prices).",
        "[[40% of users]] see better (updated March 2021).",
        "Founded by Hollowbrook University in 1999, the data show: [[40% of users]] see better.",
        "According to the World Health Organization, [[40% of users]] see better.",
        "[[40% of users]] see better. [Book now](https://zelpax.example.com/book).",
        "[[40% of users]] see better, as on [our page](https://www.facebook.com/zelpax).",
        "[[40% of users]] see better. Order at www.zelpax.com today.",
        "Mail eyes@hollowbrook.org: [[40% of users]] see better.",
        "[[40% of users]] see better. A trial found 12% [1]. The authors asked for more." + SOURCE,
        "[[40% of users]] see better. A trial found 12% [1]. Another found 15% [2]." + SOURCE,
        "[[40% of users]] see better [9]. A trial found 12% [1]." + SOURCE,
        "[[40% of users]] see better.\n\nA trial found 12% [1]." + SOURCE,
        "Orban et al. (2019) wrote a book. In our clinic [[40% of users]] see better.",
        "# [[40% of users]] see better\n\nRead more [1]." + SOURCE,
        "| Drops | Better |\n| --- | --- |\n| Zelpax | [[40%]] |\n\nWe like it.",
    ],
)
def test_what_cannot_be_looked_up_is_no_support(example):
    parsed, region = page(example)

    assert not cited.holds(parsed, region)


def test_page_own_address_is_no_source():
    parsed, region = page(
        "---\nurl: https://zelpax.example.com/\n---\n[[40% of users]] see better, [read on](https://zelpax.example.com/drops)."
    )

    assert not cited.holds(parsed, region)


def test_last_sentence_speaks_for_a_paragraph_and_not_for_a_chapter():
    filler = " It stings a little." * 30
    parsed, region = page(f"[[40% of users]] see better.{filler} So it is [1]." + SOURCE)

    assert not cited.holds(parsed, region)


def test_document_without_blocks_of_references_is_read():
    parsed = document("40% of users see better [1].", "[1] Orban K. J Eyes. 2019.")

    assert cited.holds(parsed, Region(0, 12))
