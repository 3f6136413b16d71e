#!/usr/bin/python3
"""Standard shocks: every channel is shocked, sign and order of magnitude are as expected (tests/data/multipliers.csv), the
page prints what the program says, and a wrong number or a wrong table of shocks is noticed."""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def program(*words, data=ROOT / "data"):
    return subprocess.run([PROGRAM, "multipliers", "--data", data, *words], capture_output=True, text=True)


def channels_without_shock(shocks):
    levers = tomllib.loads((ROOT / "data/levers/unit-shocks.toml").read_text(encoding="utf-8"))["lever"]
    shocked = {channel["channel"] for lever in levers for channel in lever["channel"]
               if lever["id"] in {shock["lever"] for shock in shocks}}
    described = (ROOT / "data/levers/README.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| `([a-z]+\.(?!toml)[a-z_]+)` \|", described, re.M))
    assert len(known) >= 25, known
    return [f"{channel} has no shock" for channel in sorted(known - shocked)]


def unexpected(effects, expected):
    """Numbers beyond their range, and numbers without one."""
    ranges = {(e["shock"], f"{e['indicator']}{' rest' if e['place'] == 'rest' else ''} {e['year']}"): e for e in expected}
    for effect in effects:
        for column, text in effect.items():
            if not re.match(r"(GDP|jobs) ", column) or text == "":
                continue
            bounds = ranges.pop((effect["shock"], column), None)
            if bounds is None:
                yield f"{effect['shock']}, {column}: nothing is expected"
            elif not float(bounds["low"]) <= float(text) <= float(bounds["high"]):
                yield f"{effect['shock']}, {column}: {text}, expected {bounds['low']} to {bounds['high']}"
    yield from (f"{shock}, {column}: expected of no shock" for shock, column in ranges)


def page(*words):
    return subprocess.run([sys.executable, ROOT / "tools/multipliers_page", "--check", *words], capture_output=True, text=True)


def a_wrong_table_is_refused(folder):
    """Every mistake of the table at once, each with its line."""
    data = folder / "data"
    data.mkdir()
    for part in (ROOT / "data").iterdir():
        if part.name != "multipliers":
            (data / part.name).symlink_to(part)
    (data / "multipliers").mkdir()
    table = data / "multipliers/shocks.csv"
    shutil.copy(ROOT / "data/multipliers/shocks.csv", table)
    lines = table.read_text(encoding="utf-8").splitlines()
    wrong = ["a,unit-productivty,fyn,100,firms,2020,2020,none,c,assumed,author",
             "b,unit-commuting,bornholm,10,minutes,2020,2020,none,c,assumed,author",
             "c,unit-tourism,fynn,0,firms,2018,2020,nobody,c,assumed,author",
             "c,unit-matching,bornholm,100000,persons,2021,2020,none,c,assumed,author",
             "d,unit-matching,bornholm,100000,persons,2020,2020,none,c,assumed,author",
             ",unit-tourism,fyn,10,mio_dkk,2020,2020,none,c,assumed,author"]
    table.write_text("\n".join([lines[0], *wrong]) + "\n", encoding="utf-8")
    done = program(data=data)
    told = ['2:3: unknown lever "unit-productivty"', "3:18: unit-commuting may not be applied in bornholm",
            'unknown financing "nobody"', "from must be a year from 2019 to 2040", '"c" stands twice',
            "the last year must not come before the first", "shocks.csv:6:26",
            "7:1: a shock must have a name"]
    for words in told:
        assert words in done.stderr, f"{words}\n{done.stderr}"
    assert done.returncode == 3 and done.stdout == "", done


def main():
    done = program("--format", "csv")
    assert done.returncode == 0, done.stderr
    effects = rows(done.stdout)
    expected = rows((ROOT / "tests/data/multipliers.csv").read_text(encoding="utf-8"))
    shocks = rows((ROOT / "data/multipliers/shocks.csv").read_text(encoding="utf-8"))
    wrong = [*channels_without_shock(shocks), *unexpected(effects, expected)]
    checked = page()
    wrong += [checked.stdout + checked.stderr] * (checked.returncode != 0)
    print(*wrong, f"{len(effects)} shocks, {len(expected)} numbers", sep="\n")

    effects[0]["GDP 1"] = str(-float(effects[0]["GDP 1"]))
    assert len([*unexpected(effects, expected)]) > len([*unexpected(rows(done.stdout), expected)]), "nobody noticed another sign"
    danish = program("--lang", "da", "--format", "markdown")
    assert danish.returncode == 0 and "| finansiering |" in danish.stdout, danish.stdout
    assert program("everything").returncode == 2
    with tempfile.TemporaryDirectory() as folder:
        spoilt = pathlib.Path(folder) / "multipliers.md"
        spoilt.write_text("<!-- table shocks tourism -->\n<!-- end -->\n", encoding="utf-8")
        told = page("--page", spoilt)
        assert told.returncode == 1 and "world-demand stands 0 times" in told.stdout, told.stdout
        a_wrong_table_is_refused(pathlib.Path(folder))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
