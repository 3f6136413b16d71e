#!/usr/bin/python3
"""The program from outside: exit codes, messages, and what is left on disk when something is wrong."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
STRATEGY = "scenarios/strategy-national.toml"


def call(*words, code, folder=ROOT):
    done = subprocess.run([PROGRAM, *map(str, words)], cwd=folder, capture_output=True, text=True, timeout=120)
    shown = f"{words} in {folder}: exit {done.returncode}, wanted {code}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == code, shown
    return done.stdout, done.stderr


def says(text, *parts):
    for part in parts:
        assert part in text, f"{part!r} is not in\n{text}"


def test_help_and_version():
    out, _ = call("--help", code=0)
    says(out, "run", "check", "data", "levers", "compare", "export", "schema", "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input")
    assert call("--version", code=0)[0].startswith("drivkraft ")
    for command in ("run", "check", "data", "levers", "compare", "export", "schema"):
        says(call(command, "--help", code=0)[0], f"usage: drivkraft {command}")


def test_wrong_usage():
    says(call(code=2)[1], "name a command")
    says(call("rnu", code=2)[1], 'unknown command "rnu", did you mean "run"?')
    says(call("run", code=2)[1], "name at least one scenario file")
    says(call("run", STRATEGY, "--outptu", "x", code=2)[1], 'unknown option --outptu, did you mean "--output"?')
    says(call("run", STRATEGY, "--threads", "0", code=2)[1], "--threads must be at least 1")
    says(call("run", STRATEGY, "--threads", "two", code=2)[1], "--threads")
    says(call("run", STRATEGY, "--set", "closures.wages", code=2)[1], "write path=value")
    says(call("run", STRATEGY, "--lang", "dk", code=2)[1], "--lang dk is unknown")
    says(call("run", STRATEGY, STRATEGY, code=2)[1], "would both write strategy-national.h5")
    says(call("check", STRATEGY, "-quiet", code=2)[1], "unknown option -quiet")
    says(call("check", STRATEGY, "--data", "tests", code=2)[1], "has no dimensions/regions.csv")
    says(call("schema", code=2)[1], "name what the schema is of: scenario")
    says(call("data", "lst", code=2)[1], 'unknown "data lst", did you mean "list"?')
    says(call("data", "show", "wagse", code=2)[1], 'did you mean "wages"?')


def test_invalid_input_runs_nothing(folder):
    scenarios = folder / "scenarios"
    results = folder / "results"
    shutil.copytree(ROOT / "scenarios", scenarios)
    good = scenarios / "strategy-national.toml"
    call("run", good, "--data", ROOT / "data", "--output", results, "--quiet", code=0)
    result = results / "strategy-national.h5"
    before = result.read_bytes()
    spoilt = good.read_text().replace("{ nordjylland", "{ nordjyland", 1)
    good.write_text(spoilt)
    line = spoilt[:spoilt.index("nordjyland ")].count("\n") + 1
    out, err = call("run", good, "--data", ROOT / "data", "--output", results, code=3)
    assert out == "", out
    says(err, f"strategy-national.toml:{line}:13: unknown region \"nordjyland\" in lever \"business-advice\"",
         f"   {line} | dose    = {{ nordjyland = 156", "^~~~~~~~~~ did you mean \"nordjylland\"?",
         "1 problem found; nothing was run.")
    assert result.read_bytes() == before, "an invalid scenario changed an earlier result"
    assert sorted(p.name for p in results.iterdir()) == ["strategy-national.h5"]
    says(call("check", scenarios / "missing.toml", "--data", ROOT / "data", code=3)[1], "missing.toml", "nothing was run")
    says(call("check", scenarios, "--data", ROOT / "data", code=3)[1], "folder", "nothing was run")
    (scenarios / "huge.toml").write_bytes(b"# " + b"x" * 11_000_000)
    says(call("check", scenarios / "huge.toml", "--data", ROOT / "data", code=3)[1], "huge.toml")
    (scenarios / "latin.toml").write_bytes(b"[scenario]\nname = \"Sj\xe6lland\"\n")
    says(call("check", scenarios / "latin.toml", "--data", ROOT / "data", code=3)[1], "UTF-8")


def test_doses_are_held_against_what_exists():
    err = call("check", STRATEGY, "--set", "lever.people-into-labour-force.dose=1000000", code=3)[1]
    says(err, "moves 1,000,000 persons in nordjylland in 2020, only ", "are outside the labour force there",
         "lever.people-into-labour-force.dose=1000000")
    err = call("check", STRATEGY, "--set", "lever.business-advice.dose=1000000", code=3)[1]
    says(err, "treats 1,000,000 firms", "at most ")
    err = call("check", STRATEGY, "--set", "lever.unskilled-to-vocational.dose=1000000", code=3)[1]
    says(err, "treats 1,000,000 persons of 25 to 54 with basic in nordjylland in 2020, only ", " are there")
    err = call("check", STRATEGY, "--set", "lever.graduates-stay.dose=1000000", code=3)[1]
    says(err, "persons of 22 to 30 with long_cycle in nordjylland in 2020, only ", " are there")


def test_formats_of_check(folder):
    bad = folder / "bad.toml"
    bad.write_text('[scenario]\nname = "x, y"\nabout = "z"\nyears = [2018, 2040]\ncolour = 3\n')
    out = call("check", bad, "--data", ROOT / "data", "--format", "json", code=3)[0]
    problems = json.loads(out)["problems"]
    assert [(p["line"], p["column"], p["message"]) for p in problems] == [(5, 1, 'unknown key "colour" in [scenario]')]
    out = call("check", bad, "--data", ROOT / "data", "--format", "github", code=3)[0]
    assert out == (f'::error file={bad},line=5,col=1::unknown key "colour" in [scenario]'
                   " - choices: name, about, baseline, years, extends, overlays\n"), out
    out = call("check", "scenarios/baseline.toml", STRATEGY, code=0)[0]
    assert out == f"scenarios/baseline.toml: no problems\n{STRATEGY}: no problems\n", out
    assert json.loads(call("check", STRATEGY, "--format", "json", code=0)[0]) == {"problems": []}


def test_warnings(folder):
    """A scenario that counts an umbrella and a part of it runs, and says so on standard error."""
    data = folder / "data"
    shutil.copytree(ROOT / "tests/data/smallest", data)
    shutil.copy(ROOT / "scenarios/baseline.toml", folder)
    levers = data / "levers/island.toml"
    part = levers.read_text(encoding="utf-8")
    levers.write_text(part + part[part.index("[[lever]]"):].replace("service-purchases", "programme"), encoding="utf-8")
    with (data / "levers/register.csv").open("a", encoding="utf-8") as file:
        file.write("island-programme,island-plan,page 2,1-2,Program,Programme,cluster,network,everybody,all,,,,normal,"
                   "umbrella,programme,island-purchases,one programme\n")
    file = folder / "both.toml"
    lever = '[[lever]]\nid = "{}"\nregions = ["island"]\ndose = {{ 2020 = 1 }}\n'
    file.write_text('[scenario]\nname = "x"\nabout = "y"\nbaseline = "baseline.toml"\nyears = [2018, 2040]\n'
                    + lever.format("programme") + lever.format("service-purchases"))
    where = ["--data", data]
    text = (f'lever "programme" stands for all of row "island-programme", lever "service-purchases" for its part '
            f'"island-purchases": both have a dose in island in 2020')
    shown = f"   9 | dose = {{ 2020 = 1 }}\n      |                 ^ the other one: {file}:13:17\n"
    out, err = call("check", file, *where, code=0)
    assert out == "" and err == f"{file}:9:17: warning: {text}\n {shown}", err
    assert "advarsel: indsatsen \"programme\" står for hele rækken" in call("check", file, *where, "--lang", "da", code=0)[1]
    [warning] = json.loads(call("check", file, *where, "--format", "json", code=0)[0])["problems"]
    assert (warning["severity"], warning["line"], warning["column"], warning["message"]) == ("warning", 9, 17, text)
    out = call("check", file, *where, "--format", "github", code=0)[0]
    assert out == f"::warning file={file},line=9,col=17::{text} - the other one: {file}:13:17\n", out
    assert text in call("run", file, *where, "--output", folder, code=0)[1]
    assert call("run", file, *where, "--output", folder, "--quiet", code=0) == ("", "")


def test_results_that_cannot_be_written(folder):
    (folder / "taken").write_text("a file")
    says(call("run", STRATEGY, "--output", folder / "taken", code=1)[1], "the folder of the results cannot be made")


def test_same_bytes(folder):
    names = [STRATEGY, "scenarios/baseline.toml"]
    call("run", *names, "--quiet", "--output", folder / "a", code=0)
    call("run", *reversed(names), "--quiet", "--threads", "2", "--output", folder / "b" / "c", code=0)
    for stem in ("strategy-national", "baseline"):
        assert (folder / "a" / f"{stem}.h5").read_bytes() == (folder / "b" / "c" / f"{stem}.h5").read_bytes(), stem


def test_beliefs_and_closures_change_the_answer(folder):
    import h5py
    runs = {"asis": [], "belief": ["--set", "parameters.advice-productivity-effect=0.06"],
            "closure": ["--set", "closures.wages=flexible"], "trend": ["--set", "parameters.technology.productivity_growth=0.01"],
            "short": ["--set", "scenario.years=[2018,2025]"], "nothing": ["--set", "lever.business-advice.dose=0"]}
    jobs = {}
    for name, words in runs.items():
        call("run", STRATEGY, "--quiet", "--output", folder / name, *words, code=0)
        with h5py.File(folder / name / "strategy-national.h5") as file:
            jobs[name] = file["difference/value_added"][...].sum(axis=(1, 2))
    assert len(jobs["short"]) == 8 and abs(jobs["short"] - jobs["asis"][:8]).max() < 1e-6
    for name in ("belief", "closure", "trend", "nothing"):
        assert abs(jobs[name] - jobs["asis"]).max() > 1.0, name


def test_data_is_found_and_shown(folder):
    call("check", ROOT / STRATEGY, code=0, folder=folder)  # beside the scenario
    says(call("data", "list", code=0)[0], "people/wages.csv", "all tables")
    says(call("data", "show", "policy.half_life.default", code=0)[0], "4 years", "lognormal", "grade D", "source ")
    says(call("data", "show", "labour_force", "fyn", "basic", code=0)[0], "region fyn, education basic", "persons", "derived")
    says(call("data", "assumed", code=0)[0], "read by the equations", "%")
    says(call("data", "assumed", "travel", code=0)[0], "minutes", "assumed")
    says(call("data", "list", "--data", ROOT / "data", code=0, folder=folder)[0], "people/wages.csv")


def main():
    for name, test in [(n, t) for n, t in globals().items() if n.startswith("test_")]:
        with tempfile.TemporaryDirectory() as folder:
            test(*([pathlib.Path(folder)] if test.__code__.co_argcount else []))
        print("passed:", name)


if __name__ == "__main__":
    main()
