#!/usr/bin/python3
"""Every shipped scenario runs, its accounts close, it is its baseline until its first dose, and costs what its levers cost.

The overview of scenarios/README.md is theirs. The equations behind it are recomputed by recompute.py, which takes the same files."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import h5py
import numpy as np

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
# Largest residual of the accounts (AC-4 to AC-7 of model/README.md): relative, and persons.
CLOSED = {"residual_gdp": 1e-9, "residual_jobs": 1e-9, "residual_net_lending": 1e-9, "residual_people": 1e-6}


def catalogue():
    entries = {}
    for file in sorted((ROOT / "data/levers").glob("*.toml")):
        entries |= {entry["id"]: entry for entry in tomllib.loads(file.read_text(encoding="utf-8"))["lever"]}
    return entries


def accounts_close(file):
    for group in ("baseline", "scenario"):
        for name, bound in CLOSED.items():
            worst = float(np.max(file[group][name][()]))
            if not worst <= bound:
                yield f"{group}: {name} is {worst}, at most {bound}"
        for name, variable in file[group].items():
            if variable.dtype.kind == "f" and not np.isfinite(variable[()]).all():
                yield f"{group}: {name} has values that are not finite"


def levers_act(file):
    """Nothing differs before the first dose, bit for bit; something does after it, or there are no levers."""
    levers = tomllib.loads(file["run"].attrs["scenario_expanded"]).get("lever", [])
    moved = np.zeros(len(file["difference/year"]), bool)
    for name, variable in file["difference"].items():
        if variable.dtype.kind == "f" and variable.shape[:1] == moved.shape:
            moved |= (variable[()] != 0.0).reshape(len(moved), -1).any(axis=1)
    doses = [year for lever in levers for year in years_of(lever)]
    first = min(doses) - int(file["difference/year"][0]) if doses else len(moved)
    if moved[:first].any():
        yield "differs from the baseline before its first dose"
    if doses and not moved[first:].all():
        yield "is its baseline again after its first dose"


def years_of(lever):
    dose = lever["dose"]
    return [int(year) for year in dose if year.isdigit()] if isinstance(dose, dict) else [lever["from"]]


def subsidies(file, entry, lever):
    """What a lever's wage subsidies pay by hand: persons times the share of a year's pay, at most the cap, for some months."""
    def text(name):
        return [each.decode() for each in file["assumptions"][name][()]]
    wages, jobs = file["assumptions/base_wage"][()], file["assumptions/base_employment"][()]
    doses, paid = file["scenario/lever_dose"][:, lever, :].sum(axis=0), 0.0
    for channel in (each for each in entry["channel"] if each["channel"] == "labour.wage_subsidy"):
        industries = [text("industry").index(name) for name in entry["industries"]]
        cap, share, months = (channel[name]["value"] for name in ("monthly_cap", "wage_share", "months"))
        for education, part in channel["education_shares"]["shares"].items():
            e = text("education").index(education)
            for region, dose in enumerate(doses):
                wage, there = wages[region, industries, e], jobs[region, industries, e]
                paid += dose * part * float((np.minimum(share * wage, 12 * cap) * there).sum() / there.sum()) * months / 12
    return paid


def costs_are_those_of_the_levers(file, entries):
    run = file["run"]
    if "lever" not in run:
        return
    series = file["scenario/lever_cost"][()].sum(axis=(0, 2))
    for k, (lever, dose, paid) in enumerate(zip(run["lever"].asstr()[()], run["lever_total_dose"][()],
                                                run["lever_public_cost"][()].sum(axis=1))):
        cost = dose * entries[lever]["public_cost"]["value"] + subsidies(file, entries[lever], k)
        for told in (paid, series[k]):
            if not np.isclose(told, cost, rtol=1e-9, atol=1e-9):
                yield f"{lever} costs {told}, {dose} times its unit cost and its wage subsidies are {cost}"


def problems(file, entries):
    yield from accounts_close(file)
    yield from levers_act(file)
    yield from costs_are_those_of_the_levers(file, entries)


def run_all(files, folder):
    done = subprocess.run([PROGRAM, "run", *files, "--output", folder, "--quiet", "--threads", "2"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def overview(folder, *words):
    return subprocess.run([sys.executable, ROOT / "tools/scenario_overview", "--check", "--results", folder, *words],
                          capture_output=True, text=True)


def the_overview_is_theirs(folder):
    """The tables of scenarios/README.md print these results, and a digit that is not theirs is noticed."""
    done = overview(folder)
    spoilt = folder / "README.md"
    text = (ROOT / "scenarios/README.md").read_text(encoding="utf-8")
    spoilt.write_text(re.sub(r"(<!-- table gdp -->\n.*\n.*\n\|[^|]*\|)[^|]*\|", r"\1 1,234,567 |", text), encoding="utf-8")
    told = overview(folder, "--page", spoilt)
    assert told.returncode == 1 and "1,234,567" in told.stdout, f"nobody noticed another digit\n{told.stdout}{told.stderr}"
    return [done.stdout + done.stderr] * (done.returncode != 0)


def a_spoilt_result_is_noticed(result, entries):
    with h5py.File(result, "r+") as file:
        file["scenario/residual_gdp"][3] = 1e-6
        file["scenario/residual_people"][3] = np.nan
        file["difference/output"][1, 0, 0] = 1e-300
        file["run/lever_public_cost"][0, 0] -= 1.0
        assert len(list(problems(file, entries))) >= 5, "nobody noticed a spoilt result"


def main():
    entries, wrong, with_levers = catalogue(), 0, None
    readme = (ROOT / "scenarios/README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shipped = sorted((ROOT / "scenarios").rglob("*.toml"))
        assert len({path.stem for path in shipped}) == len(shipped), "two scenarios would write the same result"
        run_all(shipped, folder)
        for path in shipped:
            result = pathlib.Path(folder) / f"{path.stem}.h5"
            with h5py.File(result) as file:
                found = list(problems(file, entries))
                if "lever" in file["run"]:
                    with_levers = result
            if f"`{path.name}`" not in readme:
                found.append("scenarios/README.md does not name it")
            print(f"{path.name}: {len(found)} problems", *found, sep="\n  ")
            wrong += bool(found)
        stale = the_overview_is_theirs(pathlib.Path(folder))
        print(*stale)
        wrong += len(stale)
        a_spoilt_result_is_noticed(with_levers, entries)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
