#!/usr/bin/python3
"""tools/compare_builds on made-up programs: medians, who counts as slower, exit codes."""

import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])


def fake(folder, name, times):
    """A build whose benchmark takes the next of `times` each time it runs."""
    build = folder / name
    build.mkdir()
    left = build / "times"
    left.write_text(json.dumps(times))
    program = build / "drivkraft_bench"
    program.write_text(f"""#!/usr/bin/python3
import json, pathlib
left = pathlib.Path({str(left)!r})
times = json.loads(left.read_text())
left.write_text(json.dumps(times[1:]))
print(json.dumps({{"benchmarks": [{{"name": "path/x", "run_type": "iteration", "cpu_time": times[0], "time_unit": "ms"}}]}}))
""")
    program.chmod(0o755)
    return build


def compare(old, new):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = [ROOT / "tools/compare_builds", fake(folder, "old", old), fake(folder, "new", new),
                   "--rounds", str(len(old))]
        done = subprocess.run(command, capture_output=True, text=True)
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout.splitlines()[1].split()


def main():
    assert compare([10, 11, 10, 12, 10], [12, 13, 12, 12.5, 13]) == (1, "path/x 10 12.5 +25.0% ms slower".split())
    assert compare([10, 11, 10, 12, 10], [10.5, 11.5, 10.5, 12.5, 10.8]) == (0, "path/x 10 10.8 +8.0% ms".split())
    # one bad round of the new build is the machine's, and so is a median that the rounds do not repeat
    assert compare([10, 10, 10, 10, 10], [10, 10, 40, 10, 10])[0] == 0
    assert compare([10, 30, 10, 30, 10], [12, 12, 12, 12, 12])[0] == 0
    assert compare([10, 10, 10, 10, 10], [8, 8, 9, 8, 8]) == (0, "path/x 10 8 -20.0% ms faster".split())
    print("slower, faster and neither are told apart")


if __name__ == "__main__":
    main()
