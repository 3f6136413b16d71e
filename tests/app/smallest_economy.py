"""One region, three industries and two educations run as Denmark does: no size is built in."""

import os
import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = os.environ["DRIVKRAFT_PROGRAM"]
SCENARIO = """
[scenario]
name     = "Purchases on the island"
about    = "Ten mio. DKK of services a year."
baseline = "baseline.toml"
years    = [2018, 2040]

[[lever]]
id      = "service-purchases"
regions = ["island"]
dose    = 10
from    = 2020
to      = 2022
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "baseline.toml").write_bytes((ROOT / "scenarios/baseline.toml").read_bytes())
        (folder / "island.toml").write_text(SCENARIO, encoding="utf-8")
        command = [PROGRAM, "run", folder / "island.toml", "--data", ROOT / "tests/data/smallest", "--output", folder]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        with h5py.File(folder / "island.h5") as file:
            baseline, scenario = file["baseline"], file["scenario"]
            assert [r.decode() if isinstance(r, bytes) else r for r in baseline["region"][()]] == ["island"]
            assert baseline["output"].shape == (23, 1, 3)
            # sums of the tables of the folder: value added 1000 and product taxes 142
            assert abs(baseline["gdp"][0, 0] - 1142) < 1e-6
            assert numpy.allclose(baseline["output"][0, 0], [900, 800, 150], rtol=1e-9)
            assert numpy.allclose(baseline["unemployment_rate"][0, 0], [0.06, 0.03], atol=1e-8)
            for group in (baseline, scenario):
                assert abs(group["net_lending"][()].sum(axis=1)).max() < 1e-6
            more = scenario["policy_demand"][()].sum(axis=(1, 2))
            assert (more[2:5] > 0).all() and (more[:2] == 0).all() and (more[5:] == 0).all()


if __name__ == "__main__":
    sys.exit(main())
