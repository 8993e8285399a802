"""What was read in one article, for the terminal."""

from collections.abc import Callable, Mapping
from typing import Any

from detente.surfaces.text import POLARITY, Page, Part, told
from detente.surfaces.text_marks import judgement_words, recorded_words
from detente.text import Span, quote

Body = Mapping[str, Any]


class Shown:
    """An article as printed, with ways to name its actors and quote its text."""

    def __init__(self, printed: Mapping[str, Any]) -> None:
        self.printed = printed
        self._names = {actor["id"]: actor["name"] for actor in printed["actors"]}
        self._judged: dict[str, list[Body]] = {}
        for ruling in printed.get("judgements", ()):
            self._judged.setdefault(ruling["claim"].partition("@")[0], []).append(ruling)

    def id(self, body: Body) -> Part | None:
        """Give the id by which a claim can be judged; nothing while it is only being read."""
        return (f"  {body['id']}", "dim") if "judgements" in self.printed else None

    def judged(self, body: Body) -> list[str]:
        """Say how a claim was judged, a line a judgement that holds."""
        return [judgement_words(each) for each in self._judged.get(body["id"], ()) if each["standing"] == "holds"]

    def name(self, *ids: str | None) -> str:
        """Give names, joined; a dash where nobody is known."""
        return ", ".join(self._names.get(id_, id_) for id_ in ids if id_) or "—"

    def words(self, spans: Any) -> str:
        """Give the words of spans."""
        return quote(self.printed["text"], tuple(Span(*span) for span in spans or ()))


def show_article(page: Page, printed: Mapping[str, Any]) -> None:
    """Print title, outlet and date, then what the article claims, kind by kind, with the words that prove it."""
    article, shown = printed["article"], Shown(printed)
    page.line((article["title"] or article["id"], "bold"))
    uncertain = None if article["language_certain"] else f"language uncertain, read as {article['language']}"
    page.line(article["outlet"] or "outlet unknown", ", ", article["published"] or "date unknown", told(uncertain))
    if "recorded" in printed:
        page.line((recorded_words(printed["recorded"]), "dim"))
    for kind, (heading, describe) in KINDS.items():
        if printed[kind]:
            page.heading(heading)
        for body in printed[kind]:
            page.line(*describe(shown, body), shown.id(body), indent=2)
            for said in shown.judged(body):
                page.line((said, "yellow"), indent=4)
            if kind != "utterances":
                page.quote(shown.words(body["evidence"]))
            for name in ("before", "after"):
                if body.get(name):
                    page.quote(shown.words(body[name]), (f"  ({name})", "dim"))
    if not any(printed[kind] for kind in KINDS):
        page.line("nothing found in it", indent=2)
    page.line()


def _interval(body: Body) -> list[str]:
    """Say since when and until when a claim holds."""
    return [f"{name} {body[name]}" for name in ("since", "until") if body[name]]


def _utterance(shown: Shown, body: Body) -> list[Part]:
    cue = shown.words(body["cue"]) or "said"
    relayed = f"relayed by {shown.name(*body['relayed_by'])}" if body["relayed_by"] else None
    polarity = None if body["polarity"] == "asserted" else body["polarity"]
    content = " ".join(shown.words(body["content"]).split())
    details = told(body["date"], body["venue"], polarity, relayed)
    speaker = shown.name(*body["speakers"]) if body["speakers"] else shown.words(body["source"]) or "—"
    return [(speaker, "bold"), f" {cue[0].lower()}{cue[1:]}: ", (content, "italic"), details]


def _stance(shown: Shown, body: Body) -> list[Part]:
    about = body["object"]
    through = f"through {shown.name(body['through'])}" if body["through"] not in (None, body["holder"]) else None
    status = None if body["status"] == "current" else body["status"]
    condition = f"if {shown.words(body['condition'])}" if body["condition"] else None
    members = f"{body['members']} members" if body["members"] else None
    details = told(through, about["issue"], status, members, *_interval(body), condition)
    polarity = (body["polarity"], POLARITY[body["polarity"]])
    return [(shown.name(body["holder"]), "bold"), " ", polarity, f" {about['text']}", details]


def _change(shown: Shown, body: Body) -> list[Part]:
    by = f"says {shown.name(body['by'])}" if body["by"] else None
    about = f" on {shown.name(body['object'])}" if body["object"] else ""
    return [(shown.name(body["holder"]), "bold"), f" {body['kind']} change{about}", told(by, body["announced_on"])]


def _tenure(shown: Shown, body: Body) -> list[Part]:
    after = f"after {shown.name(body['predecessor'])}" if body["predecessor"] else None
    by = f"designated by {shown.name(body['designated_by'])}" if body["designated_by"] else None
    holding = f"in office {body['holding']}" if body["holding"] else None
    office = f": {body['office'].replace('_', ' ')} of {shown.name(body['polity'])}"
    details = told(body["status"], *_interval(body), holding, after, by)
    return [(shown.name(body["person"]), "bold"), office, details]


def _event(shown: Shown, body: Body) -> list[Part]:
    to = f" → {shown.name(*body['recipients'])}" if body["recipients"] else ""
    negated = "not " if body["negated"] else ""
    details = told(body["status"], body["date"], body["place"], *body["contexts"])
    return [(f"{negated}{body['type']}", "bold"), f" {shown.name(*body['actors'])}{to}", details]


def _commitment(shown: Shown, body: Body) -> list[Part]:
    to = f" to {shown.name(*body['to'])}" if body["to"] else ""
    return [(shown.name(body["by"]), "bold"), f" pledges{to}: {shown.words(body['text'])}", told(body["due"])]


def _recognition(shown: Shown, body: Body) -> list[Part]:
    verb = ("recognises", POLARITY["for"]) if body["recognised"] else ("does not recognise", POLARITY["against"])
    as_ = f" as {body['as']}" if body["as"] else ""
    claimant = f" {shown.name(body['claimant'])}{as_}"
    return [(shown.name(body["holder"]), "bold"), " ", verb, claimant, told(*_interval(body))]


def _sanction(shown: Shown, body: Body) -> list[Part]:
    parts: list[Part] = [(shown.name(*body["by"]), "bold"), f": {body['kind']} against {shown.name(*body['against'])}"]
    return [*parts, told(body["status"], *_interval(body))]


def _membership(shown: Shown, body: Body) -> list[Part]:
    verb = " is no member of " if body["negated"] else " belongs to "
    details = told(body["role"], *_interval(body))
    return [(shown.name(body["member"]), "bold"), verb, shown.name(body["bloc"]), details]


def _bloc(shown: Shown, body: Body) -> list[Part]:
    days = [f"{name} {body[name]}" for name in ("founded", "dissolved") if body[name]]
    return [(shown.name(body["bloc"]), "bold"), told(*days)]


KINDS: dict[str, tuple[str, Callable[[Shown, Body], list[Part]]]] = {
    "utterances": ("Who said what", _utterance),
    "stances": ("Stances", _stance),
    "changes": ("Changes of position", _change),
    "commitments": ("Commitments", _commitment),
    "recognitions": ("Recognitions", _recognition),
    "sanctions": ("Sanctions", _sanction),
    "tenures": ("Offices", _tenure),
    "memberships": ("Memberships", _membership),
    "blocs": ("Blocs", _bloc),
    "events": ("Events", _event),
}
