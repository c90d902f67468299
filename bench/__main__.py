"""bench/run [cold|warm|places|growth|desk|site|work|crawl ...] [--runs N]: exit 1 where one misses its limit."""

from __future__ import annotations

import argparse
import sys

from bench.crawl import followed
from bench.desk import desk
from bench.places import places
from bench.reading import cold, growth, warm
from bench.site import site
from bench.work import work

PARTS = {
    "cold": (cold, 9),
    "warm": (warm, 9),
    "places": (places, 9),
    "growth": (growth, 1),
    "desk": (desk, 3),
    "site": (site, 3),
    "work": (work, 1),
    "crawl": (followed, 1),
}
"""Name to the part and its number of runs."""


def main() -> int:
    """Run the parts named, or all."""
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="|".join(PARTS))
    parser.add_argument("--runs", type=int)
    args = parser.parse_args()
    print(f"{'':64}{'ratio':>8}{'ours':>12}{'theirs':>12}")
    held = True
    for name in args.parts or PARTS:
        part, runs = PARTS[name]
        for ratio in part(args.runs or runs):
            print(ratio, flush=True)
            held = held and ratio.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
