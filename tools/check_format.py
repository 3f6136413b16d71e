#!/usr/bin/python3
"""Checks that every C++ file is formatted as .clang-format says; --fix formats them. Exit status 1 when one is not."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("model", "tools", "tests", "bench")


def main():
    files = sorted(f for folder in FOLDERS for f in (ROOT / folder).rglob("*") if f.suffix in (".h", ".cpp"))
    if "--fix" in sys.argv[1:]:
        return subprocess.run(["clang-format", "-i", *files]).returncode
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], capture_output=True, text=True)
    wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "clang-format-violations" in line})
    for name in wrong:
        print(f"{pathlib.Path(name).relative_to(ROOT)}: not formatted; tools/check_format.py --fix does it")
    if done.returncode and not wrong:
        print(done.stderr)
    print(f"{len(files)} files, {len(wrong)} not formatted")
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
