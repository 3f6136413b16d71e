#!/usr/bin/python3
"""model/docs/baseline.md prints what the program computes now, and a changed page is noticed."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
PAGE = ROOT / "model/docs/baseline.md"


def check(result, page):
    return subprocess.run([sys.executable, ROOT / "tools/baseline_page", "--check", "--result", result, "--page", page],
                          capture_output=True, text=True)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([PROGRAM, "run", ROOT / "scenarios/baseline.toml", "--output", folder, "--quiet"], check=True)
        done = check(folder / "baseline.h5", PAGE)
        print(done.stdout, done.stderr)
        if done.returncode:
            return 1
        # The test itself can fail: each spoilt copy must be noticed, by name.
        text = PAGE.read_text(encoding="utf-8")
        for old, new, complaint in (("| Bornholm | 39,583 |", "| Bornholm | 39,584 |", "table bounds"),
                                    ("<!-- table wages -->", "", "no table wages"),
                                    ("(baseline/moves.svg)", "(baseline/no.svg)", "baseline/no.svg is named but not there")):
            assert old in text, old
            spoilt = folder / "spoilt.md"
            spoilt.write_text(text.replace(old, new), encoding="utf-8")
            told = check(folder / "baseline.h5", spoilt)
            assert told.returncode == 1 and complaint in told.stdout, f"nobody noticed that {old!r} became {new!r}\n{told.stdout}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
