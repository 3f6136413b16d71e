#!/usr/bin/python3
"""Figures printed in policy documents against the model's own, each within a stated bound (model/docs/published-figures.md).

    published_figures.py            runs the program, compares, and checks the table of the page to the printed digit
    published_figures.py --write    the same, and writes the table into the page
"""
import collections
import csv
import os
import pathlib
import sys
import tempfile

import h5py
import numpy as np

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
sys.path.insert(0, str(ROOT / "tools"))
from marked_page import filled, marks, stale  # noqa: E402
from scenario_runs import Runs  # noqa: E402

PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
PAGE = ROOT / "model/docs/published-figures.md"

Figure = collections.namedtuple("Figure", "name printed model low high digits")


def rows(name):
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fact(name):
    """A figure as the document prints it."""
    return next(float(row["value"]) for row in rows("sources/facts.csv") if row["fact_id"] == name)


class Model:
    """The accounts of the base year, as a result file and the tables that the model reads have them."""

    def __init__(self, result):
        with h5py.File(result) as file:
            assumed = {name: variable[()] for name, variable in file["assumptions"].items()}
            keys = file["run/parameter"].asstr()[:]
            self.parameters = dict(zip(keys, file["run/parameter_value"][:]))
            self.adoption = dict(zip(file["baseline/practice"].asstr()[:], np.moveaxis(file["baseline/adoption"][0], -1, 0)))
        self.products = [name.decode() for name in assumed["product"]]
        self.jobs = assumed["base_employment"].sum(2)
        self.jobs_per_output = self.jobs.sum(0) / assumed["base_output"].sum(0)
        home_made = (1.0 - assumed["foreign_share"])[:, None] * assumed["input_coefficients"]
        self.inverse = np.linalg.inv(np.eye(len(self.products)) - home_made)
        self.io = rows("base-year/io_use_7regions.csv")
        self.tourism = rows("base-year/tourism.csv")

    def use(self, use, flow=None):
        return sum(float(row["value"]) for row in self.io if row["use"] == use and flow in (None, row["flow"]))

    def tourists_spend(self, region, origin):
        return next(float(row["value"]) for row in self.tourism
                    if (row["region"], row["origin"], row["variable"]) == (region, origin, "spending"))

    def jobs_in_spending(self, amounts):
        """Jobs at home in what tourists buy and in what makes it: jobs an output times the Leontief inverse (1936)."""
        bought = np.zeros(len(self.products))
        for row in self.tourism:
            if row["region"] == "denmark" and row["variable"] == "product_share_domestic":
                bought[self.products.index(row["product"])] += amounts.get(row["origin"], 0.0) * float(row["value"])
        return float(self.jobs_per_output @ (self.inverse @ bought))

    def industries_of(self, letter):
        return [self.products.index(row["id"]) for row in rows("dimensions/industries.csv") if row["nace"].startswith(letter)]

    def adopters(self, practice, industries):
        """Employment share of adopters in the base year."""
        jobs = self.jobs[:, industries]
        return float((self.adoption[practice][:, industries] * jobs).sum() / jobs.sum())


def tourism(model):
    foreign = next(float(row["value"]) for row in model.tourism
                   if (row["origin"], row["variable"]) == ("foreign", "spending_2017"))
    turnover = 1000.0 * fact("tourism-turnover")
    both = {origin: model.tourists_spend("denmark", origin) for origin in ("foreign", "domestic")}
    capital = sum(model.tourists_spend("hovedstaden", origin) for origin in both) / sum(both.values())
    visitors = model.use("visitors_consumption")
    abroad = visitors / (visitors + model.use("exports", "domestic") + model.use("re_exports"))
    printed_jobs = fact("tourism-employment")
    yield Figure("spending of foreign visitors, mio. DKK", foreign, visitors, 0.95 * foreign, 1.10 * foreign, 0)
    yield Figure("their share of exports, percent", fact("tourism-share-of-exports"), 100.0 * abroad, 4.1, 5.1, 2)
    yield Figure("spending of all tourists, mio. DKK", turnover, sum(both.values()), 0.95 * turnover, 1.10 * turnover, 0)
    yield Figure("of it in Hovedstaden, percent", fact("hov-tourism-share"), 100.0 * capital, 34.0, 42.0, 1)
    yield Figure("jobs behind the spending of 2017", printed_jobs,
                 model.jobs_in_spending({"foreign": foreign, "domestic": turnover - foreign}),
                 0.85 * printed_jobs, 1.15 * printed_jobs, 0)
    theirs = printed_jobs * foreign / turnover
    yield Figure("of them behind foreign visitors, whom the accounts hold", None,
                 model.jobs_in_spending({"foreign": visitors}), 0.85 * theirs, 1.15 * theirs, 0)


def practices(model):
    """Gaps between users and others are upper bounds of what a practice does."""
    gap = fact("digital-productivity-gap")
    row = next(row for row in rows("parameters/parameters.csv") if row["key"] == "adoption.digital.premium")
    premium = model.parameters["adoption.digital.premium"]
    everyone = list(range(len(model.products)))
    spread = model.parameters["adoption.digital.ceiling"] - model.adopters("digital", everyone)
    robots = fact("robot-use-industrial-smes")
    percent = lambda log_points: 100.0 * np.expm1(log_points)
    both = premium + model.parameters["adoption.automation.premium"]
    yield Figure("productivity of a firm that goes digital, percent", gap, percent(premium), 0.0, gap, 1)
    yield Figure("the same at the upper end of the range", gap, percent(float(row["high"])), 0.0, gap, 1)
    yield Figure("of a firm that takes up robots too", gap, percent(both), 0.0, gap, 1)
    yield Figure("the nation, were all firms that ever will digital at once", None, percent(premium * spread),
                 0.0, percent(np.log1p(gap / 100.0) * spread), 1)
    yield Figure("manufacturing with robots, percent of small firms, of jobs", robots,
                 100.0 * model.adopters("automation", model.industries_of("C")), robots - 2.0, robots + 15.0, 1)


STUDENTS = ["university-student-fairs", "college-student-fairs", "college-local-meetings"]
MATCHES = {"growth-pilot": 1.0, "local-job-matches": 1.0, "central-matching-unit": 1.0, "talent-attraction": 0.15} | dict.fromkeys(STUDENTS, 1.0)


def alone(whole, lever, dose=None):
    """Settings that leave one lever of a scenario, with another dose each year if one is given."""
    others = [f"lever.{other}.dose={{2020=0,2021=0,2022=0,2023=0}}" for other in whole.levers if other != lever]
    return others + ([f"lever.{lever}.dose={{2020={dose},2021={dose},2022={dose},2023={dose}}}"] if dose else [])


def growth_pilots(model, runs):
    """North Jutland's programme, the only one whose document prints prices and results."""
    programme = runs.result("vaekst-via-viden")
    doses = dict(zip(programme.levers, programme.doses))
    pilots = runs.result("vaekst-via-viden", alone(programme, "growth-pilot"))
    paid = sum(pilots.change("financing", pilots.regions, year) for year in pilots.years) / doses["growth-pilot"]
    printed = (fact("vvv-table-total-225") - fact("vvv-table-firms-225")) / 225.0
    matches = fact("vvv-match-total")
    yield Figure("public money for a growth pilot, DKK", printed, 1e6 * paid, 0.97 * printed, 1.03 * printed, 0)
    yield Figure("matches in three years", matches, sum(doses[lever] * part for lever, part in MATCHES.items()),
                 0.99 * matches, 1.01 * matches, 0)

    due = 1.0 - model.parameters["policy.deadweight.wage_subsidy"], 1.0 - model.parameters["policy.displacement.default"]
    stayed = fact("vvv1-pilot-continuation")
    yield Figure("of 100 pilots: at work afterwards; at work because of it", stayed, 100.0 * due[0] * due[1], 0.0, stayed, 1)

    hires = fact("vvv1-hires")
    helped = runs.result("vaekst-via-viden", alone(programme, "local-job-matches", hires / 4.0))
    net = hires * (1.0 - model.parameters["policy.deadweight.default"]) * (1.0 - model.parameters["policy.displacement.matching"])
    home = helped.places["Nordjylland"]
    less = -sum(helped.unemployed_structurally(home, year) for year in helped.years)
    yield Figure("hires 2016-2019: counted; brought about", hires, net, 0.0, hires, 0)
    yield Figure("person-years of structural unemployment that they save", None, less, 0.0, hires * 5.0 / 12.0, 0)
    yield Figure("job-years in Nordjylland in the four years", None,
                 sum(helped.change("employment", home, year) for year in range(2020, 2024)), 0.0, hires, 0)

    academic = next(row for row in rows("parameters/parameters.csv") if row["key"] == "policy.first_academic.value_added")
    yield Figure("value added with a first academic, percent", fact("vvv-first-academic-value-added"),
                 100.0 * model.parameters["policy.first_academic.value_added"],
                 100.0 * float(academic["low"]), 100.0 * float(academic["high"]), 1)


def number(value, digits):
    return "" if value is None else f"{value:,.{digits}f}"


def lines(figures):
    yield "| figure | printed | model | allowed |"
    yield "|---|---:|---:|---:|"
    for f in figures:
        printed = number(f.printed, 0 if f.printed is None or f.printed == round(f.printed) else 1)
        allowed = f"{number(f.low, f.digits)} - {number(f.high, f.digits)}"
        yield f"| {f.name} | {printed} | {number(f.model, f.digits)} | {allowed} |"


def outside(figures):
    return [f for f in figures if not f.low <= f.model <= f.high]


def main():
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(PROGRAM, pathlib.Path(folder))
        runs.result("vaekst-via-viden")
        model = Model(pathlib.Path(folder) / "vaekst-via-viden.h5")
        figures = [*tourism(model), *practices(model), *growth_pilots(model, runs)]
    made = {"figures": list(lines(figures))}
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv[1:]:
        text = filled(text, lambda name, words: made[name])
        PAGE.write_text(text, encoding="utf-8")
    print(*made["figures"], sep="\n")
    wrong = [f"{f.name} is {f.model}, allowed {f.low} to {f.high}" for f in outside(figures)]
    wrong += stale(text, lambda name, words: made.get(name))
    wrong += ["no table"] * (not marks(text))
    print(*wrong, sep="\n")
    # The bounds can be broken: other accounts must be noticed.
    model.jobs_per_output *= 1.5
    model.parameters["adoption.digital.premium"] *= 7.0
    assert len(outside([*tourism(model), *practices(model)])) >= 3, "nobody noticed other accounts"
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
