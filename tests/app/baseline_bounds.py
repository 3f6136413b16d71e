#!/usr/bin/python3
"""The baseline keeps near what was counted after the base year, and near balanced growth, inside stated bounds."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])


def rows(name):
    with open(ROOT / "data/history" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def observed_population(base):
    """Relative error on 1 January 2020, 2021 and 2022. The result of a year holds the next 1 January."""
    published = {(r["region"], int(r["year"])): float(r["published"]) for r in rows("projection_check.csv")
                 if r["indicator"] == "population_1jan"}
    people = base["population"].sum(axis=(2, 3, 4))
    for year in (2020, 2021, 2022):
        for r, region in enumerate(base["region"]):
            error = people[base["year"].index(year - 1), r] / published[region, year] - 1.0
            bound = 0.012 if region == "bornholm" else 0.008
            yield f"population of {region}, 1 January {year}: relative error", error, -bound, bound
        error = people[base["year"].index(year - 1)].sum() / published["denmark", year] - 1.0
        yield f"population of Denmark, 1 January {year}: relative error", error, -0.008, 0.008


def observed_long_cycle(base):
    """Share among those of 15-69: the counts of September 2022 against the projection of 1 January 2023."""
    published = {r["region"]: float(r["value"]) for r in rows("history_people.csv")
                 if r["indicator"] == "share_15_69_long_cycle" and r["year"] == "2022"}
    people = base["population"][base["year"].index(2022)][:, :, 15:70].sum(axis=(1, 2))
    column = base["education"].index("long_cycle")
    for r, region in enumerate(base["region"]):
        share = people[r, column] / people[r].sum()
        yield f"long-cycle educated in {region}, 2022: points", 100.0 * (share - published[region]), -0.5, 0.5
    share = people[:, column].sum() / people.sum()
    yield "long-cycle educated in Denmark, 2022: points", 100.0 * (share - published["denmark"]), -0.5, 0.5


def balanced_growth(base):
    """Section 4 of model/README.md, the trend: all of 2018-2040."""
    price = (base["value_added"] * base["value_added_price"]).sum(axis=(1, 2)) / base["value_added"].sum(axis=(1, 2))
    # visitors' spending is in it: what abroad lends to the country is the trade balance with the other sign (AC-3)
    balance = -100.0 * base["net_lending"][:, base["sector"].index("abroad")] / base["gdp"].sum(axis=1)
    jobless = 100.0 * (1.0 - base["employed_residents"].sum(axis=(1, 2)) / base["labour_force"].sum(axis=(1, 2)))
    for name, path, middle, bound in (("price of value added", price, 1.0, 0.015),
                                      ("trade balance, percent of GDP", balance, balance[0], 2.0),
                                      ("unemployment, percent", jobless, jobless[0], 0.3)):
        yield f"highest {name}", path.max(), middle - bound, middle + bound
        yield f"lowest {name}", path.min(), middle - bound, middle + bound
    yield "highest output price", base["output_price"].max(), 0.92, 1.08
    yield "lowest output price", base["output_price"].min(), 0.92, 1.08


def broken(base):
    checks = [check for part in (observed_population, observed_long_cycle, balanced_growth) for check in part(base)]
    return checks, [check for check in checks if not check[2] <= check[1] <= check[3]]


def read(path):
    with h5py.File(path) as file:
        base = {name: variable[()] for name, variable in file["baseline"].items()}
    base["year"] = [int(year) for year in base["year"]]
    for name in ("region", "education", "sector"):
        base[name] = [word.decode() for word in base[name]]
    assert base["year"][0] == 2018 and base["year"][-1] == 2040
    return base


def a_spoilt_copy_is_noticed(base):
    """One percent more people, medium for long cycle, dearer goods, more debt, lost jobs: each breaks a bound."""
    swapped = np.array(base["population"])
    swapped[..., [4, 5]] = swapped[..., [5, 4]]
    for name, value in (("population", 1.01 * base["population"]), ("population", swapped),
                        ("value_added_price", np.linspace(1.0, 1.1, 23)[:, None, None] * base["value_added_price"]),
                        ("output_price", 1.1 * base["output_price"]),
                        ("net_lending", np.linspace(1.0, 2.0, 23)[:, None] * base["net_lending"]),
                        ("employed_residents", np.linspace(1.0, 0.99, 23)[:, None, None] * base["employed_residents"])):
        assert broken(base | {name: value})[1], f"nobody noticed another {name}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([PROGRAM, "run", ROOT / "scenarios/baseline.toml", "--output", folder, "--quiet"],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        base = read(pathlib.Path(folder) / "baseline.h5")
    checks, outside = broken(base)
    for name, value, low, high in checks:
        print(f"{'ok ' if low <= value <= high else 'OUT'} {name} {value:.4f}, allowed {low:.4f} to {high:.4f}")
    a_spoilt_copy_is_noticed(base)
    return 1 if outside else 0


if __name__ == "__main__":
    sys.exit(main())
