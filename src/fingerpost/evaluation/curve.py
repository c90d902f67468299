"""The calibration curve as a page of the guide, written from what training measured."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.evaluation.training import Result

HEAD = """\
# Scores say how often findings like this one are right

Each tie, quote, position, authority, event, action and claim carries a `score` between 0 and 1: of findings scored
0.8, about 80 in 100 are right. 0 would be surely wrong, 1 surely right. The score comes from weights that were
fitted on the labelled articles; `why` names the rule that proposed the finding.

A score is the logistic of a sum: a bias, a weight for each feature the finding has (its rule, its fields, the words
of its sentence; no names, no numbers), scaled so that it fits articles that no writer of rules has read. The weights
are in `src/fingerpost/reading/en/weights.json`. `fingerpost train` fits them anew, writes this page, and gives the
same weights for the same articles.

The tables show, on those unread articles and with weights that never saw the hand that wrote them, how many of the
findings with a score in each range are right.
"""


def curve_page(results: Mapping[str, Result]) -> str:
    """Give the page in Markdown: a table per kind of finding."""
    parts = [HEAD]
    for kind, result in results.items():
        parts.append(f"## {kind.capitalize()}\n")
        if result.weights.threshold:
            parts.append(
                f"Findings below {result.weights.threshold:g} are dropped: on unread hands that lifts F1 from "
                f"{result.before:.2f} to {result.after:.2f}.\n"
            )
        parts.append("| mean score | share right | findings |\n|---|---|---|")
        parts += [f"| {score:.2f} | {share:.2f} | {count} |" for score, share, count in result.curve]
        parts.append("")
    return "\n".join(parts)
