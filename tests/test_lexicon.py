"""First ring: the examples inside the data files. In each ``yes`` its entry must decide something, in ``no`` not."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import detente.lexicon
from detente.articles import Article, notice
from detente.claims import KINDS, coded_events, told_events
from detente.claims.acts import act_at
from detente.claims.event_matches import passed_over
from detente.documents import factuality
from detente.lexicon import read_yaml
from detente.pipeline import Extraction, read
from detente.positions import Coder, events_of
from detente.positions.denials import says_no
from detente.record import Reading, Versioned
from detente.settings import Settings
from detente.versions import Version

FOLDER = Path(detente.lexicon.__file__).parent
PUBLISHED = "2021-08-05"
SHADING = (
    "idle",
    "open",
    "granting",
    "strengthens",
    "lately",
    "then",
    "longer",
    "meanwhile",
    "awaiting",
    "any",
    "decides",
)


def reasons(reading: Extraction) -> Iterator[str]:
    """Every rule that decided a claim or a layer."""
    document = reading.document
    claims = (claim for kind in KINDS for claim in getattr(reading.claims, kind))
    for each in (*claims, *document.times, *document.mentions, *document.crowds, *document.roles):
        yield from each.why.split("; ")


def judged(reading: Extraction) -> Iterator[str]:
    """Every embedder that changes the factuality of some word."""
    document = reading.document
    by_word = detente.lexicon.embedders(document.language)
    for token in document.tree.tokens:
        for word in factuality(document, token.i).why if token.pos in ("VERB", "NOUN") else ():
            if word in by_word:
                yield f"factuality/{by_word[word].id}"


def quoted(reading: Extraction) -> Iterator[str]:
    """Every style of marks that opens a quotation."""
    document = reading.document
    for style in detente.lexicon.mark_styles(document.language).values():
        opening = (document.text[each.span.start : each.content.start].strip() for each in document.quotations)
        if any(form in style.opens for form in opening):
            yield f"quotation_marks/{style.id}"


def in_context(reading: Extraction) -> Iterator[str]:
    """Every context of an event."""
    return (f"event_contexts/{context}" for event in reading.claims.events for context in event.contexts)


def about(reading: Extraction) -> Iterator[str]:
    """The issue of every stance and commitment."""
    for stance in reading.claims.stances:
        yield f"issue_words/{stance.object.issue}"
    for commitment in reading.claims.commitments:
        yield f"issue_words/{commitment.issue}"


def done(reading: Extraction) -> Iterator[str]:
    """Every verb that tells a deed, not words."""
    document = reading.document
    found = (act_at(document, token.i) for token in document.tree.tokens)
    return (f"act_verbs/{act.id}" for act in found if act)


def passed(reading: Extraction) -> Iterator[str]:
    """Every entry by which a predicate tells no event."""
    found = (passed_over(reading.document, each.match) for each in told_events(reading.document))
    return (f"event_none/{entry.id}" for entry in found if entry)


def tied(reading: Extraction) -> Iterator[str]:
    """Every tie whose winner is told and whose losers are not."""
    told = {name for event in reading.claims.events for name in (event.type, f"{event.type}/{event.mode}")}
    for name, tie in detente.lexicon.event_ties("en").items():
        if tie.gives in told and told.isdisjoint(tie.never):
            yield f"event_ties/{name}"


def placed(reading: Extraction) -> Iterator[str]:
    """Every entry that led to the place of an event."""
    for event in reading.claims.events:
        yield from event.location.why.split("; ") if event.location else ()


def coded(reading: Extraction) -> Iterator[str]:
    """Every entry that tells the sector or code of an actor, as event data names him."""
    kept = Reading(reading.as_json())
    for actor in kept.json["actors"]:
        found = Coder(kept).code(actor["id"], [(0, len(kept.text))])
        yield from (*found.why, f"actor_codes/{found.code}")


def recoded(reading: Extraction) -> Iterator[str]:
    """Every point in which another codebook types an event otherwise."""
    for event in events_of(Versioned(Reading(reading.as_json()), Version("", "", "")), older=True):
        for other in detente.lexicon.other_codings().values():
            if (event.type, event.mode) == (other.type, other.mode) and set(event.rule.split("; ")) & set(other.rules):
                yield f"codebooks/{other.id}"


def noticed(reading: Extraction) -> Iterator[str]:
    """What an article says of itself."""
    said = notice(reading.document.text)
    return (f"version_notices/{each.entry}" for each in [said] if each)


def needed(reading: Extraction) -> Iterator[str]:
    """Every entry of words beside predicates without which other events would be found."""
    told = tuple(coded_events(reading.document))
    for name in detente.lexicon.entries("languages/en/event_words.yaml", detente.lexicon.EventWords):
        with without(detente.lexicon.event_words, name):
            if tuple(coded_events(reading.document)) != told:
                yield f"event_words/{name}"


def carried(reading: Extraction) -> Iterator[str]:
    """Every rule that a claim names, and every entry without which other stances or changes would be found."""
    yield from reasons(reading)
    article, text = reading.document.article, reading.document.text
    for name, entry in detente.lexicon.entries("languages/en/stance_carriers.yaml", detente.lexicon.Carrier).items():
        if entry.role == "negates" and says_no(text):
            yield f"stance_carriers/{name}"
        if entry.role not in SHADING or not any(word in text.lower() for word in entry.words):
            continue
        with without(detente.lexicon.carriers, name):
            claims = read(article, Settings()).claims
        if (claims.stances, claims.changes) != (reading.claims.stances, reading.claims.changes):
            yield f"stance_carriers/{name}"


@contextmanager
def without(load: Any, name: str) -> Iterator[None]:
    """Leave out one entry of the file that a function of the lexicon loads."""
    module, read_entries = sys.modules[load.__module__], detente.lexicon.entries
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "entries", lambda *at: {k: v for k, v in read_entries(*at).items() if k != name})
        load.cache_clear()
        yield
    load.cache_clear()


PROBES: dict[str, Callable[[Extraction], Iterator[str]]] = {
    "act_verbs": done,
    "actor_codes": coded,
    "codebooks": recoded,
    "event_contexts": in_context,
    "event_none": passed,
    "event_ties": tied,
    "event_words": needed,
    "factuality": judged,
    "issue_words": about,
    "place_cues": placed,
    "quotation_marks": quoted,
    "sector_words": coded,
    "sectors": coded,
    "stance_carriers": carried,
    "version_notices": noticed,
}


def examples() -> Iterator[tuple[str, str, bool, str]]:
    """Give file, entry, whether it must decide something, and the sentence."""
    for path in sorted(FOLDER.glob("languages/*/*.yaml")) + sorted(FOLDER.glob("taxonomy/*.yaml")):
        for name, entry in read_yaml(str(path.relative_to(FOLDER))).items():
            found = entry.get("examples") if isinstance(entry, dict) else None
            for expected in ("yes", "no") if isinstance(found, dict) else ():
                for sentence in found.get(expected, ()):
                    yield path.stem, name, expected == "yes", sentence


@cache
def decided(sentence: str, stem: str) -> frozenset[str]:
    reading = read(Article(id="example", source="example", text=sentence, published=PUBLISHED), Settings())
    return frozenset(reason.split(" ")[0] for reason in PROBES.get(stem, reasons)(reading))


@pytest.mark.parametrize(("stem", "name", "expected", "sentence"), list(examples()))
def test_example(stem, name, expected, sentence):
    assert (f"{stem}/{name}" in decided(sentence, stem)) is expected
