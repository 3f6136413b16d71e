"""What the page of the baseline compares: a result of scenarios/baseline.toml and the tables of data/history."""
import csv
import pathlib

import h5py
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
EURO = 7.4532  # kroner, mean of 2018, as in data/README.md
# Regions of the model inside the published NUTS 2 regions.
NUTS2 = {"DK05": ["nordjylland"], "DK04": ["midtjylland"], "DK03": ["sydjylland", "fyn"], "DK02": ["sjaelland"],
         "DK01": ["hovedstaden", "bornholm"]}
BROAD_AGES = {"0-14": (0, 15), "15-64": (15, 65), "65+": (65, 200)}  # first age, and the first age beyond
GROUPS = ["A", "B-E", "F", "G-I", "J", "K", "L", "M-N", "O-Q", "R-U"]


def table(name):
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Model:
    """The baseline of a result file. A place is a list of region ids: one region, several, or all of Denmark."""

    def __init__(self, path):
        with h5py.File(path) as file:
            group = file["baseline"]
            self.data = {name: variable[()] for name, variable in group.items()}
        self.years = [int(year) for year in self.data["year"]]
        self.regions, self.industries, self.educations = (
            [name.decode() for name in self.data[key]] for key in ("region", "industry", "education"))
        named = {row["id"]: row["name_da"] for row in table("dimensions/regions.csv")}
        self.places = {named[region]: [region] for region in self.regions} | {"Denmark": self.regions}
        a10 = {row["id"]: row["a10"].replace("_", "-") for row in table("dimensions/industries.csv")}
        self.group_of = np.array([GROUPS.index(a10[industry]) for industry in self.industries])

    def of(self, name, place, year):
        """Sum of a variable over the regions of a place, in a year."""
        rows = [self.regions.index(region) for region in place]
        return self.data[name][self.years.index(year)][rows].sum(axis=0)

    def total(self, name, place, year):
        return float(np.sum(self.of(name, place, year)))

    def people(self, place, first_january):
        """Persons by age and education on 1 January; the result of a year holds the next 1 January."""
        return self.of("population", place, first_january - 1).sum(axis=0)

    def population(self, place, first_january):
        return float(self.people(place, first_january).sum())

    def aged(self, place, broad, first_january):
        first, end = BROAD_AGES[broad]
        return float(self.people(place, first_january)[first:end].sum())

    def share(self, place, education, first_january):
        """Share of the people of 15-69 whose highest completed education it is."""
        people = self.people(place, first_january)[15:70]
        return float(people[:, self.educations.index(education)].sum() / people.sum())

    def jobs(self, place, group, year):
        return float(self.of("employment", place, year)[self.group_of == GROUPS.index(group)].sum())

    def productivity(self, place, year):
        """GDP at 2018 prices a job, thousand kroner."""
        return 1000.0 * self.total("real_gdp", place, year) / self.total("employment", place, year)

    def real_wage(self, place, education, year):
        """Wage index over consumer prices; several regions weigh with their jobs of the base year."""
        rows, column, t = [self.regions.index(r) for r in place], self.educations.index(education), self.years.index(year)
        weight = self.data["employment_by_education"][0][rows][:, :, column].sum(axis=1)
        real = self.data["wage_index"][t][rows, column] / self.data["consumer_price_index"][t][rows]
        return float((weight * real).sum() / weight.sum())

    def real_pay(self, place, year):
        """Compensation of labour a job over the price of GDP, thousand kroner at 2018 prices."""
        price = self.total("gdp", place, year) / self.total("real_gdp", place, year)
        return 1000.0 * self.total("wage_bill", place, year) / self.total("employment", place, year) / price

    def net_moves(self, place, year, kind="both"):
        names = {"internal": ["net_internal_migration"], "foreign": ["net_foreign_migration"]}
        return sum(self.total(name, place, year) for name in names.get(kind, sum(names.values(), [])))


class History:
    """Published figures, summed over the regions of a place where they are sums. None where nothing is published."""

    def __init__(self):
        self.people_rows = {(r["indicator"], r["region"], int(r["year"])): float(r["value"])
                            for r in table("history/history_people.csv")}
        self.account_rows = {(r["variable"], r["group"].replace("_", "-"), r["area"], int(r["year"])): float(r["value"])
                             for r in table("history/history.csv")}
        self.checks = {(r["indicator"], r["region"], int(r["year"])): float(r["published"])
                       for r in table("history/projection_check.csv")}

    @staticmethod
    def added(rows, keys):
        found = [rows.get(key) for key in keys]
        return None if None in found else sum(found)

    def people(self, indicator, place, year):
        return self.added(self.people_rows, [(indicator, region, year) for region in place])

    def account(self, variable, place, year, group=""):
        return self.added(self.account_rows, [(variable, group, region, year) for region in place])

    def check(self, indicator, place, year):
        return self.added(self.checks, [(indicator, region, year) for region in place])

    def aged(self, place, broad, year):
        first, end = BROAD_AGES[broad]
        names = [f"population_1jan_age_{a}-{a + 4}" for a in range(0, 90, 5) if first <= a < end]
        names += ["population_1jan_age_90+"] * (end > 90)
        parts = [self.people(name, place, year) for name in names]
        if None not in parts:
            return sum(parts)
        return self.people("population_1jan_65plus", place, year) if broad == "65+" else None

    def share(self, place, education, year):
        """Of the people of 15-69 on 30 September."""
        persons = [self.people_rows.get(("population_15_69_sept", region, year)) for region in place]
        shares = [self.people_rows.get((f"share_15_69_{education}", region, year)) for region in place]
        if None in persons + shares:
            return None
        return sum(p * s for p, s in zip(persons, shares)) / sum(persons)

    def gdp(self, place, year):
        """At 2015 prices, mio. EUR."""
        return self.account("gdp_2015_prices", place, year)

    def productivity(self, place, year):
        gdp, jobs = self.gdp(place, year), self.account("jobs", place, year, "TOTAL")
        return None if gdp is None or jobs is None else gdp / jobs

    def nuts2(self, variable, area, year):
        areas = list(NUTS2) if area == "DK" else [area]  # the North Sea and embassies belong to no region
        return self.added(self.account_rows, [(variable, "", name, year) for name in areas])

    def real_pay(self, area, year):
        """Compensation of employees over all employed persons and the price of GDP."""
        price = self.nuts2("gdp_current", area, year) / self.nuts2("gdp_constant_2015_prices", area, year)
        return self.nuts2("compensation_of_employees", area, year) / self.nuts2("employment", area, year) / price


def growth(first, last, years):
    """Percent a year."""
    return 100.0 * ((last / first) ** (1.0 / years) - 1.0)
