"""Who of the people in an article held a high office on its day, as far as the shipped directory knows."""

from collections.abc import Iterator

from detente.documents.document import Actor, Document
from detente.lexicon import Leader, given_names, leaders
from detente.text import fold


def incumbents(document: Document) -> Iterator[tuple[str, Leader]]:
    """Give people with the tenures that cover the day of the article and whose state the article names."""
    day = document.article.published
    states = {actor.id for actor in document.actors if actor.type == "state"}
    for actor in document.actors:
        if day and actor.type == "person":
            tenures = [each for each in _namesakes(actor, document.language) if each.holds_on(day)]
            if len({each.state for each in tenures}) == 1 and tenures[0].state in states:
                yield from ((actor.id, each) for each in tenures)


def titled(document: Document) -> Iterator[tuple[str, str]]:
    """Give people whom the text gives a high office and no state, with the one where they have held that office.

    Their name, the office and the state must all stand in the text; the day need not be that of the tenure.
    """
    states = {actor.id for actor in document.actors if actor.type == "state"}
    for role in document.roles:
        if role.person and not role.polity and role.status != "former" and " " in document.actor[role.person].name:
            same = _namesakes(document.actor[role.person], document.language)
            held = {each.state for each in same if each.office == role.office}
            if len(held) == 1 and held <= states:
                yield role.person, held.pop()


def _namesakes(actor: Actor, language: str) -> Iterator[Leader]:
    words = fold(actor.name).replace("-", " ").split()
    for word in {words[0], *words[1:]}:
        for leader in leaders().get(word, ()):
            others = [each for each in words if each not in leader.family]
            if not others or set(others) & set(leader.given) or _same_initial(others[0], leader, language):
                yield leader


def _same_initial(word: str, leader: Leader, language: str) -> bool:
    """Say whether a given name may be short for the leader's: "Joe" for "Joseph", but not "Jill"."""
    given = given_names(language)
    genders = {given[each].gender for each in (word, *leader.given[:1]) if each in given}
    return bool(leader.given) and word[0] == leader.given[0][0] and len(genders) <= 1
