import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from medlint.model import Failure, Report
from medlint.reporters import REPORTERS, RenderOptions
from medlint.reporters.marks import code, escaped, linked
from tests.reporters.reports import CLEAN, FULL, LEAFLET, VISIT, document, finding, page_finding, report

COMMON = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NASTY = st.text(st.sampled_from("ab1 \n\t`*_[]()<>!#@&~|$\\-+=.:/\"'{}^‮w"), max_size=60)


def rendered(made: Report, **options: object) -> str:
    return REPORTERS["markdown"](made, RenderOptions(**options))


def inside(text: str) -> list[Token]:
    """Return the tokens of the only paragraph that the text is."""
    tokens = COMMON.parse(f"x {text} x")
    assert [each.type for each in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return tokens[1].children or []


def test_a_full_report_reads_worst_first() -> None:
    text = rendered(report(VISIT, LEAFLET))

    assert text.startswith("<!-- medlint report -->\n### medlint\n\n2 errors, 3 warnings, 2 notes in 2 files")
    assert text.index("leaflets/zelpax für alle.md") < text.index("visit.txt")
    assert text.index("🟥 error") < text.index("🟧 warning") < text.index("🟦 note")
    assert "exit 1: 2 findings at or above error. A report of findings, not an approval." in text


def test_a_finding_has_place_words_cure_rule_and_source() -> None:
    made = report(
        document("page.md", finding("It is safe.", "safe", 7, message="Too much.", advice="Cut it."))
    )

    assert (
        "- **🟥 error** 7:7 Too much.\n"
        "  > `It is safe.`\n\n"
        "  → Cut it.\n"
        "  `overclaim.completely-safe` · "
        "[Invented Board: Guide to fair words, 2024](https://example.org/guide/fair-words)\n"
    ) in rendered(made)


def test_nothing_found_is_no_praise() -> None:
    assert "No trigger found in 1 file, 1,234 words checked." in rendered(CLEAN)
    assert "not an approval" in rendered(CLEAN)


def test_the_whole_page_has_no_line() -> None:
    assert "**🟧 warning** the whole page The page names no risk" in rendered(
        report(document("page.md", page_finding()))
    )


def test_what_was_not_checked_comes_first() -> None:
    made = report(
        document("a.md"), failures=(Failure("b.md", "document", "no such file"), Failure("", "x", "y"))
    )
    text = rendered(made)

    assert "- Not checked: x: y\n- **not checked** `b.md`: Not checked: no such file" in text


def test_many_findings_are_folded_away() -> None:
    many = document("page.md", *(finding("It is safe.", "safe", line) for line in range(1, 22)))

    assert "<details open>" in rendered(FULL)
    assert "<details open>" not in rendered(report(many))


def test_what_does_not_fit_is_counted() -> None:
    many = document("page.md", *(finding("It is safe.", "safe", line) for line in range(1, 1001)))
    text = rendered(report(many))
    shown = text.count("🟥 error")

    assert len(text) <= 60_000
    assert f"… and {1000 - shown} more findings, for which there is no room here." in text
    assert text.rstrip().endswith("not an approval.</sub>")


def test_quiet_is_the_counts() -> None:
    assert "🟥" not in rendered(FULL, quiet=True)


@given(NASTY)
def test_words_stay_words(words: str) -> None:
    tokens = inside(escaped(words))

    assert {each.type for each in tokens} <= {"text", "text_special"}
    # Nothing is lost but what cannot be seen: breaks, and marks that would reverse the line.
    content = "".join(each.content for each in tokens).replace("\u200b", "")
    assert re.sub(r"\s+", "", content) == re.sub(r"\s+", "", f"x{words}x".replace("‮", "\\u202e"))


@given(NASTY)
def test_a_code_span_holds_all_of_it(words: str) -> None:
    tokens = inside(code(words))

    assert [each.type for each in tokens] == ["text", "code_inline", "text"]
    assert "\n" not in tokens[1].content


@given(NASTY)
def test_no_call_or_reference_is_left_to_a_host(words: str) -> None:
    shown = "".join(each.content for each in inside(escaped(words)))

    assert not re.search(r"@\w|#\d|(?i:https?://|www\.)", shown)


@given(NASTY, NASTY)
def test_an_address_cannot_end_early(title: str, address: str) -> None:
    tokens = inside(linked(title or "a", f"https://example.org/{address}"))

    assert [each.type for each in tokens if each.type.startswith("link")] == ["link_open", "link_close"]


@given(NASTY)
def test_a_path_makes_no_markup(path: str) -> None:
    made = rendered(report(document(f"a{path}", finding("It is safe.", "safe"))))
    opening = next(line for line in made.splitlines() if line.startswith("<details"))

    assert re.fullmatch(r"<details open><summary><code>[^<>`*_@\[\]]+</code>: 1 error</summary>", opening)


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/pixel.png)",
        "[click](https://example.org)",
        "</details><h1>Approved</h1>",
        "@everyone fixes #12",
        "https://example.org and www.example.org",
        "<!-- x",
    ],
)
def test_a_page_cannot_write_into_the_comment(words: str) -> None:
    made = replace(finding("It is safe.", "safe"), message=words, advice=words, sentence=words)
    text = rendered(report(document("page.md", made)))
    ours = rendered(report(document("page.md", finding("It is safe.", "safe"))))

    assert html(text) == html(ours)
    assert links(text) == links(ours)
    assert "<img" not in COMMON.render(text)


def html(text: str) -> list[str]:
    return [
        each.content.strip()
        for token in COMMON.parse(text)
        for each in (token, *(token.children or ()))
        if each.type in ("html_block", "html_inline")
    ]


def links(text: str) -> list[object]:
    return [
        each.attrs["href"]
        for token in COMMON.parse(text)
        for each in token.children or ()
        if each.type == "link_open"
    ]
