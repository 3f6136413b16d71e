#!/usr/bin/python3
"""The arrows between layers hold in the tree, and the check of them does refuse a wrong arrow."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
WRONG = {
    "blocks/capital.cpp": ('#include "inputs/csv_table.h"', 'blocks must not include "inputs/csv_table.h"'),
    "base/errors.cpp": ('#include "economy/state.h"', 'base must not include "economy/state.h"'),
    "economy/accounts.h": ("#include <Eigen/Dense>", "<Eigen/Dense> does not belong in a header"),
    "results/report.cpp": ("#include <toml++/toml.h>", "results must not include <toml++/toml.h>"),
    "inputs/read_data.cpp": ("#include <hdf5.h>", "inputs must not include <hdf5.h>"),
    "results/hdf5_file.h": ("#include <hdf5.h>", "<hdf5.h> does not belong in a header"),
    "simulation/simulate.cpp": ('#include "results/recorder.h"', 'simulation must not include "results/recorder.h"'),
    "policy/dose.cpp": ('#  include "../blocks/capital.h"', '"../blocks/capital.h" is not LAYER/FILE.h of a layer'),
    "report/page.cpp": ('#include "base/ids.h"', "model/report is not a layer"),
}
RIGHT = {
    "inputs/read_data.cpp": '#include "economy/base_tables.h"\n#include <csv.h>\n',
    "simulation/simulate.cpp": '#include "blocks/capital.h"\n#include "policy/dose.h"\n',
}


def check(root):
    return subprocess.run([sys.executable, ROOT / "tests/layers.py", root], capture_output=True, text=True)


def made_up_tree(folder, files):
    for name, text in files.items():
        file = pathlib.Path(folder) / "model" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def main():
    tree = check(ROOT)
    assert tree.returncode == 0, tree.stdout
    with tempfile.TemporaryDirectory() as folder:
        made_up_tree(folder, RIGHT)
        done = check(folder)
        assert done.returncode == 0, done.stdout
    for name, (line, message) in WRONG.items():
        with tempfile.TemporaryDirectory() as folder:
            made_up_tree(folder, {name: line + "\n"})
            done = check(folder)
            assert done.returncode == 1 and message in done.stdout, (name, done.stdout)
    print(f"the tree follows the layers; {len(WRONG)} wrong includes are refused")


if __name__ == "__main__":
    main()
