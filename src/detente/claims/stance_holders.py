"""Whose attitude or promise it is: a state through its minister, a bloc or some of its members, a person himself."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.claims.kinds import Capacity, Members
from detente.claims.stance_voices import Voice
from detente.documents import Document, Mention, owners, subjects_of
from detente.lexicon import carriers

_OURS = ("we", "our", "us", "ours", "ourselves")
_MINE = ("i", "my", "me", "mine", "myself")
_THEY = ("they", "their")
_OWNED = ("papers", "homelands")
"""Nouns whose owner must be told: "my country", not "the country"."""
_SOME = ("some", "several", "many", "most", "certain", "various", "few", "other")
_ALL = ("all", "every", "each", "both")
_ACTING = ("state", "bloc", "organisation", "government")
_NO_HOLDERS = ("place", "outlet")


class Holder(NamedTuple):
    """One who has an attitude: ``through`` is the person by whom he is heard, None where he is heard himself."""

    id: str
    through: str | None = None
    capacity: Capacity = "unclear"
    members: Members | None = None


def holders(
    document: Document, tokens: Iterable[int], speech: Voice | None, *, personal: bool = False
) -> tuple[Holder, ...]:
    """Give those for whom the tokens stand, inside an utterance or in the article's own voice."""
    found = (holder for token in tokens for holder in _of_token(document, token, speech, personal=personal))
    return tuple(dict.fromkeys(found))


def speaker(document: Document, speech: Voice, *, personal: bool = False) -> tuple[Holder, ...]:
    """Give the speakers of an utterance, each by office where he has one."""
    found = (_of_actor(document, each, None, personal=personal) for each in speech.speakers)
    named = tuple(_with_speaker(document, holder, speech) for holder in found if holder)
    return (
        named or tuple(h for span in speech.source for t in document.tree.within(span) for h in _role(document, t))[:1]
    )


def _of_token(
    document: Document, token: int, speech: Voice | None, *, personal: bool, depth: int = 4
) -> Iterator[Holder]:
    tree = document.tree
    lemma = tree[token].lemma.lower()
    if speech and lemma in _OURS:
        yield from speaker(document, speech)
    elif speech and lemma in _MINE:
        yield from speaker(document, speech, personal=personal)
    elif (ids := _named(document, token)) and not _is_of_body(document, token):
        found = (_of_actor(document, each, speech, personal=personal) for each in ids)
        yield from (holder for holder in found if holder)
    elif token in document.crowd_at and not _is_of_body(document, token) and not _is_member(document, token):
        yield from _of_crowd(document, token)
    elif state := _told_before(document, token):
        yield _with_speaker(document, Holder(state, None, "institutional"), speech)
    else:
        found_by_noun = _of_noun(document, token, speech, personal=personal, depth=depth - 1) if depth else ()
        yield from tuple(found_by_noun) or _of_crowd(document, token)


def _is_member(document: Document, token: int) -> bool:
    return (document.tree[token].lemma, "member") in carriers(document.language)


def _is_of_body(document: Document, token: int) -> bool:
    """Say whether a group without a name is those by whom a bloc acts: "the *leaders* of the Forum"."""
    if token not in document.crowd_at or (document.tree[token].lemma, "means") not in carriers(document.language):
        return False
    known = (document.actor.get(who) for who in document.who(*owners(document.tree, token)))
    return any(actor is not None and actor.type == "bloc" for actor in known)


def _told_before(document: Document, token: int) -> str | None:
    """Give the state of which the sentence before tells, for an "it" that nothing else explains."""
    tree = document.tree
    here = document.sentence_of(token)
    if tree[token].text.lower() != "it" or tree[token].dep != "nsubj" or here.first == 0:
        return None
    before = document.sentence_of(here.first - 1)
    root = next((i for i in range(before.first, before.last) if tree[i].dep == "ROOT"), before.first)
    subjects = document.who(*subjects_of(tree, root))
    known = [who for who in subjects if who in document.actor and document.actor[who].type in ("state", "bloc")]
    return known[0] if before.block == here.block and len(known) == 1 else None


def _of_crowd(document: Document, token: int) -> Iterator[Holder]:
    """Give a group without a name as a holder: "the protesters"; and "they" right after it."""
    crowd = document.crowd_at.get(token)
    if crowd is None and document.tree[token].text.lower() in _THEY:
        here = document.sentences.index(document.sentence_of(token))
        first = document.sentences[max(0, here - 1)].first
        crowd = next((c for head, c in sorted(document.crowd_at.items(), reverse=True) if first <= head < token), None)
    if crowd:
        yield Holder(crowd, None, "unclear")


def _of_noun(document: Document, token: int, speech: Voice | None, *, personal: bool, depth: int) -> Iterator[Holder]:
    """Resolve a noun that names nobody by itself: "their policy", "some partners of the alliance"."""
    tree, known = document.tree, carriers(document.language)
    lemma = tree[token].lemma.lower()
    if tree[token].pos == "PRON" and lemma not in ("one", "some", "most", "many"):
        return
    if named := _role(document, token):
        yield from named
        return
    near = next(
        (t for t in (*tree.children(token, "appos"), *_appositive_of(document, token)) if document.who(t)), None
    )
    if near is not None:
        yield from _of_token(document, near, speech, personal=personal, depth=0)
        return
    owned = [h for o in owners(tree, token) for h in _of_token(document, o, speech, personal=personal, depth=depth)]
    some = tuple(_members(document, token, owned)) if (lemma, "member") in known else ()
    if some or ((lemma, "member") in known and owned and (lemma, "policy") not in known):
        yield from some
    elif (lemma, "means") in known:
        yield from _behind_means(document, token, owned, speech)
    elif (lemma, "policy") in known:
        yield from owned or (() if known[lemma, "policy"].id in _OWNED else _governed(document, token, speech))
    elif (subject := _copula_subject(document, token)) is not None:
        yield from _of_token(document, subject, speech, personal=personal, depth=depth)


def _behind_means(document: Document, token: int, owned: list[Holder], speech: Voice | None) -> Iterator[Holder]:
    """Give whose ships or delegates act: their owner, or whom the words before name ("*Peruvian* ships")."""
    tree = document.tree
    if {tree[each].lemma for each in tree.children(token, "det", "amod", "nummod")} & set(_SOME):
        yield from _members(document, token, owned)
        return
    beside = tree.children(token, "amod", "compound", "nmod")
    named = [document.state_of(each) for each in (*(each.id for each in owned), *document.who(*beside))]
    known = (each for each in named if each in document.actor and document.actor[each].type in _ACTING)
    yield from (_with_speaker(document, Holder(each, None, "institutional"), speech) for each in known)


def _role(document: Document, token: int) -> tuple[Holder, ...]:
    """Give the holder meant by an office without a name: "the Peruvian foreign minister"."""
    place = document.tree[token].span
    for role in document.roles:
        if role.span.holds(place) and role.person is None and role.polity:
            return (Holder(role.polity, None, "institutional"),)
    return ()


def _members(document: Document, token: int, owned: list[Holder]) -> Iterator[Holder]:
    tree = document.tree
    words = {tree[child].lemma for child in tree.children(token, "det", "amod", "nummod", "predet")}
    which: Members = "all" if words & set(_ALL) else "some"
    for holder in owned:
        actor = document.actor.get(holder.id)
        if actor and actor.type in ("bloc", "organisation"):
            yield holder._replace(members=which)


def _governed(document: Document, token: int, speech: Voice | None) -> Iterator[Holder]:
    """Give the state that a policy governs, else that of the speaker who tells of it."""
    tree = document.tree
    inside = [t for verb in tree.children(token, "relcl", "acl") for t in tree.children(verb, "dobj")]
    for t in inside:
        for each in document.who(t):
            yield _with_speaker(document, Holder(each, None, "institutional"), speech)
            return
    if speech:
        yield from speaker(document, speech)


def _appositive_of(document: Document, token: int) -> tuple[int, ...]:
    above = document.tree[token].head
    return (above,) if document.tree[token].dep == "appos" else ()


def _copula_subject(document: Document, token: int) -> int | None:
    """Find Peru in "Peru is one of the countries that ...", "is among its supporters"."""
    tree = document.tree
    below = token
    if tree[below].dep == "pobj" and tree[tree[below].head].lemma == "of":
        below = tree[tree[below].head].head
    elif tree[below].dep == "pobj" and tree[tree[below].head].lemma == "among":
        verb = tree[tree[below].head].head
        return next((s for s in subjects_of(tree, verb) if document.who(s)), None) if tree[verb].lemma == "be" else None
    above = tree[below].head
    if tree[below].dep == "attr" and tree[above].lemma == "be":
        return next((s for s in subjects_of(tree, above) if document.who(s)), None)
    return None


def holder_of(document: Document, actor: str) -> Holder | None:
    """Give an actor as a holder: a minister's state through him; None for places and outlets."""
    return _of_actor(document, actor, None, personal=False)


def _of_actor(document: Document, actor: str, speech: Voice | None, *, personal: bool) -> Holder | None:
    known = document.actor.get(actor)
    if known is None or known.type in _NO_HOLDERS:
        return None
    state = actor if is_apart(document, actor) else document.state_of(actor)
    if known.type == "government" and state == actor:
        state = _own_state(document, speech) or state
    if known.type != "person":
        return _with_speaker(document, Holder(state, actor if state != actor else None, "institutional"), speech)
    if personal or state == actor:
        return Holder(actor, None, "unclear")
    return Holder(state, actor, "institutional")


def _own_state(document: Document, speech: Voice | None) -> str | None:
    """Give the state of the speaker, who calls its government by no name: "the Federal Government is against it"."""
    states = {document.state_of(each) for each in (speech.speakers if speech else ())}
    known = {each for each in states if each in document.actor and document.actor[each].type == "state"}
    return known.pop() if len(known) == 1 else None


def _with_speaker(document: Document, holder: Holder, speech: Voice | None) -> Holder:
    """Say through whom a state is heard: the speaker who represents it."""
    people = (*speech.speakers, *((speech.signed,) if speech.signed else ())) if speech else ()
    through = next((s for s in people if s != holder.id and document.state_of(s) == holder.id), None)
    if through is None and speech and speech.signed and speech.speakers == (holder.id,):
        through = speech.signed
    return holder._replace(through=through) if through else holder


def _named(document: Document, token: int) -> tuple[str, ...]:
    """Give those for whom a token stands, a ministry as itself."""
    mention = _mention(document, token)
    return mention.actors if mention else ()


def acting(document: Document, *tokens: int) -> tuple[str, ...]:
    """Give those for whom tokens stand, a body that decides for itself as itself: "the parliament of Peru"."""
    found = [mention for token in tokens if (mention := _mention(document, token))]
    bodies = tuple(actor for mention in found for actor in mention.actors if is_apart(document, actor))
    return bodies or document.who(*(mention.head for mention in found))


def _mention(document: Document, token: int) -> Mention | None:
    """Give the mention that a token heads, or in whose name it stands highest: "*House* of Representatives"."""
    if found := document.mention_at.get(token):
        return found
    over = document.mention_over.get(token)
    named = over is not None and over.kind == "name" and token in document.tree.heads(over.head)
    return over if named else None


def is_apart(document: Document, actor: str) -> str | None:
    """Give the rule by which a body of a state speaks for itself alone, such as a parliament, or its members."""
    known = document.actor.get(actor)
    if known is None or known.type not in ("government", "group"):
        return None
    words = carriers(document.language)
    named = (words.get((word, "apart")) for word in known.name.lower().split())
    return next((carrier.id for carrier in named if carrier), None)
