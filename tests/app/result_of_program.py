#!/usr/bin/python3
"""The program's own result of the strategy opens as its page says, and the summary prints the file's numbers."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import h5py
import numpy as np
import xarray

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
STEM = "strategy-2020-2023"
PAGE = ROOT / "model/docs/result-file.md"


def run_program(folder, *words):
    done = subprocess.run([PROGRAM, "run", ROOT / f"scenarios/{STEM}.toml", "--output", folder / "results", *words],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def groups_agree(path):
    scenario, baseline, difference = (xarray.open_dataset(path, group=g) for g in ("scenario", "baseline", "difference"))
    assert {"fyn", "bornholm"} <= set(scenario.region.values) and scenario.year.values[0] == 2018
    for name in difference.data_vars:
        assert np.array_equal(difference[name], scenario[name] - baseline[name]), name
        assert np.isfinite(scenario[name]).all(), name
    assert "solver_iterations" in scenario and "solver_iterations" not in difference
    fyn = scenario.sel(region="fyn")
    assert fyn.employment.dims == ("year", "industry")
    assert np.isclose(fyn.employment.sum(), fyn.employment_by_education.sum(), rtol=1e-9)
    assert (difference.employment.sel(year=2018) == 0).all() and float(abs(difference.employment).max()) > 1.0
    with h5py.File(path) as file:
        for group in ("baseline", "scenario"):
            for name, variable in file[group].items():
                if "CLASS" in variable.attrs or name.startswith("solver_"):
                    continue
                assert variable.attrs["equation"], name
        run = file["run"]
        assert run.attrs["scenario_text"] == (ROOT / f"scenarios/{STEM}.toml").read_text(encoding="utf-8")
        assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in run["input_sha256"].asstr()[:])
        digests = dict(zip(run["input_file"].asstr()[:], run["input_sha256"].asstr()[:]))
    mine = [digest for name, digest in digests.items() if name.endswith(f"scenarios/{STEM}.toml")]
    told = subprocess.run(["sha256sum", ROOT / f"scenarios/{STEM}.toml"], capture_output=True, text=True).stdout.split()[0]
    assert mine == [told], (mine, told)
    assert any("wages.csv" in name for name in digests)
    assert not any(str(pathlib.Path.home()) in name or str(ROOT) in name for name in digests), "a path of this machine"


def summary_is_the_file(path, english, danish):
    for text in (english, danish):
        lines = text.splitlines()
        assert len(lines) <= 30 and all(len(line) <= 100 for line in lines[:-1]), text
        assert "…" not in text, text
    jobs = xarray.open_dataset(path, group="difference").employment.sum(("region", "industry"))
    total = next(line for line in english.splitlines() if line.startswith("All regions")).split()
    years = next(line for line in english.splitlines() if line.rstrip().endswith("all years")).split()
    near, horizon = int(years[0]), int(years[1])
    assert [float(total[k].replace(",", "")) for k in (4, 5)] == [round(float(jobs.sel(year=y))) for y in (near, horizon)]
    with h5py.File(path) as file:
        cost = file["run/lever_public_cost"][()].sum()
    assert float(total[-1].replace(",", "")) == round(cost)


def page_is_true(folder):
    blocks = re.findall(r"```(python|sh)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert len(blocks) >= 3
    for language, code in blocks:
        shell = [sys.executable, "-c", code] if language == "python" else ["sh", "-ec", code]
        done = subprocess.run(shell, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0 and done.stdout, f"{code}\n{done.stderr}"


def everything_is_named(path):
    """Every attribute of /run and every dimension of the file stands on the page."""
    page = PAGE.read_text(encoding="utf-8")
    with h5py.File(path) as file:
        names = set(file["run"].attrs) - {"Conventions", "title", "title_da"} | set(file)
        for group in file.values():
            names |= {name for name, variable in group.items() if "CLASS" in variable.attrs}
        names |= {name for g in ("run", "reconciliation") for name in file[g]}
    missing = sorted(name for name in names if f"`{name}`" not in page and f"`/{name}`" not in page and f"`{name}[" not in page)
    assert not missing, f"not on {PAGE.name}: {missing}"


def series_can_be_left_out(folder, whole):
    """The series named, and no other, is gone from every group; the rest is as it was."""
    run_program(folder / "less", "--without", "population", "--without", "participation_rate")
    less = folder / "less" / "results" / f"{STEM}.h5"
    assert less.stat().st_size < 0.7 * whole.stat().st_size < 0.7 * 15e6
    with h5py.File(whole) as all_of_it, h5py.File(less) as file:
        for group in ("baseline", "scenario", "difference"):
            gone = set(all_of_it[group]) - set(file[group])
            assert gone == {"population", "participation_rate", "sex", "age"}, gone
            assert np.array_equal(file[group]["skills_account"], all_of_it[group]["skills_account"])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        english = run_program(folder)
        danish = run_program(folder, "--lang", "da")
        path = folder / "results" / f"{STEM}.h5"
        groups_agree(path)
        summary_is_the_file(path, english, danish)
        page_is_true(folder)
        everything_is_named(path)
        series_can_be_left_out(folder, path)
        names = sorted(p.name for p in (folder / "results").iterdir())
        assert names == [f"{STEM}.h5"], f"left behind: {names}"


if __name__ == "__main__":
    main()
