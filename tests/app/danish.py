#!/usr/bin/python3
"""--lang da: whatever can be wrong with a scenario is told in Danish, at the same places and with the same names.

The files are the corpus of the fuzzer of scenarios, which holds the input of every test in tests/errors."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
# Words of English messages that no Danish one has.
ENGLISH = re.compile(r"\b(the|must|unknown|of|has|not|number|years|cannot|write|choices|lever|is|wages are)\b")
QUOTED = re.compile(r'"[^"]*"')


def call(*words, code):
    done = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"{words[:5]}: exit {done.returncode}, wanted {code}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout, done.stderr


def problems(files, language):
    return json.loads(call("check", *files, "--format", "json", "--lang", language, code=3)[0])["problems"]


def sentences(problem):
    """Message and hint without what a scenario or the TOML library says."""
    for text in (problem["message"], problem["hint"]):
        if text.startswith("ikke gyldig TOML: "):
            continue
        text = re.sub(r"(skriv|mulighederne er:|dens regioner:|dens brancher:|f\.eks\.|: baseline =).*|\[.*?\]", "", text)
        yield QUOTED.sub("", text)


def everything_is_translated():
    files = sorted((ROOT / "tests/fuzz/corpus/scenario").iterdir())
    files = [file for file in files if file.stat().st_size > 0]
    english, danish = problems(files, "en"), problems(files, "da")
    assert len(english) == len(danish) > 200, (len(english), len(danish))
    kinds = set()
    for one, other in zip(english, danish):
        assert {k: one[k] for k in ("file", "line", "column", "length")} == {k: other[k] for k in ("file", "line", "column", "length")}
        assert one["message"] != other["message"], one["message"]
        assert not one["hint"] or one["hint"] != other["hint"], one["hint"]
        if "has no key" not in one["message"]:  # what the key means is said in English only
            assert sorted(QUOTED.findall(one["message"])) == sorted(QUOTED.findall(other["message"])), (one, other)
        for text in sentences(other):
            assert not ENGLISH.search(text), (one["message"], other["message"], other["hint"])
        kinds.add(QUOTED.sub("", re.sub(r"\d+", "", one["message"])))
    return len(english), len(kinds)


def whole_texts(folder):
    file = folder / "s.toml"
    file.write_text("[scenario]\nname = \"Råd\"\nabout = \"x\"\nbaseline = \"baselin.toml\"\nyears = [2018, 2040]\ncolour = 3\n")
    (folder / "baseline.toml").write_text((ROOT / "scenarios/baseline.toml").read_text())
    wanted = f"""{file}:6:1: ukendt nøgle "colour" i [scenario]
    6 | colour = 3
      | ^~~~~~ mulighederne er: name, about, baseline, years, extends, overlays
{file}:4:12: grundforløbet kan ikke læses
    4 | baseline = "baselin.toml"
      |            ^~~~~~~~~~~~~~ filen findes ikke, mente du "baseline.toml"?
2 fejl fundet; intet blev kørt.
"""
    for command in ("check", "run"):
        out, told = call(command, file, "--data", ROOT / "data", "--lang", "da", code=3)
        assert out == "" and told == wanted, told
    assert call("check", folder / "baseline.toml", "--data", ROOT / "data", "--lang", "da", code=0)[0].endswith(": ingen fejl\n")
    assert "--lang dk is unknown" in call("check", file, "--lang", "dk", code=2)[1]
    done = call("run", "scenarios/strategy-2020-2023.toml", "--lang", "da", "--output", folder / "results", code=0)[0]
    for part in ("Indsats, samlet dosis, år, offentlig udgift", "Beskæftigelse", "Alle regioner", "Resultat: "):
        assert part in done, part


def main():
    count, kinds = everything_is_translated()
    with tempfile.TemporaryDirectory() as name:
        whole_texts(pathlib.Path(name))
    print(f"{count} problems of {kinds} kinds in Danish")


if __name__ == "__main__":
    main()
