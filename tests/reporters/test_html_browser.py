"""The HTML report in a browser: filters, marks, paper, narrow screens, axe, no network, no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reporters.browser import executable
from tests.reporters.html_report.dossiers import CLINIC, SOBER, html

CHROMIUM = executable()
if CHROMIUM is None:
    pytest.skip("needs Chromium: apt-get install chromium", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")

PAGES = {"clinic.md": CLINIC, "poster.txt": "Zelpax cures migraine.\n", "sober.txt": SOBER}
WIDTHS = {"desktop": 1280, "phone": 390, "narrow": 320}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        # A container has no user namespaces for Chromium's own sandbox; the page is ours.
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html(PAGES), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    yield from opened(browser, address)


def opened(browser: Any, address: str, **options: Any) -> Iterator[Any]:
    """Yield the open report; fail where it asks for anything else, or its script has an error."""
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.on("request", lambda request: problems.append(request.url) if request.url != address else None)
    page.goto(address)
    yield page
    context.close()

    assert problems == []


def shown(page: Any) -> list[str]:
    return page.locator(".card:visible").evaluate_all("cards => cards.map(card => card.id)")


def kinds(page: Any, name: str) -> set[str]:
    return set(page.locator(".card:visible").evaluate_all(f"cards => cards.map(card => card.dataset.{name})"))


def test_severity_filter_hides_and_shows_again(page: Any) -> None:
    everything = shown(page)
    page.get_by_role("checkbox", name="error").uncheck()

    assert "error" not in kinds(page, "severity")
    assert page.locator("#group-error").is_hidden()
    assert (
        page.get_by_role("status").inner_text() == f"{len(shown(page))} of {len(everything)} findings shown"
    )

    page.get_by_role("button", name="Show all").click()

    assert shown(page) == everything


def test_need_category_and_file_filters_work_together(page: Any) -> None:
    page.locator("select[name=category]").select_option("overclaim")
    assert kinds(page, "category") == {"overclaim"}

    page.locator("select[name=file]").select_option("p2")
    assert kinds(page, "file") == {"p2"}

    page.get_by_role("checkbox", name="change").uncheck()
    assert "wording" not in kinds(page, "needs")


def test_filters_work_with_the_keyboard_alone(page: Any) -> None:
    box = page.get_by_role("checkbox", name="error")
    box.focus()
    page.keyboard.press("Space")

    assert "error" not in kinds(page, "severity")


def test_mark_leads_to_its_finding_and_back(page: Any) -> None:
    page.locator("a.mark", has_text="completely safe").click()
    card = page.locator(".card:target")

    assert "promises complete safety" in card.inner_text()
    assert card.locator("mark").inner_text() == "completely safe"

    card.locator(".place a").click()

    assert page.locator(".spot:target + a").inner_text().startswith("completely safe")


def test_mark_of_a_hidden_finding_shows_it(page: Any) -> None:
    page.get_by_role("checkbox", name="error").uncheck()
    page.locator("a.mark", has_text="completely safe").click()

    assert page.locator(".card:target").is_visible()
    assert page.get_by_role("checkbox", name="error").is_checked()


def test_mark_leads_to_its_finding_in_a_very_long_report(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(html({"long.txt": "\n\n".join(["Zelpax is completely safe."] * 250)}), encoding="utf-8")
    for page in opened(browser, path.as_uri(), viewport={"width": 1280, "height": 800}):
        page.locator("a.mark").nth(199).click()
        page.wait_for_function("document.querySelector('.card:target').getBoundingClientRect().top < 800")
        box = page.locator(".card:target").bounding_box()

        assert page.locator(".card:target").get_attribute("id") == "F-200"
        assert 0 <= box["y"] < 800


def test_safe_wording_is_copied_by_a_button(browser: Any, address: str) -> None:
    for page in opened(browser, address, permissions=["clipboard-read", "clipboard-write"]):
        item = page.locator(".wordings li").first
        item.get_by_role("button").click()

        playwright.expect(item.get_by_role("button")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == item.locator("q").inner_text().strip("“”")


def test_report_is_whole_without_scripts(browser: Any, address: str) -> None:
    for page in opened(browser, address, java_script_enabled=False):
        assert page.locator(".card").first.is_visible()
        assert page.locator("#filters").is_hidden()
        assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_cut_off_at_any_width(browser: Any, address: str, width: int) -> None:
    for page in opened(browser, address, viewport={"width": width, "height": 800}):
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
def test_axe_finds_nothing(browser: Any, address: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for page in opened(browser, address, color_scheme=scheme, viewport={"width": width, "height": 900}):
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
        found = axe.Axe().run(page, options={"runOnly": rules})

        assert [
            (each["id"], node["target"], node["failureSummary"])
            for each in found.response["violations"]
            for node in each["nodes"]
        ] == []


def test_axe_finds_nothing_on_a_sober_page(browser: Any, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    path = tmp_path / "sober.html"
    path.write_text(html({"sober.txt": SOBER}), encoding="utf-8")
    for page in opened(browser, path.as_uri()):
        assert axe.Axe().run(page).response["violations"] == []


def test_paper_has_every_finding_and_address_and_no_buttons(page: Any) -> None:
    page.get_by_role("checkbox", name="error").uncheck()
    page.emulate_media(media="print")
    address = page.locator(".card a.out").first

    assert len(shown(page)) == page.locator(".card").count()
    assert page.locator("button:visible, #filters:visible, nav:visible").count() == 0
    assert address.evaluate("each => getComputedStyle(each, '::after').content").startswith('" <https://')


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_paper_is_a4_or_letter(page: Any, paper: str, width: int) -> None:
    pdf = page.pdf(format=paper)

    assert pdf.startswith(b"%PDF")
    assert f"/MediaBox [0 0 {width}".encode() in pdf
