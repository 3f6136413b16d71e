#!/usr/bin/python3
"""Shipped scenarios give their stored results, and a number that moves is told with old, new and change."""
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])


def refresh(root, *words):
    return subprocess.run([root / "tools/refresh_results", *words], capture_output=True, text=True, timeout=600)


def main():
    done = refresh(ROOT, "--check")
    assert done.returncode == 0, f"tools/refresh_results brings them up to date\n{done.stdout}{done.stderr}"
    assert done.stdout == "nothing moved\n", done.stdout
    with tempfile.TemporaryDirectory() as name:  # a copy in which one number is another
        root = pathlib.Path(name)
        for part in ("scenarios", "data"):
            (root / part).symlink_to(ROOT / part)
        (root / "tools").mkdir()
        shutil.copy(ROOT / "tools/refresh_results", root / "tools")
        shutil.copytree(ROOT / "tests/regression", root / "tests/regression")
        stored = root / "tests/regression/baseline.csv"
        sound = stored.read_text()
        lines = sound.splitlines()
        at = next(k for k, line in enumerate(lines) if line.startswith("Employment,fyn,2030,"))
        value = float(lines[at].split(",")[3])
        lines[at] = f"Employment,fyn,2030,{value + 0.05:.2f},0.01"
        stored.write_text("\n".join(lines) + "\n")
        told = f"baseline: Employment, fyn, 2030: old {value + 0.05:.10g}, new {value:.10g}, change -0.05"
        for words, code in ((("--check", "baseline"), 1), (("baseline",), 0)):
            done = refresh(root, *words)
            assert done.returncode == code and done.stdout.startswith(told), done.stdout + done.stderr
            assert done.stdout.endswith("\n1 number moved\n"), done.stdout
        assert stored.read_text() == sound, "the refreshed table is the one that was stored"
        assert refresh(root, "baselin").returncode == 1


if __name__ == "__main__":
    main()
