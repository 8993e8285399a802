"""``python -m evaluate TASK GOLD``: how good and how fast Détente is, on the path that users run."""

import argparse
import csv
import json
import sys
from pathlib import Path

from detente.settings import Settings
from evaluate import (
    annotated,
    changes,
    coded,
    copies,
    deeds,
    draw,
    examples,
    fuzz,
    gate,
    golden,
    kills,
    links,
    load,
    own_stances,
    readers,
    reading,
    reference,
    rereading,
    sample,
    sampled_changes,
    speed,
    times,
    who,
)
from evaluate.shared import gold, rows, shared
from evaluate.stored import STORES
from evaluate.tasks import TASKS, lacking, run


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give the exit status: 0, or 1 where a bar is missed, or 2 where the gold is not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluate", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for task in TASKS:
        scored = commands.add_parser(task, help=f"score {task} against gold")
        scored.add_argument("gold", type=Path)
        scored.add_argument("--predictions", type=Path, metavar="OUT", help="keep the predictions in this file")
        scored.add_argument("--without", choices=["learned"], help="leave out what is learned")
        scored.add_argument("--folds", type=int, metavar="N", help="learn about events from the other folds")
    compared = commands.add_parser("reference", help="compare FOLDER/article.txt with FOLDER/expected.json")
    compared.add_argument("folder", type=Path)
    timed = commands.add_parser("speed", help="words a second of each stage, and the ratio to bare parsing")
    timed.add_argument("texts", type=Path)
    timed.add_argument("--most", type=int, default=200, metavar="N", help="read at most N texts (200)")
    paced = commands.add_parser("reading", help="time, memory and failures of `detente read` over more and more texts")
    paced.add_argument("texts", type=Path)
    paced.add_argument("--numbers", type=reading.counts, default=(100, 400, 1600), metavar="N,N", help="100,400,1600")
    paced.add_argument("--jobs", type=reading.counts, default=(1, 2), metavar="N,N", help="numbers of processes (1,2)")
    load.add(commands)
    ours = commands.add_parser(
        "examples", help="precision and recall on our own articles, tuned and untuned half apart"
    )
    ours.add_argument("--misses", action="store_true", help="what is missing and wrong in the half that is tuned on")
    gated = commands.add_parser("gate", help="fail where a figure is below its floor")
    gated.add_argument("--everything", action="store_true", help="measure the large gold too")
    gated.add_argument("--raise", dest="higher", action="store_true", help="raise the floors to what is measured")
    _add_draws(commands)
    commands.add_parser("annotated", help="our own gold of utterances in thirty texts, both halves")
    linked = commands.add_parser("links", help="who is who in our own gold: names, types, pronouns and descriptions")
    linked.add_argument("--misses", action="store_true", help="what is missing and wrong in the half that is tuned on")
    linked.add_argument("--more", action="store_true", help="only chains, in further texts that are tuned on")
    told = commands.add_parser("coded", help="events in our own gold: event or not, type, roles, status")
    told.add_argument("--misses", action="store_true", help="what is missing and wrong in the half that is tuned on")
    told.add_argument("--more", action="store_true", help="only the further sentences that are tuned on")
    deeds.add(commands)
    sided = commands.add_parser("own-stances", help="stances in our own gold: found or not, holder, polarity, the rest")
    sided.add_argument("--misses", action="store_true", help="what is missing and wrong in the half that is tuned on")
    for ours in (linked, told, sided):
        ours.add_argument("--without", choices=["learned"], help="leave out what is learned")
    _add_who(commands)
    fuzzed = commands.add_parser("fuzz", help="damage texts at random; fail where reading one fails")
    fuzzed.add_argument("files", type=Path, nargs="+", metavar="TEXTS")
    fuzzed.add_argument("--edits", type=int, default=1_000_000, metavar="N", help="through the quotation machine")
    fuzzed.add_argument("--whole", type=int, default=5_000, metavar="N", help="through the whole path")
    fuzzed.add_argument("--seed", type=int, default=1, metavar="S")
    fuzzed.add_argument("--processes", type=int, default=1, metavar="N")
    _add_record(commands)
    _add_stored(commands)
    given = parser.parse_args(arguments)
    asked = WITHOUT_GOLD.get(given.command)
    if asked:
        return asked(given)
    paths = given.files if given.command in ("copies", "fuzz", "reread") else [_path(given)]
    for path in (path for path in paths if not path.exists()):
        print(f"not run: {path} is not here; expected gold such as that in {gold()} (see DETENTE_GOLD)")
        return 2
    return COMMANDS.get(given.command, _score)(given)


def _add_record(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    copied = commands.add_parser("copies", help="are copies of texts found, and only copies?")
    copied.add_argument("files", type=Path, nargs="+", metavar="TEXTS")
    copied.add_argument("--number", type=int, default=1000, metavar="N", help="texts, and as many copies (1000)")
    copied.add_argument("--seed", type=int, default=8, metavar="S")
    again = commands.add_parser(
        "reread", help="do judgements find their claims when texts are read by another lexicon?"
    )
    again.add_argument("files", type=Path, nargs="+", metavar="TEXTS")
    again.add_argument("--number", type=int, default=500, metavar="N", help="texts (500)")
    again.add_argument("--judgements", type=int, default=50, metavar="N", help="claims to judge (50)")
    again.add_argument("--seed", type=int, default=8, metavar="S")


def _add_who(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    changes.add(commands)
    sampled_changes.add(commands)
    asked = commands.add_parser("who", help="who held which office on a day: right, unknown and wrong answers")
    asked.add_argument("--draw", action="store_true", help="print the questions, drawn with a seed, as CSV")


def _who(given: argparse.Namespace) -> int:
    if given.draw:
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerow(("state", "name", "office", "day"))
        rows.writerows(who.draw())
    elif who.GOLD.exists():
        print("\n".join(who.report(who.measure())))
    else:
        print(f"not run: {who.GOLD} is not here; expected the answers to the questions of `--draw`")
        return 2
    return 0


def _add_stored(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    killed = commands.add_parser("faults", help="kill a writer at random moments; fail where anything is lost or half")
    killed.add_argument("--kills", type=int, default=200, metavar="N")
    killed.add_argument("--seed", type=int, default=1, metavar="S")
    beside = commands.add_parser("readers", help="many readers beside a writer; fail where one meets an error")
    beside.add_argument("--seconds", type=float, default=120, metavar="N")
    beside.add_argument("--readers", type=int, default=20, metavar="N")
    for each in (killed, beside):
        each.add_argument("--store", choices=STORES, help="on one store alone")


def _stored(given: argparse.Namespace) -> int:
    """Measure one store or both; give 1 where something is wrong."""
    wrong = False
    for kind in [given.store] if given.store else STORES:
        if given.command == "faults":
            killed = kills.measure(kind, given.kills, given.seed)
            lines, bad = kills.report(killed), bool(killed.wrong)
        else:
            asked = readers.measure(kind, given.readers, given.seconds)
            lines, bad = readers.report(asked), bool(asked.failed or asked.faults)
        print("\n".join(lines), flush=True)
        wrong = wrong or bad
    return 1 if wrong else 0


def _add_draws(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    drawn = commands.add_parser("draw", help="print texts drawn at random, as JSONL that `detente read -` takes")
    drawn.add_argument("texts", type=Path)
    drawn.add_argument("--number", type=int, default=20, metavar="N")
    drawn.add_argument("--seed", type=int, default=1, metavar="S")
    drawn.add_argument(
        "--words", type=int, nargs=2, default=draw.WORDS, metavar=("MIN", "MAX"), help="of so many words"
    )
    drawn.add_argument("--kind", choices=draw.KINDS, help="only official texts of this kind")
    sampled = commands.add_parser("sample", help="print events drawn at random from texts in no gold, to be judged")
    sampled.add_argument("--number", type=int, default=60, metavar="N")
    sampled.add_argument("--seed", type=int, default=11, metavar="S")
    sampled.add_argument(
        "--closed", action="store_true", help="for a reader who writes no rules: other layers' texts too"
    )


def _ours(given: argparse.Namespace) -> int:
    if not (shared() / "texts").exists():
        print(f"not run: {shared() / 'texts'} is not here; expected the annotated texts (see DETENTE_SHARED)")
        return 2
    if given.command == "sample":
        for row in sample.sample(given.number, given.seed, Settings(), closed=given.closed):
            print(json.dumps(row, ensure_ascii=False))
    elif given.command == "annotated":
        print(annotated.report(Settings()), end="")
    else:
        module = {"links": links, "coded": coded, "own-stances": own_stances}[given.command]
        settings = Settings(learned=given.without is None)
        if getattr(given, "more", False):
            print("\n".join(module.print_more(settings, misses=given.misses)))
            return 0
        print("\n".join(golden.halves(module, settings, misses=given.misses)))
        print("\n".join(own_stances.agreement() if module is own_stances else ()))
    return 0


def _path(given: argparse.Namespace) -> Path:
    return next(Path(getattr(given, name)) for name in ("gold", "folder", "texts") if hasattr(given, name))


def _fuzz(given: argparse.Namespace) -> int:
    print(fuzz.report(found := fuzz.fuzz(given.files, given.edits, given.whole, given.seed, given.processes)))
    return 1 if found.failure else 0


def _copies(given: argparse.Namespace) -> int:
    print(copies.report(copies.measure(given.files, given.number, given.seed)))
    return 0


def _reread(given: argparse.Namespace) -> int:
    found = rereading.measure(given.files, given.number, given.judgements, given.seed)
    print(rereading.report(found))
    return 0 if found.complete else 1


def _reference(given: argparse.Namespace) -> int:
    found = reference.compare_folder(given.folder)
    print(reference.report(found))
    return 0 if found.complete else 1


def _speed(given: argparse.Namespace) -> int:
    speed.one_core()
    print(speed.report(speed.measure(given.texts, given.most)))
    return 0


def _reading(given: argparse.Namespace) -> int:
    for line in reading.report(reading.measure(given.texts, given.numbers, given.jobs)):
        print(line, flush=True)
    return 0


def _draw(given: argparse.Namespace) -> int:
    drawn = draw.draw(given.texts, given.number, given.seed, tuple(given.words), given.kind)
    print("\n".join(json.dumps(row, ensure_ascii=False) for row in drawn))
    return 0


def _score(given: argparse.Namespace) -> int:
    if given.folds and given.command == "utterances" and given.without is None:
        print(
            "not run: found --folds; expected none: `python -m training GOLD` trains the weights, half an hour a fold"
        )
        return 2
    learned = given.without is None
    folds = given.folds if learned else None
    if folds and given.command == "events" and (absent := lacking()):
        print(f"not run: {absent}")
        return 2
    scored = run(given.command, given.gold, given.predictions, Settings(learned=learned), folds)
    print(scored.printed, end="")
    print(f"{scored.rows} rows, {scored.words} words, {scored.words / scored.seconds:.0f} words a second")
    if given.command == "times":
        print(f"{times.texts_a_second(rows(given.gold)):.0f} texts a second of the layer alone")
    return 0


def _gate(given: argparse.Namespace) -> int:
    return 0 if gate.gate(everything=given.everything, higher=given.higher) else 1


def _examples(given: argparse.Namespace) -> int:
    print("\n".join(examples.misses()) if given.misses else examples.report(examples.measure()))
    return 0


COMMANDS = {
    "copies": _copies,
    "draw": _draw,
    "fuzz": _fuzz,
    "reading": _reading,
    "reference": _reference,
    "reread": _reread,
    "speed": _speed,
}
WITHOUT_GOLD = {
    "annotated": _ours,
    "changes": changes.command,
    "coded": _ours,
    "deeds": deeds.command,
    "examples": _examples,
    "faults": _stored,
    "gate": _gate,
    "links": _ours,
    "own-stances": _ours,
    "load": load.command,
    "readers": _stored,
    "sample": _ours,
    "sampled-changes": sampled_changes.command,
    "who": _who,
}

if __name__ == "__main__":
    sys.exit(main())
