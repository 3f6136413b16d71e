#!/usr/bin/python3
"""The pages of scenarios/docs print what the program computes now, and a changed page is noticed."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])


def check(page, copy=None):
    words = ["--page", copy] if copy else []
    return subprocess.run([sys.executable, ROOT / "tools/scenario_page", page.stem, "--check", *words],
                          capture_output=True, text=True)


def notices_a_changed_page(page, folder):
    """The test itself can fail: the smallest page, with a digit changed and with a table nobody knows."""
    spoilt = folder / page.name
    for text, complaint in (("<!-- table asked -->\n| lever |\n<!-- end -->\n", "table asked"),
                            ("<!-- table askde -->\n<!-- end -->\n", "no table is called askde"), ("words\n", "no table at all")):
        spoilt.write_text(text, encoding="utf-8")
        told = check(page, spoilt)
        assert told.returncode == 1 and complaint in told.stdout, f"nobody noticed {text!r}\n{told.stdout}{told.stderr}"


def main():
    pages = sorted((ROOT / "scenarios/docs").glob("*.md"))
    assert pages, "scenarios/docs is empty"
    wrong = 0
    for page in pages:
        done = check(page)
        print(done.stdout, done.stderr)
        wrong += done.returncode != 0
    with tempfile.TemporaryDirectory() as folder:
        notices_a_changed_page(pages[0], pathlib.Path(folder))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
