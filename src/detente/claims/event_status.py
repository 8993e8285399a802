"""Whether an event happened, will happen, is supposed or is told as background, and what type that makes it."""

import datetime as dt
from typing import Literal, NamedTuple

from detente.claims.event_matches import Match
from detente.dates import bounds
from detente.documents import Document, Factuality, Tree, date_of, factuality
from detente.lexicon import embedders, event_agents, event_phrases, event_types, event_words, is_done_by_saying

Status = Literal["actual", "historical", "future", "hypothetical"]
_RECENT = dt.timedelta(days=60)
_DENIAL = "not"
"""What a predicate that is told by its denial holds: "is *not* welcome"."""
_HARM = 4
_OF_ADVERB = ("ADV", "ADJ", "ADP")
"""What goes on with an adverb, so that it tells something else: "once *more*", "once *in* Oslo"."""
_KIND = (1, 2)
_IN_WORDS = (1, 3)
_TALK, _PROMISE = "CONSULT", "AGREE"


class Standing(NamedTuple):
    """The status, whether it is negated, and the type that follows."""

    status: Status
    negated: bool
    type: str


def standing(document: Document, match: Match, date: str | None) -> Standing:
    """Judge a match: the first that applies of hypothetical, future, historical, actual."""
    judged = factuality(document, match.verb)
    if _is_means_denied(document.tree, match.verb) or _DENIAL in match.phrase.beside:
        judged = judged._replace(negated=not judged.negated)
    kind = event_types()[match.frame.type]
    if _is_announced(document, match.verb):
        judged = judged._replace(hypothetical=False, time="future")
    said = kind.quad in _IN_WORDS and talk_around(document, match.verb) is not None
    if not judged.hypothetical and not said and (purpose := _purpose(document, match.verb)):
        judged = judged._replace(time="future") if purpose == "future" else judged._replace(hypothetical=True)
    open_yet = judged.hypothetical or (judged.time == "future" and _is_faced(document, match))
    owned = kind.quad == _HARM and open_yet and not judged.negated and _is_owned(document, match)
    if owned or _is_backdrop(document, match):
        judged = judged._replace(hypothetical=False, time="past")
    if not judged.hypothetical and _is_within_future(document, match):
        judged = judged._replace(time="future")
    if kind.quad in _KIND and _is_conditional(document, match.verb):
        judged = judged._replace(hypothetical=True)
    if judged.hypothetical:
        return Standing("hypothetical", judged.negated, kind.id)
    if judged.time == "future" or _is_after(document, date):
        if judged.negated and kind.quad < 3:  # "will not lift the embargo"
            return Standing("actual", negated=False, type="REJECT")
        return Standing("future", judged.negated, kind.future or kind.id)
    past = judged.recalled or _is_background(document, match, judged) or _is_long_ago(document, date)
    past = past or (date is None and _is_told_on(document, match)) or _is_earlier(document, match.verb)
    return Standing("historical" if past else "actual", judged.negated, kind.id)


def _of_the_list(tree: Tree, verb: int) -> int:
    """Give the infinitive whose list a bare one goes on: "works *to end* poverty, save lives, and *build* trust".

    The parser joins it to the verb of the sentence, whose tense it cannot have.
    """
    token = tree[verb]
    if token.tag != "VB" or token.dep not in ("conj", "advcl") or tree.children(verb, "aux", "nsubj", "mark", "advmod"):
        return verb
    top = token.head
    while tree[top].tag == "VB" and tree[top].dep == "conj":
        top = tree[top].head
    if tree[top].tag in ("VB", "VBP") or tree.children(top, "aux"):
        return verb
    between = range(verb - 1, top, -1)
    return next((i for i in between if tree[i].tag == "VB" and _has_to(tree, i)), verb)


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree[child].text.lower() == "to" for child in tree.children(verb, "aux"))


def talk_around(document: Document, verb: int) -> int | None:
    """Give the verb of a talk that was held to say something: "*met* him *to urge* a truce and thank him"."""
    tree = document.tree
    verb = _of_the_list(tree, verb)
    while tree[verb].dep == "conj" and tree[verb].tag == "VB" and tree[tree[verb].head].tag == "VB":
        verb = tree[verb].head
    above = tree[tree[verb].head]
    talks = event_phrases(document.language, "verbs").get(above.lemma, ())
    held = above.tag == "VBD" and any(phrase.frame.type == _TALK and not phrase.frame.mode for phrase in talks)
    return above.i if held and tree[verb].tag == "VB" and tree[verb].dep in ("advcl", "xcomp") else None


def _is_conditional(document: Document, verb: int) -> bool:
    """Say whether a kind deed hangs on a condition: "*if they talk*, we are ready to help"."""
    tree, known = document.tree, event_words(document.language)
    if tree[verb].tag == "VBD":
        return False
    marks = (tree[mark].text.lower() for mark in tree.children(verb, "mark"))
    return not (known["condition"] | known["open"]).isdisjoint(marks) or _has_condition(document, verb)


def _has_condition(document: Document, verb: int) -> bool:
    tree, known = document.tree, event_words(document.language)["condition"]
    clauses = tree.children(verb, "advcl")
    return any(tree[mark].text.lower() in known for each in clauses for mark in tree.children(each, "mark"))


def _is_within_future(document: Document, match: Match) -> bool:
    """Say whether a noun is when something will be done: "*during her meetings* she will discuss".

    Talks may be what it is done for, too: "will go to Oslo *for talks*".
    """
    tree, noun = document.tree, document.tree[match.token]
    known = event_words(document.language)
    during = known["during"] | (known["purpose"] if match.frame.type == _TALK else frozenset())
    if match.ground.clause is not None or noun.dep != "pobj" or tree[noun.head].lemma not in during:
        return False
    verb = next((i for i in tree.heads(noun.i) if tree[i].pos in ("VERB", "AUX")), None)
    return verb is not None and factuality(document, verb).time == "future"


def _is_backdrop(document: Document, match: Match) -> bool:
    """Say whether a deed is what something else came after: "*since the invasion* they have promised tents"."""
    tree, since = document.tree, event_words(document.language)["since"]
    if match.ground.clause is not None:
        return False
    for above in tree.heads(match.token):
        if tree[above].pos in ("VERB", "AUX"):
            return False
        if tree[above].text.lower() in since:
            return True
    return False


def _is_owned(document: Document, match: Match) -> bool:
    """Say whether harm is told as somebody's own, so that it is a fact: "vowed to help them resist *Chad's war*"."""
    owners = document.tree.children(match.token, "poss")
    return match.ground.clause is None and any(document.who(owner) for owner in owners)


def _is_faced(document: Document, match: Match) -> bool:
    """Say whether harm goes on for somebody: "their commitment to Mali in its struggle *against Chad's war*"."""
    tree, known = document.tree, event_words(document.language)
    above = tree[tree[match.token].head]
    if above.text.lower() == "of" and tree[above.head].lemma in known["facing"]:  # "in the face *of* Chad's war"
        above = tree[tree[above.head].head]
    return above.text.lower() in known["faced"]


def _is_earlier(document: Document, verb: int) -> bool:
    """Say whether a deed is put before what is reported: "was sanctioned *before*", "*once* attacked it"."""
    tree, earlier = document.tree, event_words(document.language)["earlier"]
    if tree[verb].tag not in ("VBD", "VBN") or tree.children(verb, "neg"):
        return False
    beside = [i for i in tree.children(verb, "advmod") if tree[i + 1].pos not in _OF_ADVERB or tree[i + 1].text == "by"]
    phrases = (prep for prep in tree.children(verb, "prep") if tree[prep].text.lower() == "in")
    ends = (i for prep in phrases for i in tree.children(prep, "pobj"))
    return any(tree[i].text.lower() in earlier for i in (*beside, *ends))


def goes_on(document: Document, match: Match) -> bool:
    """Say whether harm is going on whose end is asked for or promised: "called for an end to *the war on Chad*"."""
    tree, known = document.tree, embedders(document.language)
    if match.ground.clause is not None or event_types()[match.frame.type].quad != _HARM:
        return False
    if _is_owned(document, match):
        return True
    above = next((i for i in tree.heads(match.token) if tree[i].pos in ("VERB", "NOUN")), None)
    entry = known.get(tree[above].lemma) if above is not None else None
    return entry is not None and entry.effect == "ended"


def _purpose(document: Document, verb: int) -> Literal["future", "hypothetical"] | None:
    """Say how likely a mere purpose is: "his duty is *to improve* ties", "will go there *to meet* them"."""
    tree = document.tree
    told = verb = _of_the_list(tree, verb)
    while tree[verb].dep in ("conj", "xcomp") and tree[verb].tag == "VB" and tree[tree[verb].head].tag == "VB":
        verb = tree[verb].head
    token, above = tree[verb], tree[tree[verb].head]
    if token.dep == "csubj":  # "executing him would change nothing"
        return "hypothetical"
    if token.tag == "VBG" and token.dep == "pcomp":  # "a goal of ousting him"
        known = event_words(document.language)["purpose"]
        purposes = tree[above.head].pos == "NOUN" and above.text.lower() in known
        promised = event_phrases(document.language, "nouns").get(tree[above.head].lemma, ())
        wished = tree[above.head].pos == "NOUN" and any(each.frame.type == _PROMISE for each in promised)
        return "hypothetical" if purposes or wished else None  # "their *interest* in helping him"
    if token.tag != "VB" or not _has_to(tree, verb):
        return None
    if is_done_by_saying(document.language, above.lemma):
        return None
    planned = (
        above.lemma in embedders(document.language) and embedders(document.language)[above.lemma].effect == "future"
    )
    felt = token.dep == "xcomp" and (above.lemma == "be" or above.pos == "ADJ") and not planned  # "was proud *to help*"
    asked = any(tree[child].tag == "WRB" for child in tree.children(verb, "advmod"))  # "learn *how to join* them"
    aimed = verb != told and factuality(document, verb).hypothetical  # "we need *to focus* to deepen our ties"
    if felt or asked or aimed or _is_for_thing(document, verb) or token.dep in ("acl", "advcl", "relcl", "ROOT"):
        return "future" if token.dep == "advcl" and factuality(document, above.i).time == "future" else "hypothetical"
    return None


def _is_for_thing(document: Document, verb: int) -> bool:
    """Say whether an infinitive tells what a thing is for: "started a fund *to help* Chad"."""
    tree, agents = document.tree, event_agents(document.language)
    above = tree[verb].head
    between = (tree[i] for i in tree.children(above, "dobj") if above < i < verb)
    return tree[verb].dep == "xcomp" and any(
        each.pos == "NOUN" and each.lemma.lower() not in agents for each in between
    )


def _is_means_denied(tree: Tree, verb: int) -> bool:
    """Say whether this is "not by *recognising* them"."""
    token = tree[verb]
    return token.dep == "pcomp" and token.head > 0 and tree[token.head - 1].text.lower() == "not"


def _is_announced(document: Document, verb: int) -> bool:
    """Say whether "would" is the "will" of reported speech: "announced that it *would release* them"."""
    tree = document.tree
    doubting = {word for word, entry in embedders(document.language).items() if entry.effect == "hypothetical"}
    would = [child for child in tree.children(verb, "aux") if tree[child].text.lower() in ("would", "'d")]
    inserted = tuple(each for each in tree.children(verb, "parataxis", "ccomp") if each < verb)
    above = (tree[verb].head,) if tree[verb].dep == "ccomp" else inserted
    above = tuple(each for each in above if tree[each].lemma not in doubting)  # "feared that he would"
    told = any(tree[each].tag in ("VBD", "VBN") for each in above)  # "Taiwan, he *said*, would not succumb"
    return bool(would) and not _has_condition(document, verb) and told


def _published(document: Document) -> dt.date | None:
    published = document.article.published
    return dt.date.fromisoformat(published[:10]) if published else None


def _is_after(document: Document, date: str | None) -> bool:
    published = _published(document)
    return bool(published and date and bounds(date).first > published)


def _is_long_ago(document: Document, date: str | None) -> bool:
    published = _published(document)
    return bool(published and date and bounds(date).last < published - _RECENT)


def _is_told_on(document: Document, match: Match) -> bool:
    """Say whether an undated past stands in a sentence, or goes on after one, that is dated long ago and no later.

    "She was convicted of fraud *in 2007*. She *was pardoned* after two years."
    """
    tree = document.tree
    if tree[match.verb].tag not in ("VBD", "VBN") or tree[match.verb].dep not in ("ROOT", "conj"):
        return False
    here = document.sentences.index(document.sentence_of(match.verb))
    own = _years(document, here)
    if own or here == 0 or document.sentences[here].block != document.sentences[here - 1].block:
        passive = bool(tree.children(match.verb, "auxpass"))
        return passive and bool(own) and all(own)
    before = _years(document, here - 1)
    first, last = document.sentences[here - 1].first, document.sentences[here - 1].last
    main = next((i for i in range(first, last) if tree[i].dep == "ROOT"), first)
    return bool(before) and all(before) and _is_long_ago(document, date_of(document, main))


def _years(document: Document, sentence: int) -> list[bool]:
    """Say of each date of a sentence whether it is long ago."""
    span = document.sentences[sentence].span
    return [_is_long_ago(document, time.edtf) for time in document.times if span.holds(time.span) and time.edtf]


def _is_background(document: Document, match: Match, judged: Factuality) -> bool:
    """Say whether a pluperfect tells what was before the events reported; in reported speech it is a mere shift."""
    tree = document.tree
    helping = (tree[child].text.lower() for child in tree.children(match.verb, "aux"))
    perfect = event_words(document.language)["perfect"].intersection(helping)
    if not perfect or judged.time != "past":
        return False
    return tree[match.verb].dep != "ccomp"
