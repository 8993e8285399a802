"""Whom "they", "them" and "their" mean: those who act together, a list of names, a group; the side of a speaker."""

from detente.documents.discourse import SUBJECTS, Discourse, Trace
from detente.documents.excluded import excluded, is_crowd, is_many, unnamed
from detente.documents.meetings import who_met, with_whom

_REACH = {"several": 2, "met": 4}
_PLURAL = ("NNS", "NNPS")

Found = tuple[tuple[str, ...], str]


def several(discourse: Discourse, i: int) -> Found | None:
    """Find a list of names, a group or people; failing that, the side for which the speaker stands."""
    tree = discourse.document.tree
    if tree[i].dep in SUBJECTS and (issuers := declaring(discourse, i)):
        return issuers, "declare"
    if unnamed(discourse, i, _PLURAL) or _follows_people(discourse, i):
        return None
    barred = set(excluded(discourse, i))
    nearest = _together(discourse, i, barred)
    met = who_met(discourse, i, _REACH["met"])
    if (
        met
        and not barred & set(met[1])
        and (nearest is None or nearest[0] < met[0] or _is_aside(discourse, i, nearest[2]))
    ):
        return met[1], "acted together"
    side = _side(discourse, i)
    if side and (nearest is None or nearest[0] < discourse.sentence(i)):
        return (side,), "side of the speaker"
    if nearest:
        return _with_host(discourse, i, nearest[1], barred), "several"
    return None if tree[i].dep in SUBJECTS else _people_of(discourse, i, barred)


def _with_host(discourse: Discourse, i: int, listed: tuple[str, ...], barred: set[str]) -> tuple[str, ...]:
    """Give a list with whom they meet in the clause around: "*Lee* met with *Holm and Park*, where they signed it"."""
    here = _meeting_here(discourse, i)
    return here if set(listed) < set(here) and not barred & set(here) else listed


def _meeting_here(discourse: Discourse, i: int) -> tuple[str, ...]:
    tree = discourse.document.tree
    verb = next((each for each in tree.heads(i) if tree[each].pos in ("VERB", "AUX")), None)
    if verb is None or tree[i].dep not in (*SUBJECTS, "poss"):
        return ()
    above = next((each for each in tree.heads(verb) if tree[each].pos == "VERB"), None)
    for subject in tree.children(above, *SUBJECTS) if above is not None else ():
        trace = next((t for t in discourse.recent(0, i) if t.head == subject), None)
        if trace is not None and trace.main and len(trace.actors) == 1:
            return with_whom(discourse, trace)
    return ()


def _is_aside(discourse: Discourse, i: int, trace: Trace) -> bool:
    """Say whether a list is too deep in its sentence for the subject of a new one: "said that X and Y agree"."""
    return discourse.is_main(i) and trace.sentence < discourse.sentence(i) and not trace.main


def _follows_people(discourse: Discourse, i: int) -> bool:
    """Say whether plain people stand between the pronoun and any names: "the people of Peru as *they* vote"."""
    tree = discourse.document.tree
    clause = tree[tree[i].head].dep == "advcl" if tree[i].dep in SUBJECTS else tree[i].dep == "poss"
    first = discourse.document.sentence_of(i).first
    for token in reversed(tree.tokens[first:i] if clause else ()):
        mention = discourse.mentions.get(token.i)
        if mention and (len(mention.actors) > 1 or token.tag in _PLURAL):
            return False
        if token.pos == "NOUN" and not mention and is_many(discourse, token):
            return True
    return False


def _people_of(discourse: Discourse, i: int, barred: set[str]) -> Found | None:
    """Take a bloc for its members, and a government in the same sentence for its people: "keep *them* posted"."""
    tree = discourse.document.tree
    first = discourse.document.sentence_of(i).first
    things = any(each.tag in _PLURAL and each.i not in discourse.mentions for each in tree.tokens[first:i])
    people = any(is_crowd(discourse, each) for each in tree.tokens[first:i] if each.i not in discourse.mentions)
    for trace in discourse.recent(1, i):
        if len(trace.actors) == 1 and discourse.type_of(trace.actors[0]) == "bloc" and not people:
            return trace.actors, "members of the bloc"
        near = not things and trace.sentence == discourse.sentence(i) and tree[i].dep != "poss"
        if near and len(trace.actors) == 1 and _is_government(discourse, trace) and not barred & set(trace.actors):
            return trace.actors, "those of the government"
    return None


def _is_government(discourse: Discourse, trace: Trace) -> bool:
    mention = discourse.mentions.get(trace.head)
    described = mention is not None and mention.kind == "nominal" and discourse.type_of(trace.actors[0]) == "state"
    return described or discourse.type_of(trace.actors[0]) == "government"


def _together(discourse: Discourse, i: int, barred: set[str]) -> tuple[int, tuple[str, ...], Trace] | None:
    """Give the sentence and the members of the last list or group; the acting one first, where the pronoun acts."""
    acts = discourse.document.tree[i].dep in SUBJECTS
    best: tuple[float, tuple[int, tuple[str, ...], Trace]] | None = None
    for trace in discourse.recent(_REACH["several"], i):
        actors = tuple(actor for actor in trace.actors if discourse.type_of(actor) != "place")
        if trace.modifier or not _are_many(discourse, actors, trace) or barred & set(actors):
            continue
        if not acts:
            return trace.sentence, actors, trace
        score = discourse.salience(trace, i) + (0.8 if trace.main and discourse.is_main(i) else 0.0)
        if best is None or score > best[0]:
            best = score, (trace.sentence, actors, trace)
    return best[1] if best else None


def _are_many(discourse: Discourse, actors: tuple[str, ...], trace: Trace) -> bool:
    """Say whether these are several, a group, or a body or state told of in the plural: "the Peruvian authorities"."""
    if len(actors) != 1:
        return len(actors) > 1
    plural = discourse.document.tree[trace.head].tag in _PLURAL
    kind = discourse.type_of(actors[0])
    described = discourse.document.tree[trace.head].pos == "NOUN"
    return kind == "group" or (plural and (kind == "government" or (kind == "state" and described)))


def declaring(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give those whose declaration is made of the sentence, where the token is the subject of its main verb."""
    tree = discourse.document.tree
    issuer = discourse.declared.get(discourse.sentence(i))
    if issuer is None or tree[tree[i].head].dep not in ("ROOT", "conj"):
        return ()
    return discourse.mentions[issuer].actors if issuer in discourse.mentions else ()


def _side(discourse: Discourse, i: int) -> str | None:
    """Give the state for which the subject above speaks: "Béjar said they will talk"."""
    tree = discourse.document.tree
    if tree[i].dep not in (*SUBJECTS, "poss"):
        return None
    below = i
    for verb in tree.heads(i):
        joined, below = tree[below].dep == "conj", verb
        for subject in tree.children(verb, "nsubj") if not joined else ():
            mention = discourse.mentions.get(subject)
            if mention and subject < i and len(mention.actors) == 1:
                actor = discourse.registry[mention.actors[0]]
                return actor.represents if actor.type == "person" else None
    return None
