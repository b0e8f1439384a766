"""docs/adopting.md: each of its commands is run, and does what the page says."""

import csv

import pytest

from tests.ci.site import FAULT, MORE, SOBER, Site, fence, fences
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

BASELINE = "Write down what is there"
MENDED = "Mend a little, and keep it mended"
CHANGE = "Or only what a change brings"
GATE = "Fail where it matters"
STAYS = "What has to stay, with an end"
UPGRADE = "Before an upgrade"


@pytest.fixture
def known(site: Site) -> Site:
    """Return the site with its old finding in the baseline."""
    assert site.run(fence("adopting", BASELINE)).code == 0
    return site


def test_what_there_is_is_counted_by_rule_and_fails_nothing(site):
    site.write("content/knee.md", (ROOT / "samples" / "clinic-page.md").read_text(encoding="utf-8"))
    site.write("medlint.yaml", fence("adopting", "See what there is", "yaml"))
    done = site.run(fence("adopting", "See what there is"))

    assert done.code == 0
    assert "statistic.unsupported-share" in done.out
    assert "overclaim.limited-offer" not in done.out


def test_a_baseline_lets_old_findings_pass_and_no_new_one(known):
    old = known.run(fence("adopting", BASELINE, number=1))
    known.write("content/visit.md", f"# Visit\n\n{SOBER} {FAULT}\n")
    new = known.run(fence("adopting", BASELINE, number=1))

    assert (old.code, "1 known finding left out" in old.out) == (0, True)
    assert new.code == 1
    assert "“completely safe” promises complete safety" in new.out
    assert "knee.md" not in new.out


def test_wrapping_and_renaming_bring_nothing_back_and_another_word_does(known):
    known.run("git mv content/knee.md content/knees.md")
    known.write("content/knees.md", f"# Knee\n\n{FAULT.replace(' ', chr(10))} The bus is late. {SOBER}\n")
    moved = known.run(fence("adopting", BASELINE, number=1))
    known.write("content/knees.md", f"# Knee\n\n{FAULT.replace('adults', 'children')} {SOBER}\n")

    assert moved.code == 0
    assert known.run(fence("adopting", BASELINE, number=1)).code == 1


def test_a_mended_page_is_told_and_pruned(known):
    known.write("content/knee.md", f"# Knee\n\n{SOBER}\n")
    told = known.run("medlint check content")
    pruned = known.run(fence("adopting", MENDED))

    assert fence("adopting", MENDED, "text").strip() in told.err.splitlines()
    assert (pruned.code, pruned.out) == (
        0, "medlint-baseline.json: 1 entry taken out, 0 findings on 0 pages left\n"
    )  # fmt: skip
    assert "needed no more" not in known.run("medlint check content").err


def test_a_change_is_measured_against_the_branch(site):
    site.run("git update-ref refs/remotes/origin/main main && git switch -q -c work")
    old = site.run(fence("adopting", CHANGE))
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {FAULT}\n")
    site.commit()
    new = site.run(fence("adopting", CHANGE))

    assert old.code == 0
    assert (new.code, "content/visit.md: 1 error" in new.out) == (1, True)


@pytest.mark.parametrize(("text", "code"), [(MORE, 1), ("The the nurse waits.", 0)])
def test_the_gate_stops_promises_and_lets_grammar_pass(site, text, code):
    site.write("medlint.yaml", site.read("medlint.yaml") + fence("adopting", GATE, "yaml"))
    site.write("content/knee.md", f"# Knee\n\n{text}\n")
    done = site.run("medlint check content")

    assert done.code == code
    assert "1 warning" in done.out


def test_an_allowance_stands_until_its_day_is_over(site):
    site.write("content/knee.md", fence("adopting", STAYS, "markdown"))
    allowed = site.run("medlint check content")
    later = site.run("python -m medlint check content --as-of 2027-02-01")

    assert allowed.code == 0
    assert later.code == 1
    assert "medlint.expired-allowance" in later.out
    assert "2027-01-31" in later.out


def test_whoever_answers_for_allowances_sees_them_all(site):
    site.write("content/history.md", fence("adopting", STAYS, "markdown"))
    done = site.run(fence("adopting", STAYS))
    (row,) = csv.DictReader(site.read("allowances.csv").splitlines())

    assert done.code == 0
    assert "a poster of 1950, shown as history; by A. Kestrel; until 2027-01-31" in done.out
    assert (row["path"], row["until"], row["state"]) == ("content/history.md", "2027-01-31", "in force")


def test_an_upgrade_is_seen_before_it_bites(known):
    """Settings that find more stand for a version that does."""
    known.write("content/visit.md", f"# Visit\n\n{SOBER} The the nurse waits. {MORE}\n")
    settings = known.read("medlint.yaml")
    known.write("medlint.yaml", settings.replace(", grammar.repeated-word", ""))
    before = known.run(fence("adopting", UPGRADE))
    known.write("medlint.yaml", f"{settings}severity: {{overclaim.miracle: error}}\n")
    after = known.run(fence("adopting", UPGRADE, number=1))

    assert (before.code, after.code) == (0, 0)
    assert "+ content/visit.md:3:48: warning grammar.repeated-word" in after.out
    assert "~ content/visit.md:3:81: warning → error overclaim.miracle" in after.out
    assert "1 added, 0 removed, 1 of another severity, 0 unchanged" in after.out


def test_two_versions_of_a_page_are_compared(site):
    site.write("old.md", f"{FAULT}\n")
    site.write("new.md", f"{MORE}\n")
    done = site.run("medlint compare old.md new.md")

    assert done.out.splitlines()[0].startswith("+ new.md:1:13: warning overclaim.miracle")
    assert done.out.splitlines()[1].startswith("- new.md:1:11: error overclaim.completely-safe")


def test_every_command_of_the_page_is_run_above():
    shown = [each for each in fences("adopting") if each.language == "sh"]
    commands = [(each.heading, each.text.count("medlint ")) for each in shown]

    assert commands == [
        ("See what there is", 1),
        (BASELINE, 1),
        (BASELINE, 1),
        (MENDED, 1),
        (CHANGE, 1),
        (STAYS, 2),
        (UPGRADE, 1),
        (UPGRADE, 2),
    ]
