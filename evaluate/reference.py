"""Compare what ``detente read`` prints for an article with what a careful reader finds in it."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from detente import articles
from detente.errors import ArticleError
from detente.pipeline import read
from detente.settings import Settings
from evaluate import never
from evaluate.matching import Matcher, touches

SCORED = (
    "utterances", "times", "actors", "tenures", "blocs", "recognitions", "sanctions", "stances", "commitments",
    "changes", "events",
)  # fmt: skip
CLAIMS = ("memberships", *(kind for kind in SCORED if kind not in ("times", "actors")))
MOST_EVIDENCE = 500
NEVER = Path(__file__).parent / "gold"


class Compared(NamedTuple):
    """Per kind: the expected claims, those not found, and how many were found beyond; and what must not be."""

    expected: dict[str, int]
    missing: dict[str, list[Any]]
    beyond: dict[str, list[Any]]
    tolerated: dict[str, int]
    broken: list[str]

    @property
    def complete(self) -> bool:
        """Say whether everything was found (one stance may be missing), nothing broken, and little is beyond."""
        enough = all(len(missing) <= (kind == "stances") for kind, missing in self.missing.items())
        few = all(len(self.beyond[kind]) <= most for kind, most in self.tolerated.items())
        return enough and few and not self.broken


def compare_folder(folder: Path) -> Compared:
    """Compare ``article.txt`` with ``expected.json``."""
    return compare(folder / "article.txt", folder / "expected.json")


def compare(article: Path, expected: Path) -> Compared:
    """Read one article as the command does and compare it, kind by kind."""
    gold = json.loads(expected.read_text("utf-8"))
    patterns = NEVER / f"{expected.parent.name}.never.yaml"
    if "never" not in gold and patterns.exists():
        gold["never"] = never.read(patterns)
    return judge(printed(article), gold)


def printed(article: Path) -> dict[str, Any]:
    """Give what ``detente read --format json`` prints for one article."""
    (source,) = articles.read([str(article)])
    if isinstance(source, ArticleError):
        raise source
    return read(source, Settings()).as_json()


def judge(found: dict[str, Any], gold: dict[str, Any]) -> Compared:
    """Compare one printed object with what is expected of it."""
    matcher = Matcher(found)
    missing = {
        kind: [g for g in gold[kind] if not any(matcher.matches(kind, claim, g) for claim in found[kind])]
        for kind in SCORED
    }
    beyond = {
        kind: [claim for claim in found[kind] if not any(touches(_place(claim), span) for span in _known(gold, kind))]
        for kind in gold.get("beyond", {})
    }
    expected = {kind: len(gold[kind]) for kind in SCORED}
    return Compared(expected, missing, beyond, gold.get("beyond", {}), [*_evidence(found), *_forbidden(found, gold)])


def _place(claim: dict[str, Any]) -> Any:
    return claim.get("content") or claim["evidence"]


def _known(gold: dict[str, Any], kind: str) -> list[Any]:
    return [_place(claim) for claim in gold[kind] + gold.get(f"{kind}_also_right", [])]


def _evidence(found: dict[str, Any]) -> list[str]:
    """Name the claims whose evidence or reason is missing or proves nothing."""
    size = len(found["text"])
    bad = []
    for kind in CLAIMS:
        for claim in found[kind]:
            spans = claim["evidence"]
            if not spans or not claim["why"] or any(not 0 <= start < end <= size for start, end in spans):
                bad.append(f"{claim['id']}: evidence or reason is missing")
            elif kind != "changes" and sum(end - start for start, end in spans) > MOST_EVIDENCE:
                bad.append(f"{claim['id']}: evidence of more than {MOST_EVIDENCE} characters proves nothing")
    return bad


def _forbidden(found: dict[str, Any], gold: dict[str, Any]) -> list[str]:
    """Name the claims that would contradict the article: those that its gold forbids, or dated by its publication."""
    if "never" in gold:
        return never.broken(found, gold["never"])
    published = gold["article"]["published"]
    dated = [
        claim["id"]
        for kind in ("utterances", "events", "stances", "changes")
        for claim in found[kind]
        for key in ("date", "since", "announced_on")
        if claim.get(key) == published and published not in {g.get(key) for g in gold[kind]}
    ]
    return [f"{claim}: dated by the publication" for claim in dated]


def report(compared: Compared) -> str:
    """Print what is missing and beyond, and the score of each kind."""
    lines = [
        f"  {kind}: missing {json.dumps(gold, ensure_ascii=False)[:200]}"
        for kind, missing in compared.missing.items()
        for gold in missing
    ]
    for kind, beyond in compared.beyond.items():
        lines.append(f"  {kind}: {len(beyond)} beyond the expected (at most {compared.tolerated[kind]})")
    lines.append(f"  broken: {'; '.join(compared.broken) or 'nothing'}")
    found = (f"{kind} {n - len(compared.missing[kind])}/{n}" for kind, n in compared.expected.items())
    return "\n".join([*lines, "  ".join(found)])
