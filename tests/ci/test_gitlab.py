"""The lines of GitLab's template are run in one shell, as its runner does, and as docs/ci-gitlab.md says."""

import json
import re

import pytest
import yaml

from medlint import __version__
from tests.ci.site import MORE, Ran, Site, fence
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

TEMPLATE = yaml.safe_load((ROOT / "ci" / "gitlab" / "medlint.yml").read_text("utf-8"))["medlint"]


def ran(site: Site, job: dict, **given: str) -> Ran:
    """Run the lines of a job in one shell, as GitLab's runner does."""
    lines = [*job.get("before_script", []), *job["script"]]
    return site.run("\n".join(lines), **(job.get("variables", {}) | given))


def report(site: Site) -> list[tuple[str, str]]:
    found = json.loads(site.read(TEMPLATE["artifacts"]["reports"]["codequality"]))
    for issue in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return [(each["location"]["path"], each["check_name"]) for each in found]


def included(number: int = 0) -> dict:
    """Return the template's job with what the guide's example changes."""
    own = yaml.safe_load(fence("ci-gitlab", "Set it up", "yaml", number))["medlint"]
    return TEMPLATE | own | {"variables": TEMPLATE["variables"] | own.get("variables", {})}


def test_the_job_leaves_a_report_and_ends_as_medlint_ends(site):
    done = ran(site, TEMPLATE, MEDLINT_PATHS="content\n")

    assert done.code == 1
    assert "content/knee.md:3:11: error overclaim.completely-safe" in done.out
    assert report(site) == [("content/knee.md", "overclaim.completely-safe")]
    assert json.loads(site.read("medlint.json"))["summary"]["error"] == 1


def test_a_merge_request_fails_for_what_is_new_and_reports_all(branch):
    base = branch.run("git rev-parse origin/main").out.strip()
    done = ran(branch, included(), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert done.code == 1
    assert "content/visit.md:3:60: warning overclaim.miracle" in done.out
    assert "knee.md" not in done.out
    assert report(branch) == [
        ("content/knee.md", "overclaim.completely-safe"),
        ("content/visit.md", "overclaim.miracle"),
    ]


def test_a_branch_without_a_merge_request_is_checked_whole(branch):
    done = ran(branch, included())

    assert (done.code, "content/knee.md:3:11: error" in done.out) == (1, True)


def test_findings_may_pass_but_not_a_run_that_did_not_work(site):
    job = included(1)
    found = ran(site, job)
    broken = ran(site, job, MEDLINT_PATHS="contnt")

    assert found.code == job["allow_failure"]["exit_codes"]
    assert broken.code == 2
    assert report(site) == [("contnt", "medlint.failure")]


def test_paths_stand_one_a_line_and_no_variable_is_a_command(site):
    site.write("other texts/a page.md", f"{MORE}\n")
    ran(site, TEMPLATE, MEDLINT_PATHS="content/visit.md\nother texts", MEDLINT_FAIL_ON="never")
    found = report(site)
    ran(site, TEMPLATE, MEDLINT_PATHS="$(touch a)\n; touch b", MEDLINT_DIFF="$(touch c)")

    assert found == [("other texts/a page.md", "overclaim.miracle")]
    assert [path.name for path in site.folder.iterdir() if len(path.name) == 1] == []


def test_it_installs_the_version_it_came_with(site, tmp_path):
    ran(site, TEMPLATE)

    assert TEMPLATE["variables"]["MEDLINT_PACKAGE"] == f"medlint=={__version__}"
    assert f"medlint=={__version__}" in (tmp_path / "pip-was-asked").read_text().splitlines()


def test_the_guide_names_every_variable():
    page = (ROOT / "docs" / "ci-gitlab.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)

    assert rows == [name for name in TEMPLATE["variables"] if name.startswith("MEDLINT_")]


def test_a_job_of_your_own_leaves_the_report_too(site):
    done = site.run(fence("ci-gitlab", "In a job of your own"))

    assert done.code == 1
    assert report(site) == [("content/knee.md", "overclaim.completely-safe")]
