from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from medlint.errors import DocumentError
from medlint.model import Region
from medlint.parsers import SUFFIXES, parse, read

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.txt", "paragraph"),
        ("a.TEXT", "paragraph"),
        ("a.md", "heading"),
        ("b/a.Markdown", "heading"),
        ("a.HTM", "paragraph"),
    ],
)
def test_name_tells_the_format(path: str, kind: str) -> None:
    assert parse(path, b"# Zelpax").blocks[0].kind == kind


def test_standard_input_is_plain_text_unless_told_otherwise() -> None:
    assert parse("-", b"# Zelpax").text == "# Zelpax"
    assert parse("-", b"# Zelpax", suffix=".md").text == "Zelpax"


@pytest.mark.parametrize(
    ("path", "problem"), [("a.rst", "unknown format '.rst'"), ("README", "its name does not tell its format")]
)
def test_unknown_format_names_the_known_ones(path: str, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(path, b"text")

    assert str(caught.value) == f"{path}: {problem}. medlint reads {', '.join(SUFFIXES)}"


def test_file_is_read_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "Ü page.md"
    path.write_bytes(b"\xef\xbb\xbfZelpax\r\n")
    document = read(path)

    assert (document.path, document.text, document.source_text) == (path.as_posix(), "Zelpax", "Zelpax\r\n")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.source(Region(0, 6)) == (0, 6)


def test_empty_file_is_a_document_without_blocks(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")

    assert read(path).blocks == ()


def test_missing_file_tells_why(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"none\.txt: cannot be read: no such file or directory"):
        read(tmp_path / "none.txt")


def test_unreadable_file_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(DocumentError, match=r"a\.txt: cannot be read: permission denied"):
        read(tmp_path / "a.txt")


def test_every_format_has_its_module() -> None:
    assert {name for name in SUFFIXES.values() if find_spec(f"medlint.parsers.{name}") is None} == set()


def test_plain_text_needs_no_tree_sitter() -> None:
    code = (
        "import sys, medlint.parsers as it; it.parse('a.txt', b'x'); sys.exit('tree_sitter' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_large_files_are_read_whole() -> None:
    line = "Zelpax may help some people. " * 40_000
    for path in ("a.txt", "a.md"):
        document = parse(path, line.encode())

        assert document.blocks[0].text == line.strip()
        assert document.source(Region(0, len(document.text))) == (0, len(line) - 1)


def test_real_page_is_read_as_its_reader_sees_it() -> None:
    sample = SHARED / "samples" / "liver-metastases.txt"
    if not sample.exists():
        pytest.skip("../shared/samples/liver-metastases.txt is not here")
    document = read(sample)

    assert {block.kind for block in document.blocks} == {"heading", "paragraph", "list-item"}
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2]
    assert len({block.group for block in document.blocks if block.kind == "list-item"}) == 1
