#!/usr/bin/python3
"""Runs clang-tidy (.clang-tidy) over model/ and tools/ with the compile commands of a build folder, two files at a time.

    tools/check_tidy.py BUILD_FOLDER [PART-OF-PATH ...]
"""
import json
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent


def tidy(job):
    build, file = job
    done = subprocess.run(["clang-tidy", "-p", build, "--quiet", "--warnings-as-errors=*", file],
                          capture_output=True, text=True)
    return file, done.returncode, done.stdout + ("" if done.stdout else done.stderr)


def main():
    build, parts = sys.argv[1], sys.argv[2:]
    commands = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    wanted = [str(ROOT / "model"), str(ROOT / "tools")]
    files = sorted({c["file"] for c in commands if c["file"].startswith(tuple(wanted))})
    files = [f for f in files if not parts or any(p in f for p in parts)]
    bad = 0
    with ThreadPoolExecutor(2) as pool:
        for file, code, text in pool.map(tidy, [(build, f) for f in files]):
            if code:
                bad += 1
                print(text)
    print(f"clang-tidy: {len(files)} files, {bad} with warnings")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main())
