"""Writes lexicon/world/holders.csv: who has held the highest offices since 2014, and the foreign ministers known.

Reads factbook_leaders.csv, foreign_ministers_2023.csv and venezuela_holders21.csv.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

WORLD = Path(__file__).parent.parent / "src/detente/lexicon/world"
TARGET = WORLD / "holders.csv"
HEAD = """# Holders of the highest offices since 2014, and foreign ministers as far as known, one holder a row.
#
# Written by `python -m world`; do not edit.
#
# state     the state's code
# office    the office's name in office_titles.yaml
# name      the full name, often longer than the one in use, accents often missing
# surname   the part of it that a text gives at the least
# since     the first day in office (EDTF), where known
# source    where the facts of the row can be checked
# Used to tell whose office a text means by "President Castillo"; never to say that somebody holds it.
"""
OFFICES = {
    "Vice President": "vice president", "President": "president", "Prime Minister": "prime minister",
    "Premier": "prime minister", "Taoiseach": "prime minister", "Chancellor": "chancellor", "King": "monarch",
    "Queen": "monarch", "Sultan": "monarch", "Amir": "monarch", "Emperor": "monarch", "Supreme Leader": "monarch",
    "Grand Duke": "monarch", "Pope": "pope", "Crown Prince": "crown prince",
    "Deputy Prime Minister": "deputy prime minister", "Vice Premier": "deputy prime minister",
}  # fmt: skip
POSTS = {
    "President of Venezuela": "president",
    "Vice President of Venezuela": "vice president",
    "Minister of Foreign Affairs": "foreign minister",
}
OTHER_NAMES = {
    "burma": "MMR", "korea, north": "PRK", "korea, south": "KOR", "the gambia": "GMB", "gambia, the": "GMB",
    "the dominican": "DOM", "dominican republic": "DOM", "dr congo": "COD",
    "congo, democratic republic of the": "COD", "congo, republic of the": "COG", "bahamas, the": "BHS",
    "micronesia, federated states of": "FSM", "cote d'ivoire": "CIV", "holy see": "VAT",
    "holy see (vatican city)": "VAT", "turkey (turkiye)": "TUR", "czechia": "CZE", "cabo verde": "CPV",
    "swaziland": "SWZ", "macedonia": "MKD", "timor-leste": "TLS",
}  # fmt: skip
TERRITORIES = {
    "ABW", "AIA", "ASM", "BLM", "BMU", "CCK", "COK", "CUW", "CXR", "CYM", "FLK", "FRO", "GGY", "GIB",
    "GRL", "GUM", "HKG", "IMN", "JEY", "MAC", "MAF", "MNP", "MSR", "NCL", "NFK", "NIU", "PCN", "PRI",
    "PYF", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "VGB", "VIR", "WLF",
}  # fmt: skip
RANK = r"Dr\.?|Gen\.|Lt\.|Col\.|Sir|General|Maj\.|Field Marshal"
BEFORE = "Acting|Interim|Caretaker|Transitional|Transition|Executive|First|Second|Federal|State|Co-"
TITLE = rf"(?:(?:{BEFORE})\s)*(?:{'|'.join(sorted(OFFICES, key=len, reverse=True))})"
LISTED = re.compile(
    rf"(?P<title>{TITLE})\s+(?P<name>(?:{RANK}|Sheikh|Shaykh|\(Ret\.\)|Ayatollah)?\s*[^,;()+]+)",
)
LONGEST = 7


class Holder(NamedTuple):
    """A row of the file."""

    state: str
    office: str
    name: str
    surname: str
    since: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Give what tells two holders apart."""
        return self.state, self.office, fold(self.surname)


def write(shared: Path) -> int:
    """Write the file from the facts in a folder; give the number of rows."""
    found: dict[tuple[str, str, str], Holder] = {}
    for holder in leaders(shared):
        before = found.get(holder.key)
        if before is None or (holder.since and (not before.since or holder.since < before.since)):
            found[holder.key] = holder
    found.update({holder.key: holder for holder in ministers(shared)})
    for holder in venezuelans(shared):
        found.setdefault(holder.key, holder)
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        target.write(HEAD)
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(Holder._fields)
        writer.writerows(found[key] for key in sorted(found))
    return len(found)


def leaders(shared: Path) -> Iterator[Holder]:
    """Give those whom the Factbook lists as chief of state or head of government, their families in capitals."""
    for row in _rows(shared / "factbook_leaders.csv"):
        state = code(row["country"])
        if row["role"] not in ("chief of state", "head of government") or not state or state in TERRITORIES:
            continue
        text = re.sub(r"\(.*?\)", " ", row["title_and_name"])
        text = text if "Notification" in text else re.split(r"represented by|note|; |\+\+", text)[0]
        for match in LISTED.finditer(text):
            named = _parted(match["name"])
            if named:
                office = OFFICES[max((each for each in OFFICES if match["title"].endswith(each)), key=len)]
                yield Holder(state, office, *named, row["since"] or "", "CIA World Factbook 2014-2026")


def ministers(shared: Path) -> Iterator[Holder]:
    """Give the foreign ministers of 2023."""
    for row in _rows(shared / "foreign_ministers_2023.csv"):
        state = code(row["countryLabel"])
        if row["name"] and state:
            since = "" if row["start"].startswith("http") else row["start"][:10]
            surname = row["name"].split()[-1]
            yield Holder(state, "foreign minister", row["name"], surname, since, f"Wikidata {row['person']}")


def venezuelans(shared: Path) -> Iterator[Holder]:
    """Give the presidents, vice-presidents and foreign ministers of Venezuela."""
    for row in _rows(shared / "venezuela_holders21.csv"):
        name, office = row["person"], POSTS.get(row["position"])
        if office:
            yield Holder("VEN", office, name, name.split()[-1], row["start"], f"Wikidata {row['personID']}")


def _parted(text: str) -> tuple[str, str] | None:
    """Give name and family name in small letters, None where no word in capitals tells the family."""
    name = re.split(r"\b(?:of|and|elected|since|the|as|is|was|has)\b", text)[0].strip(" .")
    name = re.sub(rf"^(?:{RANK}|Brig\.|Ret\.)\s*", "", name)
    words = re.sub(TITLE + ".*$", "", name).split()
    family = [word for word in words if _in_capitals(word)]
    if not family or len(words) > LONGEST or any(char.isdigit() for word in words for char in word):
        return None
    small = " ".join("-".join(map(_lowered, word.split("-"))) for word in words)
    return small, " ".join("-".join(part[:1] + part[1:].lower() for part in word.split("-")) for word in family)


def _in_capitals(word: str) -> bool:
    numeral = re.fullmatch(r"[A-Z]\.|[IVX]+", word)
    return len(word) > 1 and word == word.upper() and any(map(str.isalpha, word)) and not numeral


def _lowered(part: str) -> str:
    return part[:1] + part[1:].lower() if part == part.upper() else part


def code(country: str) -> str | None:
    """Give a state's code by any of its names."""
    plain = fold(country)
    return OTHER_NAMES.get(plain) or _codes().get(plain) or _codes().get(plain.removeprefix("the "))


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _rows(WORLD / "states.csv"):
        for name in (row["name"], *row["aliases"].split(";")):
            if name:
                found.setdefault(fold(name), row["id"])
    return found


def fold(text: str) -> str:
    """Give a name in small letters without accents and full stops."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace(".", "").strip()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(line for line in source if not line.startswith("#"))
