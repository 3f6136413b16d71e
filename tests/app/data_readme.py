"""data/README.md names every table of the data folder, and its counts are those of the tables."""

import csv
import os
import pathlib
import sys

DATA = pathlib.Path(os.environ["DRIVKRAFT_ROOT"]) / "data"


def rows(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def status(row):
    if "status" in row:
        return row["status"]
    return "assumed" if row["grade"] == "D" else "derived"  # parameters carry a grade


def counts():
    """Numbers and assumed numbers: of all columns, and of those that the equations read."""
    total = {False: [0, 0], True: [0, 0]}
    columns = [c for c in rows("tables.csv") if c["kind"] == "number"]
    for table in {c["table"] for c in columns}:
        own = [c for c in columns if c["table"] == table]
        for row in rows(table):
            for column in own:
                if row[column["column"]] == "":
                    continue
                for read in (False, True):
                    if read and column["read"] != "1":
                        continue
                    total[read][0] += 1
                    total[read][1] += status(row) == "assumed"
    return total


def main():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    problems = []
    for table in rows("titles.csv"):
        name = pathlib.PurePosixPath(table["table"]).name
        if name not in text:
            problems.append(f"{name} is not mentioned")
    total = counts()
    for read, verb in ((False, "percent are assumed"), (True, "percent")):
        number, assumed = total[read]
        for words in (f"{number:,} ", f"{100 * assumed / number:.0f} {verb}"):
            if words not in text:
                problems.append(f'the text does not say "{words.strip()}"')
    for problem in problems:
        print("data/README.md:", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
