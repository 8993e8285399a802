"""What frames tell in texts, and what the deed head makes of each: kept or passed over, how likely, and why."""

import argparse
from collections.abc import Iterator

from detente.articles import Article
from detente.articles import read as read_articles
from detente.claims import Judgement, coded_events, judgements
from detente.documents import annotate
from detente.settings import Settings


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    given = commands.add_parser("deeds", help="which events that frames tell are passed over as everyday, and why")
    given.add_argument("files", nargs="+", metavar="FILE")


def command(given: argparse.Namespace) -> int:
    """Print what the head makes of what frames tell in the files."""
    print("\n".join(report(given.files)))
    return 0


def report(names: list[str]) -> Iterator[str]:
    """Give the lines that are printed of the articles in these files."""
    settings = Settings()
    for article in read_articles(names, settings):
        if not isinstance(article, Article):
            yield f"not read: {article}"
            continue
        document = annotate(article, settings)
        yield article.id
        yield from (_line(each, document.text) for each in judgements(document, coded_events(document)))


def _line(each: Judgement, text: str) -> str:
    words = " … ".join(span.of(text) for span in each.event.evidence)
    what = "kept" if each.kept else "passed over"
    weighed = each.weighed
    reasons = (
        f"{name} {weighed.parts[name]:+.1f}" for name in (*weighed.strongest(3), *weighed.strongest(3, against=True))
    )
    return f"  {what} {weighed.chance:.2f} {each.event.type} “{words}”: {', '.join(reasons)}"
