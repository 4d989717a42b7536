"""A Slurm cluster of three nodes on this machine, for the cases that need one."""

import atexit
import os
import pathlib
import shutil
import subprocess
import time

import batch

HERE = pathlib.Path(__file__).parent
NODES = ["n1", "n2", "n3"]


class Cluster:
    """The cluster, from start to stop; its commands find it by `SLURM_CONF`."""

    def __init__(self):
        self.place = batch.WORK / "slurm"
        self.before = os.environ.get("SLURM_CONF")
        atexit.register(self.stop)  # whatever ends the cases
        self.stop_left_over()
        try:
            self.up()
        except BaseException:
            self.stop()
            raise

    @staticmethod
    def stop_left_over():
        """Stops the cluster of cases that were killed: it holds the ports."""
        link = pathlib.Path("/etc/slurm/slurm.conf")
        if not link.is_symlink():
            return
        place = link.readlink().parent
        if place.parent.name.startswith(batch.PREFIX) and place.parent != batch.WORK:
            batch.call([HERE / "slurm-down", place], batch.WORK, 60)
            shutil.rmtree(place.parent, ignore_errors=True)

    def up(self):
        """Starts what is not running, and waits until every node can be used."""
        # A file and no pipe: the daemons would hold a pipe open.
        with open(batch.WORK / "slurm-up.log", "w+") as log:
            done = subprocess.run(
                [HERE / "slurm-up", self.place], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                timeout=60)
            log.seek(0)
            if done.returncode != 0:
                raise AssertionError(log.read())
        os.environ["SLURM_CONF"] = str(self.place / "slurm.conf")

    def stop(self):
        """Stops all of it."""
        atexit.unregister(self.stop)
        batch.call([HERE / "slurm-down", self.place], batch.WORK, 60)
        os.environ.pop("SLURM_CONF", None)
        if self.before is not None:
            os.environ["SLURM_CONF"] = self.before

    def kill(self, daemon):
        """Kills a daemon of the cluster, such as `slurmd-n2`."""
        pid = int((self.place / "run" / f"{daemon}.pid").read_text())
        batch.kill(pid)
        batch.wait(lambda: not pathlib.Path(f"/proc/{pid}").exists(), f"the end of {daemon}", 10)

    def jobs(self):
        """What is in the queue."""
        return batch.call(["squeue", "-h", "-o", "%i %P %T %N"], batch.WORK, 20).stdout

    def wait_until_empty(self, seconds=120):
        """Waits until no job is left in the queue."""
        batch.wait(lambda: not self.jobs().strip(), f"an empty queue, but: {self.jobs()}", seconds)

    def restarts(self):
        """How often jobs of the last minutes were put back into the queue, all together."""
        text = batch.call(["scontrol", "show", "jobs"], batch.WORK, 20).stdout
        return sum(int(part.split("=")[1]) for part in text.split() if part.startswith("Restarts="))

    def wait_until_saved(self):
        """Waits until what the controller knows now is in its files."""
        now = time.time()
        state = self.place / "state" / "job_state"
        batch.wait(lambda: state.exists() and state.stat().st_mtime > now, "a saved state", 20)

    def kill_node(self, node):
        """Kills a node: its daemon and everything it has started."""
        self.kill(f"slurmd-{node}")
        mine, parents = [], set()
        for place in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                variables = (place / "environ").read_bytes().split(b"\0")
                parent = int((place / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if (f"SLURMD_NODENAME={node}".encode() in variables
                    and f"SLURM_CONF={self.place}/slurm.conf".encode() in variables):
                mine.append(int(place.name))
                parents.add(parent)
        steps = [pid for pid in parents if self.is_step(pid)]
        for pid in steps + mine:
            batch.kill(pid)
        return mine

    @staticmethod
    def is_step(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == "slurmstepd"
        except OSError:
            return False
