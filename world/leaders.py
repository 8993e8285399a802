"""``leaders.csv``: heads of state and government, vice-presidents and foreign ministers with their tenures."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher

from detente.dates import first_day, last_day
from detente.text import fold
from world.sources import FACTBOOK_LAST, Row, factbook, facts

DAY = len("2021-08-05")
PAUSE = timedelta(days=200)
MONTH = timedelta(days=31)
ALIKE = 0.5
OFFICES = {row["title"]: row["office"] for row in facts("factbook_titles.csv")}
TERRITORIES = frozenset(row["id"] for row in facts("territories.csv"))
SEVERAL = frozenset((row["state"], row["office"]) for row in facts("joint_offices.csv"))
ERRORS = {
    (row["state"], row["office"], row["name"], row["listed"]): row["since"]
    for row in facts("factbook_leader_errors.csv")
}
HEADS = "Government of {state}, list of holders of the office of {office}; {begins}"


def leaders() -> list[Row]:
    """Give all rows of the table that are of heads of state and government and of vice-presidents."""
    by_hand: dict[tuple[str, str], list[Row]] = {}
    for row in facts("heads.csv"):
        by_hand.setdefault((row["state"], row["office"]), []).append(row)
    listed = joined(factbook_heads())
    rows = [row for row in listed if (row["state"], row["office"]) not in by_hand]
    for (state, office), some in by_hand.items():
        same = [row for row in listed if (row["state"], row["office"]) == (state, office)]
        rows += [*_carried_on(list(dated(some, HEADS)), same)]
    return list(marked(closed(rows)))


def _carried_on(tenures: list[Row], listed: list[Row]) -> Iterator[Row]:
    """Carry on what is known by hand with what the Factbook lists: the last one is still there, or who followed."""
    *before, last = tenures
    yield from before
    later = [row for row in listed if _is_later(row, last)]
    if later and not last["until"]:
        last |= {"until": later[0]["since"], "seen": f"{last['seen'][:DAY]}/{later[0]['since']}"}
    still = next((row for row in listed if _spelt(row, last) and row["seen"][-DAY:] > last["seen"][-DAY:]), None)
    if still and not last["until"]:
        told = f"{last['source']}; {still['source']}"
        last |= {"seen": f"{last['seen'][:DAY]}/{still['seen'][-DAY:]}", "source": told}
    yield last
    yield from later


def _is_later(row: Row, last: Row) -> bool:
    """Say whether the Factbook lists somebody who came after the last one whom we know."""
    return row["since"] > last["since"] and row["seen"][:DAY] > last["since"] and not _spelt(row, last)


def dated(rows: list[Row], source: str) -> Iterator[Row]:
    """Give tenures written down by hand, each ended by the next and with the days on which it is sure."""
    as_of = facts("as_of.csv")[0]["day"]
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        until = row["until"] or (after["since"] if after else "")
        begins = last_day(row["since"])
        ends = max(first_day(until) if until else as_of, begins)
        told = source.format(**row, begins=f"appointment {row['since']}")
        yield row | {"seen": f"{begins}/{ends}", "until": until, "source": told}


def factbook_heads() -> Iterator[Row]:
    """Give those whom the Factbook lists as chief of state or head of government."""
    for state, row in factbook("factbook_leaders.csv"):
        if row["role"] not in ("chief of state", "head of government") or state in TERRITORIES:
            continue  # a territory's head of state is that of its state
        title, name = parted(row["title_and_name"])
        since = ERRORS.get((state, OFFICES.get(title, ""), name, row["since"]), row["since"])
        if name and (since or not row["since"]):
            seen = f"{row['first_seen']}/{min(row['last_seen'], FACTBOOK_LAST)}"
            told = f"CIA World Factbook, {row['country'] or state}: {row['role']}, listed {seen}"
            facts_of = {"since": since, "seen": seen, "until": "", "mark": "", "source": told}
            yield {"name": name, "office": OFFICES[title], "state": state, **facts_of}


def joined(rows: Iterable[Row]) -> list[Row]:
    """Join the listings of one tenure, whose name and first day the source may give in several ways."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda each: (each["state"], each["office"], each["seen"])):
        same = next((each for each in found if _is_same(each, row)), None)
        if same is None:
            found.append(dict(row))
            continue
        days = sorted(f"{same['seen']}/{row['seen']}".split("/"))
        since = min((each for each in (row["since"], same["since"]) if each), key=last_day, default="")
        same |= {"name": row["name"], "since": since, "seen": f"{days[0]}/{days[-1]}"}
        same["source"] = f"{row['source'].rpartition(', listed')[0]}, listed {same['seen']}"
    return found


def _is_same(one: Row, other: Row) -> bool:
    """Say whether two listings are of one tenure: the same person since the same day, or listed without a break."""
    if (one["state"], one["office"]) != (other["state"], other["office"]):
        return False
    if _spelt(one, other) and _near(one["since"], other["since"]):
        return True
    if one["since"] == other["since"]:
        return _spelt(one, other) or SequenceMatcher(None, fold(one["name"]), fold(other["name"])).ratio() > ALIKE
    gap = date.fromisoformat(other["seen"][:DAY]) - date.fromisoformat(one["seen"][-DAY:])
    return _spelt(one, other) and gap < PAUSE


def _near(one: str, other: str) -> bool:
    """Say whether two beginnings may be one: one of them is not known, or election and inauguration lie between."""
    exact = len(one) == len(other) == DAY
    return not (one and other) or (exact and abs(date.fromisoformat(one) - date.fromisoformat(other)) < MONTH)


def _spelt(one: Row, other: Row) -> bool:
    """Say whether two names may be spellings of one: they share a family name, or a given name and an initial."""
    mine, theirs = family(one["name"]), family(other["name"])
    return bool(mine & theirs) or any(a[:4] == b[:4] for a in mine for b in theirs if len(a) > 3)


def closed(rows: list[Row]) -> Iterator[Row]:
    """End a tenure on the day on which the next holder's began, unless listing paused in between."""
    for row in rows:
        last = row["seen"][-DAY:]
        after = [
            each["since"]
            for each in rows
            if (each["state"], each["office"]) == (row["state"], row["office"]) not in SEVERAL
            if len(each["since"]) == DAY and each["since"] > (row["since"] or row["seen"][:DAY])
            if each["since"] <= last or date.fromisoformat(each["seen"][:DAY]) - date.fromisoformat(last) < PAUSE
        ]
        yield row if row["until"] else row | {"until": min(after, default="")}


def marked(rows: Iterable[Row]) -> Iterator[Row]:
    """Mark those who hold an office together with somebody else."""
    rows = [trimmed(row) for row in rows]
    for row in rows:
        others = (each for each in rows if (each["state"], each["office"]) == (row["state"], row["office"]))
        several = any(overlap(row, each) for each in others if each is not row and not each["mark"])
        yield row | {"mark": row["mark"] or ("joint" if several else "")}


def trimmed(row: Row) -> Row:
    """Keep a listing within its tenure: the source lists who is only elected, and is renewed weeks after the end."""
    first, last = row["seen"].split("/")
    first = max(first, first_day(row["since"]))
    last = max(first, min(last, first_day(row["until"]))) if row["until"] else max(first, last)
    return row | {"seen": f"{first}/{last}"}


def overlap(one: Row, other: Row) -> bool:
    """Say whether two tenures are known to cover the same days, more than one."""
    (begin, end), (start, stop) = known_days(one), known_days(other)
    return max(begin, start) + timedelta(days=1) < min(end, stop)


def known_days(row: Row) -> tuple[date, date]:
    """Give the first and last day on which somebody is known to have been in office."""
    first, last = row["seen"].split("/")
    begins = min(each for each in (last_day(row["since"]), first) if each)
    return date.fromisoformat(begins), date.fromisoformat(first_day(row["until"]) or last)


def family(name: str) -> set[str]:
    """Give the words in capitals, folded."""
    return {fold(word) for word in re.findall(r"[\w'’]+", name) if word.isupper() and len(word) > 1}


def parted(text: str) -> tuple[str, str]:
    """Part a title from a name: "President Vladimir Vladimirovich PUTIN"."""
    text = re.sub(r"^(?:represented by|note -|Notification Statement:.*?) ", "", text)
    text = re.sub(
        r"^(President|Governor General) of the [A-Z]\w+(?: [A-Z]\w+)*? (?:Confederation|Republic|Australia) ",
        r"\1 ",
        text,
    )
    title = max((each for each in OFFICES if text.startswith(each + " ")), key=len, default="")
    text = re.sub(r"^(\w+) and Prime Minister ", r"\1 ", text)
    name = re.sub(r"[,;(].*| of .*| - formerly .*|\".*?\" |“.*?” ", "", text[len(title) :]).strip()
    name = re.sub(
        r"^(?:and Co-Vice President|(?:Crown )?Prince|Sheikh|Shaykh|Gen\.?|General|Dr\.?|Col\.?|Lt\.?|Interim|Acting"
        r"|Sir|Dame) ",
        "",
        name,
    )
    in_capitals = any(len(word) > 1 and word.isupper() for word in re.findall(r"\w+", name))
    return (title, name) if title and in_capitals else ("", "")
