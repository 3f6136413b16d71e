#!/usr/bin/python3
"""Flags under which results would not be the same bits everywhere are refused wherever they come from, and no file of
the build has one."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
BUILD = pathlib.Path(os.environ["DRIVKRAFT_BUILD"])
EXACT = {"-march=x86-64-v3", "-ffp-contract=off"}
INEXACT = ("-ffast-math", "-Ofast", "-funsafe-math", "-fassociative-math", "-freciprocal-math", "-ffinite-math-only",
           "-fno-signed-zeros", "-ffp-contract=", "-ffp-model=", "-fexcess-precision=", "-march=", "-mtune=native",
           "-mfpmath=")
# Flag, how it is given to cmake, environment.
GIVEN = [
    ("-ffast-math", ["-DCMAKE_CXX_FLAGS=-ffast-math"], {}),
    ("-Ofast", ["-DCMAKE_CXX_FLAGS_RELEASE=-Ofast -DNDEBUG"], {}),
    ("-march=", [], {"CXXFLAGS": "-g -march=native"}),
    ("-ffp-contract=", ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-ffp-contract=fast"], {}),
]


def refused(flag, arguments, environment):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *arguments], capture_output=True,
                              text=True, env={**os.environ, **environment})
        assert done.returncode != 0, f"{arguments} {environment} are accepted"
        assert f"The compiler flags hold {flag}: results would no longer be the same bits" in " ".join(
            done.stderr.split()), done.stderr
        assert not list(pathlib.Path(folder).glob("build.ninja")), "something could be built all the same"


def flags_of_build():
    """Every file of model/ is compiled with the exact flags and with nothing that undoes them."""
    commands = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))
    files = 0
    for entry in commands:
        if not entry["file"].startswith(str(ROOT / "model")):
            continue
        files += 1
        flags = entry["command"].split()
        assert EXACT <= set(flags), f"{entry['file']} lacks {EXACT - set(flags)}"
        bad = [flag for flag in flags if flag.startswith(INEXACT) and flag not in EXACT]
        assert not bad, f"{entry['file']} is compiled with {bad}"
    assert files > 50, f"only {files} files of model/ are in the build"
    return files


def main():
    files = flags_of_build()
    for flag, arguments, environment in GIVEN:
        refused(flag, arguments, environment)
    print(f"{files} files compiled exactly; {len(GIVEN)} kinds of flags refused")


if __name__ == "__main__":
    sys.exit(main())
