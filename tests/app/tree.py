#!/usr/bin/python3
"""The top level of the repository holds what it should, nothing else, and no tracked text names a machine's folder."""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
TOP = {"CMakeLists.txt", "model", "scenarios", "data", "tools", "tests", "bench", "README.md"}
# folders of one machine that have no business in the tree; written so that this file does not hold them itself
MACHINE = re.compile(rb"/(work|home|root)/" + rb"(main|shared|[a-z]+/[a-z])")


def tracked():
    listing = subprocess.run(["git", "-C", ROOT, "-c", "safe.directory=*", "ls-files", "-z"], capture_output=True)
    if listing.returncode:
        print("not a git checkout: nothing to compare with")
        sys.exit(77)
    return [name for name in listing.stdout.decode().split("\0") if name]


def main():
    names = tracked()
    top = {name.split("/")[0] for name in names if not name.startswith(".")}
    assert top <= TOP, f"not allowed at the top level: {sorted(top - TOP)}"
    assert {"CMakeLists.txt", "model", "tools", "tests"} <= top, f"missing at the top level: {sorted(TOP - top)}"
    found = []
    for name in names:
        file = ROOT / name
        if not file.is_file():
            continue
        match = MACHINE.search(file.read_bytes())
        if match:
            found.append(f"{name} names {match.group().decode()}")
    assert not found, "\n".join(found)
    for name in ("tools/quickstart", "tools/test", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK), f"{name} cannot be executed"
    print(f"{len(names)} tracked files, top level {sorted(top)}")


if __name__ == "__main__":
    main()
