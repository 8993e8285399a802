"""Judgements of any kind, for the terminal."""

from collections import Counter
from collections.abc import Sequence

from detente.positions import AnyRuling, ArticleRuling, ClaimRuling, Gone
from detente.surfaces.text import Page, short, told
from detente.surfaces.text_actors import show_ruling as show_actor_ruling
from detente.surfaces.text_marks import minute, value_words

_STANDING = {"holds": "", "lost": "red", "overruled": "yellow", "withdrawn": "dim"}
_MOST_GONE = 30


def show_ruling(page: Page, ruling: AnyRuling) -> None:
    """Print a judgement of any kind: what is judged, by whom and why, and what has become of it."""
    match ruling:
        case ClaimRuling():
            _show_claim_ruling(page, ruling)
        case ArticleRuling():
            _show_article_ruling(page, ruling)
        case _:
            show_actor_ruling(page, ruling)


def _show_claim_ruling(page: Page, ruling: ClaimRuling) -> None:
    by = f"{ruling.by} {ruling.version}" if ruling.version else ruling.by
    change = f": {ruling.field} from {value_words(ruling.was)} to {value_words(ruling.value)}" if ruling.field else ""
    page.line(
        (f"{ruling.number}", "bold"), f"  {ruling.kind}: {ruling.claim}{change}", told(by, minute(ruling.judged_at))
    )
    page.quote(ruling.quote)
    page.line(f"because {ruling.why}", indent=4)
    if said := _claim_standing(ruling):
        page.line((said, _STANDING[ruling.standing]), indent=4)
    if ruling.within:
        page.line(f"in it stand {', '.join(ruling.within)}, which are not judged with it", indent=4)


def _claim_standing(ruling: ClaimRuling) -> str:
    match ruling.standing:
        case "withdrawn":
            return f"withdrawn by {ruling.withdrawn_by}, {minute(ruling.withdrawn_at)}"
        case "lost":
            return "lost: no claim of the article is surely this one any more; the judgement is kept"
        case "overruled":
            return f"overruled by judgement {ruling.because}"
    return ""


def _show_article_ruling(page: Page, ruling: ArticleRuling) -> None:
    named = f"  retract: {ruling.title or 'no title'} ({ruling.article})"
    page.line((f"{ruling.number}", "bold"), named, told(ruling.by, minute(ruling.judged_at)))
    page.line(f"because {ruling.why}", indent=4)
    if ruling.standing == "withdrawn":
        page.line((f"withdrawn by {ruling.withdrawn_by}, {minute(ruling.withdrawn_at)}", "dim"), indent=4)
    if ruling.gone:
        _show_gone(page, ruling.gone)


def _show_gone(page: Page, gone: Sequence[Gone]) -> None:
    only = [each for each in gone if not each.others]
    counts = Counter(each.kind for each in only)
    page.heading(f"Gone from every view of what is known now: {len(only)} of {len(gone)}")
    page.line(", ".join(f"{many} {kind}" for kind, many in counts.items()) or "nothing", indent=2)
    for each in only[:_MOST_GONE]:
        page.line((each.id, "bold"), f"  “{short(each.quote)}”", indent=2)
    if len(only) > _MOST_GONE:
        page.line((f"and {len(only) - _MOST_GONE} more", "dim"), indent=2)
    others = [each for each in gone if each.others]
    if others:
        page.heading("Still supported by other articles")
    for each in others[:_MOST_GONE]:
        page.line(
            (each.id, "bold"), told(", ".join(each.others[:3]), "..." if len(each.others) > 3 else None), indent=2
        )
    if len(others) > _MOST_GONE:
        page.line((f"and {len(others) - _MOST_GONE} more", "dim"), indent=2)
