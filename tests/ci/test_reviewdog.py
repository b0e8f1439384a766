"""reviewdog reads what medlint writes, as docs/ci-reviewdog.md says."""

import shutil

import pytest
import yaml

from tests.ci.site import MORE, SOBER, fence

needs_reviewdog = pytest.mark.skipif(not shutil.which("reviewdog"), reason="reviewdog is not installed")
pytestmark = [pytest.mark.slow, needs_reviewdog]


def test_at_your_desk_it_shows_all_or_what_you_changed(site):
    site.write("content/visit.md", f"# Visit\n\n{SOBER}\n\n{MORE}\n")
    everything, changed = fence("ci-reviewdog", "At your desk").splitlines()
    whole, mine = site.run(everything), site.run(changed)

    assert (whole.code, mine.code) == (0, 0)
    assert "content/knee.md" in whole.out
    assert "“completely safe” promises complete safety" in whole.out
    assert "content/visit.md" in mine.out
    assert "knee" not in mine.out


def test_a_pull_request_is_commented_on_and_decided(branch):
    jobs = yaml.safe_load(fence("ci-reviewdog", "In a pull request on GitHub", "yaml"))["jobs"]
    comment, decide = (step["run"] for step in jobs["medlint"]["steps"] if "name" in step)
    here = comment.replace("-reporter=github-pr-review", "-reporter=local -diff='git diff origin/main'")
    done = branch.run(here, GITHUB_BASE_REF="main")

    assert here != comment
    assert (done.code, "content/visit.md" in done.out, "knee" in done.out) == (0, True, False)
    assert branch.run(decide, GITHUB_BASE_REF="main").code == 1
    assert branch.run(here, GITHUB_BASE_REF="nowhere").code != 0


def test_a_merge_request_is_commented_on(branch):
    job = yaml.safe_load(fence("ci-reviewdog", "In a merge request on GitLab", "yaml"))["comments"]
    here = "\n".join(job["script"]).replace(
        "-reporter=gitlab-mr-discussion", "-reporter=local -diff='git diff origin/main'"
    )
    done = branch.run(here, CI_MERGE_REQUEST_DIFF_BASE_SHA="origin/main")

    assert "gitlab" not in here
    assert (done.code, "content/visit.md" in done.out) == (0, True)
