"""What holds of every page: fixes end, change only their words, and take their findings away."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.fixing.edits import edited, planned
from tests.pages import FAULTY, SOBER
from tests.parsers.docx_files import members, paragraph, word

SLIPS = (
    "The the nurse brings a cup of tea.",
    "It takes a hour , or an week.",
    "You will recieve alot of letters",
    "the visit is short.Then you go home.",
    "We speak about: <b>the</b> the tablets & more.",
    "Listen your nurse, if hurts.",
    "It depends of the *the* scan (white ).",
    "The quote “the the” stays, as `the the` does.",
    "Wait,, please — naïve 😊 the the cat…",
    "a a a a apple",
    "Take .5 mg , or 2,5 mg,then 1.0 mg.",
)
LINES = st.lists(st.sampled_from((*SLIPS, *FAULTY, *SOBER)), min_size=1, max_size=6)
JOINTS = st.sampled_from(("\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\n- ", "\n\n> ", "\n\n## "))
PAGES = st.builds(lambda lines, joint: joint.join(lines), LINES, JOINTS)
FUZZ = st.text(alphabet=" \n\r\ta.,;:()“”\"'`*_<>&thean-#1", max_size=120)
SETTINGS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.html", "page.eml"])
@SETTINGS
@given(page=st.one_of(PAGES, FUZZ))
def test_second_run_changes_nothing(name, page, fixed):
    page = f"Subject: Visit\n\n{page}" if name == "page.eml" else page
    first = fixed(name, page)
    again = fixed(name, first.after.data)

    assert again.after.data == first.after.data
    assert (first.count == 0) == (first.after.data == page.encode())


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.html"])
@SETTINGS
@given(page=PAGES)
def test_each_round_changes_its_words_and_no_other_byte(name, page, fixer):
    from medlint.fixing import rounds

    file = fixer.read(name, page.encode())
    edits, _ = planned(file.document, [each for each in file.checked.findings if each.fixable])
    for edit in edits:
        after, made, _ = rounds._settled(fixer, file, [edit])
        text = after.document.source_text
        behind = len(page) - edit.end
        if made:
            assert text[: edit.start] == page[: edit.start]
            assert text[len(text) - behind :] == page[edit.end :]
            assert after.document.text == edited(file.document.text, [edit])
            assert after.checked.findings != file.checked.findings
        else:
            assert after is file


@SETTINGS
@given(page=PAGES)
def test_what_was_fixed_is_not_found_again(page, fixed):
    result = fixed("page.md", page)
    before = sum(each.fixable for each in result.before.checked.findings)
    after = sum(each.fixable for each in result.after.checked.findings)

    assert after == sum(result.left.values())
    assert result.count or after == before
    quoted = re.findall(r"“[^”]*”|`[^`]*`", page)
    assert re.findall(r"“[^”]*”|`[^`]*`", result.after.data.decode()) == quoted


@SETTINGS
@given(lines=LINES)
def test_word_file_is_what_the_text_would_be(lines, fixed):
    data = word("".join(map(paragraph, (line.replace("<", "") for line in lines))))
    first = fixed("page.docx", data)
    again = fixed("page.docx", first.after.data)
    changed = [name for name, old in members(data).items() if members(first.after.data)[name] != old]

    assert again.after.data == first.after.data
    assert changed == (["word/document.xml"] if first.count else [])
    tokens = [re.findall(r"\w+|\S", each.document.text) for each in (first.before, first.after)]
    operations = difflib.SequenceMatcher(None, *tokens, autojunk=False).get_opcodes()
    assert sum(tag != "equal" for tag, *_ in operations) <= 2 * first.count
