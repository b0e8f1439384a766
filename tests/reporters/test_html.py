"""The HTML report as a file: whole, in order, harmless, and the same every time."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.html_report.dossiers import CLINIC, SOBER, html
from tests.reporters.reports import CLEAN, FULL, document, finding, report

ORDER = [
    "What was checked", "In which context", "Against what", "What was not checked", "The answer", "Findings",
    "The page, marked", "Claims", "Numbers", "What the page lacks", "Allowances", "Sign-off",
    "How to make it again", "Limits",
]  # fmt: skip
VOID = {"meta", "input", "br", "rect"}
EVIL = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{ 7 * 7 }}{% raw %}"


class Reading(HTMLParser):
    """Every tag of a page, and whether each is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.text += data


def reading(text: str) -> Reading:
    page = Reading()
    page.feed(text)
    page.close()
    assert page.open == []
    return page


def test_sections_stand_in_the_order_a_reviewer_reads() -> None:
    text = html({"page.md": CLINIC})

    assert re.findall(r"<h2 id=\"[a-z]+\">(.+?)</h2>", text) == ORDER


def test_ids_are_unique_and_every_inner_link_leads_somewhere() -> None:
    page = reading(html({"page.md": CLINIC, "other.txt": "Zelpax cures migraine.\n"}))
    ids = [values["id"] for _, values in page.tags if "id" in values]
    links = {values["href"] for tag, values in page.tags if tag == "a"}

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link and link.startswith("#")} <= set(ids)


@pytest.mark.parametrize("pages", [{"page.md": CLINIC}, {"page.txt": SOBER}])
def test_nothing_is_loaded_from_elsewhere(pages: dict[str, str]) -> None:
    page = reading(html(pages))
    loading = {"src", "srcset", "data", "action", "background", "poster"}

    assert [(tag, values) for tag, values in page.tags if loading & values.keys()] == []
    assert {tag for tag, _ in page.tags} & {"link", "iframe", "object", "img", "base", "embed"} == set()
    assert not any(name.startswith("on") or name == "style" for _, values in page.tags for name in values)
    assert "@import" not in html(pages)
    assert "url(" not in html(pages)


def test_policy_lets_only_the_own_style_and_script_run() -> None:
    policy = next(
        values["content"] or ""
        for tag, values in reading(html({"page.md": CLINIC})).tags
        if values.get("http-equiv") == "Content-Security-Policy"
    )

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_same_run_gives_the_same_bytes() -> None:
    pages = {"b.md": CLINIC, "a.txt": SOBER}

    assert html(pages) == html(dict(reversed(pages.items())))


def test_hostile_page_text_and_file_name_are_shown_as_text() -> None:
    text = html({f"{EVIL}.md": f"# {EVIL}\n\nZelpax is completely safe {EVIL.replace('<', '&lt;')}.\n"})
    page = reading(text)

    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "onerror=alert(1)&gt;" in text
    assert "{{ 7 * 7 }}" in page.text
    assert "49" not in re.findall(r"\b\d+\b", page.text.partition("{{")[2][:12])


def test_hostile_finding_is_shown_as_text() -> None:
    sentence = f"Zelpax {EVIL} is safe."
    found = finding(
        sentence, EVIL, message=EVIL, advice=EVIL, suggestions=(EVIL,), rule=f"overclaim.{EVIL}", label=EVIL,
        causes=(EVIL,), fingerprint=EVIL,
    )  # fmt: skip
    page = reading(REPORTERS["html"](report(document(EVIL, found, not_checked=(EVIL,))), RenderOptions()))

    assert [tag for tag, _ in page.tags].count("script") == 1
    assert {tag for tag, _ in page.tags} & {"img"} == set()


def test_characters_that_turn_the_text_around_are_written_out() -> None:
    text = html({"page\u202egnp.txt": "Zelpax \u202eis completely safe\u2066.\n"})

    assert "\u202e" not in text
    assert "page\\u202egnp.txt" in text
    assert "\u2066" not in text


def test_sober_page_says_no_trigger_and_claims_nothing_more() -> None:
    text = REPORTERS["html"](CLEAN, RenderOptions())
    page = reading(text)

    assert "No trigger found. That is no verdict" in page.text
    assert "It never means that a text is compliant" in page.text
    assert page.text.lower().count("compliant") == 1
    assert 'class="card' not in text


def test_hand_made_report_shows_failures_states_and_safe_wording() -> None:
    page = reading(REPORTERS["html"](FULL, RenderOptions()))

    assert "care by two specialists" in page.text
    assert "The page names no risk of the treatment it describes." in page.text
    assert "Its text cannot be shown" in page.text


def test_names_of_several_files_stand_in_an_index_with_links() -> None:
    text = html({"a.md": CLINIC, "b.txt": SOBER})

    assert '<a href="#p1">a.md</a>' in text
    assert '<h3 id="p2" dir="auto">b.txt</h3>' in text
    assert '<h1 dir="auto">2 files</h1>' in text


def test_language_of_the_page_is_told_to_screen_readers() -> None:
    assert '<div class="text" lang="de">' in html({"page.md": "---\nlang: de\n---\n\nZelpax ist gut.\n"})


def test_ends_with_a_line_break() -> None:
    assert html({"page.txt": SOBER}).endswith("</html>\n")
