"""What becomes of text files: the words that change, and every byte that must not."""

from __future__ import annotations

import codecs

import pytest

PAGES = {
    "page.txt": (
        "The the nurse has a apple , and waits.",
        "The nurse has an apple, and waits.",
    ),
    "bold.md": (
        "# Your visit\n\n- **Take** the the *tablet* with\n  with a glass of water.\n",
        "# Your visit\n\n- **Take** the *tablet* with\n  a glass of water.\n",
    ),
    "table.md": (
        "| When | What |\n| --- | --- |\n| Monday | Take the the tablet |\n",
        "| When | What |\n| --- | --- |\n| Monday | Take the tablet |\n",
    ),
    "escapes.md": (
        "Take \\*two\\* of the the tablets &amp; wait\\! You will recieve 1\\_a.\n",
        "Take \\*two\\* of the tablets &amp; wait\\! You will receive 1\\_a.\n",
    ),
    "page.html": (
        "<title>The the visit</title><p>You recieve A&amp;E care &lt; 2&nbsp;hours , at the <b>the</b> desk.",
        "<title>The visit</title><p>You receive A&amp;E care &lt; 2&nbsp;hours, at <b>the</b> desk.",
    ),
    "alt.html": (
        '<p>Take one tablet.</p><p><img src="a.png" alt="The the nurse smiles at a child"></p>',
        '<p>Take one tablet.</p><p><img src="a.png" alt="The nurse smiles at a child"></p>',
    ),
    "film.srt": (
        "1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>Take the the tablet</i>\r\nwith water.\r\n",
        "1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>Take the tablet</i>\r\nwith water.\r\n",
    ),
    "film.vtt": (
        "WEBVTT\n\nNOTE the the\n\n00:01.000 --> 00:04.000\n<v Ines>Take the the tablet.\n",
        "WEBVTT\n\nNOTE the the\n\n00:01.000 --> 00:04.000\n<v Ines>Take the tablet.\n",
    ),
    "letter.eml": (
        "Subject: Before the the visit\n\nTake the the tablet with water.\n",
        "Subject: Before the visit\n\nTake the tablet with water.\n",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_safe_suggestions_stand_in_the_file_and_all_else_stays(name, fixed):
    before, after = PAGES[name]

    assert fixed(name, before).after.data.decode() == after


@pytest.mark.parametrize("name", PAGES)
def test_a_second_run_changes_nothing(name, fixed):
    again = fixed(name, PAGES[name][1])

    assert again.count == 0
    assert again.after.data.decode() == PAGES[name][1]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "cp1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_are_kept(mark, encoding, end, fixed):
    before = f"Café “Zelpax” – open.{end}{end}Take the the tablet.\t {end}"
    after = before.replace("the the", "the")

    assert fixed("page.txt", mark + before.encode(encoding)).after.data == mark + after.encode(encoding)


@pytest.mark.parametrize(("charset", "encoding"), [("iso-8859-1", "cp1252"), ("iso-8859-9", "cp1254")])
def test_page_that_names_an_old_encoding_stays_in_it(charset, encoding, fixed):
    page = f'<meta charset="{charset}"><p>Café “Zelpax”: take the the tablet.</p>'

    after = fixed("page.html", page.encode(encoding)).after.data

    assert after == page.replace("the the", "the").encode(encoding)


def test_wording_that_the_encoding_lacks_is_left(fixed, monkeypatch):
    page = "Caf\xe9: take the the tablet.".encode("cp1252")
    monkeypatch.setattr("medlint.fixing.text_files._ESCAPES", {"plain": lambda _: "\u2192"})

    result = fixed("page.txt", page)

    assert result.after.data == page
    assert result.left == {"not written in the file as they are read": 1}


def test_front_matter_is_left(fixed):
    page = "---\ntitle: The the visit\nabout: a apple\n---\n\nTake the the tablet.\n"

    assert fixed("page.md", page).after.data.decode() == page.replace("Take the the", "Take the")


def test_words_across_an_entity_are_left_and_counted(fixed):
    page = "<p>Our nurse has a diabetis&shy; book , and th&#101; th&#101; chair.</p>"

    result = fixed("page.html", page)

    assert "th&#101; th&#101;" in result.after.data.decode()
    assert result.left["not written in the file as they are read"] >= 1


def test_doubled_word_at_the_end_of_a_line_leaves_the_line_break(fixed):
    page = "Take one tablet with a\na glass of water.\n\nThe nurse will call\ncall you.\n"

    after = fixed("page.txt", page).after.data.decode()

    assert after == "Take one tablet with a\nglass of water.\n\nThe nurse will call\nyou.\n"


def test_signed_letter_is_left_as_a_whole(fixed):
    letter = "DKIM-Signature: v=1\nSubject: Visit\n\nTake the the tablet.\n"

    result = fixed("letter.eml", letter)

    assert result.after.data.decode() == letter
    assert result.refusal == "a change would break its signature"


def test_line_of_a_letter_does_not_grow_too_long(fixed):
    line = "Take it" + " and wait" * 7 + ",then walk."
    letter = f"Subject: Visit\nContent-Transfer-Encoding: quoted-printable\n\n{line:s}\n"
    assert len(line) > 76 - 2

    result = fixed("letter.eml", letter.replace(",then", " ,then"))

    assert max(map(len, result.after.data.decode().splitlines())) <= len(line) + 1


def test_first_of_overlapping_suggestions_is_applied_and_the_other_in_the_next_round(fixed):
    assert fixed("page.txt", "He has a a apple.\n").after.data == b"He has an apple.\n"


def test_rule_that_tells_only_its_first_place_is_fixed_at_all_of_them(fixed):
    page = "".join(
        f"- The second scan of day {name} : it takes an hour.\n" for name in ("one", "two", "three", "four")
    )

    assert " :" not in fixed("page.md", page).after.data.decode()


def test_fix_that_reveals_a_claim_is_applied(fixed):
    result = fixed("page.txt", "Zelpax is completly safe.\n")

    if result.count:
        assert b"completely safe" in result.after.data
        assert [each.rule for each in result.after.checked.findings] == ["overclaim.completely-safe"]


def test_file_in_a_format_that_cannot_be_fixed_says_so(fixer, monkeypatch):
    from medlint.fixing import rounds

    page = fixer.read("page.txt", b"Take the the tablet.\n")
    monkeypatch.setattr(rounds, "WRITERS", {})

    assert rounds.fixed(fixer, page).refusal == "--fix cannot write this format"
