#!/usr/bin/python3
"""A result file opens in h5py, xarray (both engines) and ncdump, says what the contract says, and is not turned.

The file comes from the C++ tests' made-up run, whose numbers say where they stand (tests/support/made_up_run.h).
"""
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import h5py
import numpy as np
import xarray

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
BUILD = pathlib.Path(os.environ["DRIVKRAFT_BUILD"])
REGIONS, INDUSTRIES, EDUCATIONS = ["nordjylland", "fyn"], ["agriculture", "construction", "services"], ["basic", "long_cycle"]
GROUPS = ["baseline", "scenario", "difference", "assumptions"]


def write_made_up_run(path):
    program = os.environ.get("DRIVKRAFT_TESTS", BUILD / "drivkraft_tests")
    done = subprocess.run([program, "write the made-up run"], env={**os.environ, "DRIVKRAFT_MADE_UP_RUN": str(path)},
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def first_of(h5, name):
    """The made-up number of a series' first cell in the first year of the baseline."""
    return h5["baseline"][name][()].ravel()[0]


def opens_in_h5py(path):
    with h5py.File(path) as h5:
        assert h5["run"].attrs["format"] == "drivkraft-result"
        assert h5["run"].attrs["scenario_name"] == "Rådgivning til små virksomheder"
        assert h5["run"].attrs["hold"] == "migration technology"
        for group in GROUPS:
            for name, variable in h5[group].items():
                if "CLASS" in variable.attrs:  # a dimension scale
                    continue
                for k, dimension in enumerate(variable.dims):
                    assert len(dimension) == 1, f"{group}/{name} has {len(dimension)} scales on dimension {k}"
                    assert dimension[0].parent == h5[group], f"{group}/{name} borrows a scale of another group"
                    assert dimension[0].shape[0] == variable.shape[k]
                if variable.ndim:
                    assert variable.chunks and variable.compression == "gzip" or variable.dtype.kind == "O", name
                assert variable.attrs["long_name"] and variable.attrs["long_name_da"], name


def keeps_the_contract(path):
    rows = list(csv.DictReader((ROOT / "tests/data/result-variables.csv").open(encoding="utf-8")))
    assert len(rows) > 90
    faults = []
    with h5py.File(path) as h5:
        for row in rows:
            groups = {"series": ("baseline", "scenario"), "assumptions": ("assumptions",)}.get(row["group"], (row["group"],))
            for group in ("scenario",) if row["dimensions"] == "year;lever;region" else groups:
                if row["variable"] not in h5[group]:
                    faults.append(f"{group}/{row['variable']} is missing")
                    continue
                variable = h5[group][row["variable"]]
                dimensions = ";".join(d[0].name.split("/")[-1] for d in variable.dims)
                unit = variable.attrs.get("units", "text")
                if dimensions != row["dimensions"] or unit != row["unit"]:
                    faults.append(f"{group}/{row['variable']} is [{dimensions}] in {unit}, "
                                  f"the contract says [{row['dimensions']}] in {row['unit']}")
        for name in h5["baseline"]:
            if not name.startswith(("residual_", "solver_")) and name not in h5["difference"]:
                faults.append(f"difference/{name} is missing")
    assert not faults, "\n".join(faults)


def opens_in_xarray(path, engine):
    with h5py.File(path) as h5:
        first = {name: first_of(h5, name) for name in ("commuting_share", "trade_access", "wage_subsidy_rate")}
    data = xarray.open_dataset(path, group="scenario", engine=engine)
    assert list(data.region.values) == REGIONS and list(data.year.values) == [2018, 2019, 2020, 2021]
    assert data.attrs["Conventions"] == "CF-1.8"
    assert data.employment.dims == ("year", "region", "industry") and data.employment.attrs["units"] == "persons"
    assert data.employment.attrs["long_name_da"] == "Beskæftigelse efter arbejdssted"
    fyn = data.sel(region="fyn")
    assert fyn.employment.dims == ("year", "industry")
    for t, year in enumerate(range(2018, 2022)):
        for r, region in enumerate(REGIONS):
            for j, industry in enumerate(INDUSTRIES):
                for e, education in enumerate(EDUCATIONS):
                    cell = data.wage_subsidy_rate.sel(year=year, region=region, industry=industry, education=education)
                    assert cell == first["wage_subsidy_rate"] + 100 * t + .5 * (r * 6 + j * 2 + e) + .25 * (t + 1)
            for q, origin in enumerate(REGIONS):
                cell = data.trade_access.sel(year=year, region_origin=origin, region=region, product="construction")
                assert cell == first["trade_access"] + 100 * t + .5 * (q * 6 + r * 3 + 1) + .25 * (t + 1)
                cell = data.commuting_share.sel(year=year, region=region, region_residence=origin, education="basic")
                assert cell == first["commuting_share"] + 100 * t + .5 * (r * 4 + q * 2) + .25 * (t + 1)
    difference = xarray.open_dataset(path, group="difference", engine=engine).sel(region="fyn", year=2021)
    assert np.all(difference.wage_index == 1.0) and difference.wage_index.dims == ("education",)
    assumed = xarray.open_dataset(path, group="assumptions", engine=engine)
    assert assumed.base_wage.sel(region="fyn", industry="services", education="basic") == 190 + .5 * (6 + 4)
    assert list(assumed.final_tax_rate.use.values) == ["consumption", "government", "investment", "visitors"]
    assert str(assumed.industry_name_da.sel(industry="construction").values) == "Bygge og anlæg"
    baseline = xarray.open_dataset(path, group="baseline", engine=engine)
    assert list(baseline.sector.values) == ["households", "firms", "government", "abroad"]
    run = xarray.open_dataset(path, group="run", engine=engine)
    assert data.lever_dose.sel(lever="business-advice", region="fyn", year=2019) == 350
    assert data.lever_dose.dims == ("year", "lever", "region") and float(data.lever_dose.sum()) == 1200
    assert run.parameter_value.sel(parameter="advice-effect") == 0.02
    assert run.lever_public_cost.sel(lever="business-advice", region="fyn") == 12.5
    bars = xarray.open_dataset(path, group="explanation/waterfall", engine=engine)
    assert list(bars.step.values)[0] == "treated" and list(bars.step.values)[-1] == "size" and bars.attrs["dose_scale"] == 1
    assert bars.step_value.sel(step="wages", indicator="employment", year=2019) == 521
    assert str(bars.indicator_unit.sel(indicator="employment").values) == "persons"
    worth = xarray.open_dataset(path, group="evaluation", engine=engine)
    assert worth.public_balance_value.sel(region="fyn") == -20 and worth.net_present_value == 30
    assert np.isnan(worth.cost_per_job_year) and worth.attrs["cost_per_job_year_blank"] == "below what a normal year hides"
    assert worth.lever_gdp_change.sel(lever="business-advice") == 8 and worth.attrs["headline_year"] == 2021
    balancing = xarray.open_dataset(path, group="reconciliation", engine=engine)
    assert balancing.flq_own_share.sel(region="fyn", product="services") == 0.5
    assert int(balancing.flq_own_share.isnull().sum()) == 5


def opens_in_ncdump(path):
    shown = subprocess.run(["ncdump", "-h", path], capture_output=True, text=True)
    assert shown.returncode == 0, shown.stderr
    for expected in ("group: difference", "double employment(year, region, industry)", "string region(region)",
                     "double commuting_share(year, region, region_residence, education)",
                     'string employment:units = "persons"'):
        assert expected in shown.stdout, f"ncdump -h does not show: {expected}\n{shown.stdout[:3000]}"
    values = subprocess.run(["ncdump", "-v", "/scenario/region,/scenario/employment", path], capture_output=True, text=True)
    assert values.returncode == 0 and '"nordjylland", "fyn"' in values.stdout, values.stderr


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "run.h5"
        write_made_up_run(path)
        opens_in_h5py(path)
        keeps_the_contract(path)
        engines = ["netcdf4", "h5netcdf"]
        for engine in engines:
            opens_in_xarray(path, engine)
        if shutil.which("ncdump") is None:
            sys.exit("ncdump is not installed (Debian package netcdf-bin)")
        opens_in_ncdump(path)


if __name__ == "__main__":
    main()
