"""The two who met or talked: "Keller spoke with Ruiz", "Keller and Ruiz agreed"; whom "they" means."""

from detente.documents.clauses import prepositions
from detente.documents.discourse import SUBJECTS, Discourse, Trace, is_absolute

_PAIR = 2


def who_met(discourse: Discourse, i: int, reach: int, number: int | None = None) -> tuple[int, tuple[str, ...]] | None:
    """Give the sentence and those who in it did something with each other or together, the latest first.

    Only what a sentence before says outside quotations and with these as subject of its main verb counts.
    """
    for trace in discourse.recent(reach, i):
        if not trace.subject or trace.sentence == discourse.sentence(i) or trace.quotation >= 0:
            continue
        all_ = trace.actors if len(trace.actors) > 1 else with_whom(discourse, trace)
        if len(all_) > 1 and trace.main and number in (None, len(all_)):
            return trace.sentence, all_
    return None


def pair(discourse: Discourse, i: int, reach: int) -> tuple[int, tuple[str, ...]] | None:
    """Give the sentence and the two of the last sentences in which two did something with each other or together."""
    return who_met(discourse, i, reach, _PAIR)


def people_who_met(discourse: Discourse, i: int, reach: int, number: int | None = _PAIR) -> tuple[str, ...]:
    """Give the last people, two or so many, who met or acted together; of any number for None."""
    found = who_met(discourse, i, reach, number)
    both = found[1] if found else ()
    return both if all(discourse.type_of(each) == "person" for each in both) else ()


def with_whom(discourse: Discourse, trace: Trace) -> tuple[str, ...]:
    """Give those who meet in a clause, by its subject: "Keller held talks with Ruiz"; else nobody.

    The parser may see "with Ruiz to discuss" as a clause.
    """
    tree = discourse.document.tree
    verb = tree[trace.head].head
    ways = [head for each in prepositions(tree, verb) if each.word in ("by", "in") for head in each.objects]
    phrases = [each for on in (verb, *tree.children(verb, "dobj"), *ways) for each in prepositions(tree, on)]
    heads = [head for each in phrases if each.word == "with" for head in each.objects]
    heads += [
        subject
        for clause in tree.children(verb, "advcl")
        for subject in tree.children(clause, *SUBJECTS)
        if is_absolute(tree, subject)
    ]
    found = list(trace.actors)
    for head in heads:
        other = discourse.mentions[head].actors if head in discourse.mentions else ()
        kinds = {discourse.type_of(actor) for actor in (*other, *trace.actors)}
        if len(other) == 1 and other[0] not in found and len(kinds) == 1 and kinds != {"place"}:
            found += other
    return tuple(found) if len(found) > 1 else ()
