"""When a found claim is the expected one: the rules of the reference check, kind by kind.

Expected claims name people and bodies instead of giving ids; ``key`` and ``office`` are patterns; fields that end
in ``_also`` and ``also_right`` hold what is right too.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

Claim = dict[str, Any]
Pairs = Iterable[Any]

_CODE = 3
"""A state's code has three letters; so have the names of some outlets and bodies, which are matched whole."""


def fold(name: str | None) -> str:
    """Give a form for comparing names: no case, no accents."""
    decomposed = unicodedata.normalize("NFD", (name or "").casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def same(one: str, other: str) -> bool:
    """Say whether all words of one name stand in the other."""
    a, b = (set(re.findall(r"\w+", fold(name))) - {"the"} for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def touches(spans: Pairs | None, span: Any) -> bool:
    """Say whether one of the spans shares a character with the other."""
    return any(start < span[1] and span[0] < end for start, end in spans or ())


class Matcher:
    """Compares the claims of one printed article with expected ones."""

    def __init__(self, found: Claim) -> None:
        self.text: str = found["text"]
        self.names: dict[str, str] = {actor["id"]: actor["name"] for actor in found["actors"]}

    def matches(self, kind: str, found: Claim, gold: Claim) -> bool:
        """Say whether the found claim of this kind is the expected one."""
        return bool(getattr(self, kind)(found, gold))

    def is_(self, actor: str | None, who: str | None) -> bool:
        """Say whether this actor's id (or None) is the one meant by ``who``, a state's code or a name."""
        if who is None or actor is None:
            return actor == who
        slug = actor.rsplit("/", 1)[-1].replace("-", " ")
        name = self.names.get(actor, "")
        if len(who) == _CODE:
            return who in (actor, name) or ("/" in actor and fold(who) == slug)
        return actor == who or same(name, who) or same(slug, who)

    def has(self, actors: list[str], whos: list[str]) -> bool:
        """Say whether every one meant is among the actors."""
        return all(any(self.is_(actor, who) for actor in actors) for who in whos)

    def share(self, spans: Pairs | None, span: Any) -> float:
        """Give the Jaccard index of the words inside the spans and inside the expected span."""
        words = [match.span() for match in re.finditer(r"\w+", self.text)]
        a = {word for word in words if touches(spans, word)}
        b = {word for word in words if touches([span], word)}
        return len(a & b) / len(a | b) if a | b else 0.0

    def utterances(self, u: Claim, g: Claim) -> bool:
        """Content by words, cue by place, speaker, mode, polarity, date and relay where expected."""
        contents = [g["content"], *g.get("also_right", {}).get("content", [])]
        return (
            max(self.share(u["content"], content) for content in contents) >= 0.6
            and touches(u["cue"], g["cue"])
            and self.has(u["speakers"], g["speakers"])
            and u["mode"] == g["mode"]
            and u["polarity"] == g["polarity"]
            and (not g["date"] or u["date"] == g["date"])
            and self.has(u["relayed_by"], g["relayed_by"])
            and (not g.get("in_reply_to") or touches(u["in_reply_to"], g["in_reply_to"]))
        )

    def times(self, t: Claim, g: Claim) -> bool:
        """Place and value."""
        return touches([(t["start"], t["end"])], (g["start"], g["end"])) and t["value"] == g["value"]

    def actors(self, a: Claim, g: Claim) -> bool:
        """Type, and id or name."""
        return a["type"] == g["type"] and (a["id"] == g["id"] if g.get("id") else same(a["name"], g["name"]))

    def tenures(self, t: Claim, g: Claim) -> bool:
        """Person, office, polity, status; the rest where expected."""
        return (
            self.is_(t["person"], g["person"])
            and self.is_(t["polity"], g["polity"])
            and re.search(g["office"], fold(t["office"])) is not None
            and t["status"] in g["status"]
            and all(not g.get(key) or self.is_(t[key], g[key]) for key in ("predecessor", "designated_by"))
            and (not g.get("holding") or (t["holding"] or "").startswith(g["holding"]))
        )

    def blocs(self, b: Claim, g: Claim) -> bool:
        """Bloc and founding."""
        return self.is_(b["bloc"], g["bloc"]) and b["founded"] == g["founded"]

    def recognitions(self, r: Claim, g: Claim) -> bool:
        """Holder, claimant, and whether he is recognised."""
        same_parties = self.is_(r["holder"], g["holder"]) and self.is_(r["claimant"], g["claimant"])
        return same_parties and r["recognised"] is g["recognised"]

    def memberships(self, m: Claim, g: Claim) -> bool:
        """Member, bloc, and whether it is one."""
        same_parties = self.is_(m["member"], g["member"]) and self.is_(m["bloc"], g["bloc"])
        return same_parties and m["negated"] is g["negated"]

    def sanctions(self, s: Claim, g: Claim) -> bool:
        """By whom and against whom."""
        return self.has(s["by"], g["by"]) and self.has(s["against"], g["against"])

    def stances(self, s: Claim, g: Claim) -> bool:
        """Holder, polarity, object by its pattern, place, status, and whose word it is."""
        about = fold(" ".join(filter(None, (s["object"]["text"], s["object"]["issue"]))))
        return (
            any(self.is_(s["holder"], holder) for holder in (g["holder"], *g.get("holder_also", [])))
            and s["polarity"] == g["polarity"]
            and touches(s["evidence"], g["evidence"])
            and re.search(g["key"], about) is not None
            and s["status"] == g["status"]
            and bool(s["asserted_by"]) == bool(g["asserted_by"])
            and (not g.get("through") or self.is_(s["through"], g["through"]))
        )

    def commitments(self, c: Claim, g: Claim) -> bool:
        """By whom, to whom, and the words."""
        return self.is_(c["by"], g["by"]) and self.has(c["to"], g["to"]) and touches(c["text"], g["text"])

    def changes(self, c: Claim, g: Claim) -> bool:
        """Holder, kind, day, announcer, place, and the words before and after where expected."""
        return (
            self.is_(c["holder"], g["holder"])
            and c["kind"] == g["kind"]
            and c["announced_on"] == g["announced_on"]
            and self.is_(c["by"], g["by"])
            and touches(c["evidence"], g["evidence"])
            and all(not g[key] or touches(c[key], g[key]) for key in ("before", "after"))
            and (not g.get("members") or c["members"] == g["members"])
        )

    def events(self, e: Claim, g: Claim) -> bool:
        """Type, actors and recipients, place, status, negation and date where expected."""
        everyone = e["actors"] + e["recipients"] if g["type"] == "CONSULT" else e["actors"]
        actors = self.has(everyone, g["actors"])
        if not actors and g.get("actors_also"):
            actors = self.has(everyone, g["actors_also"])
        return (
            e["type"] in (g["type"], *g.get("type_also", []))
            and actors
            and self.has(e["recipients"] or e["actors"], g["recipients"])
            and touches(e["evidence"], g["evidence"])
            and e["status"] in (g["status"], *g.get("status_also", []))
            and (e["negated"] == g["negated"] or e["type"] in g.get("type_also", []))
            and (not g["date"] or e["date"] == g["date"])
        )
