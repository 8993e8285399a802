"""``memberships.csv``: who belongs to which organisation; the Factbook lists it, our own facts tell since when."""

from collections.abc import Iterator

from detente.dates import first_day, last_day
from world.sources import FACTBOOK_LAST, Row, factbook, facts

ERRORS = {(row["state"], row["organisation"], row["status"]) for row in facts("factbook_errors.csv")}
STATUSES = {row["listed"]: row["status"] for row in facts("factbook_statuses.csv")}


def memberships() -> list[Row]:
    """Give all rows of the table."""
    known: dict[tuple[str, str], list[Row]] = {}
    for row in accessions():
        known.setdefault((row["state"], row["organisation"]), []).append(row)
    rows = [row for some in known.values() for row in some]
    for row in listed():
        same = [each for each in known.get((row["state"], row["organisation"]), ()) if _fits(each, row)]
        if same:
            same[-1] |= {"seen": row["seen"], "source": f"{same[-1]['source']}; {row['source']}"}
        elif not _denied(known.get((row["state"], row["organisation"]), ()), row):
            rows.append(row)
    return sorted(rows, key=lambda row: (row["organisation"], row["state"], row["since"] or row["seen"], row["status"]))


def accessions() -> Iterator[Row]:
    """Give the memberships whose days are written down by hand, one state a row."""
    for row in facts("accessions.csv"):
        for state in row["states"].split(";"):
            tenure = {name: row[name] for name in ("organisation", "status", "since", "until", "source")}
            yield {"state": state, "seen": "", **tenure}


def listed() -> Iterator[Row]:
    """Give the memberships that the Factbook lists: the days of its listing are neither beginning nor end."""
    organisations = {row["abbreviation"]: row["organisation"] for row in facts("factbook_organisations.csv")}
    found: dict[tuple[str, str, str], list[str]] = {}
    for state, row in factbook("factbook_memberships.csv"):
        status = STATUSES.get(row["status"])
        organisation = organisations.get(row["organisation"])
        if status and organisation and state != organisation and (state, organisation, status) not in ERRORS:
            days = found.setdefault((state, organisation, status), [])
            days += [row["first_seen"], row["last_seen"]]
    for (state, organisation, status), days in found.items():
        seen = f"{min(days)}/{min(max(days), FACTBOOK_LAST)}"
        told = f"CIA World Factbook, international organization participation, listed {seen}"
        yield {
            "state": state, "organisation": organisation, "status": status, "since": "", "seen": seen, "until": "",
            "source": told,
        }  # fmt: skip


def _fits(known: Row, row: Row) -> bool:
    """Say whether a listing is of a membership whose days we know: the same standing, at the same time."""
    alike = {known["status"], row["status"]} <= {"member", "participating state", "permanent member"}
    first, last = row["seen"].split("/")
    begins, ends = first_day(known["since"]) or first, last_day(known["until"]) or last
    return (known["status"] == row["status"] or alike) and begins <= last and first <= ends


def _denied(known: tuple[Row, ...] | list[Row], row: Row) -> bool:
    """Say whether a listing only lags behind: a member's days are known, and none of them lies in it."""
    return row["status"] == "member" and any(each["status"] == "member" for each in known)
