"""Score readings against labels: precision, recall and F1 for each kind of finding.

The label rules are in ``evaluation/README.md``. A reading is the JSON form of
``fingerpost/reading/1``, as a dict.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "cllr",
        "councillor",
        "councilor",
        "councilman",
        "councilwoman",
        "councilmember",
        "mayor",
        "governor",
        "gov",
        "president",
        "chair",
        "chairman",
        "chairwoman",
        "deputy",
        "vice",
        "premier",
        "minister",
        "rev",
        "prof",
        "professor",
        "alderman",
        "provost",
    ]
)
LEADING = frozenset({"the", "a", "an"})
UNITS = {
    "mile": "mi",
    "miles": "mi",
    "kilometre": "km",
    "kilometres": "km",
    "kilometer": "km",
    "kilometers": "km",
    "years": "year",
    "yr": "year",
    "months": "month",
    "weeks": "week",
    "days": "day",
}
LABELLED_EVENTS = frozenset(
    [
        "established",
        "renewed",
        "suspended",
        "ended",
        "kept",
        "restored",
        "lapsed",
        "proposed",
        "waned",
        "vacancy",
        "vote",
        "letter",
    ]
)

Item = dict[str, Any]
Pairs = tuple[list[tuple[Item, Item]], list[Item], list[Item]]


def words(name: str | None) -> list[str]:
    """Casefolded words without accents, marks, possessives, leading articles and titles."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    found = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]s\b", "", plain))
    while found and (found[0] in LEADING or (found[0] in TITLES and len(found) > 1)):
        found.pop(0)
    if found[:2] == ["city", "of"] or found[:2] == ["town", "of"]:
        found = found[2:]
    return found


def same_name(gold: str | None, names: list[str]) -> bool:
    """True where one of ``names`` is the gold name, or holds all its words, or is its surname."""
    want = words(gold)
    for name in names:
        have = words(name)
        if not want or not have:
            continue
        if want == have or set(want) <= set(have):
            return True
        if len(have) > 1 and set(have) <= set(want) and have[-1] == want[-1]:
            return True
    return False


def overlap(a: str, b: str) -> float:
    """Share of words in common: multiset Jaccard, 0.0 to 1.0."""
    x, y = Counter(re.findall(r"\w+", a.casefold())), Counter(re.findall(r"\w+", b.casefold()))
    total = sum((x | y).values())
    return sum((x & y).values()) / total if total else 0.0


class Reading:
    """One reading with its actors and places looked up by id."""

    def __init__(self, data: Item, text: str) -> None:
        self.data, self.text = data, text
        self.actors = {a["id"]: a for a in data.get("actors", [])}
        self.places = {p["id"]: p for p in data.get("places", [])}

    def names(self, actor_id: str | None) -> list[str]:
        """The fullest name only: a surname or a pronoun among the mentions does not count as naming."""
        actor = self.actors.get(actor_id or "")
        return [actor["name"]] if actor else []

    def covers(self, finding: Item, sentence: str) -> bool:
        """True where a passage of the finding overlaps the gold sentence."""
        text = (self.data.get("document") or {}).get("text") or self.text
        at = text.find(sentence)
        for passage in finding.get("passages", []):
            if at >= 0 and passage["start"] < at + len(sentence) and passage["end"] > at:
                return True
            if at < 0 and overlap(passage.get("text", ""), sentence) >= 0.5:
                return True
        return False


def pair_off(gold: list[Item], found: list[Item], same: Callable[[Item, Item], bool]) -> Pairs:
    """One-to-one greedy pairing: (pairs, gold left over, found left over)."""
    left, pairs, missed = list(found), [], []
    for item in gold:
        hit = next((f for f in left if same(item, f)), None)
        if hit is None:
            missed.append(item)
        else:
            left.remove(hit)
            pairs.append((item, hit))
    return pairs, missed, left


def compare(gold: Item, reading: Reading) -> dict[str, Pairs]:
    """Pairs, misses and false findings of one article, by kind."""
    data = reading.data

    def named(g: Item, f: Item, key: str = "actor") -> bool:
        return same_name(g[key], reading.names(f.get(key)))

    def end(name: str, country: str | None, place: Item) -> bool:
        return same_name(name, [place.get("name", "")]) and (not country or place.get("country") == country)

    def tie(g: Item, f: Item) -> bool:
        ends = [reading.places.get(p, {}) for p in f["places"]]
        return any(
            end(g["a"], g.get("a_country"), x) and end(g["b"], g.get("b_country"), y)
            for x, y in (ends, ends[::-1])
        )

    def content(g: Item, f: Item) -> bool:
        return overlap(g["text"], f["text"]) >= 0.8

    def spoken(g: Item, f: Item) -> bool:
        return content(g, f) and (named(g, f, "speaker") if g["speaker"] else f.get("speaker") is None)

    def position(g: Item, f: Item) -> bool:
        return bool(g["stance"] == f["stance"]) and named(g, f)

    def power(g: Item, f: Item) -> bool:
        return bool(g["power"] == f["power"]) and named(g, f)

    def event(g: Item, f: Item) -> bool:
        return bool(g["kind"] == f["kind"]) and reading.covers(f, g["sentence"])

    def action(g: Item, f: Item) -> bool:
        return reading.covers(f, g["sentence"]) and (not g.get("actor") or named(g, f))

    def claim(g: Item, f: Item) -> bool:
        stated = f.get("stated", {})
        units = [UNITS.get(unit, unit) for unit in (g.get("unit") or "", stated.get("unit") or "")]
        return (
            bool(g["kind"] == f["kind"])
            and units[0] == units[1]
            and stated.get("value") is not None
            and abs(float(g["value"]) - float(stated["value"])) < 0.01
        )

    def place(g: Item, f: Item) -> bool:
        return (
            same_name(g["name"], [f["name"]])
            and bool(f.get("country") == g.get("country"))
            and (not g.get("admin1") or bool(f.get("admin1") == g["admin1"]))
        )

    def found(kind: str) -> list[Item]:
        return list(data.get(kind, []))

    spoken_quotes = [q for q in found("quotes") if q["kind"] != "indirect"]
    events = [e for e in found("events") if e["kind"] in LABELLED_EVENTS]
    places = [p for p in found("places") if p.get("status") == "resolved" and p.get("kind") != "country"]
    return {
        "ties": pair_off(gold["ties"], found("ties"), tie),
        "quotes: content": pair_off(gold["quotes"], spoken_quotes, content),
        "quotes: with speaker": pair_off(gold["quotes"], spoken_quotes, spoken),
        "positions": pair_off(gold["positions"], found("positions"), position),
        "authority": pair_off(gold["authority"], found("authority"), power),
        "events": pair_off(gold["events"], events, event),
        "actions": pair_off(gold["actions"], found("actions"), action),
        "claims": pair_off(gold["claims"], found("claims"), claim),
        "places": pair_off(gold["places"], places, place),
    }


def faults(reading: Reading) -> list[str]:
    """Passages and quotes that do not equal their slice of the text."""
    text = (reading.data.get("document") or {}).get("text") or ""
    bad: list[str] = []

    def walk(node: Any, where: str) -> None:
        if isinstance(node, dict):
            if {"start", "end", "text"} <= node.keys() and text[node["start"] : node["end"]] != node["text"]:
                bad.append(where)
            for key, value in node.items():
                if key != "document":
                    walk(value, f"{where}.{key}")
        elif isinstance(node, list):
            for i, value in enumerate(node):
                walk(value, f"{where}[{i}]")

    walk(reading.data, "reading")
    return bad


class Labelled(NamedTuple):
    """A labelled article: its key, its labels, and the path of its text."""

    key: str
    gold: Item
    article: Path


def labelled(folder: Path) -> Iterator[Labelled]:
    """Yield the labelled articles in a folder, in order of key."""
    for path in sorted(folder.glob("*.gold.json")):
        key = path.name.removesuffix(".gold.json")
        yield Labelled(key, json.loads(path.read_text("utf-8")), path.with_name(f"{key}.txt"))


def score(
    readings: Iterable[tuple[Labelled, Item]],
    *,
    report: Callable[[str, str, str, Item], None] | None = None,
) -> Item:
    """Give the figures over labelled articles and the readings (as dicts) of each.

    ``report`` is called with (key, "missed" or "false", kind, item) for each mistake.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    since, status = Counter[bool](), Counter[bool]()
    alarms = quiet = slices = 0
    for (key, gold, article), data in readings:
        reading = Reading(data, article.read_text("utf-8"))
        slices += len(faults(reading))
        results = compare(gold, reading)
        for kind, (pairs, missed, extra) in results.items():
            counts[kind].update(hit=len(pairs), missed=len(missed), false=len(extra))
            if report:
                for item in missed:
                    report(key, "missed", kind, item)
                for item in extra:
                    report(key, "false", kind, item)
        for g, f in results["ties"][0]:
            began = str((f.get("since") or {}).get("value") or "")
            checks = [
                ("since", since, g.get("since"), began, str(g.get("since"))[:4] == began[:4]),
                (
                    "status",
                    status,
                    g.get("status_after"),
                    f.get("status_after"),
                    g["status_after"] == f.get("status_after"),
                ),
            ]
            for kind, counter, want, got, right in checks:
                if want and want != "unknown":
                    counter.update([right])
                    if report and not right:
                        report(key, "missed", kind, {"want": want, "got": got, "tie": [g["a"], g["b"]]})
        if not gold["ties"]:
            quiet += 1
            alarms += bool(data.get("ties"))
    figures: Item = {kind: _rates(c) for kind, c in counts.items()}
    figures["since right"], figures["status right"] = _share(since), _share(status)
    figures["false alarms"], figures["articles without a tie"], figures["unequal slices"] = (
        alarms,
        quiet,
        slices,
    )
    return figures


def _rates(c: Counter[str]) -> dict[str, float]:
    p = c["hit"] / (c["hit"] + c["false"]) if c["hit"] + c["false"] else 1.0
    r = c["hit"] / (c["hit"] + c["missed"]) if c["hit"] + c["missed"] else 1.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f1, 4), **c}


def _share(c: Counter[bool]) -> float:
    return round(c[True] / sum(c.values()), 4) if c else 1.0


def table(figures: Item) -> str:
    """Give the figures as a table for people."""
    lines = [f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'hit':>6}{'missed':>8}{'false':>7}"]
    for kind, f in figures.items():
        if isinstance(f, dict):
            lines.append(
                f"{kind:24}{f['precision']:7.3f}{f['recall']:7.3f}{f['f1']:7.3f}"
                f"{f['hit']:6}{f['missed']:8}{f['false']:7}"
            )
    lines.append(", ".join(f"{name} {f}" for name, f in figures.items() if not isinstance(f, dict)))
    return "\n".join(lines)
