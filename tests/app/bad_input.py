#!/usr/bin/python3
"""Bad input, through the program: one case a kind, its text word by word. Nothing is run, an earlier result survives.

Kinds whose message does not need the whole program have further cases in tests/errors; tests/README.md lists them all.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])

# A scenario of the smallest economy: one region, one lever.
SCENARIO = """[scenario]
name     = "Purchases on the island"
about    = "Ten mio. DKK of services a year."
baseline = "baseline.toml"
years    = [2018, 2040]

[[lever]]
id      = "service-purchases"
regions = ["island"]
dose    = { 2020 = 10, 2021 = 10 }
"""


class Case:
    """A folder with data, scenario and an earlier result, in which one thing is spoilt."""

    def __init__(self, folder):
        self.folder = folder
        self.data = folder / "data"
        self.scenario = folder / "s.toml"
        self.result = folder / "results" / "s.h5"
        shutil.copytree(ROOT / "tests/data/smallest", self.data)
        shutil.copy(ROOT / "scenarios/baseline.toml", folder)
        self.scenario.write_text(SCENARIO, encoding="utf-8")
        self.result.parent.mkdir()
        self.result.write_bytes(b"an earlier result")

    def change(self, file, old, new):
        """Replaces `old`, which must be there, in the scenario ("s.toml") or in a table of the data folder."""
        path = self.path(file)
        text = path.read_bytes().decode()
        assert old in text, f"{file} does not hold {old!r}"
        path.write_bytes(text.replace(old, new, 1).encode())

    def path(self, file):
        return self.folder / file if file == "s.toml" else self.data / file

    def run(self, *words):
        command = [PROGRAM, "run", self.scenario, "--data", self.data, "--output", self.result.parent, *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout, done.stderr.replace(f"{self.folder}/", "")

    def told(self, *words):
        code, out, err = self.run(*words)
        assert code == 3, f"exit {code}, wanted 3\n{out}\n{err}"
        assert out == "", out
        assert self.result.read_bytes() == b"an earlier result", "bad input changed an earlier result"
        assert [p.name for p in self.result.parent.iterdir()] == ["s.h5"], "bad input left a file"
        return err


def scenario(old, new, *words):
    def spoil(case):
        case.change("s.toml", old, new)
        return case.told(*words)
    return spoil


def table(file, old, new):
    def spoil(case):
        case.change(file, old, new)
        return case.told()
    return spoil


def bytes_of(file, content):
    def spoil(case):
        case.path(file).write_bytes(content)
        return case.told()
    return spoil


def folder_for(file):
    def spoil(case):
        case.path(file).unlink()
        case.path(file).mkdir()
        return case.told()
    return spoil


def above_what_exists(case):
    """The delivered economy has levers that firms and people limit."""
    case.scenario.write_text(SCENARIO.replace("service-purchases", "business-advice").replace("island", "fyn")
                             .replace("2021 = 10", "2021 = 1e6"), encoding="utf-8")
    case.data = ROOT / "data"
    return case.told()


def beyond_and_misspelt(case):
    """What can only be counted in tables is told beside what the file alone shows."""
    case.scenario.write_text(SCENARIO.replace("service-purchases", "business-advice").replace("island", "fyn")
                             .replace("2021 = 10", "2021 = 1e6").replace("about ", "abuot ")
                             + '\n[parameters]\n"policy.half_life.default" = -1\n', encoding="utf-8")
    case.data = ROOT / "data"
    return case.told()


ONE = "1 problem found; nothing was run.\n"
ACCOUNTS = "base-year/regional_accounts.csv"
CASES = [
    ("unknown key", scenario("about    =", "abuot    ="),
     r'''s.toml:1:1: [scenario] has no key "about": what is asked, in a sentence or two
    1 | [scenario]
      | ^~~~~~~~~~
s.toml:3:1: unknown key "abuot" in [scenario]
    3 | abuot    = "Ten mio. DKK of services a year."
      | ^~~~~ did you mean "about"?
2 problems found; nothing was run.
'''),
    ("unknown section", scenario("[[lever]]", "[[levers]]"),
     r'''s.toml:7:3: unknown section "levers" in a scenario
    7 | [[levers]]
      |   ^~~~~~ did you mean "lever"?
''' + ONE),
    ("wrong type", scenario("{ 2020 = 10, 2021 = 10 }", '{ 2020 = "ten", 2021 = true }'),
     r'''s.toml:10:20: the dose of lever "service-purchases" is text, it must be a number
   10 | dose    = { 2020 = "ten", 2021 = true }
      |                    ^~~~~
s.toml:10:34: the dose of lever "service-purchases" is true or false, it must be a number
   10 | dose    = { 2020 = "ten", 2021 = true }
      |                                  ^~~~
2 problems found; nothing was run.
'''),
    ("wrong type in a list", scenario('["island"]', "[1]"),
     r'''s.toml:9:11: "regions" of lever "service-purchases" is a list, it must be a list of names or "all"
    9 | regions = [1]
      |           ^~~
''' + ONE),
    ("unknown region", scenario('["island"]', '["islnd"]'),
     r'''s.toml:9:12: unknown region "islnd" in lever "service-purchases"
    9 | regions = ["islnd"]
      |            ^~~~~~~ did you mean "island"?
''' + ONE),
    ("unknown lever", scenario('"service-purchases"', '"service-purchase"'),
     r'''s.toml:8:11: unknown lever "service-purchase" in the scenario
    8 | id      = "service-purchase"
      |           ^~~~~~~~~~~~~~~~~~ did you mean "service-purchases"?
''' + ONE),
    ("year of a dose out of range", scenario("2020 = 10, 2021", "2018 = 10, 2041"),
     r'''s.toml:10:13: year 2018 of the dose of lever "service-purchases" is out of range, doses run from 2019 to 2040; 2018 is data
   10 | dose    = { 2018 = 10, 2041 = 10 }
      |             ^~~~
s.toml:10:24: year 2041 of the dose of lever "service-purchases" is out of range, doses run from 2019 to 2040
   10 | dose    = { 2018 = 10, 2041 = 10 }
      |                        ^~~~
2 problems found; nothing was run.
'''),
    ("years of a scenario out of range", scenario("2040]", "2081]"),
     r'''s.toml:5:19: the last year is 2081, it must be after 2018 and at most 2080
    5 | years    = [2018, 2081]
      |                   ^~~~
''' + ONE),
    ("negative dose", scenario("2020 = 10", "2020 = -10"),
     r'''s.toml:10:20: the dose of lever "service-purchases" is -10, must not be negative
   10 | dose    = { 2020 = -10, 2021 = 10 }
      |                    ^~~
''' + ONE),
    ("dose that is NaN or infinite", scenario("2020 = 10, 2021 = 10", "2020 = nan, 2021 = inf"),
     r'''s.toml:10:20: the dose of lever "service-purchases" is nan, must be a finite number
   10 | dose    = { 2020 = nan, 2021 = inf }
      |                    ^~~
s.toml:10:32: the dose of lever "service-purchases" is inf, must be a finite number
   10 | dose    = { 2020 = nan, 2021 = inf }
      |                                ^~~
2 problems found; nothing was run.
'''),
    ("dose above what exists", above_what_exists,
     r'''s.toml:10:31: lever "business-advice" treats 1,000,000 firms of 9.58 employed in fyn in 2021, the industries it reaches have 122,379 jobs there: at most 12,774 firms
   10 | dose    = { 2020 = 10, 2021 = 1e6 }
      |                               ^~~
''' + ONE),
    ("dose above what exists, beside other mistakes", beyond_and_misspelt,
     r'''s.toml:1:1: [scenario] has no key "about": what is asked, in a sentence or two
    1 | [scenario]
      | ^~~~~~~~~~
s.toml:3:1: unknown key "abuot" in [scenario]
    3 | abuot    = "Ten mio. DKK of services a year."
      | ^~~~~ did you mean "about"?
s.toml:13:30: parameter "policy.half_life.default" is -1 years, must be above zero
   13 | "policy.half_life.default" = -1
      |                              ^~
s.toml:10:31: lever "business-advice" treats 1,000,000 firms of 9.58 employed in fyn in 2021, the industries it reaches have 122,379 jobs there: at most 12,774 firms
   10 | dose    = { 2020 = 10, 2021 = 1e6 }
      |                               ^~~
4 problems found; nothing was run.
'''),
    ("not TOML", scenario('["island"]', '["island"'),
     r'''s.toml:10:1: not valid TOML: Error while parsing array: expected comma or closing ']', saw 'd'
   10 | dose    = { 2020 = 10, 2021 = 10 }
      | ^
''' + ONE),
    ("bad setting on the command line", scenario("", "", "--set", "closures.wages=flexibel"),
     r'''--set:1:16: unknown closure of wages "flexibel" in [closures]
    1 | closures.wages=flexibel
      |                ^~~~~~~~ did you mean "flexible"?
''' + ONE),
    ("missing column", table("people/wages.csv", "education,compensation_per_job", "education"),
     r'''data/people/wages.csv:1: column "compensation_per_job" is missing
    1 | region,industry,education,labour_income_per_job_incl_self_employed,relative_to_vocational,hourly_relative_to_basic,status,source,note
data/people/wages.csv:2: the row has 10 cells, the header names 9
    2 | island,goods,basic,407.4,420,,,assumed,made_up,
data/people/wages.csv:3: the row has 10 cells, the header names 9
    3 | island,goods,higher,582.0,600,,,assumed,made_up,
data/people/wages.csv:4: the row has 10 cells, the header names 9
    4 | island,services,basic,320.1,330,,,assumed,made_up,
data/people/wages.csv:5: the row has 10 cells, the header names 9
    5 | island,services,higher,485.0,500,,,assumed,made_up,
data/people/wages.csv:6: the row has 10 cells, the header names 9
    6 | island,housing,basic,388.0,400,,,assumed,made_up,
data/people/wages.csv:7: the row has 10 cells, the header names 9
    7 | island,housing,higher,533.5,550,,,assumed,made_up,
7 problems found; nothing was run.
'''),
    ("extra column", table("geography/travel.csv", "origin,", "orgin,origin,"),
     r'''data/geography/travel.csv:1:1: unknown column "orgin"
    1 | orgin,origin,destination,minutes,km,minutes_low,minutes_high,status,source,note
      | ^~~~~ did you mean "origin"?
data/geography/travel.csv:2: the row has 9 cells, the header names 10
    2 | island,island,20,15,,,assumed,made_up,
2 problems found; nothing was run.
'''),
    ("duplicate row", table("people/labour_force.csv", "island,higher", "island,basic"),
     r'''data/people/labour_force.csv:3:1: a second row for region island, education basic; the first is line 2
    3 | island,basic,731.9587628866,assumed,made_up,
      | ^~~~~~
data/people/labour_force.csv: no row for region island, education higher
2 problems found; nothing was run.
'''),
    ("missing row", table("people/unemployment.csv", "island,higher,0.03,0.03,,,assumed,made_up,\n", ""),
     r'''data/people/unemployment.csv: no row for region island, education higher
''' + ONE),
    ("unknown name in a table", table(ACCOUNTS, "island,goods,,gva", "island,gods,,gva"),
     r'''data/base-year/regional_accounts.csv:3:8: unknown industry "gods"
    3 | island,gods,,gva,400,mio DKK,assumed,made_up,
      |        ^~~~ did you mean "goods"?
data/base-year/regional_accounts.csv: no row for region island, industry goods, variable gva
2 problems found; nothing was run.
'''),
    ("wrong type in a table", table("people/labour_force.csv", "basic,", "basic,many"),
     r'''data/people/labour_force.csv:2:14: persons is "many787.2340425532", not a number
    2 | island,basic,many787.2340425532,assumed,made_up,
      |              ^~~~~~~~~~~~~~~~~~
''' + ONE),
    ("NaN", table("geography/travel.csv", ",20,", ",nan,"),
     r'''data/geography/travel.csv:2:15: minutes is nan, must be a finite number
    2 | island,island,nan,15,,,assumed,made_up,
      |               ^~~
''' + ONE),
    ("infinity", table("geography/travel.csv", ",20,", ",-inf,"),
     r'''data/geography/travel.csv:2:15: minutes is -inf, must be a finite number
    2 | island,island,-inf,15,,,assumed,made_up,
      |               ^~~~
''' + ONE),
    ("negative where none may be", table("people/commuting.csv", "basic,740", "basic,-740"),
     r'''data/people/commuting.csv:2:21: persons is -740, must not be negative
    2 | island,island,basic,-740,1,,,assumed,made_up,
      |                     ^~~~
''' + ONE),
    ("share above one", table("people/unemployment.csv", "0.055", "1.055"),
     r'''data/people/unemployment.csv:3:19: structural_rate is 1.055, must lie in 0 to 1
    3 | island,basic,0.06,1.055,,,assumed,made_up,
      |                   ^~~~~
''' + ONE),
    ("shares that do not add up", table("levers/island.toml", "services = 1.0", "services = 0.6, goods = 0.3"),
     r'''data/levers/island.toml:23:28: shares of spending of lever "service-purchases" add to 0.9, must add to 1
   23 | spending      = { shares = { services = 0.6, goods = 0.3 }, status = "assumed", source = "judgement", grade = "D" }
      |                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
''' + ONE),
    ("empty scenario", bytes_of("s.toml", b""),
     r'''s.toml: is empty
''' + ONE),
    ("empty table", bytes_of("people/wages.csv", b""),
     r'''data/people/wages.csv: is empty
''' + ONE),
    ("11 MB scenario", bytes_of("s.toml", b"#" * 11_000_000),
     r'''s.toml: is 11000000 bytes, files above 10000000 bytes are not read
''' + ONE),
    ("11 MB table", bytes_of("people/wages.csv", b"a\n" * 5_500_000),
     r'''data/people/wages.csv: is 11000000 bytes, files above 10000000 bytes are not read
''' + ONE),
    ("scenario that is not UTF-8", bytes_of("s.toml", '[scenario]\nname = "Sjælland"\n'.encode("latin-1")),
     r'''s.toml:2: byte 22 of the file is 0xe6, the file is not UTF-8 text
      save the file as UTF-8
''' + ONE),
    ("table that is not UTF-8", bytes_of("people/wages.csv", "Sjælland\n".encode("latin-1")),
     r'''data/people/wages.csv:1: byte 3 of the file is 0xe6, the file is not UTF-8 text
      save the file as UTF-8
''' + ONE),
    ("folder instead of a scenario", folder_for("s.toml"),
     r'''s.toml: is a folder, a file is needed
''' + ONE),
    ("folder instead of a table", folder_for("people/wages.csv"),
     r'''data/people/wages.csv: is a folder, a file is needed
''' + ONE),
]


def test_kinds():
    for kind, spoil, want in CASES:
        with tempfile.TemporaryDirectory() as folder:
            got = spoil(Case(pathlib.Path(folder)))
        assert got == want, f"{kind}: wanted\n{want}\ngot\n{got}"
        print("refused:", kind)


def test_a_hundred_errors_are_all_told():
    with tempfile.TemporaryDirectory() as folder:
        case = Case(pathlib.Path(folder))
        wrong = "".join(f'[[lever]]\nid = "service-purchases"\nregions = ["islnd"]\ndose = {{ {1900 + k} = 1 }}\n'
                        for k in range(50))
        case.scenario.write_text(SCENARIO.split("[[lever]]")[0] + wrong, encoding="utf-8")
        told = case.told().splitlines()
    places = [line.split(": ")[0] for line in told if line.startswith("s.toml:")]
    assert places == [f"s.toml:{9 + 4 * k + n}:{(12, 10)[n]}" for k in range(50) for n in (0, 1)], places
    assert told[-1] == "100 problems found; nothing was run.", told[-1]
    assert all("1900" not in line for line in told[8:]), "every place shows its own line"


def test_byte_order_mark_and_crlf_are_accepted():
    with tempfile.TemporaryDirectory() as folder:
        case = Case(pathlib.Path(folder))
        code, plain, err = case.run()
        assert code == 0, err
        for file in [case.scenario, *case.data.rglob("*.csv"), *case.data.rglob("*.toml")]:
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
        code, out, err = case.run()
        assert code == 0, err
        assert out == plain, "CRLF or a byte order mark changed the summary"
        case.change("s.toml", '["island"]', '["islnd"]')
        code, _, err = case.run()
        assert code == 3 and err.startswith('s.toml:9:12: unknown region "islnd"'), err
        assert "\r" not in err and "\ufeff" not in err, repr(err)


def main():
    for name, test in [(n, t) for n, t in globals().items() if n.startswith("test_")]:
        test()
        print("passed:", name)


if __name__ == "__main__":
    sys.exit(main())
