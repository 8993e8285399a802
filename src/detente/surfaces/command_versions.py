"""``detente versions`` and ``detente copies``: what became of an article, and who else has its text."""

from dataclasses import asdict

import click

from detente.surfaces import options


@click.command(epilog='Example: detente versions "Peru recognises"')
@click.argument("article")
@options.known_on
@options.output
@options.record
def versions(article: str, known_on: str | None, form: options.Format, address: str) -> None:
    """List the versions of ARTICLE: when each was recorded, and whether it says that it was corrected or withdrawn.

    ARTICLE is its id, its path, its file name or a part of its title.
    """
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page
    from detente.surfaces.text_marks import recorded_words

    with options.opened(address, known_on) as record:
        found = record.versions(record.show(article).article.id)
    page = Page()
    for each in found:
        told = {**each._asdict(), "read_by": each.read_by._asdict()}
        if form == "json":
            click.echo(line(told))
        else:
            page.line(recorded_words(told))


@click.command(epilog="Example: detente copies --record news.db")
@options.known_on
@options.output
@options.record
def copies(known_on: str | None, form: options.Format, address: str) -> None:
    """List the texts of which there are several copies, whole, cut or changed a little, and translations that say so.

    All outlets are kept; where reports are counted, a text and its copies count once.
    """
    from detente.positions import copies as find
    from detente.surfaces.json_lines import line
    from detente.surfaces.text import Page, told

    with options.opened(address, known_on) as record:
        found = find(record)
    page = Page()
    for group in found:
        if form == "json":
            click.echo(line([asdict(each) for each in group]))
            continue
        page.line((group[0].title or group[0].article, "bold"))
        for each in group:
            kind = "translation" if each.translation else None
            page.line(each.article, told(each.outlet, each.published, kind), indent=2)
    if not found and form == "text":
        click.echo("No text in the record has copies.")
