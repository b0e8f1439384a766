"""The hook for Git alone, without pre-commit, of docs/ci-pre-commit.md."""

import pytest

from tests.ci.site import MORE, SOBER, fence

pytestmark = pytest.mark.slow


def test_a_hook_of_git_refuses_what_a_commit_adds(site):
    path = site.folder / ".git" / "hooks" / "pre-commit"
    path.write_text(fence("ci-pre-commit", "Without pre-commit", "bash"), encoding="utf-8")
    path.chmod(0o755)
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {MORE}\n")
    refused = site.commit()
    site.run("git mv -f content/knee.md 'content/a knee.md' && git checkout -q HEAD content/visit.md")

    assert (refused.code, "“miracle”" in refused.err) == (1, True)
    assert site.commit().code == 0
