"""PDF files that are broken, locked or made to harm: bounded in time and memory, with a clear failure."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from importlib import import_module, util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.errors import DocumentError
from medlint.parsers import parse, pdf_child, pdf_glyphs
from tests.parsers import pdf_fuzz
from tests.parsers.pdf_files import Text, column, field, pdf, tagged

SOUND = pdf([Text(50, 700, "Zelpax is completely safe.")])


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentError) as raised:
        parse("page.pdf", data)
    return str(raised.value)


def locked(password: str) -> bytes:
    from pypdf import PdfWriter

    writer, written = PdfWriter(clone_from=io.BytesIO(SOUND)), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no PDF file, it is empty"),
        (b"PK\x03\x04 a zip file", "no PDF file, whatever its name says"),
        (b"<html><p>Words.</p></html>", "no PDF file, whatever its name says"),
        (SOUND[:-100], "damaged: its end is missing"),
        (SOUND[: len(SOUND) // 2], "damaged: its end is missing"),
        (b"%PDF-1.7\nnothing in it\n%%EOF\n", "damaged: it cannot be opened as a PDF"),
        (locked("secret"), "encrypted: it opens with a password only. Save a copy without a password"),
        (pdf(b""), "no page has a text layer"),
        (pdf(*[b""] * (pdf_child.MAX_PAGES + 1)), "too long: 1,001 pages, and medlint reads at most 1,000"),
    ],
    ids=["empty", "zip", "html", "end cut", "half", "no pages", "locked", "blank", "long"],
)
def test_file_that_cannot_be_read_is_refused_and_says_why(data: bytes, told: str):
    assert told in refusal(data)
    assert refusal(data).startswith("page.pdf: ")


def test_file_locked_against_changes_alone_is_read():
    assert parse("page.pdf", locked("")).text == "Zelpax is completely safe."


def test_two_thousand_pages_are_refused_in_seconds():
    data = pdf(*[[Text(50, 700, "Words.")]] * 2_000)
    before = time.monotonic()

    assert "too long: 2,000 pages" in refusal(data)
    assert time.monotonic() - before < 20


def test_page_with_more_characters_than_a_newspaper_is_refused():
    drawn = b"BT /F1 10 Tf 1 0 0 1 50 50 Tm " + b"(abcdefghij) Tj " * 11_000 + b"ET"

    assert "too full: more than 100,000 characters on page 1" in refusal(pdf(drawn, is_packed=True))


def test_bomb_costs_no_more_memory_than_is_allowed():
    drawn = b"BT /F1 10 Tf 1 0 0 1 50 50 Tm " + b"(a) Tj " * 12_000_000 + b"ET"
    data = pdf(drawn, is_packed=True)

    assert len(data) < 200_000
    assert "within 1 GB of memory" in refusal(data)


def test_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_glyphs, "MAX_SECONDS", 0.001)

    assert "took longer than 0.001 seconds to open" in refusal(SOUND)


def test_crash_of_the_library_ends_its_own_process_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    crash = tmp_path / "crash.py"
    crash.write_text(
        "import os, signal\nprint('{\"pages\": 1}', flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)\n"
    )
    monkeypatch.setattr(pdf_child, "__file__", str(crash))

    assert "the PDF reader breaks down over it" in refusal(SOUND)


def test_python_files_in_the_folder_are_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("json.py", "pypdfium2.py", "ctypes.py"):
        (tmp_path / name).write_text("raise SystemExit('run')\n")
    monkeypatch.chdir(tmp_path)

    assert parse("page.pdf", SOUND).text == "Zelpax is completely safe."


def test_scripts_launches_and_addresses_are_neither_run_nor_opened():
    actions = (
        "/AA << /O << /S /JavaScript /JS (app.launchURL\\('https://a.example'\\)) >> "
        "/C << /S /Launch /F (rm) >> >> "
        "/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
        "/A << /S /URI /URI (https://a.example) >> >> ]"
    )

    assert parse("page.pdf", pdf([Text(50, 700, "Words.")], page_extra=actions)).text == "Words."


@pytest.mark.parametrize("drawn", [
    b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (abc def) Tj ET BT /F1 9 Tf 50 50 Td (Words.) Tj ET",
    b"BT /F1 0 Tf 0 0 0 0 0 0 Tm (abc) Tj ET BT /F1 9 Tf 50 50 Td (Words.) Tj ET",
    b"q " * 100_000 + b"BT /F1 9 Tf 50 50 Td (Words.) Tj ET",
    b"BT /F1 -9 Tf 50 50 Td (Words.) Tj ET",
    b"/I1 Do " * 30_000 + b"BT /F1 9 Tf 50 50 Td (Words.) Tj ET",
])  # fmt: skip
def test_measures_beyond_reason_do_no_harm(drawn: bytes):
    assert "Words." in parse("page.pdf", pdf(drawn, is_packed=True)).text


def test_long_tables_and_columns_take_time_in_proportion():
    def seconds(rows: int) -> float:
        texts = [Text(50 + 150 * (n % 3), 30 * (rows - n // 3), f"cell {n}", 8) for n in range(3 * rows)]
        glyphs = pdf_glyphs.read_here("page.pdf", pdf(texts, is_packed=True))
        before = time.process_time()
        import_module("medlint.parsers.pdf").made("page.pdf", glyphs, "")
        return time.process_time() - before

    small, large = min(seconds(400) for _ in range(2)), min(seconds(3_200) for _ in range(2))

    assert large < 40 * small


def test_missing_extra_names_the_command_and_the_other_files_are_checked(medlint, tmp_path, monkeypatch):
    (tmp_path / "page.pdf").write_bytes(SOUND)
    (tmp_path / "page.txt").write_text("Zelpax is completely safe.\n")
    real = util.find_spec
    monkeypatch.setattr(
        util, "find_spec", lambda name, *rest: None if name == "pypdfium2" else real(name, *rest)
    )
    monkeypatch.delitem(sys.modules, "medlint.parsers.pdf", raising=False)

    done = medlint("check", ".", "--format", "concise")

    assert done.code == 2
    assert "page.pdf: failure document: pypdfium2 is missing" in done.out
    assert 'pip install "medlint[pdf]"' in done.out
    assert "page.txt:1:11: error overclaim.completely-safe" in done.out


def test_broken_file_is_told_and_the_other_files_are_checked(medlint, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(SOUND[:-100])
    (tmp_path / "sound.pdf").write_bytes(SOUND)

    done = medlint("check", ".", "--format", "concise")

    assert done.code == 2
    assert "broken.pdf: failure document: damaged: its end is missing" in done.out
    assert "sound.pdf:1:11: error overclaim.completely-safe" in done.out


def test_reader_is_a_program_of_its_own():
    done = subprocess.run(
        [sys.executable, pdf_child.__file__, str(pdf_glyphs.MAX_MEMORY)],
        input=SOUND,
        capture_output=True,
        check=True,
    )

    assert len(pdf_glyphs.parsed("page.pdf", done.stdout).pages[0]) == len("Zelpax is completely safe.")
    assert done.stderr == b""


def said(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[dict]:
    """Return the lines of JSON of a run of the reader in this process."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["pdf_child.py", "0"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    monkeypatch.setattr(pdf_child, "_limit_memory", repr)
    pdf_child.main()
    stream = out.getvalue()
    return [head for head, _ in pdf_glyphs._parts(stream)]


def test_reader_says_first_what_the_file_is_and_last_that_it_ends(monkeypatch: pytest.MonkeyPatch):
    assert said(monkeypatch, SOUND) == [
        {"meta": {}, "pages": 1},
        {"page": 1, "length": 26, "images": 0, "told": 0, "asides": [], "fields": 0, "links": []},
        {"end": True},
    ]


def test_reader_says_why_it_reads_nothing(monkeypatch: pytest.MonkeyPatch):
    assert said(monkeypatch, locked("secret")) == [{"error": "encrypted"}]
    assert said(monkeypatch, b"%PDF-1.7 nothing %%EOF") == [{"error": "damaged"}]
    monkeypatch.setattr(pdf_child, "MAX_PAGES", 1)
    assert said(monkeypatch, pdf([], [])) == [{"error": "pages", "number": 2}]


def test_reader_tells_where_links_lead_and_never_more_than_a_page_can_have(monkeypatch: pytest.MonkeyPatch):
    link = "<< /Type /Annot /Subtype /Link /Rect [{} 0 99 9] /A << /S /URI /URI (https://a.example) >> >>"
    links = " ".join(map(link.format, (1, 2, 3)))
    data = pdf([Text(50, 700, "Words.")], page_extra=f"/Annots [{links}]")
    monkeypatch.setattr(pdf_child, "MAX_LINKS", 2)

    assert said(monkeypatch, data)[1]["links"] == [
        [[1.0, 0.0, 99.0, 9.0], "https://a.example"],
        [[2.0, 0.0, 99.0, 9.0], "https://a.example"],
    ]


def test_reader_tells_no_more_asides_than_a_page_can_have(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_child, "MAX_ASIDES", 3)
    data = tagged("Zelpax.", "A nurse", field("/V (words)") * 5)
    (page,) = (line for line in said(monkeypatch, data) if "length" in line)

    assert [(kind, words) for kind, words, _ in page["asides"]] == [
        ("alt-text", "A nurse"), *[("field", "words")] * 3,
    ]  # fmt: skip


def test_words_longer_than_a_field_can_hold_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch):
    data = tagged("Zelpax.", "A nurse", field(f"/V ({'long ' * 2_000})"))
    (page,) = (line for line in said(monkeypatch, data) if "length" in line)

    assert page["asides"] == [["alt-text", "A nurse", [50, 50, 150, 150]]]
    assert page["fields"] == 1


def test_tags_that_hold_each_other_end():
    data = tagged("Zelpax is here.", "A nurse").replace(
        b"/P 8 0 R /Pg 5 0 R /K 0", b"/P 8 0 R /Pg 5 0 R /K [8 0 R 9 0 R]"
    )

    assert parse("page.pdf", data).blocks[0].text == "Zelpax is here."


def test_reader_limits_its_memory_and_leaves_no_core(monkeypatch: pytest.MonkeyPatch):
    resource = pytest.importorskip("resource")
    limits: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    pdf_child._limit_memory(2**30)

    assert limits == [(resource.RLIMIT_AS, (2**30, 2**30)), (resource.RLIMIT_CORE, (0, 0))]


def test_reader_without_memory_says_so(monkeypatch: pytest.MonkeyPatch):
    def fail(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf_child, "read", fail)
    assert said(monkeypatch, SOUND) == [{"error": "memory"}]
    with pytest.raises(DocumentError, match="too big: it takes more than 1 GB of memory"):
        pdf_glyphs.parsed("page.pdf", b'{"error": "memory"}\n')


def test_too_many_characters_in_all_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_child, "MAX_CHARACTERS", 30)

    with pytest.raises(DocumentError, match=r"too long: more than 2,000,000 characters by page 2"):
        pdf_glyphs.read_here("page.pdf", pdf(*[[Text(50, 700, "Zelpax is completely safe.")]] * 2))


def test_file_bigger_than_any_leaflet_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_glyphs, "MAX_BYTES", 100)

    assert "too big: more than 0 MB" in refusal(SOUND)


def test_damaged_page_is_told_and_the_others_are_read():
    data = pdf([Text(50, 700, "First.")], [Text(50, 700, "Last.")]).replace(
        b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 3 0 R]"
    )
    read_document = parse("page.pdf", data)

    assert read_document.text == "First."
    assert read_document.not_checked == ("1 page (2) damaged",)


def test_stream_that_stops_in_the_middle_is_a_breakdown():
    with pytest.raises(DocumentError, match="breaks down"):
        pdf_glyphs.parsed("page.pdf", b'{"page": 1, "length": 9}\nabc')


def test_reading_here_and_in_a_process_gives_the_same():
    data = pdf(column(50, 700, ("Words.", "More words.")), [Text(50, 700, "Café")])
    here, there = pdf_glyphs.read_here("page.pdf", data), pdf_glyphs.read("page.pdf", data)

    assert [page.columns for page in here.pages] == [page.columns for page in there.pages]


@settings(max_examples=60, deadline=None)
@given(pdf_fuzz.files())
def test_damaged_file_is_refused_or_sound(data: bytes):
    pdf_fuzz.check_file(data)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_characters_anywhere_on_a_page_make_a_sound_document(seed: int):
    pdf_fuzz.check_scattered(seed)
