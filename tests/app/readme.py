#!/usr/bin/python3
"""Every drivkraft command that a README shows works as shown, and every link of the top README leads somewhere."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
PAGES = ["README.md", "scenarios/README.md", "data/levers/README.md"]


def commands(page):
    """Lines of code that start with the program; in the text between backticks likewise."""
    text = (ROOT / page).read_text()
    lines = re.findall(r"^    (build/drivkraft .*)$", text, re.M)
    return lines + re.findall(r"`(build/drivkraft [^`]*)`", text)


def main():
    ran = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("scenarios", "data"):
            (folder / part).symlink_to(ROOT / part)
        (folder / "build").mkdir()
        (folder / "build" / "drivkraft").symlink_to(PROGRAM)
        for page in PAGES:
            for line in commands(page):
                line = line.replace("/tmp/unfinanced", str(folder / "unfinanced"))
                words = [w if "*" not in w else sorted(str(p.relative_to(folder)) for p in folder.glob(w))
                         for w in shlex.split(line)]
                flat = [x for w in words for x in (w if isinstance(w, list) else [w])]
                done = subprocess.run(flat, cwd=folder, capture_output=True, text=True, timeout=120)
                assert done.returncode == 0, f"{page}: {line}\n{done.stdout}\n{done.stderr}"
                ran += 1
    assert ran >= 8, f"only {ran} commands were found"
    for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text()):
        assert (ROOT / link).exists(), f"README.md links to {link}, which is not there"
    print(f"{ran} commands ran")


if __name__ == "__main__":
    main()
