"""pre-commit is really run, with the hooks of this checkout, as docs/ci-pre-commit.md says."""

import subprocess
import sys
from importlib.util import find_spec

import pytest
import yaml

from tests.ci.site import FAULT, MORE, SOBER, Site, fence
from tests.conftest import ROOT

needs_pre_commit = pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
pytestmark = [pytest.mark.slow, needs_pre_commit]

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def configured(site: Site, config: str) -> Site:
    """Put a configuration in force, with the hooks of this checkout and the medlint under test."""
    made = yaml.safe_load(config)
    for repository in made["repos"]:
        repository.pop("rev", None)
        for hook in repository["hooks"]:
            hook |= {**HOOKS[hook["id"]], "language": "system", **hook}
            hook.pop("minimum_pre_commit_version", None)
        repository["repo"] = "local"
    site.write(".pre-commit-config.yaml", yaml.safe_dump(made))
    done = site.run(f"git add -A && git commit -q -m x && {fence('ci-pre-commit', 'Set it up')}")
    assert done.code == 0, done.err
    return site


def as_shown(site: Site) -> Site:
    return configured(site, fence("ci-pre-commit", "Set it up", "yaml"))


def by_id(site: Site, **hook: object) -> Site:
    return configured(site, yaml.safe_dump({"repos": [{"repo": "medlint", "hooks": [hook]}]}))


def test_the_manifest_is_valid():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]

    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_a_commit_that_brings_a_fault_is_refused_with_the_report(site):
    as_shown(site)
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {MORE}\n")
    refused = site.commit()
    site.write("content/visit.md", f"# Visit\n\n{SOBER} Ask the nurse.\n")

    assert refused.code == 1
    assert "“miracle”" in refused.err
    assert site.commit().code == 0


def test_old_findings_of_the_page_and_renaming_are_no_fault_of_a_commit(site):
    as_shown(site)
    site.write("content/knee.md", f"# Knee\n\n{FAULT} {SOBER} Ask the nurse.\n")
    site.run("git mv content/knee.md content/knees.md")

    assert site.commit().code == 0


def test_what_is_not_staged_is_not_looked_at(site):
    as_shown(site)
    site.write("content/visit.md", f"# Visit\n\n{SOBER} Ask the nurse.\n")
    site.run("git add -A")
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {MORE}\n")

    assert site.run("git commit -q -m x").code == 0
    assert MORE in site.read("content/visit.md")


def test_all_files_are_checked_when_asked_for(site):
    by_id(site, id="medlint")
    done = site.run(fence("ci-pre-commit", "Set it up", "bash"))

    assert done.code == 1
    assert "content/knee.md: 1 error" in done.out


def test_with_all_files_the_other_hook_wants_a_branch_to_compare_with(branch):
    by_id(branch, id="medlint-diff", args=["--fail-on", "warning"])
    nothing = branch.run("pre-commit run --all-files")
    by_id(branch, id="medlint-diff", args=["--fail-on", "warning", "--diff", "origin/main"])
    found = branch.run("pre-commit run --all-files")

    assert nothing.code == 0
    assert (found.code, "content/visit.md: 1 warning" in found.out, "knee" in found.out) == (
        1,
        True,
        False,
    )


def test_pictures_and_other_files_of_the_folder_are_left_alone(site):
    by_id(site, id="medlint", files="^content/", args=["--fail-on", "warning"])
    site.write("content/visit.md", f"# Visit\n\n{SOBER} Ask the nurse.\n")
    site.write("content/visit.css", "p {color: teal}\n")
    (site.folder / "content" / "visit.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")

    assert site.commit().code == 0


def test_the_first_commit_passes_as_the_guide_says(site):
    as_shown(site)
    site.run("git checkout -q --orphan fresh")

    assert site.commit().code == 1
    assert site.run("SKIP=medlint-diff git commit -q -m x").code == 0


def test_the_medlint_that_is_there_may_be_used(site):
    configured(site, fence("ci-pre-commit", "With the medlint that you have", "yaml"))
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {MORE}\n")
    done = site.commit()

    assert (done.code, "“miracle”" in done.err) == (1, True)


def test_it_builds_its_environment_from_a_checkout_and_reads_word_files(site, checkout):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph(MORE)
    made.save(site.folder / "content" / "visit.docx")
    source = Site(checkout, site.environment)
    assert source.run("git init -q -b main && git add -A && git commit -q -m x").code == 0
    config = yaml.safe_load(fence("ci-pre-commit", "Other formats", "yaml"))
    config["repos"][0] |= {
        "repo": str(checkout),
        "rev": source.run("git rev-parse HEAD").out.strip(),
    }
    config["repos"][0]["hooks"][0] |= {"verbose": True}
    site.write(".pre-commit-config.yaml", yaml.safe_dump(config))
    done = site.run("git add -A && pre-commit run --all-files")

    assert "content/visit.docx: 1 warning" in done.out, done.out + done.err
    assert "content/knee.md: 1 error" in done.out
    assert done.code == 1
