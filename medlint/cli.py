"""The command line: arguments → settings → checker → report → text and exit code. Alone prints and exits."""

from __future__ import annotations

import gc
import os
import sys

import click

from medlint import __version__, cache_folder, compiled
from medlint.commands import allowances, baseline, compare, config, explain, facts, rules, run
from medlint.commands.check import check
from medlint.commands.report import command_for as report_command
from medlint.errors import MedlintError
from medlint.languagetool.commands import languagetool

EXIT_UNABLE = 2
EXIT_INTERRUPTED = 130


class _CheckByDefault(click.Group):
    """`medlint PATH…` is `medlint check PATH…`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", *self.commands}
        if args and args[0] not in own:
            args.insert(0, "check")
        return super().parse_args(ctx, args)


@click.group(
    cls=_CheckByDefault, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True
)
@click.version_option(__version__, message="medlint %(version)s")
def cli() -> None:
    """Check medical marketing and patient information before it is published.

    `medlint PATH…` is short for `medlint check PATH…`.
    """


def main() -> None:
    """Run the command line and exit.

    0: nothing at or above --fail-on. 1: findings. 2: something could not be done. 130: interrupted.
    """
    # A document makes many small things and hardly a cycle: looking for cycles often costs a tenth of a run.
    gc.set_threshold(200_000, 20, 50)
    # Pydantic would search every installed package for plugins that take part in reading settings.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    compiled.keep(cache_folder.path())
    try:
        code = cli.main(standalone_mode=False, prog_name="medlint")
    except click.ClickException as error:
        error.show()
        code = EXIT_UNABLE
    except MedlintError as error:
        click.echo(f"medlint: {error}", err=True)
        code = EXIT_UNABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("medlint: interrupted", err=True)
        code = EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone (`medlint … | head`): say nothing, and keep Python from saying it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = EXIT_UNABLE
    compiled.save()
    sys.exit(code or 0)


for command in (
    *(check, explain.command, rules.rules, rules.test, config.init, facts.command, languagetool),
    *(report_command(check), config.config),
    *(made(run.settings_of, run.report_of) for made in (baseline.group, compare.command, allowances.command)),
):
    cli.add_command(command)


if __name__ == "__main__":
    main()
