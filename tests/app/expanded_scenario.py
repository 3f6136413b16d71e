#!/usr/bin/python3
"""The expanded scenario of a result runs again to the same bytes, and overlays give the same bytes in any order: two of
its own, and the chapters of the shipped strategy, which take no dose of the national effort away."""
import os
import pathlib
import shutil
import subprocess
import tempfile

import h5py

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
GROUPS = ["baseline", "scenario", "difference"]

OVERLAY_OF_FYN = """[scenario]
name     = "A fifth of the firms on Fyn"
about    = "Advice for firms that a share of what exists counts, rising over three years."
baseline = "baseline.toml"
years    = [2018, 2024]

[[lever]]
id      = "business-advice"
regions = ["fyn"]
dose    = { share = 0.002 }
from    = 2020
profile = { s_curve = 3 }
"""
OVERLAY_OF_BORNHOLM = """[scenario]
name     = "People on Bornholm"
about    = "People helped into the labour force, fading."
baseline = "baseline.toml"
years    = [2018, 2024]

[closures]
financing = "none"

[[lever]]
id      = "people-into-labour-force"
regions = ["bornholm"]
dose    = 20
from    = 2020
profile = { decay = 0.9 }

[parameters]
"advice-productivity-effect" = 0.05
"""
SCENARIO = """[scenario]
name     = "Both"
about    = "The strategy until 2024 with changes on Fyn and Bornholm."
extends  = "strategy-national.toml"
years    = [2018, 2024]
overlays = [{overlays}]
"""


def run(file, output, *words):
    command = [PROGRAM, "run", file, "--data", ROOT / "data", "--output", output, "--quiet", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return output / (file.stem + ".h5")


def content(path):
    """Bytes of every series, with its attributes."""
    with h5py.File(path) as h5:
        return {f"{group}/{name}": (item[()].tobytes() if item.dtype.kind != "O" else tuple(item[()]), sorted(item.attrs))
                for group in GROUPS for name, item in h5[group].items()}


def same(one, other):
    first, second = content(one), content(other)
    assert first.keys() == second.keys()
    different = [name for name in first if first[name] != second[name]]
    assert not different, f"{one} and {other} differ in {different[:5]} ({len(different)})"


def nothing_taken_away(national, whole):
    """An overlay replaces a dose: a chapter that forgets the national one would lower it."""
    with h5py.File(national) as one, h5py.File(whole) as two:
        levers, more = (list(file["scenario/lever"].asstr()[()]) for file in (one, two))
        before, after = (file["scenario/lever_dose"][()] for file in (one, two))
        less = [lever for k, lever in enumerate(levers) if (after[:, more.index(lever)] < before[:, k]).any()]
        assert not less, f"chapters give less than the national effort of {less}"


def chapters_in_any_order(folder):
    """The strategy with its chapters as shipped, the other way round, and from the middle on."""
    shutil.copytree(ROOT / "scenarios", folder)
    text = (folder / "strategy-2020-2023.toml").read_text(encoding="utf-8")
    head, listed = text.split("overlays = [")
    chapters, tail = listed.split("]", 1)
    names = [name.strip() for name in chapters.split(",") if name.strip()]
    assert len(names) == 8, f"seven regions and the border regions, not {names}"
    orders = {"reversed": names[::-1], "turned": names[4:] + names[:4]}
    shipped = run(folder / "strategy-2020-2023.toml", folder / "results")
    for stem, order in orders.items():
        (folder / f"{stem}.toml").write_text(f"{head}overlays = [{', '.join(order)}]{tail}", encoding="utf-8")
        other = run(folder / f"{stem}.toml", folder / "results")
        same(shipped, other)
        with h5py.File(shipped) as one, h5py.File(other) as two:
            assert one["run"].attrs["scenario_expanded"] == two["run"].attrs["scenario_expanded"], stem
    national = run(folder / "strategy-national.toml", folder / "results")
    assert content(shipped)["difference/employment"] != content(national)["difference/employment"], "the chapters add nothing"
    nothing_taken_away(national, shipped)


def main():
    with tempfile.TemporaryDirectory() as name:
        chapters_in_any_order(pathlib.Path(name) / "shipped")
        folder = pathlib.Path(name)
        for file in ("baseline.toml", "strategy-national.toml"):
            text = (ROOT / "scenarios" / file).read_text(encoding="utf-8")
            assert "[2018, 2040]" in text
            (folder / file).write_text(text.replace("[2018, 2040]", "[2018, 2024]"), encoding="utf-8")
        with (folder / "baseline.toml").open("a", encoding="utf-8") as baseline:
            baseline.write("\n[parameters]\n\"wages.epsilon\" = 0.012\n")
        (folder / "fyn.toml").write_text(OVERLAY_OF_FYN)
        (folder / "bornholm.toml").write_text(OVERLAY_OF_BORNHOLM)
        (folder / "one.toml").write_text(SCENARIO.format(overlays='"fyn.toml", "bornholm.toml"'))
        (folder / "other.toml").write_text(SCENARIO.format(overlays='"bornholm.toml", "fyn.toml"'))
        words = ["--set", "lever.graduates-stay.dose=3"]
        one, other = run(folder / "one.toml", folder / "results", *words), run(folder / "other.toml", folder / "results", *words)
        same(one, other)
        again = folder / "again"
        again.mkdir()
        with h5py.File(one) as result, h5py.File(other) as second:
            attributes = dict(result["run"].attrs)
            assert attributes["scenario_expanded"] == second["run"].attrs["scenario_expanded"]
            inputs = list(result["run/input_file"].asstr()[()])
            for file in ("one", "fyn", "bornholm", "strategy-national", "baseline"):
                assert inputs.count(f"scenarios/{file}.toml") == 1, (file, inputs)
        (again / "again.toml").write_text(attributes["scenario_expanded"], encoding="utf-8")
        (again / pathlib.Path(attributes["baseline"]).name).write_text(attributes["baseline_expanded"], encoding="utf-8")
        twice = run(again / "again.toml", again)
        same(one, twice)
        with h5py.File(twice) as result:
            assert result["run"].attrs["scenario_expanded"] == attributes["scenario_expanded"]
        assert content(one)["difference/employment"] != content(run(folder / "strategy-national.toml", folder))["difference/employment"]


if __name__ == "__main__":
    main()
