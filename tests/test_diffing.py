"""What a change brought, on scratch repositories."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint import diffing, history
from medlint.errors import UsageError
from medlint.history import Older
from medlint.model import Report
from medlint.parsers import read
from tests.pages import FAULTY, SOBER, by_page, edited, pages, text
from tests.real import page, real, real_by_all

MORE = " ".join(SOBER[:6])


class Repository:
    """A scratch repository in the working folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=A. Kestrel", "-c", "user.email=a@example.org", *arguments],
            cwd=self.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, **files: str) -> None:
        for name, content in files.items():
            self.write(name.replace("__", "/") + ".md", content)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def checked(folder: Path = Path()) -> Report:
    return real(*(read(path) for path in sorted(folder.rglob("*.md"))))


def since(reference: str = "HEAD", folder: Path = Path()) -> list[tuple[str, str]]:
    """Return path and words of what is new."""
    report = diffing.apply(checked(folder), history.since(reference, folder), lambda each: real(*each))
    return [(finding.path, finding.text) for finding in report.findings]


class TestGit:
    def test_an_unchanged_page_has_nothing_new(self, repository):
        repository.commit(a=FAULTY[0])

        assert since() == []

    def test_known_findings_are_kept_apart(self, repository):
        repository.commit(a=FAULTY[0])
        report = diffing.apply(checked(), history.since("HEAD", Path()), lambda each: real(*each))

        assert [(each.text, each.state) for each in report.documents[0].known] == [
            ("completely safe", "known")
        ]

    def test_a_sentence_that_changed_is_new_and_its_neighbour_is_not(self, repository):
        repository.commit(a=f"{FAULTY[1]} Zelpax is completely safe.")
        repository.write("a.md", f"{FAULTY[1]} Zelpax is, for all of us, completely safe.")

        assert since() == [("a.md", "completely safe")]

    @pytest.mark.parametrize("is_staged", [False, True])
    @pytest.mark.parametrize("is_committed", [False, True])
    def test_a_page_that_was_added_is_new(self, repository, is_staged, is_committed):
        repository.commit(a=MORE)
        repository.write("b.md", FAULTY[0])
        if is_staged or is_committed:
            repository.git("add", "b.md")
        if is_committed:
            repository.git("commit", "-qm", "b")

        assert since("HEAD~1" if is_committed else "HEAD") == [("b.md", "completely safe")]

    def test_wrapping_makes_nothing_new(self, repository):
        repository.commit(a=f"{FAULTY[0]} {FAULTY[1]} {MORE}")
        repository.write("a.md", f"{FAULTY[0]} {FAULTY[1]} {MORE}".replace(" ", "\n"))

        assert since() == []

    def test_a_sentence_that_moves_within_its_page_is_not_new(self, repository):
        repository.commit(a=f"{FAULTY[0]}\n\n{MORE}\n\nThe end.")
        repository.write("a.md", f"{MORE}\n\nThe end.\n\n{FAULTY[0]}")

        assert since() == []

    def test_a_sentence_that_moves_to_another_page_is_new_there(self, repository):
        repository.commit(a=f"{FAULTY[0]} {MORE}", b=" ".join(SOBER[6:]))
        repository.write("a.md", MORE)
        repository.write("b.md", f"{' '.join(SOBER[6:])} {FAULTY[0]}")

        assert since() == [("b.md", "completely safe")]

    @pytest.mark.parametrize("with_git", [True, False])
    def test_a_renamed_page_has_only_its_edit_new(self, repository, with_git):
        repository.commit(a=f"{FAULTY[0]} {MORE}")
        if with_git:
            Path("site").mkdir()
            repository.git("mv", "a.md", "site/b.md")
        else:
            Path("a.md").unlink()
        repository.write("site/b.md", f"{FAULTY[0]} {FAULTY[1]} {MORE}".replace(" ", "\n"))

        assert since() == [("site/b.md", "miracle")]

    def test_a_copy_is_new_and_its_original_is_not(self, repository):
        repository.commit(a=f"{FAULTY[0]} {MORE}")
        repository.write("b.md", f"{FAULTY[0]} {MORE}")

        assert since() == [("b.md", "completely safe")]

    def test_a_page_that_is_not_checked_lends_its_past_to_no_other(self, repository):
        repository.commit(a=f"{FAULTY[0]} {MORE}")
        repository.write("a.md", f"{MORE} The end.")
        repository.write("site/b.md", f"{FAULTY[0]} {MORE}")

        assert since(folder=Path("site")) == [("site/b.md", "completely safe")]

    def test_one_more_of_a_sentence_is_new(self, repository):
        repository.commit(a=f"{FAULTY[0]} {MORE}")
        repository.write("a.md", f"{FAULTY[0]} {MORE} {FAULTY[0]}")

        assert since() == [("a.md", "completely safe")]

    def test_a_claim_whose_source_was_taken_out_is_new(self, repository):
        claim = "Sixty percent of people slept well [1]."
        repository.commit(a=f"{claim}\n\n## References\n\n1. Kestrel A. Sleep in Hollowbrook. 2021.\n")
        repository.write("a.md", f"{claim}\n\n## References\n\n2. Kestrel A. Sleep in Hollowbrook. 2021.\n")

        assert "Sixty percent" in " ".join(words for _, words in since())

    def test_branches_are_compared_from_where_they_parted(self, repository):
        repository.commit(a=f"{FAULTY[0]} {MORE}")
        repository.git("checkout", "-qb", "edit")
        repository.commit(b=FAULTY[1])
        repository.git("checkout", "-q", "main")
        repository.commit(a=MORE)
        repository.git("checkout", "-q", "edit")

        assert since("main") == [("b.md", "miracle")]

    def test_a_merge_of_the_other_branch_brings_nothing(self, repository):
        repository.commit(a=MORE)
        repository.git("checkout", "-qb", "edit")
        repository.commit(b=FAULTY[1])
        repository.git("checkout", "-q", "main")
        repository.commit(a=f"{FAULTY[0]} {MORE}", c=FAULTY[2])
        repository.git("checkout", "-q", "edit")
        repository.git("merge", "-q", "-m", "merge", "main")

        assert since("main") == [("b.md", "miracle")]

    def test_from_a_folder_below_the_root(self, repository, monkeypatch):
        repository.commit(site__a=FAULTY[0])
        monkeypatch.chdir("site")
        repository.write("site/a.md", f"{FAULTY[0]} {FAULTY[1]}")

        assert since() == [("a.md", "miracle")]

    def test_names_with_letters_of_all_kinds(self, repository):
        repository.write("für alle.md", FAULTY[0])
        repository.commit()
        repository.write("für alle.md", f"{FAULTY[0]} {FAULTY[1]}")

        assert since() == [("für alle.md", "miracle")]

    def test_a_page_that_could_not_be_read_before_is_all_new(self, repository):
        (repository.root / "a.md").write_bytes(b"\x00\x01" * 50)
        repository.commit()
        repository.write("a.md", FAULTY[0])

        assert since() == [("a.md", "completely safe")]

    def test_a_page_outside_of_the_repository_is_all_new(self, repository, tmp_path_factory):
        repository.commit(a=MORE)
        other = tmp_path_factory.mktemp("other")
        (other / "b.md").write_text(FAULTY[0], encoding="utf-8")
        report = diffing.apply(checked(other), history.since("HEAD", Path()), lambda each: real(*each))

        assert [finding.text for finding in report.findings] == ["completely safe"]


class TestErrors:
    def test_a_commit_that_is_not_there(self, repository):
        repository.commit(a=MORE)
        with pytest.raises(UsageError, match="git knows no commit 'origin/main' here; fetch it first"):
            history.since("origin/main", Path())

    def test_a_name_that_looks_like_an_option(self, repository):
        repository.commit(a=MORE)
        with pytest.raises(UsageError, match="git knows no commit '--output=x' here"):
            history.since("--output=x", Path())

        assert not Path("x").exists()

    def test_no_history_in_common(self, repository):
        repository.commit(a=MORE)
        repository.git("checkout", "-q", "--orphan", "other")
        repository.commit(b=MORE)
        with pytest.raises(UsageError, match=r"have no commit in common; fetch more of the history"):
            history.since("main", Path())

    def test_no_repository(self, tmp_path, monkeypatch):
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
        with pytest.raises(UsageError, match="not a git repository"):
            history.since("main", tmp_path)

    def test_no_git(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PATH", "")
        with pytest.raises(UsageError, match="git is not installed; --diff and --diff-file need it"):
            history.since("main", tmp_path)


class TestPatch:
    @pytest.fixture(params=[True, False], ids=["in a repository", "without one"])
    def patched(self, request, repository):
        """Return a function that makes a patch of the changes there are and says what it brought."""

        def brought(*options: str) -> list[tuple[str, str]]:
            repository.git("add", "-A")
            Path("../change.patch").write_text(repository.git("diff", "--cached", *options), encoding="utf-8")
            if not request.param:
                Path(".git").rename(f"../{Path.cwd().name}.parked")
            older = history.from_patch(Path("../change.patch"), Path())
            report = diffing.apply(checked(), older, lambda each: real(*each))
            return [(finding.path, finding.text) for finding in report.findings]

        return brought

    def test_what_the_patch_changed_is_new(self, repository, patched):
        repository.commit(a=f"{FAULTY[0]}\n\n{MORE}\n", b=FAULTY[2])
        repository.write("a.md", f"{FAULTY[0]}\n\n{FAULTY[1]} {MORE}\n")

        assert patched() == [("a.md", "miracle")]

    def test_a_page_that_the_patch_adds_is_new(self, repository, patched):
        repository.commit(a=FAULTY[0])
        repository.write("site/b.md", FAULTY[1])

        assert patched() == [("site/b.md", "miracle")]

    def test_a_renamed_page_is_followed(self, repository, patched):
        repository.commit(a=f"{FAULTY[0]}\n\n" + "\n".join(SOBER))
        repository.git("mv", "a.md", "b.md")
        repository.write("b.md", f"{FAULTY[0]}\n\n" + "\n".join(SOBER) + f"\n{FAULTY[1]}")

        assert patched("-M") == [("b.md", "miracle")]

    def test_other_files_in_the_patch_are_passed_over(self, repository, patched):
        (repository.root / "logo.png").write_bytes(b"\x89PNG\x00\x01")
        repository.commit(a=FAULTY[0])
        (repository.root / "logo.png").write_bytes(b"\x89PNG\x00\x02")
        repository.write("a.md", f"{FAULTY[0]} {FAULTY[1]}")

        assert patched() == [("a.md", "miracle")]

    def test_a_page_whose_lines_no_patch_holds_is_new(self, repository):
        (repository.root / "a.docx").write_bytes(b"PK\x00\x01")
        repository.commit(a=MORE)
        (repository.root / "a.docx").write_bytes(b"PK\x00\x02")
        repository.write("a.md", f"{MORE} The end.")
        Path("change.patch").write_text(repository.git("diff"), encoding="utf-8")
        older = history.from_patch(Path("change.patch"), Path())

        assert not older.is_unchanged("a.docx")
        assert list(older.before) == ["a.md"]

    def test_an_empty_patch_brings_nothing(self, repository, patched):
        repository.commit(a=FAULTY[0])

        assert patched() == []

    def test_a_patch_that_does_not_fit_is_told(self, repository):
        repository.commit(a="One.\n")
        repository.write("a.md", "Two.\n")
        Path("change.patch").write_text(repository.git("diff"), encoding="utf-8")
        repository.write("a.md", "Three.\n")
        with pytest.raises(UsageError, match=r"change.patch: does not fit the files as they are: .*a.md:1"):
            history.from_patch(Path("change.patch"), Path())

    def test_a_patch_that_is_missing_is_told(self, repository):
        assert repository
        with pytest.raises(UsageError, match=r"none.patch: cannot be read: no such file"):
            history.from_patch(Path("none.patch"), Path())

    def test_text_that_is_no_patch_is_told(self, repository):
        repository.write("a.txt", "words\n")
        with pytest.raises(UsageError, match=r"a.txt: does not fit the files as they are: No valid patches"):
            history.from_patch(Path("a.txt"), Path())

    def test_a_patch_cannot_reach_out_of_the_folder(self, repository):
        evil = "--- a/../evil.md\n+++ b/../evil.md\n@@ -1 +1 @@\n-One.\n+Two.\n"
        repository.write("change.patch", evil)
        (repository.root.parent / "evil.md").write_text("Two.\n", encoding="utf-8")
        with pytest.raises(UsageError, match="does not fit"):
            history.from_patch(Path("change.patch"), Path())


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_edit_brings_what_it_adds_and_nothing_else(data: st.DataObject) -> None:
    before = data.draw(pages("a"))
    after = data.draw(edited(before))
    older = Older(Path.cwd(), frozenset({"a.md"}), {"a.md": text("a", before, 80).encode()})
    report = real_by_all(page(text("a", after, data.draw(st.integers(20, 120))), "a.md"))
    shown = diffing.apply(report, older, lambda each: real_by_all(*each))
    old = by_page(real_by_all(page(text("a", before, 80), "a.md")))["a.md"]

    assert by_page(shown)["a.md"] == by_page(report)["a.md"] - old


def test_a_rule_that_did_not_run_before_is_judged_by_its_sentence():
    report = real(page(f"{FAULTY[0]} {FAULTY[1]}", "a.md"))
    older = Older(Path.cwd(), frozenset({"a.md"}), {"a.md": FAULTY[0].encode()})

    def without_rules(documents):
        made = real(*documents)
        return replace(made, documents=tuple(replace(each, rules=(), findings=()) for each in made.documents))

    shown = diffing.apply(report, older, without_rules)

    assert {each.sentence for each in shown.findings} == {FAULTY[1]}
