#!/usr/bin/python3
"""levers, compare and export: what they print, held against the catalogue and the result file."""
import csv
import io
import os
import pathlib
import subprocess
import tempfile
import tomllib

import h5py

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
STRATEGY = "scenarios/strategy-2020-2023.toml"


def call(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"{words}: exit {done.returncode}, wanted {code}\n{done.stdout}\n{done.stderr}"
    return done.stdout if code == 0 else done.stderr


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def catalogue():
    for file in sorted((ROOT / "data/levers").glob("*.toml")):
        document = tomllib.loads(file.read_text(encoding="utf-8"))
        for lever in document.get("lever", []):
            yield document["document"], lever


def register():
    return list(csv.DictReader((ROOT / "data/levers/register.csv").open(encoding="utf-8")))


def listed(*options):
    """Ids of the text table, and under a search those of the rows of the register."""
    tables = [part.splitlines() for part in call("levers", *options).split("\n\n")]
    return [[line.split()[0] for line in table[1:]] for table in tables]


def test_register():
    """The list as CSV accounts for every row of the register, and for levers without one at the end."""
    known = {lever["id"]: lever for _, lever in catalogue()}
    written = register()
    told = rows(call("levers", "list", "--format", "csv"))
    assert len(told) >= len(written) == 417, len(told)
    for source, row in zip(written, told):
        for column in ("register_id", "outcome", "lever", "components", "reason", "document", "section", "lines", "name_da",
                       "name_en", "driver", "instrument", "target_group", "quantity", "cost_dkk"):
            assert row[column] == source[column], (row["register_id"], column, row[column])
        channels = [c["channel"] for c in known[row["lever"]]["channel"]] if row["lever"] else []
        assert row["channels"].split() == channels and bool(row["dose"]) == bool(row["lever"]), row
    alone = [row["lever"] for row in told[len(written):]]
    assert alone == [lever for lever in known if lever not in {row["lever"] for row in written}], alone
    for option, value, holds in [
            ("--driver", "tourism", lambda r: r["driver"] == "tourism"),
            ("--region", "bornholm", lambda r: r["regions"] == "all" or "bornholm" in r["regions"].split(";")),
            ("--channel", "firms.entry", lambda r: r["lever"] and any(c["channel"] == "firms.entry" for c in known[r["lever"]]["channel"]))]:
        found = [r["register_id"] for r in rows(call("levers", "list", option, value, "--format", "csv")) if r["register_id"]]
        assert found and found == [r["register_id"] for r in written if holds(r)], (option, found)
    row = next(r for r in written if r["outcome"] == "variant")
    assert row["register_id"] in listed("search", *row["name_da"].replace(",", "").split()[:1])[-1]
    assert row["register_id"] in call("levers", "show", row["lever"]) and row["reason"] in call("levers", "show", row["register_id"])
    umbrella = next(r for r in written if r["outcome"] == "umbrella")
    part = umbrella["components"].split(";")[0]
    assert part in call("levers", "show", umbrella["register_id"])
    if part not in known:
        assert umbrella["register_id"] in call("levers", "show", part)


def test_levers():
    known = {lever["id"]: (document, lever) for document, lever in catalogue()}
    assert listed("list") == [list(known)]
    for option, value, holds in [
            ("--driver", "skilled-labour", lambda d, l: l["driver"] == "skilled-labour"),
            ("--region", "bornholm", lambda d, l: l["regions"] == "all" or "bornholm" in l["regions"]),
            ("--channel", "firms.productivity", lambda d, l: any(c["channel"] == "firms.productivity" for c in l["channel"])),
            ("--document", "2020-2023", lambda d, l: "2020-2023" in d["title_en"])]:
        [found] = listed("list", option, value)
        assert found == [k for k, v in known.items() if holds(*v)] and found, (option, found)
    grades = {r["lever"]: r["grade"] for r in rows(call("levers", "list", "--format", "csv")) if r["lever"]}
    for grade in sorted(set(grades.values()) - {"-"}):
        assert listed("list", "--grade", grade) == [[k for k in known if grades[k] == grade]], grade
    assert grades["business-advice"] == "B" and grades["knowledge-service-purchases"] == "-", grades
    assert "unskilled-to-vocational" in listed("search", "UNSKILLED", "worker")[0]
    assert call("levers", "search", "nosuchword") .endswith("no lever matches\n")
    assert call("levers", "list", "--format", "markdown").startswith("| id | name | driver | dose |")
    assert call("levers", "list", "--format", "markdown", "--lang", "da").startswith("| id | navn | drivkraft | dosis |")


def test_one_lever():
    shown = call("levers", "show", "business-advice")
    for part in ("Rådgivning og acceleration / Business advice and acceleration", "lines ", "firms.productivity  effect",
                 "target group", "notes "):
        assert part in shown, part
    numbers = {(r["part"], r["number"]): r for r in rows(call("levers", "show", "business-advice", "--format", "csv"))}
    effect = numbers["firms.productivity", "effect"]
    assert effect["value"] == "0.03" and effect["grade"] == "B" and "advice-productivity-effect" in effect["source"], effect
    names = {"unskilled-to-vocational": "skills.upgrade (basic -> vocational)", "first-academic-hire": "firms.first_academic (long_cycle)",
             "growth-pilot": "labour.wage_subsidy (short_cycle 16.4%, medium_cycle 46.4%, long_cycle 37.2%)"}
    for lever, text in names.items():
        assert f"channels          {text}\n" in call("levers", "show", lever), lever
    assert "\ndel " in call("levers", "show", "growth-pilot", "--lang", "da")
    assert 'did you mean "business-advice"?' in call("levers", "show", "busines-advice", code=2)
    assert 'did you mean "fyn"?' in call("levers", "list", "--region", "fynn", code=2)
    assert "such a document" in call("levers", "list", "--document", "nowhere", code=2)
    assert "needs the id of one lever" in call("levers", "show", code=2)


def change(h5, name, region, year):
    t = year - 2018
    part = slice(None) if region is None else slice(region, region + 1)
    of = {g: {n: h5[f"{g}/{n}"][t, part].sum() for n in ("value_added", "employment", "labour_force", "employed_residents")}
          for g in ("baseline", "scenario")}
    if name == "Productivity":
        level = {g: v["value_added"] / v["employment"] for g, v in of.items()}
        return 100 * (level["scenario"] / level["baseline"] - 1)
    if name == "Employment":
        return of["scenario"]["employment"] - of["baseline"]["employment"]
    rate = {g: 100 * (1 - v["employed_residents"] / v["labour_force"]) for g, v in of.items()}
    return rate["scenario"] - rate["baseline"]


def test_compare(first, second):
    table = rows(call("compare", first, second, "--format", "csv", "--years", "2021,2030"))
    one, two = "one/strategy-2020-2023", "two/strategy-2020-2023"
    assert len(table) == 4 * 8 * 2 and {r["year"] for r in table} == {"2021", "2030"}
    with h5py.File(first) as a, h5py.File(second) as b:
        regions = list(a["scenario/region"].asstr()[()])
        for row in table:
            if row["indicator"] == "Real GDP":
                continue
            region = None if row["region"] == "all" else regions.index(row["region"])
            wanted = [change(h5, row["indicator"], region, int(row["year"])) for h5 in (a, b)]
            for value, found in zip(wanted + [wanted[1] - wanted[0]], (row[one], row[two], row[f"{two} - {one}"])):
                assert abs(value - float(found)) <= 1e-9 * max(1, abs(value)), (row, wanted)
    shown = call("compare", first, second, "--lang", "da")
    assert "Beskæftigelse" in shown and "2040" in shown and "2030" not in shown
    assert "share the years 2018 to 2040" in call("compare", first, second, "--years", "2050", code=2)
    assert "write years with commas" in call("compare", first, second, "--years", "soon", code=2)
    assert "name two results" in call("compare", first, code=2)
    assert "drivkraft: README.md" in call("compare", first, "README.md", code=3)
    assert "gone.h5" in call("compare", first, "gone.h5", code=3)


def test_export(result, folder):
    codes = rows((ROOT / "data/export/variables.csv").read_text(encoding="utf-8"))
    assert len({r["variable"] for r in codes}) == len(codes) and all(r["meaning"] and r["meaning_da"] for r in codes)
    table = rows(call("export", result))
    assert list(table[0]) == ["model", "scenario", "region", "variable", "unit", "year", "value"]
    values = {(r["scenario"], r["region"], r["variable"], int(r["year"])): float(r["value"]) for r in table}
    assert len(values) == len(table)
    with h5py.File(result) as h5:
        regions = list(h5["scenario/region"].asstr()[()])
        industries = list(h5["scenario/industry"].asstr()[()])
        names = {"baseline": "baseline", "strategy-2020-2023": "scenario"}
        assert {k[0] for k in values} == set(names) and {k[1] for k in values} == set(regions) | {"denmark"}
        for scenario, group in names.items():
            g = h5[group]
            for t, year in enumerate(range(2018, 2041)):
                same(values[scenario, "denmark", "GDP|Real", year], g["real_gdp"][t].sum())
                for r, region in enumerate(regions):
                    same(values[scenario, region, "GDP|Real", year], g["real_gdp"][t, r])
                    same(values[scenario, region, "Population", year], g["population"][t, r].sum())
            same(values[scenario, "fyn", "Employment|Industry|food", 2030],
                 g["employment"][12, regions.index("fyn"), industries.index("food")])
            same(values[scenario, "denmark", "Unemployment rate", 2030],
                 1 - g["employed_residents"][12].sum() / g["labour_force"][12].sum())
            same(values[scenario, "denmark", "Productivity", 2040], g["value_added"][22].sum() / g["employment"][22].sum())
            same(values[scenario, "denmark", "Firms", 2030], g["firms"][12].sum())
            same(values[scenario, "denmark", "Emissions", 2030], g["emissions"][12].sum())
            same(values[scenario, "fyn", "Green turnover", 2030], g["green_turnover"][12, regions.index("fyn")])
            weights = g["real_disposable_income"][22]
            same(values[scenario, "denmark", "Consumer prices", 2040],
                 (g["consumer_price_index"][22] * weights).sum() / weights.sum())
    path = pathlib.Path(call("export", result, "--format", "iamc", "--output", folder / "tables").strip())
    assert path == folder / "tables/strategy-2020-2023.csv"
    wide = rows(path.read_text(encoding="utf-8"))
    assert len(wide) * 23 == len(table)
    for row in wide:
        for year in (2018, 2040):
            assert values[row["scenario"], row["region"], row["variable"], year] == float(row[str(year)])
    assert "drivkraft: README.md" in call("export", "README.md", code=3)
    assert "name one result" in call("export", code=2)


def same(found, wanted):
    assert abs(found - wanted) <= 1e-9 * max(1.0, abs(wanted)), (found, wanted)


def main():
    test_register()
    test_levers()
    test_one_lever()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        call("run", STRATEGY, "--quiet", "--output", folder / "one")
        call("run", STRATEGY, "--quiet", "--output", folder / "two", "--set", "lever.business-advice.dose=0")
        results = [folder / k / "strategy-2020-2023.h5" for k in ("one", "two")]
        test_compare(*results)
        test_export(results[0], folder)


if __name__ == "__main__":
    main()
