#!/usr/bin/python3
"""What levers are worth: drivkraft evaluate gives every lever its line, levers add up to about the package, a dearer lever is
worth less; and in the result file the steps from gross to net add up to the answer."""
import csv
import io
import os
import pathlib
import subprocess
import tempfile

import h5py
import numpy as np

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
HEAD = """[scenario]
name = "Levers for the test"
about = "What they are worth."
baseline = "baseline.toml"
years = [2018, 2040]
"""
LEVER = """
[[lever]]
id = "{}"
regions = ["fyn", "hovedstaden"]
dose = {}
from = 2020
to = 2022
"""
LEVERS = {"business-advice": 40, "people-into-labour-force": 30, "knowledge-service-purchases": 20, "export-readiness": 20}


def call(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"{words}: exit {done.returncode}, wanted {code}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def evaluated(scenario, *words):
    lines = csv.DictReader(io.StringIO(call("evaluate", scenario, "--data", "data", "--format", "csv", *words)))
    return {line["lever"]: line for line in lines}


def number(line, name):
    return float(line[name])


def steps(folder, scenario, *words):
    """The steps by name [indicator, year], and what /difference says of all regions."""
    call("run", scenario, "--data", "data", "--output", folder, "--quiet", *words)
    with h5py.File(folder / (scenario.stem + ".h5")) as h5:
        waterfall, difference = h5["explanation/waterfall"], h5["difference"]
        assert list(waterfall["indicator"].asstr()) == ["productivity", "employment", "unemployment", "real_gdp"]
        jobs, gdp = difference["employment"][()].sum((1, 2)), difference["real_gdp"][()].sum(1)
        named = dict(zip(waterfall["step"].asstr(), waterfall["step_value"][()]))
        total = sum(named.values())
        assert np.abs(total[1] - jobs).max() < 1e-7 and np.abs(total[3] - gdp).max() < 1e-7, "steps miss the answer"
        assert h5["evaluation"].attrs["headline_year"] == 2030 and 0 < h5["evaluation/weak_gdp_share"][()] < 1
        return named, waterfall.attrs["dose_scale"]


def leads_from_gross_to_net(folder, scenario):
    named, scale = steps(folder, scenario)
    assert list(named) == ["treated", "deadweight", "displacement", "substitution", "demand", "wages", "capital_people",
                           "purchases", "financing", "size"], list(named)
    assert scale == 1 and not named["size"].any()
    gdp = {step: values[3][12] for step, values in named.items()}  # 2030
    assert gdp["treated"] > 0 > gdp["deadweight"], gdp
    assert all(values.any() for step, values in named.items() if step != "size")
    held, _ = steps(folder, scenario, "--set", 'closures.hold=["wages", "migration"]', "--set", 'closures.financing="none"')
    assert not held["wages"].any() and not held["financing"].any() and held["capital_people"].any()

    large = folder / "large.toml"  # more academics than Bornholm has without work
    large.write_text(scenario.read_text() + LEVER.format("first-academics", 80).replace('"fyn", "hovedstaden"', '"bornholm"'))
    named, scale = steps(folder, large)
    assert scale < 1 and named["size"].any(), scale


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "baseline.toml").write_text((ROOT / "scenarios/baseline.toml").read_text(encoding="utf-8"))
        scenario = folder / "four.toml"
        scenario.write_text(HEAD + "".join(LEVER.format(*lever) for lever in LEVERS.items()))
        worth = evaluated(scenario)
        assert set(worth) == {"package", *LEVERS}, list(worth)

        for name in ("net_present_value", "public_cost", "net_public_cost", "job_years", "value_added"):
            total, parts = number(worth["package"], name), [number(worth[lever], name) for lever in LEVERS]
            assert abs(total - sum(parts)) < 0.02 * sum(map(abs, parts)), (name, total, parts)
        for lever, line in worth.items():
            for figure in ("cost_per_job_year", "cost_per_value_added"):
                assert line[figure] == "", f"{lever}: {figure} of a small effect is shown"
            assert "below what a normal year hides" in line["blank_because"] or "negative" in line["blank_because"], line
        bought = worth["knowledge-service-purchases"]
        assert bought["benefit_cost_ratio"] == "" and "no effect" in bought["blank_because"]
        assert abs(number(bought, "net_present_value") + 1.28 / 1.00431 * number(bought, "public_cost")) < 0.01

        dearer = evaluated(scenario, "--set", "parameters.evaluation.tax_distortion_factor=1.2")
        for lever, line in worth.items():
            fall = number(line, "net_present_value") - number(dearer[lever], "net_present_value")
            assert abs(fall - 0.2 * number(line, "net_public_cost")) < 1e-6, lever

        leads_from_gross_to_net(folder, scenario)
        danish = call("evaluate", scenario, "--data", "data", "--lang", "da")
        assert "nutidsværdi" in danish and "mindre end et normalt år skjuler" in danish, danish
        empty = folder / "empty.toml"
        empty.write_text(HEAD)
        assert "no lever to evaluate" in call("evaluate", empty, "--data", "data")
        call("evaluate", folder / "gone.toml", "--data", "data", code=3)


if __name__ == "__main__":
    main()
