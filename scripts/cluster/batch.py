"""A small batch in a folder of its own, and what the cases do with it."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAM = os.environ["COCREATE"]
SCENARIO = pathlib.Path(__file__).parents[2] / "scenarios" / "four-quadrants.yaml"
SHARDS = 6
# Seconds of one processor that the batch takes: time enough to break something in the middle.
SECONDS = 24

PREFIX = "cocreate-cluster-"
_work = tempfile.TemporaryDirectory(prefix=PREFIX)
WORK = pathlib.Path(_work.name)
WORK.chmod(0o755)  # munge wants to be reached by everybody


def call(words, cwd, seconds=60, check=True, env=None):
    """Runs a command to its end, or fails after some seconds."""
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, timeout=seconds, text=True, env=env,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if check and done.returncode != 0:
        raise AssertionError(f"{words[0]} ended with {done.returncode}:\n{done.stdout}")
    return done


def wait(condition, what, seconds=60):
    """Waits until a condition holds and returns what it gives."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


def _replicates():
    """As many as take so long here, whatever the machine; or as the environment says."""
    given = os.environ.get("CLUSTER_REPLICATES")
    if given:
        return given
    start = time.monotonic()
    call([PROGRAM, "run", SCENARIO, "--replicates", "200", "--no-rounds", "--threads", "1",
          "--out", WORK / "pilot", "--quiet"], WORK, 300)
    return str(max(300, min(20_000, int(200 * SECONDS / (time.monotonic() - start)))))


OPTIONS = ["--replicates", _replicates(), "--every", "48"]

_reference = None


def reference():
    """The batch on one machine, without shards."""
    global _reference
    if _reference is None:
        folder = WORK / "reference"
        call([PROGRAM, "run", SCENARIO, *OPTIONS, "--out", folder, "--quiet"], WORK, 300)
        _reference = folder
    return _reference


class Batch:
    """A folder with a script; its name needs quotes in every language."""

    def __init__(self, engine, name):
        self.engine = engine
        self.cwd = WORK / f"{name}, 50% «Größe» & 'co'"
        self.cwd.mkdir()
        self.scenario = "scenario's $HOME.yaml"
        shutil.copy(SCENARIO, self.cwd / self.scenario)
        self.out = "results/x y"
        self.folder = self.cwd / self.out
        self.shards = self.cwd / (self.out + ".shards")
        plan = [PROGRAM, "plan", self.scenario, *OPTIONS, "--out", self.out, "--threads", "1", "-q"]
        self.script = call([*plan, "--emit", engine, "--shards", SHARDS], self.cwd).stdout

    def write(self, name):
        (self.cwd / name).write_text(self.script)

    def missing(self):
        """What is missing, as numbers."""
        done = call([PROGRAM, "status", self.shards, "--missing"], self.cwd, check=False)
        numbers = []
        for part in filter(None, done.stdout.strip().split(",")):
            ends = [int(end) for end in part.split("-")]
            numbers += range(ends[0], ends[-1] + 1)
        return numbers

    def check_same(self):
        """Fails if the merged folder is not the one that a single machine makes."""
        call(["diff", "-r", "--exclude", "sessions.jsonl", reference(), self.folder], self.cwd)

    def damage(self, shard):
        """Changes one bit in the middle of a shard's runs."""
        file = self.shards / f"{shard}-of-{SHARDS}" / "runs.csv"
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)

    def programs(self):
        """The processes that make shards of this batch now: number of the shard to pid."""
        found = {}
        for place in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "cmdline").read_bytes().split(b"\0")
                here = (place / "cwd").readlink() == self.cwd
            except OSError:
                continue
            if not here or os.path.basename(PROGRAM).encode() not in map(os.path.basename, words[:3]):
                continue
            for word in words:
                shard = re.fullmatch(rf"(\d+)/{SHARDS}", word.decode(errors="replace"))
                if shard:
                    found[int(shard[1])] = int(place.name)
        return found

    def at_work(self, count=1):
        """Waits until some shards are in the making and have rows: number of the shard to pid."""
        def working():
            found = {
                shard: pid for shard, pid in self.programs().items()
                if any((self.shards / f"{shard}-of-{SHARDS}.partial").glob("runs*"))}
            return found if len(found) >= count else None
        return wait(working, f"{count} shards at work")


def kill(pid):
    """As a machine that goes away does it: at once, without a chance to do anything."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
