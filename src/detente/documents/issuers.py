"""Whose statement an article is: those who say "we" in it outside all quotation marks, and the one who says "I".

What makes a text a statement stands at its head: a byline with an office, a title or a line that says by whom the
statement is issued, "We, the foreign ministers of".
"""

from collections import Counter
from collections.abc import Iterator

from detente.documents.clauses import subjects_of
from detente.documents.document import Document, Role
from detente.documents.publishers import publisher
from detente.documents.tree import Token, Tree
from detente.lexicon import descriptions, pronouns, reporting_verbs, statement_words

_OF_SEVERAL = {"people", "side", "several"}
_HEAD = 5
"""Byline, title, and the line that says who issues what follows stand in the first blocks."""


def issuers_of(document: Document) -> tuple[str, ...]:
    """Give those under whose name a statement is issued; nobody where the article is a reporter's."""
    return _opening(document) or _issued(document) or _signed(document) or _told(document)


def voice_of(document: Document) -> tuple[str, ...]:
    """Give those for whom a statement says "we": the body on whose behalf it speaks, its issuers, or who acts in it.

    A spokesman's line names no state; the state is then that of the officer or ministry with whom the text begins.
    """
    if document.turns:
        return ()
    issuers = issuers_of(document)
    if not issuers and not _is_spokesmans(document):
        return ()
    if len(issuers) > 1:
        return issuers
    sides = tuple(each for each in issuers if document.actor[each].type != "person")
    joint = "joint" in (document.article.title or "").lower().split()
    return (
        _behalf_of_body(document)
        or (_gathered(document) if joint else ())
        or _beginning(document, sides)
        or sides
        or (() if _is_spokesmans(document) else issuers)
        or _gathered(document)
    )


def _is_spokesmans(document: Document) -> bool:
    """Say whether a line at the head says that a ministry's spokesman publishes the text."""
    head = {block.span.of(document.text).lower() for block in document.blocks[:_HEAD]}
    return bool(statement_words(document.language)["spokesman"] & head)


def _gathered(document: Document) -> tuple[str, ...]:
    """Give those whose representatives met by the first sentences: "Envoys of Ghana and Togo met"."""
    for sentence in document.sentences[:_HEAD]:
        tokens = range(sentence.first, sentence.last)
        verb = next((i for i in tokens if document.tree[i].dep == "ROOT"), sentence.last)
        found = _bodies(document, range(sentence.first, verb))
        if len(found) > 1:
            return found
    return ()


def _beginning(document: Document, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Give the state for which the officer speaks with whom a spokesman's text begins, else those who act first in it.

    Nobody where the officer's state is not told, and where the one who publishes is known.
    """
    tree = document.tree
    if not _is_spokesmans(document) or len(sides) > 1 or publisher(document):
        return ()
    for sentence in document.sentences[:_HEAD]:
        for token in tree.tokens[sentence.first : sentence.last]:
            mention = document.mention_at.get(token.i) if token.dep in ("nsubj", "nsubjpass") else None
            kinds = {document.actor[actor].type for actor in mention.actors} if mention else set()
            told = {each.kind for each in descriptions(document.language).get(token.lemma.lower(), ())}
            if "person" not in kinds and token.dep == "nsubj" and (mention or told & _OF_SEVERAL):
                below = tree.subtree(token.i, without=("relcl", "acl", "appos"))
                if len(several := _bodies(document, range(min(below), max(below) + 1))) > 1:
                    return several  # "envoys of Chad and Mali met"
            for actor in mention.actors if mention else ():
                known = document.actor[actor]
                if known.type == "person":
                    return (known.represents,) if known.represents else ()
                named = known.type == "government" and known.represents in sides
                if named or (not sides and known.type in ("state", "government", "bloc")):
                    return (actor,)
    return ()


def signatory_of(document: Document) -> tuple[str, ...]:
    """Give the one person who signs a statement: by a byline, or because the words are ascribed to him."""
    people = tuple(dict.fromkeys(role.person for role in _signatures(document) if role.person))
    return people if len(people) == 1 else ()


def _signed(document: Document) -> tuple[str, ...]:
    """Give the state or body for which those who sign speak: that of their office, or the one that the text tells."""
    roles = list(_signatures(document))
    if not roles or document.turns:
        return ()
    offices = [document.state_of(role.polity) if role.polity else None for role in roles]
    states = tuple(dict.fromkeys(each for each in offices if each))
    people = tuple(dict.fromkeys(role.person for role in roles if role.person))
    return _behalf(document) or states or publisher(document) or _self(document) or _self(document, told=True) or people


def _told(document: Document) -> tuple[str, ...]:
    """Give the state that speaks by its name in a text that its title or its first line calls a statement."""
    title = (document.article.title or "").lower().split()
    words = statement_words(document.language)
    head = {block.span.of(document.text).lower() for block in document.blocks[:_HEAD]}
    called = words["paper"] & set(title) or words["spokesman"] & head or _is_release(document)
    return _behalf(document) or publisher(document) or _self(document) if called and not document.turns else ()


def _is_release(document: Document) -> bool:
    """Say whether a text is given out by a body of the state that its outlet names: "Press Release"."""
    if "joint" in (document.article.title or "").lower().split() or not publisher(document):
        return False
    told = f"{document.article.title or ''} {document.text}".lower()
    return any(words in told for words in statement_words(document.language)["release"])


def _signatures(document: Document) -> Iterator[Role]:
    """Give the roles of bylines, and of the line to whose people the words are ascribed."""
    ascribed = statement_words(document.language)["signatory"]
    for block in document.blocks:
        words = block.span.of(document.text).lower()
        if block.kind == "byline" or (words.endswith(":") and any(each in words for each in ascribed)):
            yield from (role for role in document.roles if block.span.holds(role.span))


def _opening(document: Document) -> tuple[str, ...]:
    """Read "We, the foreign ministers of Canada, France and Japan, condemn"."""
    tree, known = document.tree, pronouns(document.language)
    for sentence in document.sentences:
        first = next((i for i in range(sentence.first, sentence.last) if tree[i].pos != "PUNCT"), None)
        entry = known.get(tree[first].text.lower()) if first is not None else None
        if first is None or entry is None or (entry.kind, entry.number) != ("speaker", "plural"):
            continue
        if tree[min(first + 1, sentence.last - 1)].text == ",":
            until = next((i for i in range(first, sentence.last) if tree[i].pos in ("VERB", "AUX")), sentence.last)
            if found := _bodies(document, range(first + 1, until)):
                return found
    return ()


def _issued(document: Document) -> tuple[str, ...]:
    """Read the head of a statement: "Joint statement by Ghana and Togo on", "Canada and Norway issue the following"."""
    for n, sentence in enumerate(document.sentences):
        if sentence.block >= _HEAD:
            return ()
        titled = n == 0 or document.blocks[sentence.block].kind in ("title", "heading")
        tokens = range(sentence.first, sentence.last)
        found = _authors(document, tokens, titled=titled) or _givers(document, tokens) or _members(document, tokens)
        if found:
            return found
    return ()


def _authors(document: Document, tokens: range, *, titled: bool) -> tuple[str, ...]:
    """Give the bodies after "statement by" in a title, after "released by" in a line that announces a statement."""
    tree, words = document.tree, statement_words(document.language)
    paper = next((i for i in tokens if tree[i].text.lower() in words["paper"]), None)
    if paper is None or not (titled or _announces(document, tokens)):
        return ()
    start = next((i for i in range(paper + 1, tokens.stop) if tree[i].text.lower() in words["author"]), None)
    verbs = [i for i in range(paper + 1, start or paper + 1) if tree[i].pos in ("VERB", "AUX")]
    given = any(tree[i].lemma in words["issue"] for i in verbs)
    if start is None or (verbs and not given) or (start != paper + 1 and not given):
        return ()
    ends = (i for i in range(start + 1, tokens.stop) if tree[i].text.lower() in words["subject"])
    until = next((i for i in ends if tree[i + 1].text.lower() != "behalf"), tokens.stop)
    return _bodies(document, range(start, until))


def _givers(document: Document, tokens: range) -> tuple[str, ...]:
    """Give the bodies that "issue the following statement"."""
    tree, words = document.tree, statement_words(document.language)
    papers = [i for i in tokens if tree[i].text.lower() in words["paper"] and tree[i].dep == "dobj"]
    verb = tree[papers[0]].head if papers else None
    if verb is None or tree[verb].lemma not in words["issue"] or not _announces(document, tokens):
        return ()
    subjects = subjects_of(tree, verb)
    return _bodies(document, range(min(tokens), max(subjects) + 1)) if subjects else ()


def _members(document: Document, tokens: range) -> tuple[str, ...]:
    """Give those of whom a body that speaks consists: "The Quartet (Chad, Mali, and Niger) urges"."""
    tree, known = document.tree, reporting_verbs(document.language)
    verb = next((i for i in tokens if tree[i].dep == "ROOT" and _is_present(tree, tree[i])), None)
    if verb is None or tree[verb].lemma not in known:
        return ()
    opened = next((i for i in range(min(tokens), verb) if tree[i].text == "("), verb)
    subjects = subjects_of(tree, verb)
    closed = next((i for i in range(opened, verb) if tree[i].text == ")"), opened)
    found = _bodies(document, range(opened + 1, closed)) if subjects and subjects[0] == opened - 1 else ()
    return found if len(found) > 1 else ()


def _announces(document: Document, tokens: range) -> bool:
    """Say whether a sentence says that the statement follows it."""
    following = statement_words(document.language)["following"]
    return any(document.tree[i].text.lower() in following for i in tokens)


def _behalf(document: Document) -> tuple[str, ...]:
    """Read "on behalf of the Government of Canada", of whoever says so of himself."""
    tree = document.tree
    for words in (phrase.split() for phrase in statement_words(document.language)["behalf"]):
        for token in tree.tokens:
            after = token.i + len(words)
            here = [each.text.lower() for each in tree.tokens[token.i : after]] == words and after < len(tree)
            if here and _is_of_himself(document, token.i):
                found = _bodies(document, range(after, min(after + 6, document.sentence_of(token.i).last)))
                if found:
                    return found[:1]
    return ()


def _is_of_himself(document: Document, i: int) -> bool:
    """Say whether it is said by somebody of himself: at the start, in a line of its own, or after "I" or "we"."""
    tree, known = document.tree, pronouns(document.language)
    here = document.sentence_of(i)
    if i <= here.first + 1 or document.blocks[here.block].kind != "paragraph":
        return True
    words = (known.get(tree[each].text.lower()) for each in subjects_of(tree, tree[i].head))
    return any(word is not None and word.kind == "speaker" for word in words)


def _behalf_of_body(document: Document) -> tuple[str, ...]:
    """Give the ministry or agency after "on behalf of", where it is the noun for which somebody speaks."""
    tree = document.tree
    for words in (phrase.split() for phrase in statement_words(document.language)["behalf"]):
        for token in tree.tokens:
            here = [each.text.lower() for each in tree.tokens[token.i : token.i + len(words)]] == words
            if here and _is_of_himself(document, token.i):
                heads = tree.children(token.i + len(words) - 1, "pobj")
                named = (document.mention_at[head].actors for head in heads if head in document.mention_at)
                return tuple(a for each in named for a in each if document.actor[a].type == "government")
    return ()


def _self(document: Document, *, told: bool = False) -> tuple[str, ...]:
    """Give the one state that speaks by its name in the present tense: "The United States condemns", where "we" do.

    It is one that says something, not one that only is or does something; with ``told`` that is enough, too.

    With ``told`` past tenses count too: "Today the United States imposed sanctions".
    """
    tree, known = document.tree, reporting_verbs(document.language)
    counts: Counter[str] = Counter()
    heard = set()
    for token in tree.tokens:
        if not (told or _is_present(tree, token)) or token.dep not in ("ROOT", "conj"):
            continue
        for actor in document.who(*tree.children(token.i, "nsubj", "nsubjpass")):
            if document.actor[actor].type in ("state", "bloc"):
                counts[actor] += 1 + 2 * (token.lemma in known)
                heard |= {actor} if token.lemma in known else set()
    best, *others = sorted(counts.values(), reverse=True) or [0]
    first = max(counts, key=lambda actor: counts[actor], default="")
    return (first,) if best and (told or first in heard) and (not others or best > 2 * others[0]) else ()


def _is_present(tree: Tree, verb: Token) -> bool:
    """Say whether a verb tells what is or will be done: "condemns", "is working", "will continue", "is joined by"."""
    now = ("VBZ", "VBP", "MD")
    return verb.tag in now or any(tree[aux].tag in now for aux in tree.children(verb.i, "aux", "auxpass"))


def _bodies(document: Document, tokens: range) -> tuple[str, ...]:
    """Give the bloc or else the states among those named, or those for whom the people named speak."""
    heads = [i for i in tokens if not _is_label(document, i, tokens)]
    found = tuple(dict.fromkeys(document.state_of(each) for each in document.who(*heads)))
    blocs = [each for each in found if document.actor[each].type == "bloc"]
    states = tuple(each for each in found if document.actor[each].type == "state")
    return (*states, *blocs) if states else tuple(blocs[:1])


def _is_label(document: Document, i: int, tokens: range) -> bool:
    """Say whether a bloc only names the kind of officers whose states follow: "*G7* foreign ministers of Canada"."""
    tree, who = document.tree, document.who(i)
    bloc = len(who) == 1 and document.actor[who[0]].type == "bloc" and tree[i].dep in ("compound", "nmod", "amod")
    return bloc and any(prep in tokens and tree[prep].text == "of" for prep in tree.children(tree[i].head, "prep"))
