#!/usr/bin/python3
"""model/docs/levers says what data/levers says now, every link leads somewhere, and changed data are noticed."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PAGES = ROOT / "model/docs/levers"
LINK = re.compile(r"\]\(([\w.-]+\.md)(?:#([\w-]+))?\)")
ANCHOR = re.compile(r'^### (\S+)$|<a id="([\w-]+)">', re.M)


def check(*options):
    return subprocess.run([sys.executable, ROOT / "tools/catalogue_pages", "--check", *options], capture_output=True, text=True)


def dead_links():
    pages = {file.name: file.read_text(encoding="utf-8") for file in PAGES.glob("*.md")}
    anchors = {name: {a or b for a, b in ANCHOR.findall(text)} for name, text in pages.items()}
    for name, text in pages.items():
        for page, anchor in set(LINK.findall(text)):
            if page not in pages or (anchor and anchor not in anchors[page]):
                yield f"{name}: {page}#{anchor} leads nowhere"


def main():
    done = check()
    print(done.stdout, done.stderr)
    dead = list(dead_links())
    print("\n".join(dead))
    if done.returncode or dead:
        return 1
    with tempfile.TemporaryDirectory() as name:
        data = pathlib.Path(name) / "data"
        for folder in ("levers", "parameters"):
            shutil.copytree(ROOT / "data" / folder, data / folder)
        register = data / "levers/register.csv"
        text = register.read_text(encoding="utf-8")
        register.write_text(text.replace(",not_modelled,,,", ",not_modelled,,,not ", 1), encoding="utf-8")
        done = check("--data", data)
        assert done.returncode == 1 and ".md:" in done.stdout, done.stdout
    return 0


if __name__ == "__main__":
    sys.exit(main())
