#!/usr/bin/python3
"""drivkraft evaluate: every lever has its line, levers add up to about the package, and a dearer lever is worth less."""
import csv
import io
import os
import pathlib
import subprocess
import tempfile

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

        danish = call("evaluate", scenario, "--data", "data", "--lang", "da")
        assert "nutidsværdi" in danish and "mindre end et normalt år skjuler" in danish, danish
        empty = folder / "empty.toml"
        empty.write_text(HEAD)
        assert "no lever to evaluate" in call("evaluate", empty, "--data", "data")
        call("evaluate", folder / "gone.toml", "--data", "data", code=3)


if __name__ == "__main__":
    main()
