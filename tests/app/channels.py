#!/usr/bin/python3
"""Every channel, pulled through the program: the result holds its equations, and the series that levers fill are there."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import h5py
import recompute

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
UNITS = {"firms": ("firms a year", "mio. DKK a firm"), "persons": ("persons a year", "mio. DKK a person"),
         "mio_dkk": ("mio. DKK a year", "mio. DKK a mio. DKK"), "percent": ("percent", "mio. DKK a percent"),
         "minutes": ("minutes", "mio. DKK a minute")}


def number(value, unit):
    return f'{{ value = {value}, unit = "{unit}", status = "assumed", source = "judgement", grade = "D" }}'


def shares(**of):
    inside = ", ".join(f"{name} = {share}" for name, share in of.items())
    return f'{{ shares = {{ {inside} }}, status = "assumed", source = "judgement", grade = "D" }}'


CHAIN = {"deadweight": (0.3, "share"), "displacement": (0, "share"), "substitution": (0.05, "share"), "success": (0.9, "share"),
         "delay": (0.5, "years"), "ramp": (2, "years")}
FADING = {**CHAIN, "half_life": (4, "years")}
JOBS = {"employees_per_firm": (8, "persons a firm")}
STOCK = {name: CHAIN[name] for name in ("deadweight", "displacement", "substitution", "success")}
EDUCATIONS = {"education_shares": shares(basic=0.5, vocational=0.5)}
PRODUCTS = {"product_shares": shares(hotels_restaurants=0.6, trade=0.4)}
INDUSTRIES = 'industries = ["machinery_energy_tech", "knowledge_services"]'
# channel: unit of dose, dose, what the lever names beside it, numbers, other keys
CHANNELS = {
    "firms.productivity": ("firms", 20, 'strength_positions = ["robot-drone"]', {**FADING, **JOBS, "effect": (0.05, "proportion")}, {}),
    "firms.first_academic": ("firms", 40, INDUSTRIES,
                             {**FADING, **JOBS, "effect": (0.02, "proportion"), "hires_per_firm": (0.4, "employees per firm")},
                             {"hired_education": '"long_cycle"'}),
    "firms.exports": ("firms", 10, INDUSTRIES,
                      {**FADING, "effect": (0.1, "proportion"), "exports_per_firm": (15, "mio. DKK a firm")}, {}),
    "firms.entry": ("firms", 60, INDUSTRIES, STOCK, {}),
    "firms.survival": ("firms", 40, INDUSTRIES, {**STOCK, "effect": (0.2, "proportion")}, {}),
    "firms.scaleup": ("firms", 40, INDUSTRIES, {**FADING, **JOBS, "effect": (0.3, "proportion")}, {}),
    "adoption.digital": ("firms", 40, INDUSTRIES, {**CHAIN, **JOBS}, {}),
    "adoption.automation": ("firms", 40, INDUSTRIES, {**CHAIN, **JOBS}, {}),
    "adoption.innovation": ("firms", 40, INDUSTRIES, {**CHAIN, **JOBS}, {}),
    "adoption.green": ("firms", 40, INDUSTRIES, {**CHAIN, **JOBS}, {}),
    "matching.efficiency": ("persons", 200, "", {**FADING, "effect": (0.3, "proportion")}, EDUCATIONS),
    "labour.wage_subsidy": ("persons", 200, INDUSTRIES,
                            {"wage_share": (0.5, "share"), "monthly_cap": (0.012, "mio. DKK a month"), "months": (6, "months"),
                             "deadweight": (0.6, "share"), "displacement": (0.2, "share")}, EDUCATIONS),
    "investment.private": ("mio_dkk", 200, INDUSTRIES, {"effect": (1.2, "DKK per DKK")}, {}),
    "demand.public": ("mio_dkk", 100, "", {}, {}),
    "demand.tourism": ("mio_dkk", 100, "", {"effect": (3, "DKK per DKK"), "displacement": (0.4, "share")}, PRODUCTS),
    "demand.construction": ("mio_dkk", 200, "", {"effect": (1, "DKK per DKK")}, {"product_shares": shares(construction=1)}),
    "resource.efficiency": ("firms", 40, INDUSTRIES,
                            {**FADING, **JOBS, "effect": (0.02, "share of material and energy cost"), "emission_effect": (0.05, "share")},
                            {"inputs": '["utilities_extraction", "other_manufacturing"]'}),
    "access.commuting": ("minutes", 5, "", {}, {"to_region": '"sydjylland"'}),
    "access.trade": ("minutes", 5, "", {}, {"to_region": '"sydjylland"'}),
    "access.trade abroad": ("minutes", 5, "", {"exposed_share": (0.3, "share")}, {"to_region": '"abroad"'}),
    "world.demand": ("percent", -2, INDUSTRIES, {}, {}),
    "labour.participation": ("persons", 100, "", {"deadweight": (0.4, "share"), "exit": (0.1, "share per year")}, EDUCATIONS),
}


def lever_id(channel):
    return channel.replace(".", "-").replace("_", "-").replace(" ", "-")


def entry(channel):
    unit, dose, reach, numbers, keys = CHANNELS[channel]
    dose_unit, cost_unit = UNITS[unit]
    cost = 0 if unit == "percent" else 1 if channel == "demand.public" else 0.05
    lines = ["[[lever]]", f'id = "{lever_id(channel)}"', 'name_da = "x"', 'name_en = "x"', 'place = "x"', 'expected = { real_gdp = "up" }',
             'driver = "x"', 'instrument = "x"', 'target_group = "x"', 'regions = "all"', reach, f'dose_unit = "{unit}"',
             f"default_dose = {number(dose, dose_unit)}", f"public_cost = {number(cost, cost_unit)}",
             f"private_cost = {number(0, cost_unit)}", f"spending = {shares(knowledge_services=0.5, health_social=0.5)}", 'notes = "x"',
             "[[lever.channel]]", f'channel = "{channel.split()[0]}"']
    lines += [f"{name} = {number(*value)}" for name, value in numbers.items()]
    return "\n".join(lines + [f"{key} = {value}" for key, value in keys.items()]) + "\n"


def scenario(channels):
    text = '[scenario]\nname = "Channels"\nabout = "x"\nbaseline = "baseline.toml"\nyears = [2018, 2040]\n'
    for channel in channels:
        regions = '"all"' if channel == "world.demand" else '["fyn"]'
        text += f'[[lever]]\nid = "{lever_id(channel)}"\nregions = {regions}\ndose = {CHANNELS[channel][1]}\nfrom = 2020\nto = 2021\n'
    return text


def copy_of_data(folder):
    """The delivered data with one lever more for each channel."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    head = '[document]\nid = "channels"\ntitle_da = "x"\ntitle_en = "x"\npublisher = "x"\nyear = 2020\n'
    (data / "levers/channels.toml").write_text(head + "".join(entry(channel) for channel in CHANNELS), encoding="utf-8")
    return data


def run(folder, data, name, channels):
    (folder / f"{name}.toml").write_text(scenario(channels), encoding="utf-8")
    done = subprocess.run([PROGRAM, "run", folder / f"{name}.toml", "--data", data, "--output", folder, "--quiet"],
                          capture_output=True, text=True)
    assert done.returncode == 0, f"{name}: {done.stderr}"
    return folder / f"{name}.h5"


def main():
    if not PROGRAM.exists():
        print(f"skipped: {PROGRAM} is not built")
        return 77
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copy(ROOT / "scenarios/baseline.toml", folder)
        data = copy_of_data(folder)
        for channels in [[channel] for channel in CHANNELS] + [list(CHANNELS)]:
            title = lever_id(channels[0]) if len(channels) == 1 else "all"
            file = run(folder, data, title, channels)
            missed = recompute.failures(file)
            for equation, miss in missed.items():
                print(f"{title}: {equation} {miss:.1e}")
            with h5py.File(file) as h5:
                same = all((h5["scenario"][series][()] == h5["baseline"][series][()]).all()
                           for series in ("output", "employment", "exports", "wage_index"))
                doses = h5["scenario/lever_dose"][()]
                assert doses.shape == (23, len(channels), 7) and h5["levers/lever_unit"].shape == (len(channels),)
                assert doses[2].any() and not doses[1].any()
            if same:
                print(f"{title}: nothing moves")
            failed += bool(missed) or same
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
