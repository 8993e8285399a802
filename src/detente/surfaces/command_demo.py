"""``detente demo``: the main job on the example articles."""

import tempfile
from pathlib import Path

import click

from detente.surfaces import options

_THREAD = Path("examples/lima-group")


@click.command(epilog="Example: detente demo")
@click.option(
    "--examples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=_THREAD,
    show_default=True,
    help="The folder of the articles; the default lies in the repository.",
)
def demo(examples: Path) -> None:
    """Read the example articles into a record of their own and show where Peru stood on Venezuela."""
    from detente import articles
    from detente.positions import timeline
    from detente.record import Record
    from detente.surfaces.batch import read_all
    from detente.surfaces.text import Page
    from detente.surfaces.text_positions import show_timeline
    from detente.versions import version

    settings = options.settings()
    page = Page()
    with tempfile.TemporaryDirectory() as folder:
        record = Record.open(str(Path(folder, "demo.db")))
        for outcome in read_all(articles.read([str(examples)]), record, version(settings), settings):
            if outcome.printed:
                article = outcome.printed["article"]
                found = sum(len(outcome.printed[kind]) for kind in record.stats()["claims"])
                page.line((str(article["published"]), "dim"), f"  {article['title']}", (f"  {found} claims", "dim"))
        page.line()
        show_timeline(page, timeline(record, "PER", "VEN"))
        record.close()
