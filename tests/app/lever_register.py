#!/usr/bin/python3
"""The register accounts for every lever of the documents, and the numbers of levers name rows that there are.

What a single row may hold is checked when it is read (tests/errors/register); here stands what only all of them show."""
import collections
import csv
import os
import pathlib
import sys
import tomllib

DATA = pathlib.Path(os.environ["DRIVKRAFT_ROOT"]) / "data"
OF_ITS_OWN = ("entry", "umbrella")
LARGEST_SHARE_NOT_MODELLED = 0.25


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def levers():
    """Each lever with its document."""
    for file in sorted((DATA / "levers").glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for lever in content["lever"]:
            yield content["document"], lever


def incomplete(register, catalogue):
    for row in register:
        if not row["outcome"]:
            yield f"{row['register_id']} has no outcome"
    own = collections.Counter(row["lever"] for row in register if row["outcome"] in OF_ITS_OWN and row["lever"])
    for document, lever in catalogue:
        wanted = 0 if document.get("shocks") else 1
        if own[lever["id"]] != wanted:
            yield f"{lever['id']} is the lever of {own[lever['id']]} rows of its own, it must be {wanted}"
    not_modelled = sum(row["outcome"] == "not_modelled" for row in register)
    if not_modelled > LARGEST_SHARE_NOT_MODELLED * len(register):
        yield f"{not_modelled} of {len(register)} rows are not modelled, at most a quarter may be"


def named(entry):
    """Rows that the numbers of a lever name."""
    if isinstance(entry, dict):
        yield from [entry["register"]] if "register" in entry else []
        entry = list(entry.values())
    if isinstance(entry, list):
        for each in entry:
            yield from named(each)


def unknown(register, catalogue):
    known = {row["register_id"] for row in register}
    known |= {row["fact_id"] for row in rows("sources/facts.csv")}
    unread, read = ({row["id"] for row in rows("sources/evidence.csv")}, {row["key"] for row in rows("parameters/parameters.csv")})
    for row in sorted(unread & read):
        yield f"{row} stands in evidence.csv and in parameters.csv"
    known |= unread | read
    for _, lever in catalogue:
        for row in sorted(set(named(lever)) - known):
            yield f"{lever['id']} names {row}, which is no row of register.csv, facts.csv, evidence.csv or parameters.csv"


def main():
    register, catalogue = rows("levers/register.csv"), list(levers())
    problems = [*incomplete(register, catalogue), *unknown(register, catalogue)]
    print("\n".join(problems))
    # The test itself can fail: without its first entry a lever has no row.
    first = next(k for k, row in enumerate(register) if row["outcome"] == "entry")
    assert list(incomplete(register[:first] + register[first + 1:], catalogue)), "a lever without a row was not noticed"
    outcomes = collections.Counter(row["outcome"] for row in register)
    print(f"{len(register)} rows, {dict(outcomes)}, {len(catalogue)} levers, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
