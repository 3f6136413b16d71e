#!/usr/bin/python3
"""Figures printed in policy documents against the model's own, each within a stated bound (model/docs/published-figures.md).

    published_figures.py            runs the program, compares, and checks the table of the page to the printed digit
    published_figures.py --write    the same, and writes the table into the page
"""
import os
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
sys.path.insert(0, str(ROOT / "tools"))
from marked_page import filled, marks, stale  # noqa: E402
from published_accounts import Accounts, rows  # noqa: E402
from published_comparisons import all_figures, practices, tourism  # noqa: E402
from scenario_runs import Runs  # noqa: E402

PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
PAGE = ROOT / "model/docs/published-figures.md"
ACCOUNTED_FOR = {"effect-size", "check"}  # facts of which every one must be on the page


def number(value, digits):
    return f"{round(value, digits) + 0.0:,.{digits}f}"  # + 0.0 makes -0.0 plain


def printed(value):
    """As few digits as print has; words where there is no number."""
    return value if isinstance(value, str) else f"{value:.3g}" if value < 1000 else number(value, 0)


def lines(themes):
    yield "| figure | printed | model | allowed | verdict | facts |"
    yield "|---|---:|---:|---:|---|---|"
    for theme, figures in themes.items():
        yield f"| **{theme}** | | | | | |"
        for f in figures:
            allowed = number(f.low, f.digits) if f.low == f.high else f"{number(f.low, f.digits)} - {number(f.high, f.digits)}"
            facts = ", ".join(f"`{name}`" for name in f.facts.split())
            yield f"| {f.name} | {printed(f.printed)} | {number(f.model, f.digits)} | {allowed} | {f.verdict()} | {facts} |"


def surprises(figures):
    """Figures that are not where they are said to be."""
    return [f for f in figures if not f.as_stated()]


def unaccounted(text):
    """Facts on an effect, or kept for a check, that are not on the page exactly once; names there that are no facts."""
    facts = {row["fact_id"]: row["use"] for row in rows("sources/facts.csv")}
    named = re.findall(r"`([a-z0-9][a-z0-9-]*)`", text)
    for name, use in facts.items():
        if use in ACCOUNTED_FOR and named.count(name) != 1:
            yield f"{name} ({use}) stands {named.count(name)} times on the page"
    yield from (f"no fact is called {name}" for name in named if name not in facts)


def main():
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(PROGRAM, pathlib.Path(folder))
        runs.result("vaekst-via-viden")
        model = Accounts(pathlib.Path(folder) / "vaekst-via-viden.h5")
        themes = all_figures(model, runs)
    figures = sum(themes.values(), [])
    made = {"figures": list(lines(themes))}
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv[1:]:
        text = filled(text, lambda name, words: made[name])
        PAGE.write_text(text, encoding="utf-8")
    wrong = [f"{f.name} is {f.model}, {f.low} to {f.high} allowed{', said to be outside' * (f.kind == 'outside')}"
             for f in surprises(figures)]
    wrong += stale(text, lambda name, words: made.get(name))
    wrong += ["no table"] * (not marks(text))
    wrong += unaccounted(text)
    print(*wrong, sep="\n")
    print(f"{len(figures)} figures, {sum(not f.within() for f in figures)} outside, {len(wrong)} problems")
    # What is asked can fail: other accounts, and a page that lost a fact, must be noticed.
    model.jobs_per_output *= 1.5
    model.parameters["adoption.digital.premium"] *= 7.0
    assert len(surprises([*tourism(model), *practices(model)])) >= 3, "nobody noticed other accounts"
    lost = next(row["fact_id"] for row in rows("sources/facts.csv") if row["use"] in ACCOUNTED_FOR)
    assert any(lost in problem for problem in unaccounted(text.replace(f"`{lost}`", ""))), "nobody noticed a lost fact"
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
