"""For whom a pronoun stands, given who has been spoken of."""

from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.document import Mention
from detente.documents.excluded import excluded, unnamed
from detente.documents.plurals import Found, several
from detente.lexicon import Pronoun, descriptions, pronouns, stance_cues, titles_of_people

_PRESENT = ("speaker", "hearer")
_THINGS = {"state", "bloc", "government", "organisation", "party", "outlet", "group"}
_SIDED = ("to", "about", "of", "with", "by", "on", "over", "at")
_REACH = {"person": 8, "thing": 1}


def resolve(discourse: Discourse, i: int) -> Mention | None:
    """Resolve the pronoun at a token; None when it stays open or is no pronoun."""
    token = discourse.document.tree[i]
    entry = pronouns(discourse.document.language).get(token.text.lower())
    if entry is None or token.pos not in ("PRON", "DET") or entry.kind in _PRESENT or token.text == "US":
        return None
    if entry.kind == "person":
        found = _cataphor(discourse, i, entry) or _judged(discourse, i, entry) or _person(discourse, i, entry)
    elif entry.kind == "thing":
        found = _thing(discourse, i)
    else:
        found = several(discourse, i)
    if not found:
        return None
    actors, how = found
    why = f"pronouns/{entry.id} {how}"
    if entry.kind == "person" and actors[0] in discourse.genders and "/" in discourse.genders[actors[0]][1]:
        why += f"; {discourse.genders[actors[0]][1]}"
    return Mention(token.span, i, "pronoun", actors, why)


def _fits(discourse: Discourse, actor: str, entry: Pronoun) -> bool:
    known = discourse.genders.get(actor)
    return discourse.type_of(actor) == "person" and (known is None or known[0] == entry.gender)


def _cataphor(discourse: Discourse, i: int, entry: Pronoun) -> Found | None:
    """Look ahead where a fronted phrase precedes its subject: "In his statement, Béjar praised"."""
    tree = discourse.document.tree
    sentence = discourse.document.sentence_of(i)
    for verb in tree.heads(i):
        for subject in tree.children(verb, "nsubj", "nsubjpass"):
            ahead = discourse.mentions.get(subject)
            below = next((h for h in (i, *tree.heads(i)) if tree[h].head == verb), i)
            fronted = tree[below].dep in ("prep", "advcl") and below < verb
            if ahead and fronted and subject > i and subject < sentence.last and ahead.kind == "name":
                actors = tuple(actor for actor in ahead.actors if _fits(discourse, actor, entry))
                if actors:
                    return actors, "subject that follows"
    return None


def _judged(discourse: Discourse, i: int, of: Pronoun | set[str]) -> Found | None:
    """Read "thanked Ruiz for *his* help", "sentenced Ruiz for selling *his* car": what one is judged for is his.

    ``of`` is the pronoun whose people fit, or the types of the things that do.
    """
    tree = discourse.document.tree
    if tree[i].dep != "poss":
        return None
    for above in tree.heads(i):
        if tree[above].text.lower() != "for" and tree[above].pos in ("ADP", "NOUN"):
            continue
        if tree[above].text.lower() != "for":
            return None
        verb = next((each for each in tree.heads(above) if tree[each].pos == "VERB"), None)
        clauses = (verb, *tree.children(verb, "ccomp", "xcomp")) if verb is not None else ()
        named = [each for v in clauses for each in (*tree.children(v, "dobj"), *tree.children(v, "nsubj")[: v != verb])]
        heads = (each for each in named if each < i and each in discourse.mentions)
        named_so = [a for each in heads for a in discourse.mentions[each].actors]
        if isinstance(of, Pronoun):
            actors = [a for a in named_so if _fits(discourse, a, of)]
        else:
            actors = [a for a in named_so if discourse.type_of(a) in of]
        return ((actors[0],), "judged for") if len(actors) == 1 else None
    return None


def _is_unnamed(discourse: Discourse, i: int) -> bool:
    """Say whether an officer or other person without a name is the nearest subject: "The president said that *he*"."""
    tree, language = discourse.document.tree, discourse.document.language
    if not unnamed(discourse, i, ("NN", "NNP")):
        return False
    for verb in tree.heads(i):
        for subject in tree.children(verb, *SUBJECTS):
            if subject < i and subject not in discourse.mentions:
                lemma = tree[subject].lemma.lower()
                kinds = {each.kind for each in descriptions(language).get(lemma, ())}
                title = titles_of_people(language).get(lemma)
                return (title is not None and title.kind == "title") or bool(kinds & {"person", "people", "peer"})
    return False


def _person(discourse: Discourse, i: int, entry: Pronoun) -> Found | None:
    if _is_unnamed(discourse, i):
        return None
    scores: dict[str, float] = {}
    counts: dict[str, int] = {}
    speakers = discourse.quoted(discourse.quotation_of[i]) if discourse.quotation_of[i] >= 0 else ()
    barred = set(excluded(discourse, i))
    for trace in discourse.recent(_REACH["person"], i):
        for actor in trace.actors:
            if actor in speakers or actor in barred or not _fits(discourse, actor, entry):
                continue
            counts[actor] = counts.get(actor, 0) + 1
            scores[actor] = max(scores.get(actor, -99.0), discourse.salience(trace, i))
    if not scores:
        return None
    best = max(scores, key=lambda actor: scores[actor] + 0.2 * min(counts[actor], 4))
    if entry.gender:
        discourse.genders.setdefault(best, (entry.gender, "pronoun"))
    return (best,), "salient"


def _done_by(discourse: Discourse, i: int) -> Found | None:
    """Read "the part played by Peru in raising *its* share": who does what is told around the word owns it."""
    tree = discourse.document.tree
    for verb in (each for each in tree.heads(i) if tree[each].pos in ("VERB", "AUX")) if tree[i].dep == "poss" else ():
        if tree.children(verb, *SUBJECTS):
            return None
        doers = [doer for by in tree.children(verb, "agent") for doer in tree.children(by, "pobj") if doer < i]
        actors = [a for doer in doers if doer in discourse.mentions for a in discourse.mentions[doer].actors]
        if len(actors) == 1 and discourse.type_of(actors[0]) in _THINGS:
            return (actors[0],), "done by"
    return None


def _beside_whose(discourse: Discourse, i: int) -> Found | None:
    """Read "Peru's war and *its* raids": the owner of what is named first owns what is joined to it."""
    tree = discourse.document.tree
    noun = tree[tree[i].head]
    if tree[i].dep != "poss" or noun.dep != "conj" or tree[noun.head].pos not in ("NOUN", "PROPN"):
        return None
    first = noun.head
    while tree[first].pos == "PROPN" and tree[first].dep == "pobj":  # "Peru's war *on Chad* and its raids"
        first = tree[tree[first].head].head
    owners = [each for each in tree.children(first, "poss") if each in discourse.mentions]
    actors = [a for each in owners for a in discourse.mentions[each].actors]
    fits = len(actors) == 1 and discourse.type_of(actors[0]) in _THINGS
    return ((actors[0],), "owner of what is named first") if fits else None


def _thing(discourse: Discourse, i: int) -> Found | None:
    tree = discourse.document.tree
    token = tree[i]
    if found := _judged(discourse, i, _THINGS) or _done_by(discourse, i) or _beside_whose(discourse, i):
        return found
    if token.dep == "expl" or (token.dep in SUBJECTS and _is_empty(discourse, i)):
        return None
    if token.dep in SUBJECTS and unnamed(discourse, i, ("NN", "NNP"), only=("advcl",)):
        return None
    best: tuple[float, str] | None = None
    barred = set(excluded(discourse, i))
    for trace in discourse.recent(_REACH["thing"], i):
        actor = trace.actors[0]
        if len(trace.actors) > 1 or discourse.type_of(actor) not in _THINGS or actor in barred:
            continue
        if actor in discourse.joint or _are_people(discourse, trace.head):
            continue
        score = discourse.salience(trace, i)
        if best is None or score > best[0]:
            best = score, actor
    return ((best[1],), "salient") if best else None


def _are_people(discourse: Discourse, head: int) -> bool:
    """Say whether several people are meant, who are no "it": "Peruvian *officials*"."""
    mention = discourse.mentions.get(head)
    return (
        mention is not None
        and mention.kind == "nominal"
        and discourse.document.tree[head].tag == "NNS"
        and (discourse.type_of(mention.actors[0]) == "group")
    )


def _is_empty(discourse: Discourse, i: int) -> bool:
    """Say whether "it" only fills the place of the subject: "it is likely that", "it rained"."""
    tree = discourse.document.tree
    verb = tree[tree[i].head]
    if verb.lemma == "be" and (_is_told_of_speaker(discourse, verb.i) or _has_attitude(discourse, verb.i)):
        return False
    return verb.lemma in ("rain", "snow", "seem", "appear", "happen", "turn") or (
        verb.lemma == "be" and not tree.children(verb.i, "xcomp")
    )


def _has_attitude(discourse: Discourse, verb: int) -> bool:
    """Say whether a copula tells an attitude of its subject: "*it* is ready to sign", not "it is vital to sign"."""
    tree, cues = discourse.document.tree, stance_cues(discourse.document.language)
    told = (cue for each in tree.children(verb, "acomp") for cue in cues.get(tree[each].lemma, ()))
    return any(cue.pos == "adjective" and cue.holder == "subject" for cue in told)


def _is_told_of_speaker(discourse: Discourse, verb: int) -> bool:
    """Say whether a copula in what somebody said tells how he stands: "Peru said that *it* was open to the plan"."""
    tree = discourse.document.tree
    above = tree[verb].head
    said = tree[verb].dep == "ccomp" and any(each in discourse.mentions for each in tree.children(above, "nsubj"))
    adjectives = tree.children(verb, "acomp")
    clauses = (verb, *adjectives)
    if not said or any(tree.children(each, "ccomp", "csubj", "advcl") for each in clauses):
        return False
    sided = any(tree[prep].text.lower() in _SIDED for each in adjectives for prep in tree.children(each, "prep"))
    return sided or any(tree[prep].text.lower() in ("in", "against") for prep in tree.children(verb, "prep"))
