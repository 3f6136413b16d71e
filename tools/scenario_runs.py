"""Runs of the program for the pages of scenarios: the difference a scenario makes, by region and year."""
import csv
import pathlib
import subprocess
import tomllib

import h5py

ROOT = pathlib.Path(__file__).resolve().parent.parent


def names(table):
    with open(ROOT / "data/dimensions" / table, encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def history(variable):
    """Observed by NUTS 2 region and year."""
    found = {}
    with open(ROOT / "data/history/history.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "nuts2" and row["variable"] == variable:
                found.setdefault(row["area"], {})[int(row["year"])] = float(row["value"])
    return found


def drivers():
    """Driver of each lever of the catalogue."""
    found = {}
    for file in sorted((ROOT / "data/levers").glob("*.toml")):
        found |= {lever["id"]: lever["driver"] for lever in tomllib.loads(file.read_text(encoding="utf-8"))["lever"]}
    return found


class Result:
    """A result file. A place is a list of region ids: one region, or all of Denmark."""

    def __init__(self, path):
        with h5py.File(path) as file:
            self.baseline = {name: variable[()] for name, variable in file["baseline"].items()}
            self.difference = {name: variable[()] for name, variable in file["difference"].items()}
            run = file["run"]
            self.levers = [name.decode() for name in run["lever"][()]]
            self.lever_names = [name.decode() for name in run["lever_name"][()]]
            self.units = [unit.decode() for unit in run["lever_unit"][()]]
            self.doses = [float(dose) for dose in run["lever_total_dose"][()]]
            self.costs = run["lever_public_cost"][()]  # by lever and region, all years, mio. DKK
        self.years = [int(year) for year in self.baseline["year"]]
        self.regions = [name.decode() for name in self.baseline["region"]]
        named = names("regions.csv")
        self.places = {named[region]["name_da"]: [region] for region in self.regions} | {"Denmark": self.regions}

    def rows(self, place):
        return [self.regions.index(region) for region in place]

    def sum(self, group, name, place, year):
        """Over regions and all that comes after them."""
        return float(group[name][self.years.index(year)][self.rows(place)].sum())

    def change(self, name, place, year):
        return self.sum(self.difference, name, place, year)

    def relative(self, name, place, year):
        return self.change(name, place, year) / self.sum(self.baseline, name, place, year)

    def productivity(self, place, year):
        """Relative change of value added (volume) per employed person."""
        return (1.0 + self.relative("value_added", place, year)) / (1.0 + self.relative("employment", place, year)) - 1.0

    def unemployment(self, place, year):
        """Change of the share of the labour force without work."""
        def rate(group):
            force, employed = (sum(self.sum(g, name, place, year) for g in group) for name in ("labour_force", "employed_residents"))
            return 1.0 - employed / force

        return rate([self.baseline, self.difference]) - rate([self.baseline])

    def unemployed_structurally(self, place, year):
        """Change of persons: the structural rate by education, on the labour force of the baseline."""
        at, rows = self.years.index(year), self.rows(place)
        return float((self.difference["structural_unemployment_rate"][at][rows] * self.baseline["labour_force"][at][rows]).sum())

    def by_education(self, name, place, year):
        """Change by education, the last dimension; what lies between region and education is added."""
        values = self.difference[name][self.years.index(year)][self.rows(place)]
        return values.reshape(-1, values.shape[-1]).sum(axis=0)

    def cost(self, place, levers=None):
        """Public cost of all years, mio. DKK at 2018 prices; of all levers, or of those named."""
        chosen = [k for k, lever in enumerate(self.levers) if levers is None or lever in levers]
        return float(self.costs[chosen][:, self.rows(place)].sum())


class Runs:
    """Each run is made once."""

    def __init__(self, program, folder):
        self.program, self.folder, self.done = program, folder, {}

    def result(self, stem, settings=()):
        key = (stem, tuple(settings))
        if key not in self.done:
            words = [word for setting in settings for word in ("--set", setting)]
            subprocess.run([self.program, "run", ROOT / f"scenarios/{stem}.toml", "--quiet", "--output", self.folder, *words],
                           check=True)
            self.done[key] = Result(self.folder / f"{stem}.h5")
        return self.done[key]
