#!/usr/bin/python3
"""Reads every #include under model/ and fails on an arrow that the layers do not allow, or on a heavy header.

    tests/layers.py [ROOT]

The layers: base <- economy <- {inputs, calibration, equilibrium, blocks, policy, results} <- simulation; the siblings
never see each other, and nothing sees tools/, tests/ or bench/. TOML and CSV belong to inputs, HDF5 to results, and
neither these nor Eigen/Dense nor fmt stand in a public header.
"""
import pathlib
import re
import sys

SIBLINGS = ("inputs", "calibration", "equilibrium", "blocks", "policy", "results")
ALLOWED = {
    "base": {"base"},
    "economy": {"base", "economy"},
    **{name: {"base", "economy", name} for name in SIBLINGS},
    "simulation": {"base", "economy", "calibration", "equilibrium", "blocks", "policy", "simulation"},
}
# pattern of an included name: the layers whose .cpp files may include it
OUTSIDE = {
    r"toml\+\+/|toml\.hpp": {"inputs"},
    r"csv\.h$": {"inputs"},
    r"nlohmann/": {"inputs", "results"},
    r"openssl/": {"inputs"},
    r"hdf5\.h$|hdf5_hl\.h$|H5[A-Za-z]*public\.h$": {"results"},
    r"sleef": {"base"},
    r"fmt/": set(ALLOWED),
    r"Eigen/": set(ALLOWED),
    r"boost/program_options|catch2/|benchmark/": set(),
    r"^iostream$|^chrono$|^ctime$": set(),  # the library does not print and does not look at the clock
    r"^fstream$|^filesystem$": {"inputs", "results"},
}
HEAVY_IN_HEADERS = r"Eigen/(Dense|Eigen|LU|QR|SVD|Eigenvalues|Sparse)|toml\+\+/|toml\.hpp|csv\.h$|nlohmann/json\.hpp|" \
                   r"openssl/|hdf5\.h$|fmt/|sleef|^iostream$|^regex$"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def faults(root):
    model = pathlib.Path(root) / "model"
    found = []
    for file in sorted(f for f in model.rglob("*") if f.suffix in (".h", ".cpp")):
        name = file.relative_to(model).as_posix()
        layer = name.split("/")[0]
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                found += [f"model/{name}:{number}: {text}" for text in judge(layer, name, *match.groups())]
        if layer not in ALLOWED:
            found.append(f"model/{name}: model/{layer} is not a layer; the layers are {', '.join(ALLOWED)}")
    return found


def judge(layer, name, bracket, included):
    target = included.split("/")[0]
    if bracket == '"':
        if included.startswith(".") or target not in ALLOWED:
            yield f'"{included}" is not LAYER/FILE.h of a layer'
        elif target not in ALLOWED.get(layer, {layer, *ALLOWED}):
            yield f'{layer} must not include "{included}" (it may include {", ".join(sorted(ALLOWED[layer]))})'
        return
    for pattern, layers in OUTSIDE.items():
        if re.search(pattern, included) and layer not in layers:
            yield f"{layer} must not include <{included}>"
    if name.endswith(".h") and re.search(HEAVY_IN_HEADERS, included):
        yield f"<{included}> does not belong in a header"


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = faults(root)
    print("\n".join(found) if found else "every include follows the layers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
