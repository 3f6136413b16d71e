"""model/README.md defines every equation number that the code uses and no other, names every series beside its
equation, and gives every parameter with the values of the data. What it cites exists."""

import csv
import fnmatch
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
NUMBER = re.compile(r"\b([A-Z]{2})-(\d+)\b")
RANGE = re.compile(r"\b([A-Z]{2})-(\d+) to (?:\1-)?(\d+)\b")
DEFINITION = re.compile(r"\*\*\(([A-Z]{2}-\d+)\)\*\*")


def numbers(text):
    """All equation numbers of a text, ranges written out; a comment may break a range over two lines."""
    text = re.sub(r"\s*\n\s*(///?)?\s*", " ", text)
    found = {f"{group}-{k}" for group, k in NUMBER.findall(text) if group != "CF"}  # CF-1.8: conventions of NetCDF
    for group, first, last in RANGE.findall(text):
        found |= {f"{group}-{k}" for k in range(int(first), int(last) + 1)}
    return found


def files(folder, *endings):
    return [f for f in sorted((ROOT / folder).rglob("*")) if f.suffix in endings and f.is_file()]


def uses():
    """Where each number is used in the library."""
    where = {}
    for file in files("model", ".h", ".cpp"):
        for number in numbers(file.read_text(encoding="utf-8")):
            where.setdefault(number, str(file.relative_to(ROOT)))
    return where


def series():
    """Name and equation of every field of the state."""
    text = (ROOT / "model/economy/state_layout.h").read_text(encoding="utf-8")
    line = re.compile(r'^\s*X\((\w+), AX\([^)]*\), (?:"[^"]*", ){3}"([^"]*)", [01]\)', re.MULTILINE)
    return line.findall(text)


def parameters():
    text = (ROOT / "model/economy/parameters.h").read_text(encoding="utf-8")
    return re.findall(r'^\s*X\(\w+,\s*"([^"]+)"\)', text, re.MULTILINE)


def blocks(book):
    """The text that follows each definition, up to the next one or a heading."""
    parts = re.split(r"\*\*\(([A-Z]{2}-\d+)\)\*\*", book)
    heading = re.compile(r"^#", re.MULTILINE)
    return {name: heading.split(text, maxsplit=1)[0] for name, text in zip(parts[1::2], parts[2::2])}


def check_numbers(book):
    used, defined = uses(), DEFINITION.findall(book)
    for name in sorted(set(defined)):
        if defined.count(name) > 1:
            yield f"{name} is defined {defined.count(name)} times"
        if name not in used:
            yield f"{name} is defined, but no header or source of model/ names it"
    for name in sorted(set(used) - set(defined)):
        yield f"{name} is used in {used[name]}, but not defined"
    for name in sorted(numbers(book) - set(defined)):
        yield f"{name} is mentioned, but not defined"
    for file in files("tests", ".cpp", ".h") + files("scenarios", ".md") + files("data", ".md") + files("model", ".md"):
        known = {name for name in numbers(file.read_text(encoding="utf-8")) if name[:2] in {d[:2] for d in defined}}
        for name in sorted(known - set(defined)):
            yield f"{name} is used in {file.relative_to(ROOT)}, but not defined"


def check_series(book):
    block = blocks(book)
    fields = series()
    if len(fields) < 50:
        yield f"only {len(fields)} fields understood in economy/state_layout.h"
    for name, equation in fields:
        if equation and f"`{name}`" not in block.get(equation, ""):
            yield f"{equation} does not name its series {name}"


def check_parameters(book):
    with open(ROOT / "data/parameters/parameters.csv", encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    printed = dict(re.findall(r"^\|[^|]*\| `([^`]+)` \|((?:[^|]*\|){3})", book, re.MULTILINE))
    waiting = re.findall(r"`([\w.*]+)`", book.split("### What is not in yet")[1].split("\n## ")[0])
    for key in parameters():
        row = rows[key]
        span = "" if row["low"] == row["high"] else f"{row['low']} - {row['high']}"
        expected = [row["central"], span, row["grade"]]
        if key not in printed and any(fnmatch.fnmatchcase(key, name) for name in waiting):
            continue  # read into the table, waiting for its block
        if key not in printed:
            yield f"parameter {key} is missing"
        elif [cell.strip() for cell in printed[key].split("|")[:3]] != expected:
            yield f"parameter {key} is not printed as {expected}"


def check_places(book):
    """Files named in the book exist; sections that others cite are there."""
    for name in sorted(set(re.findall(r"`((?:[\w.-]+/)+[\w-]+\.(?:h|cpp|csv|py|md))`", book))):
        if not any((ROOT / folder / name).is_file() for folder in ("", "model", "tests")):
            yield f"{name} does not exist"
    headings = set(re.findall(r"^## (\d+)\.", book, re.MULTILINE))
    citing = files("model", ".h", ".cpp") + files("tests", ".h", ".cpp") + files("data", ".csv", ".md")
    for file in citing + files("scenarios", ".md"):
        for number in re.findall(r"model/README\.md,? section (\d+)", file.read_text(encoding="utf-8")):
            if number not in headings:
                yield f"{file.relative_to(ROOT)} cites section {number}"


def check_letters(book):
    """The behavioural tests, "(a) ..." and so on, are the rows of section 8."""
    section = book.split("\n## 8.")[-1].split("\n## ")[0]
    rows = set(re.findall(r"^\| ([a-z]) \|", section, re.MULTILINE))
    cases = set()
    for file in files("tests", ".cpp"):
        cases |= set(re.findall(r'TEST_CASE\("\(([a-z])\) ', file.read_text(encoding="utf-8")))
    for letter in sorted(rows - cases):
        yield f"({letter}) is a row of section 8, but no test"
    for letter in sorted(cases - rows):
        yield f"test ({letter}) has no row in section 8"


def problems(book):
    checks = (check_numbers, check_series, check_parameters, check_places, check_letters)
    return [problem for check in checks for problem in check(book)]


def main():
    book = (ROOT / "model/README.md").read_text(encoding="utf-8")
    # The test itself can fail: each spoilt copy must be noticed.
    for old, new in (("**(PR-9)**", ""), ("**(PR-9)**", "**(PR-9)** **(PR-99)**"), ("`rental_rate`", ""),
                     ("| `wages.gamma` | ", "| `wages.gamma` | 1"), ("\n## 3. ", "\n## "), ("\n| k | ", "\n| | "),
                     ("`equilibrium/solver.h`", "`equilibrium/no.h`")):
        assert old in book and problems(book.replace(old, new)), f"nobody noticed that {old!r} became {new!r}"
    found = problems(book)
    for problem in found:
        print("model/README.md:", problem)
    print(f"{len(set(DEFINITION.findall(book)))} equations, {len(parameters())} parameters, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
