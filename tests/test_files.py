from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from medlint.errors import UsageError
from medlint.files import find
from medlint.model import Failure


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str, text: str = "Zelpax") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    files, failures = find(paths, exclude)
    assert failures == ()
    return [path.as_posix() for path in files]


def test_folder_is_walked_in_the_order_of_names() -> None:
    make(
        "pages/b.md",
        "pages/a.txt",
        "pages/c/ü x.MD",
        "pages/c.text",
        "pages/d.png",
        "pages/e",
        "pages/B.markdown",
    )

    assert found("pages") == [
        "pages/B.markdown",
        "pages/a.txt",
        "pages/b.md",
        "pages/c/ü x.MD",
        "pages/c.text",
    ]
    assert found(".")[0] == "pages/B.markdown"
    assert found("./pages/", "pages/c") == found("pages")


def test_hidden_files_and_folders_are_passed_over() -> None:
    make(".git/a.md", ".hidden/a.md", "x/.a.md", "x/b.md")

    assert found(".") == ["x/b.md"]


def test_named_file_is_taken_whatever_it_is() -> None:
    make(".hidden.md", "a.rst", "b.md")
    make(".gitignore", text="*.md\n")

    assert found("b.md", ".hidden.md", "a.rst", exclude=("b.md",)) == ["b.md", ".hidden.md", "a.rst"]


def test_file_named_twice_is_found_once() -> None:
    make("x/a.md", "x/b.md")
    Path("c.md").symlink_to("x/a.md")

    assert found("x/b.md", "x", "x/a.md", "c.md") == ["x/b.md", "x/a.md"]


def test_gitignore_files_are_respected_the_nearest_first() -> None:
    make("a.md", "b.md", "build/a.md", "x/a.md", "x/b.md", "x/y/a.md", "x/z/keep.md", "z/only.md")
    make(".gitignore", text="build/\n/a.md\nb.md\n# note\nz/*\n")
    make("x/.gitignore", text="!b.md\ny\n")

    assert found(".") == ["x/a.md", "x/b.md", "x/z/keep.md"]


def test_gitignore_files_above_count_up_to_the_root_of_the_repository() -> None:
    make(".gitignore", text="*.md\n")
    make("repository/.gitignore", text="draft*\n")
    make("repository/.git/HEAD", "repository/docs/draft.md", "repository/docs/a.md")

    assert found("repository/docs") == ["repository/docs/a.md"]


def test_gitignore_above_counts_for_nothing_outside_a_repository() -> None:
    make(".gitignore", text="*.md\n")
    make("docs/a.md")

    assert found("docs") == ["docs/a.md"]


def test_named_folder_is_read_though_the_repository_leaves_it_out() -> None:
    make(".git/HEAD", "build/a.md")
    make(".gitignore", text="build/\n")

    assert found("build") == ["build/a.md"]
    assert found(".") == []


def test_excluded_patterns_count_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("x/a.md", "x/old/b.md", "y/old/c.md", "x/d.txt")

    assert found(".", exclude=("x/old/", "*.txt")) == ["x/a.md", "y/old/c.md"]
    assert found("x", exclude=("/x/a.md",)) == ["x/d.txt", "x/old/b.md"]
    monkeypatch.chdir(tmp_path / "y")
    assert found("../x", exclude=("old",)) == ["../x/a.md", "../x/d.txt"]


def test_wrong_pattern_of_exclude_is_refused() -> None:
    with pytest.raises(UsageError, match="exclude: "):
        find(["."], ["!"])


def test_wrong_gitignore_is_told() -> None:
    make("a.md")
    make(".gitignore", text="!\n")
    files, failures = find(["."], [])

    assert files == (Path("a.md"),)
    assert failures[0].path == ".gitignore"
    assert failures[0].message.startswith("cannot be used: ")


def test_loop_of_links_ends() -> None:
    make("x/a.md", "x/y/b.md")
    Path("x/y/loop").symlink_to("..")
    Path("x/again").symlink_to("y")

    assert found("x") == ["x/a.md", "x/y/b.md"]


def test_folder_behind_a_link_is_walked() -> None:
    make("far/a.md", "x/b.md")
    Path("x/link").symlink_to("../far")

    assert found("x") == ["x/b.md", "x/link/a.md"]


def test_link_that_leads_nowhere_is_a_failure() -> None:
    make("x/a.md")
    Path("x/self.md").symlink_to("self.md")
    Path("x/gone.md").symlink_to("nothing.md")
    files, failures = find(["x"], [])

    assert files == (Path("x/a.md"),)
    assert failures == (
        Failure("x/gone.md", "document", "no such file: the link leads nowhere"),
        Failure("x/self.md", "document", "no such file: the link leads nowhere"),
    )


def test_missing_path_is_a_failure_and_the_rest_goes_on() -> None:
    make("a.md")

    assert find(["none.md", "a.md"], []) == (
        (Path("a.md"),),
        (Failure("none.md", "document", "no such file"),),
    )


def test_pipe_is_no_file() -> None:
    os.mkfifo("pipe.md")

    assert find(["pipe.md"], [])[1] == (Failure("pipe.md", "document", "neither a file nor a folder"),)


def test_unreadable_folder_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    make("x/a.md", "x/closed/b.md")
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert find(["x"], []) == (
        (Path("x/a.md"),),
        (Failure("x/closed", "document", "folder cannot be read: permission denied"),),
    )
