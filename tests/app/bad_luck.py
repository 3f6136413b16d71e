#!/usr/bin/python3
"""Bad luck: what cannot be read or written, a full disk, a killed program. An earlier result survives all of it.

Root may read and write everything, so root runs the program as nobody. A full disk is a tiny file system in a mount
namespace of its own; where that is not allowed, the case says so and the limit on file sizes alone stands for it.
"""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(os.environ["DRIVKRAFT_ROOT"])
PROGRAM = pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
NOBODY = 65534
EARLIER = b"an earlier result"


class World:
    """A folder that everybody may read, with program, data, a scenario and an earlier result."""

    def __init__(self, folder):
        self.folder = folder
        self.program = folder / "drivkraft"
        self.data = folder / "data"
        self.scenario = folder / "baseline.toml"
        self.results = folder / "results"
        self.result = self.results / "baseline.h5"
        folder.chmod(0o755)
        shutil.copy(PROGRAM, self.program)
        shutil.copytree(ROOT / "tests/data/smallest", self.data)
        shutil.copy(ROOT / "scenarios/baseline.toml", self.scenario)
        self.results.mkdir()
        self.result.write_bytes(EARLIER)

    def command(self):
        return [self.program, "run", self.scenario, "--data", self.data, "--output", self.results]

    def run(self, **options):
        done = subprocess.run(self.command(), capture_output=True, text=True, timeout=120, **options)
        # a build that counts lines (tools/test --coverage) complains where it may not write its counts
        lines = [line for line in done.stderr.splitlines(True) if "profiling" not in line]
        return done.returncode, done.stdout, "".join(lines).replace(f"{self.folder}/", "")

    def run_without_rights(self):
        if os.geteuid() != 0:
            return self.run()
        return self.run(user=NOBODY, group=NOBODY, extra_groups=[])

    def fails(self, told, code, want):
        got, out, err = told
        assert got == code, f"exit {got}, wanted {code}\n{out}\n{err}"
        assert err == want, f"wanted\n{want}\ngot\n{err}"
        assert out == "", out
        self.is_untouched()

    def is_untouched(self):
        self.results.chmod(0o755)
        assert self.result.read_bytes() == EARLIER, "the earlier result has changed"
        assert sorted(os.listdir(self.results)) == ["baseline.h5"], sorted(os.listdir(self.results))


def test_unreadable_scenario(world):
    world.scenario.chmod(0)
    world.fails(world.run_without_rights(), 3,
                "baseline.toml: cannot be read: Permission denied\n1 problem found; nothing was run.\n")


def test_unreadable_table(world):
    (world.data / "people/wages.csv").chmod(0)
    world.fails(world.run_without_rights(), 3,
                "data/people/wages.csv: cannot be read: Permission denied\n1 problem found; nothing was run.\n")


def test_unreadable_folder_of_tables(world):
    (world.data / "geography").chmod(0)
    world.fails(world.run_without_rights(), 3,
                "data/geography/travel.csv: cannot be read: Permission denied\n1 problem found; nothing was run.\n")


def test_unwritable_folder(world):
    world.results.chmod(0o555)
    world.fails(world.run_without_rights(), 1,
                "drivkraft: baseline.toml: results/baseline.h5: cannot make a file in this folder: Permission denied; "
                "an earlier file is untouched\n")


def test_folder_that_cannot_be_made(world):
    world.results = world.results / "baseline.h5" / "below"
    told = world.run_without_rights()
    world.results = world.folder / "results"
    world.fails(told, 1, "drivkraft: results/baseline.h5/below: the folder of the results cannot be made: "
                         "Not a directory\n")


def test_folder_where_the_result_should_be(world):
    world.result.unlink()
    (world.result / "inside").mkdir(parents=True)
    code, out, err = world.run()
    assert (code, out) == (1, ""), (code, out)
    assert err == ("drivkraft: baseline.toml: results/baseline.h5: cannot put the file in place: Is a directory; "
                   "an earlier file is untouched\n"), err
    assert sorted(os.listdir(world.results)) == ["baseline.h5"]


def test_limit_on_file_sizes(world):
    """ulimit -f: writing fails after some bytes, as it does on a full disk."""
    told = world.run(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    world.fails(told, 1, "drivkraft: baseline.toml: results/baseline.h5: cannot write the file: File too large; "
                         "an earlier file is untouched\n")


def test_full_disk(world):
    """A file system of 64 kB; the result needs more."""
    script = ('mount -t tmpfs -o size=64k full "$1" || exit 99; cp "$2" "$1/baseline.h5"; shift 2; "$@"; code=$?; '
              'ls -A "$0" >&2; cat "$0/baseline.h5" >&2; exit $code')
    earlier = world.folder / "earlier"
    earlier.write_bytes(EARLIER)
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, world.results, world.results,
               earlier, *world.command()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode == 99 or "unshare failed" in done.stderr:
        print("  no right to mount a file system here:", done.stderr.strip())
        return
    err = done.stderr.replace(f"{world.folder}/", "")
    assert done.returncode == 1, f"exit {done.returncode}\n{err}"
    assert err == ("drivkraft: baseline.toml: results/baseline.h5: cannot write the file: No space left on device; "
                   f"an earlier file is untouched\nbaseline.h5\n{EARLIER.decode()}"), err


def test_full_standard_output(world):
    with open("/dev/full", "w") as full:
        done = subprocess.run(world.command(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=120)
    assert done.returncode == 1, done.returncode
    assert done.stderr == "drivkraft: standard output could not be written\n", done.stderr
    assert world.result.read_bytes()[:4] == b"\x89HDF", "the result itself was written"


def test_killed_at_any_time(world):
    """SIGKILL as soon as the hidden file appears, and at times spread over a run: old or new, never half a file."""
    world.result.unlink()
    code, _, err = world.run()
    assert code == 0, err
    new = world.result.read_bytes()
    halves = 0
    for attempt in range(24):
        world.result.write_bytes(EARLIER)
        running = subprocess.Popen(world.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started = time.monotonic()
        while running.poll() is None:
            writing = attempt < 12 and any(n.endswith(".tmp") for n in os.listdir(world.results))
            if writing or (attempt >= 12 and time.monotonic() - started > 0.01 * (attempt - 11)):
                running.send_signal(signal.SIGKILL)
                running.wait()
        assert world.result.read_bytes() in (EARLIER, new), "half a file"
        halves += len(os.listdir(world.results)) - 1
    print(f"  killed 24 times, {halves} times while the hidden file was there")
    code, _, err = world.run()
    assert code == 0, err
    assert world.result.read_bytes() == new
    assert sorted(os.listdir(world.results)) == ["baseline.h5"], "a killed run's file was not cleared away"


def main():
    for name, test in [(n, t) for n, t in globals().items() if n.startswith("test_")]:
        with tempfile.TemporaryDirectory() as folder:
            test(World(pathlib.Path(folder)))
        print("passed:", name)


if __name__ == "__main__":
    sys.exit(main())
