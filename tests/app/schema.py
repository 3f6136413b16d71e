#!/usr/bin/python3
"""The JSON Schema of scenario files is current; ajv accepts with it every shipped file and what the program accepts,
and refuses each mistake that a schema can express. The program finds the same mistakes, all ten in one file at once."""
import json
import os
import pathlib
import subprocess
import tempfile
import tomllib

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
SCHEMA = ROOT / "data/schema/scenario.schema.json"

AJV = """
const Ajv = require("ajv");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({allErrors: true});
if (!ajv.validateSchema(given.schema)) throw new Error(ajv.errorsText());
const check = ajv.compile(given.schema);
console.log(JSON.stringify(given.files.map(file => check(file) ? null : check.errors)));
"""

SOUND = """[scenario]
name     = "Advice"
about    = "A hundred firms."
baseline = "baseline.toml"
years    = [2018, 2040]

[closures]
wages = "flexible"
hold  = ["exports"]

[[lever]]
id         = "business-advice"
regions    = ["fyn"]
industries = ["telecom_it"]
dose       = 10
from       = 2020
to         = 2023

[[lever]]
id      = "knowledge-service-purchases"
regions = "all"
dose    = { 2020 = 1.5, 2021 = 2 }

[parameters]
"policy.half_life.default" = 2
"""

# Each mistake: what is replaced, by what, and a word of what the program says.
MISTAKES = [
    ("name     =", "nmae     =", 'unknown key "nmae"'),
    ("[2018, 2040]", "[2019, 2040]", "the first year is 2019"),
    ('"flexible"', '"flexibel"', 'did you mean "flexible"?'),
    ('["exports"]', '["exports", "export"]', 'unknown block "export"'),
    ('"business-advice"', '"busines-advice"', 'unknown lever "busines-advice"'),
    ('["fyn"]', '["fynn"]', 'unknown region "fynn"'),
    ('["telecom_it"]', '["telecom"]', 'unknown industry "telecom"'),
    ("= 10\n", '= "ten"\n', "it must be"),
    ("2020 = 1.5", "2018 = 1.5", "2018 is data"),
    ("policy.half_life.default", "policy.halflife.default", "unknown parameter"),
]

FURTHER_MISTAKES = [
    ("[closures]", "[closure]", "unknown section"),
    ("2020 = 1.5", "2020 = -1.5", "must not be negative"),
    ("from       = 2020\n", "", '"from" is missing'),
    ("to         = 2023", "too        = 2023", "unknown key"),
    ("to         = 2023", 'to = 2023\nprofile = "permanent"', "no meaning"),
    ("to         = 2023", "profile = { linear = 0 }", "at least 1"),
    ("to         = 2023", "profile = { decay = 1.5 }", "between 0 and 1"),
    ("to         = 2023", 'profile = "linear"', "needs a number"),
    ("= 10\n", "= { share = 1.5 }\n", "must lie in 0 to 1"),
    ("{ 2020 = 1.5, 2021 = 2 }", "{}", "names no year"),
    ("= 10\n", "= { fynn = 10 }\n", "is not a year"),
    ("= 10\nfrom       = 2020", "= { fyn = 10 }", '"from" is missing'),
    ("{ 2020 = 1.5, 2021 = 2 }", "{ 2020 = 1.5 }\nfrom = 2020", "no meaning"),
    ("years    = [2018, 2040]\n", "", 'has no key "years"'),
    ('about    = "A hundred firms."', 'about = " "', "is empty"),
    ('["exports"]', '["exports", "exports"]', "stands twice"),
    ("default\" = 2", "default\" = \"two\"", "must be a number"),
]

VARIANTS = [
    ("to         = 2023", 'profile = "permanent"'),
    ("to         = 2023", 'profile = "blip"'),
    ("to         = 2023", "to = 2030\nprofile = { s_curve = 6 }"),
    ("to         = 2023", "profile = { decay = 0.9 }"),
    ("= 10\n", "= { share = 0.002 }\n"),
    ("= 10\n", "= { fyn = 10 }\n"),
    ("= 10\nfrom       = 2020\nto         = 2023", "= { share = { 2020 = 0.001, 2022 = 0.002 } }"),
    ("years    = [2018, 2040]\n", 'extends = "sound.toml"\noverlays = []\n'),
]


def replaced(old, new):
    assert SOUND.count(old) >= 1, old
    return SOUND.replace(old, new, 1)


def validate(texts):
    given = json.dumps({"schema": json.loads(SCHEMA.read_text()), "files": [tomllib.loads(t) for t in texts]}, default=str)
    environment = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    done = subprocess.run(["node", "-e", AJV], input=given, capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(folder, text):
    file = folder / "s.toml"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run([PROGRAM, "check", file, "--data", ROOT / "data", "--format", "json"], capture_output=True,
                          text=True, timeout=120)
    return done.returncode, json.loads(done.stdout)["problems"]


def is_current():
    written = subprocess.run([PROGRAM, "schema", "scenario", "--data", ROOT / "data"], capture_output=True, text=True, check=True)
    assert written.stdout == SCHEMA.read_text(), \
        "data/schema/scenario.schema.json is not current: build/drivkraft schema scenario > data/schema/scenario.schema.json"


def accepts():
    shipped = sorted((ROOT / "scenarios").rglob("*.toml"))
    assert len(shipped) >= 2
    for file, errors in zip(shipped, validate([f.read_text(encoding="utf-8") for f in shipped])):
        assert errors is None, f"{file}: {errors}"
        schema = os.path.relpath(SCHEMA, file.parent)
        assert file.read_text(encoding="utf-8").startswith(f"#:schema {schema}\n"), file


def accepts_and_refuses_as_the_program(folder):
    (folder / "baseline.toml").write_text((ROOT / "scenarios/baseline.toml").read_text())
    (folder / "sound.toml").write_text(SOUND)
    sound = [SOUND] + [replaced(*variant) for variant in VARIANTS]
    for text, errors in zip(sound, validate(sound)):
        assert errors is None, f"{text}\n{errors}"
        code, problems = check(folder, text)
        assert code == 0, f"{text}\n{problems}"
    mistakes = MISTAKES + FURTHER_MISTAKES
    spoilt = [replaced(old, new) for old, new, _ in mistakes]
    for (_, new, says), text, errors in zip(mistakes, spoilt, validate(spoilt)):
        assert errors, f"the schema accepts {new!r}"
        code, problems = check(folder, text)
        told = " ".join(p["message"] + " " + p["hint"] for p in problems)
        assert code == 3 and says in told, f"{new!r}: {problems}"


def ten_mistakes_are_ten_places(folder):
    text = SOUND
    for old, new, _ in MISTAKES:
        assert old in text, old
        text = text.replace(old, new, 1)
    code, problems = check(folder, text)
    places = {(p["line"], p["column"]) for p in problems}
    assert code == 3
    for _, new, says in MISTAKES:
        assert any(says in p["message"] + p["hint"] for p in problems), (says, problems)
    # the misspelt key is told twice: as unknown, and as missing at the head of its section
    assert len(places) == 11 and len(problems) == 11, problems
    assert all(p["file"].endswith("s.toml") and p["line"] > 0 and p["column"] > 0 for p in problems)


def main():
    is_current()
    accepts()
    with tempfile.TemporaryDirectory() as name:
        accepts_and_refuses_as_the_program(pathlib.Path(name))
        ten_mistakes_are_ten_places(pathlib.Path(name))
    print(f"{len(MISTAKES) + len(FURTHER_MISTAKES)} mistakes refused by both")


if __name__ == "__main__":
    main()
