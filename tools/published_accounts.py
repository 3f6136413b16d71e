"""What the page of published figures compares with: the accounts of the base year, tables of data/, and levers alone."""
import csv
import pathlib
import subprocess
import tomllib
from dataclasses import dataclass

import h5py
import numpy as np

from scenario_runs import Result

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The five administrative regions that documents rank, in regions of the model.
FIVE = {"nordjylland": ["nordjylland"], "midtjylland": ["midtjylland"], "syddanmark": ["sydjylland", "fyn"],
        "sjaelland": ["sjaelland"], "hovedstaden": ["hovedstaden", "bornholm"]}
YEARS = range(2020, 2024)


@dataclass
class Figure:
    """A printed figure beside the model's, with the bound that is argued for on the page."""
    name: str
    printed: float | str  # a number, or words where no number is printed
    model: float
    low: float
    high: float
    digits: int
    facts: str = ""  # ids of data/sources/facts.csv, blanks between them
    kind: str = ""  # "ceiling": print can only be a limit; "input": the tables were made with it; "outside": known to differ

    def within(self):
        return self.low <= self.model <= self.high

    def as_stated(self):
        return self.within() != (self.kind == "outside")

    def verdict(self):
        return {"ceiling": "under the ceiling", "input": "built in"}.get(self.kind, "within") if self.within() else "outside"


def rows(name):
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fact(name):
    """A figure as the document prints it."""
    return next(float(row["value"]) for row in rows("sources/facts.csv") if row["fact_id"] == name)


def parameter(key):
    return next(row for row in rows("parameters/parameters.csv") if row["key"] == key)


def lever(name):
    """A lever as the catalogue describes it."""
    for file in sorted((ROOT / "data/levers").glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["lever"]:
            if entry["id"] == name:
                return entry
    raise ValueError(f"no lever is called {name}")


def rank(values, name, from_top=False):
    """Place of a name among values by name, 1 for the lowest or the highest; equal values share the better place."""
    sign = -1.0 if from_top else 1.0
    return 1 + sum(sign * value < sign * values[name] for value in values.values())


class Accounts:
    """The accounts of the base year, as a result file and the tables that the model reads have them."""

    def __init__(self, result):
        with h5py.File(result) as file:
            assumed = {name: variable[()] for name, variable in file["assumptions"].items()}
            keys = file["run/parameter"].asstr()[:]
            self.parameters = dict(zip(keys, file["run/parameter_value"][:]))
            self.adoption = dict(zip(file["baseline/practice"].asstr()[:], np.moveaxis(file["baseline/adoption"][0], -1, 0)))
            self.first = {name: file["baseline"][name][0] for name in
                          ("gdp", "exports", "emissions", "green_turnover", "firms", "population", "unemployment_rate")}
            self.value_added, self.employment = (file["baseline"][name][()] for name in ("value_added", "employment"))
            self.year = list(file["baseline/year"][:])
        self.assumed = assumed
        self.regions, self.products, self.educations = (
            [name.decode() for name in assumed[key]] for key in ("region", "product", "education"))
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

    def industry(self, name):
        return self.products.index(name)

    def industries_of(self, letters):
        return [self.industry(row["id"]) for row in rows("dimensions/industries.csv") if row["nace"][0] in letters]

    def private(self):
        """All but public administration, education, health and care."""
        public = self.industries_of("OPQ")
        return [k for k in range(len(self.products)) if k not in public]

    def adopters(self, practice, industries):
        """Employment share of adopters in the base year."""
        jobs = self.jobs[:, industries]
        return float((self.adoption[practice][:, industries] * jobs).sum() / jobs.sum())

    def by_region(self, values):
        """Sums over a region's industries, or the values themselves, by region of the model."""
        return dict(zip(self.regions, values.reshape(len(self.regions), -1).sum(1)))

    def ratio(self, above, below, places=None):
        """Ratio of two sums in each place; a place is a list of regions."""
        above, below = self.by_region(above), self.by_region(below)
        places = FIVE if places is None else places
        return {name: sum(above[r] for r in place) / sum(below[r] for r in place) for name, place in places.items()}

    def position(self, name):
        """Shares of the industries' jobs that make up a strength position."""
        shares = np.zeros(len(self.products))
        for row in rows("base-year/strength_positions.csv"):
            if (row["position"], row["part"], row["variable"]) == (name, "all", "share_of_jobs"):
                shares[self.industry(row["industry"])] = float(row["value"])
        return shares

    def each_region(self):
        return {region: [region] for region in self.regions}

    def labour_force(self, *educations):
        """Persons by region, of some educations."""
        return self.assumed["base_labour_force"][:, [self.educations.index(name) for name in educations]].sum(1)

    def share_of_people(self, *educations):
        """Share of the people of 15-69."""
        people = self.first["population"].sum((0, 1))[15:70].sum(0)
        return float(people[[self.educations.index(name) for name in educations]].sum() / people.sum())

    def productivity_growth(self, industries, first, last):
        """Percent a year on the baseline: value added (volume) a job."""
        at = self.year.index(first), self.year.index(last)
        start, end = (self.value_added[t][:, industries].sum() / self.employment[t][:, industries].sum() for t in at)
        return 100.0 * ((end / start) ** (1.0 / (last - first)) - 1.0)


ALONE = """[scenario]
name     = "{lever} alone"
about    = "What one lever does by itself."
baseline = "{root}/scenarios/baseline.toml"
years    = [2018, 2040]

[[lever]]
id      = "{lever}"
regions = {regions}
dose    = {{ {doses} }}

[parameters]
{parameters}
"""


def lever_alone(runs, name, regions, dose, parameters=None):
    """Result of a lever by itself, with a dose a year in 2020-2023; `regions` is a list, or "all"."""
    doses = ", ".join(f"{year} = {dose}" for year in YEARS)
    beliefs = "\n".join(f'"{key}" = {value}' for key, value in (parameters or {}).items())
    listed = '"all"' if regions == "all" else "[" + ", ".join(f'"{region}"' for region in regions) + "]"
    stem = f"{name}-{len(list(runs.folder.glob('*.toml')))}"
    (runs.folder / f"{stem}.toml").write_text(
        ALONE.format(lever=name, root=ROOT, regions=listed, doses=doses, parameters=beliefs), encoding="utf-8")
    subprocess.run([runs.program, "run", runs.folder / f"{stem}.toml", "--quiet", "--output", runs.folder], check=True)
    return Result(runs.folder / f"{stem}.h5")
