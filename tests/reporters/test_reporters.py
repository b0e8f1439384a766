import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import medlint.reporters
from medlint.reporters import REPORTERS

ROOT = Path(__file__).resolve().parents[2]


def test_every_module_with_a_render_is_a_reporter() -> None:
    modules = {each.name for each in pkgutil.iter_modules(medlint.reporters.__path__)}

    with_render = {name for name in modules if hasattr(import_module(f"medlint.reporters.{name}"), "render")}

    assert {name.replace("_", "-") for name in with_render} == set(REPORTERS)


def test_machine_formats_do_not_import_rich() -> None:
    program = """
import sys
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import FULL
for name in ("concise", "json"):
    REPORTERS[name](FULL, RenderOptions())
print("rich" in sys.modules)
REPORTERS["terminal"](FULL, RenderOptions())
print("rich" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "True"]
