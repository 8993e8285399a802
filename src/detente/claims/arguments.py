"""Who stands behind the arguments of a clause, and the words that prove it."""

from collections.abc import Iterable

from detente.documents import Document, Role, date_of, factuality, owners
from detente.text import Span, Spans, merge

_LONGEST = 400
_AFTER = {"after", "since", "following", "upon"}


def named(document: Document, token: int) -> tuple[str, ...]:
    """Give the actors for which a token stands, through its apposition ("a group" for the bloc named before it)."""
    tree = document.tree
    if found := document.who(token):
        return found
    covering = document.mention_over.get(token)
    if covering is not None and covering.actors and covering.kind == "name":
        return covering.actors
    if tree[token].dep == "appos" and (found := document.who(tree[token].head)):
        return found
    return next((found for child in tree.children(token, "appos") if (found := document.who(child))), ())


def sides(document: Document, tokens: Iterable[int]) -> tuple[str, ...]:
    """Give the states and bodies that act through these tokens: a ministry's state, "Iranian officials": Iran."""
    found: list[str] = []
    for token in tokens:
        actors = named(document, token) or _owned(document, token)
        found.extend(document.state_of(actor) for actor in actors)
    return tuple(dict.fromkeys(found))


def targets(document: Document, tokens: Iterable[int]) -> tuple[str, ...]:
    """Give those at whom something is aimed: as named, else the state to which they belong."""
    found = (actor for token in tokens for actor in named(document, token) or _owned(document, token))
    return tuple(dict.fromkeys(found))


def behind(document: Document, token: int) -> tuple[str, ...]:
    """Give who acts through a noun: as named, else its owner ("the government of X")."""
    tokens = (token, *owners(document.tree, token))
    return next((found for each in tokens if (found := named(document, each))), ()) or _owned(document, token)


def _owned(document: Document, token: int) -> tuple[str, ...]:
    """Give the state or person whose people or things a noun names: "Myanmar's generals"."""
    children = document.tree.children(token, "poss", "amod", "compound", "nmod")
    return next((found for child in children if (found := document.who(child))), ())


def role_at(document: Document, token: int) -> Role | None:
    """Give the title that a token heads."""
    return next((role for role in document.roles if role.head == token), None)


def happened(document: Document, verb: int) -> bool:
    """Say whether a verb tells of something done: no plan, wish or denial, no bare infinitive or gerund.

    A gerund counts after "after" and its like: "after joining the bloc".
    """
    tree = document.tree
    token = tree[verb]
    judged = factuality(document, verb)
    if judged.negated or judged.hypothetical or judged.time == "future":
        return False
    if token.tag == "VB":
        return any(tree[child].lemma == "do" for child in tree.children(verb, "aux"))
    if token.tag == "VBG" and not tree.children(verb, "aux"):
        return token.dep == "advcl" or tree[token.head].lemma.lower() in _AFTER
    return True


def since(document: Document, token: int) -> str | None:
    """Give the date of what a verb or noun names, of an interval the first day."""
    date = date_of(document, token)
    first, _, last = (date or "").partition("/")
    return first if first not in ("", "..") and last in ("", "..") else None


def proof(document: Document, tokens: Iterable[int]) -> Spans:
    """Give the stretch from the first to the last of these tokens, sentence by sentence, or the words alone."""
    tree = document.tree
    known = sorted(set(tokens))
    rest = [token for token in known if token >= document.sentence_of(known[0]).last]
    if rest:
        return merge([*proof(document, [token for token in known if token < rest[0]]), *proof(document, rest)])
    spans = [_whole(document, token) for token in known]
    stretch = Span(min(span.start for span in spans), max(span.end for span in spans))
    if stretch.end - stretch.start <= _LONGEST:
        return (stretch,)
    return merge([*spans, tree[known[0]].span])


def _whole(document: Document, token: int) -> Span:
    mention = document.mention_over.get(token)
    return mention.span if mention is not None and mention.kind == "name" else document.tree[token].span
