"""Who takes part beside those in a predicate's slots: whom a war is fought against, hearers, those who are meant."""

from collections.abc import Iterator

from detente.claims.event_lists import after
from detente.claims.event_matches import Match
from detente.claims.event_parties import noun_sectors
from detente.claims.event_status import talk_around
from detente.documents import Document, clause, issuers_of, prepositions, subjects_of
from detente.lexicon import Phrase, event_phrases, event_words, pronouns

_TITLE = 12
_OBJECTS, _PLURALS = ("dobj", "pobj", "dative"), ("NNS", "NNPS")
_IN_TALKS = ("AGREE", "REQUEST", "REJECT", "SUPPORT", "THREATEN")
_SHARED = ("AGREE", "COOPERATE")
_HARM, _TALK = "ASSAULT", "CONSULT"


def called_after(document: Document, match: Match) -> tuple[int, ...]:
    """Give the word that names the two between whom a meeting is: "led the envoys to the *Chad-Mali* Dialogue"."""
    if match.frame.type != _TALK or match.token == match.verb:
        return ()
    before = document.tree.children(match.token, "amod", "compound", "nmod")
    return tuple(head for head in before if len(document.who(head)) > 1)


def meant(document: Document, head: int) -> tuple[int, ...]:
    """Give the people named last in a sentence, for whom "them" stands of whom nobody is known: "told *envoys* ...".

    Of a state whose officer is meant it is he: "met Union of Arvania (UOA) Foreign Minister *Lund*"; of a deed those
    who did it: "praised the release of the nurse *by her captors*". Any other word is given as it is.
    """
    tree = document.tree
    if (officer := _officer_of(document, head)) is not None:
        return (officer,)
    if doers := _doers_by(document, head):
        return doers
    word = pronouns(document.language).get(tree[head].text.lower())
    if word is None or word.kind != "several" or document.who(head) or tree[head].dep not in _OBJECTS:
        return (head,)
    verb = tree[tree[head].head]
    above = tree.children(verb.head, "dobj") if verb.dep == "conj" and tree[head].dep == "dobj" else ()
    before = (*above, *range(head - 1, document.sentence_of(head).first - 1, -1))
    return (next((i for i in before if tree[i].tag in _PLURALS and noun_sectors(document, i)), head),)


def _doers_by(document: Document, head: int) -> tuple[int, ...]:
    """Give those who did what a common noun names, where they are only described."""
    tree = document.tree
    if tree[head].pos != "NOUN" or noun_sectors(document, head) or document.who(head):
        return ()
    found = tuple(i for each in prepositions(tree, head) if each.word == "by" for i in each.objects)
    return found if found and all(noun_sectors(document, i) or document.who(i) for i in found) else ()


def _officer_of(document: Document, head: int) -> int | None:
    """Give the person whose title a state begins, where the parser breaks it off at a short form in brackets."""
    tree, here = document.tree, document.mention_at.get(head)
    start = after(document, head)
    if here is None or start + 3 >= len(tree) or tree[start].text != "(" or tree[start + 2].text != ")":
        return None
    for i in range(start + 3, min(start + _TITLE, len(tree))):
        if tree[i].pos != "PROPN" and tree[i].text not in ("of", "for", "-"):
            return None
        mention = document.mention_at.get(i)
        if mention and any(document.actor[each].type == "person" for each in mention.actors if each in document.actor):
            return i
    return None


def hearers(document: Document, match: Match, actors: tuple[str, ...], heads: tuple[int, ...]) -> tuple[str, ...]:
    """Give the state to which a statement is addressed, where "you" take part: "we applaud *your* efforts".

    It is the only one that the statement names before, besides those who issue it.
    """
    issuers = issuers_of(document)
    told = tuple(_told_of(document, match, heads))
    bound = len(actors) == 1 and not heads and _is_bond(document, match)
    if not issuers or document.turns or not (bound or any(_is_hearer(document, i) for i in told)):
        return ()
    own = {document.state_of(actor) for actor in (*issuers, *actors)}
    first = document.sentence_of(match.token).first
    named = {document.state_of(actor) for actor in document.who(*range(first))}
    states = {each for each in named - own if each in document.actor and document.actor[each].type == "state"}
    return tuple(states) if len(states) == 1 else ()


def _is_bond(document: Document, match: Match) -> bool:
    """Say whether "we" promise what joins us to the hearer: "*we* are committed to *our friendship*"."""
    tree, known = document.tree, pronouns(document.language)
    if match.frame.type not in _SHARED or match.ground.clause is None:
        return False
    words = (known.get(tree[head].text.lower()) for head in match.ground.clause.subjects)
    below = (tree[i].lemma.lower() for i in tree.subtree(match.verb) if i > match.verb)
    ours = any(word is not None and word.kind == "speaker" for word in words)
    return ours and not event_words(document.language)["bond"].isdisjoint(below)


def _told_of(document: Document, match: Match, heads: tuple[int, ...]) -> Iterator[int]:
    around = match.ground.clause
    named = (*heads, *match.ground.nouns, *(around.objects if around else ()))
    for head in dict.fromkeys(named):
        yield from (head, *document.tree.children(head, "poss"))
    for each in around.prepositions if around else ():
        yield from each.objects


def _is_speaker(document: Document, i: int) -> bool:
    known = pronouns(document.language).get(document.tree[i].text.lower())
    return known is not None and known.kind == "speaker"


def _is_hearer(document: Document, i: int) -> bool:
    known = pronouns(document.language).get(document.tree[i].text.lower())
    return known is not None and known.kind == "hearer"


def attacked(document: Document, match: Match, actors: tuple[str, ...]) -> tuple[int, ...]:
    """Give whom a war is fought against that is told by its doer alone: "support for *Mali* in the face of their war".

    It is the one who is helped or defends himself in the words before it.
    """
    tree, noun = document.tree, match.token
    if match.frame.type != _HARM or match.ground.clause or not actors:
        return ()
    above = [tree[i].text.lower() for i in tree.heads(noun) if tree[i].dep == "prep"][:2]
    own = {document.state_of(actor) for actor in actors}
    if not event_words(document.language)["faced"].intersection(above):
        return _helped_alone(document, noun, own)
    if (defended := _defender(document, noun)) is not None:
        return (defended,)
    for head in range(noun - 1, document.sentence_of(noun).first - 1, -1):
        named = {document.state_of(actor) for actor in document.who(head)}
        if named and named.isdisjoint(own):
            if len(named) == 1 and _is_helped(document, head):
                return (head,)
            break
    return _helped_alone(document, noun, own)


def in_whose(document: Document, match: Match) -> tuple[int, ...]:
    """Give whose deed it is in which somebody is hurt: "nurses killed in *Chad*'s raid"."""
    around, deeds = match.ground.clause, event_phrases(document.language, "nouns")
    if match.frame.type != _HARM or around is None:
        return ()
    harms = (i for i in around.after("in", "during", "by") if _is_harm(deeds.get(document.tree[i].lemma.lower(), ())))
    return tuple(owner for noun in harms for owner in document.tree.children(noun, "poss") if document.who(owner))


def _is_harm(phrases: tuple[Phrase, ...]) -> bool:
    return any(each.frame.type == _HARM for each in phrases)


def _defender(document: Document, noun: int) -> int | None:
    """Give who defends himself in the clause around: "*the Malians* have defended their homeland against its war"."""
    tree, defends = document.tree, event_words(document.language)["defends"]
    verb = next((i for i in tree.heads(noun) if tree[i].pos == "VERB"), None)
    subjects = subjects_of(tree, verb) if verb is not None and tree[verb].lemma in defends else ()
    return next((head for head in subjects if document.who(*tree.subtree(head))), None)


def _helped_alone(document: Document, noun: int, own: set[str]) -> tuple[int, ...]:
    """Give the only one whom the words before help, or whose they tell: "backed *Mali*'s efforts to end the war"."""
    first = document.sentence_of(noun).first
    helped = {
        document.state_of(actor): head
        for head in range(first, noun)
        if (document.tree[head].dep == "poss" and not _is_speaker(document, head)) or _is_helped(document, head)
        for actor in document.who(head)
        if document.state_of(actor) not in own and document.state_of(actor) in _states(document)
    }
    return tuple(helped.values()) if len(helped) == 1 else ()


def _states(document: Document) -> set[str]:
    return {actor.id for actor in document.actors if actor.type == "state"}


def _is_helped(document: Document, head: int) -> bool:
    tree, known = document.tree, event_words(document.language)
    defends, token = known["defends"], tree[head]
    if token.dep == "nsubj":
        return tree[token.head].lemma in defends
    if token.tag == "PRP$":  # "defends *its* sovereignty"
        return tree[tree[token.head].head].lemma in defends
    return token.dep == "pobj" and tree[token.head].text.lower() in known["helped"]


def spoken_to(document: Document, match: Match) -> tuple[int, ...]:
    """Give to whom it is said in a talk what names nobody: "met *her* to renew his pledge of neutrality"."""
    if match.frame.type not in _IN_TALKS or match.frame.mutual:
        return ()
    talk = talk_around(document, match.verb)
    if talk is None:
        return ()
    around = clause(document.tree, talk)
    return tuple(head for head in (*around.objects, *around.after("with", "to")) if document.who(head))


def those_before(document: Document, match: Match, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Give who takes part in what the sentence before tells, for whom "they" stand of whom nobody else is known."""
    known = pronouns(document.language)
    words = [known.get(document.tree[head].text.lower()) for head in heads]
    here = document.sentences.index(document.sentence_of(match.token))
    if not match.frame.mutual or len(words) != 1 or words[0] is None or words[0].kind != "several" or here == 0:
        return ()
    before = document.sentences[here - 1]
    main = next((i for i in range(before.first, before.last) if document.tree[i].dep == "ROOT"), before.first)
    around = clause(document.tree, main)
    phrases = (each for head in around.objects for each in prepositions(document.tree, head) if each.word == "with")
    named = (*around.subjects, *around.after("with"), *(i for each in phrases for i in each.objects))
    found = tuple(head for head in named if document.who(head) or noun_sectors(document, head))
    return found if len(found) > 1 else ()


def guests(document: Document, match: Match) -> tuple[int, ...]:
    """Give who talks, where talks are what somebody does something for: "*she* flew to Oslo for talks with him".

    So with visits: "*she* said during a visit to Oslo".
    """
    tree, noun = document.tree, document.tree[match.token]
    before = event_words(document.language)["visits"]
    visit = match.frame.mode == "visit"
    alone = match.ground.clause is None and match.frame.type == _TALK and (match.frame.mutual or visit)
    if not alone or noun.dep != "pobj" or tree[noun.head].text.lower() not in before:
        return ()
    verb = tree[noun.head].head
    goes = tree[verb].pos == "VERB" and (visit or not tree.children(verb, "dobj", "auxpass"))
    return tuple(head for head in subjects_of(tree, verb) if document.who(head)) if goes else ()
