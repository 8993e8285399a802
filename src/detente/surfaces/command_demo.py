"""``detente demo``: the main job on the example articles."""

import re
import tempfile
from pathlib import Path

import click

from detente.surfaces import options


@click.command(epilog="Example: detente demo")
@click.option(
    "--examples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("examples"),
    show_default=True,
    help="The folder of the threads and of threads.yaml, which lists them; the default lies in the repository.",
)
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Also write a picture of each answer, as SVG, into a folder (needs the extra plots).",
)
@click.pass_context
def demo(context: click.Context, examples: Path, pictures: Path | None) -> None:
    """Read the example articles, thread by thread, into a record of their own and show who stood where."""
    from detente.lexicon import own_issues, own_world
    from detente.positions import timeline
    from detente.record import Failure, Record
    from detente.surfaces.api import read_into
    from detente.surfaces.outcomes import show_failure
    from detente.surfaces.plot import check, plot
    from detente.surfaces.text import Page
    from detente.surfaces.text_positions import show_timeline
    from detente.surfaces.threads import threads

    page, failed, settings = Page(), 0, options.settings()
    if pictures:
        check(pictures / "all.svg")
        pictures.mkdir(parents=True, exist_ok=True)
    made = Path(context.with_resource(tempfile.TemporaryDirectory()), "demo.db")
    with Record.open(made) as record, own_world(settings.world), own_issues(settings.issues):
        for thread in threads(examples).values():
            page.line((thread.about, "bold reverse"))
            for found in read_into(record, examples / thread.id, jobs=1, settings=settings):
                if isinstance(found, Failure):
                    failed += 1
                    show_failure(found)
                else:
                    article = found.article
                    page.line((str(article.published), "dim"), f"  {article.title}", (f"  {found.many} claims", "dim"))
            for question in thread.questions:
                page.line()
                show_timeline(page, timeline(record, question.holder, question.object))
                if pictures:
                    name = "-".join(re.findall(r"\w+", f"{thread.id} {question.holder} {question.object}".lower()))
                    plot(record, question.holder, question.object, pictures / f"{name}.svg")
            page.line()
    context.exit(1 if failed else 0)
