"""The command line: the group of all commands, and how errors reach the user."""

import io
import logging
import os
import signal
import sys

import click

from detente.errors import DetenteError
from detente.surfaces import (
    command_actors,
    command_article,
    command_backup,
    command_demo,
    command_export,
    command_judgements,
    command_positions,
    command_read,
    command_record,
    command_relations,
    command_reread,
    command_versions,
    command_watch,
)
from detente.surfaces.options import show_version

_INTERRUPTED = 128 + signal.SIGINT
_ENDED = 128 + signal.SIGTERM


class _Ended(BaseException):
    """The command was asked to end (SIGTERM): like an interruption, it lets go of everything on its way out."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Print the versions of code, model and lexicon.",
)
def detente() -> None:
    """Read news about foreign policy into an evidence-backed record: who stands where, since when, on whose word."""


COMMANDS = (
    command_read.read,
    command_watch.watch,
    command_positions.timeline,
    command_positions.who,
    command_positions.events,
    command_relations.relations,
    command_actors.actors,
    command_judgements.same,
    command_judgements.different,
    command_judgements.accept,
    command_judgements.reject,
    command_judgements.correct,
    command_judgements.note,
    command_judgements.retract,
    command_judgements.undo,
    command_judgements.judgements,
    command_article.show,
    command_article.search,
    command_export.export,
    command_versions.versions,
    command_versions.copies,
    command_reread.reread,
    command_reread.diff,
    command_record.stats,
    command_record.check,
    command_record.failures,
    command_backup.backup,
    command_backup.restore,
    command_demo.demo,
)

for command in COMMANDS:
    detente.add_command(command)


def main() -> None:
    """Run a command; errors are one line on standard error, without a traceback."""
    logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())  # Ctrl-C while a connection closes is told
    logging.getLogger("sqlalchemy.pool").propagate = False  # below in one line, not in a traceback
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # work is divided by articles (``--jobs``), not within one
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _end)
    try:
        code = detente.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except DetenteError as error:
        click.echo(f"detente: {error}", err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("detente: interrupted; what was finished is kept", err=True)
        code = _INTERRUPTED
    except _Ended:
        click.echo("detente: ended; what was finished is kept", err=True)
        code = _ENDED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be said there
        if not isinstance(error, BrokenPipeError):
            said = f"the output cannot be written: {error.strerror or error}; what was finished is kept in the record"
            click.echo(f"detente: {said}", err=True)
        code = 1
    sys.exit(code)


def _end(_: int, __: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough; what is under way ends now
    raise _Ended
