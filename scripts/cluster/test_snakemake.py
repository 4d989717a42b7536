import os
import signal
import subprocess
import unittest

import batch
import slurm

# Everything that Snakemake keeps for a user goes into the folder of the cases.
HOME = {"HOME": str(batch.WORK), "XDG_CACHE_HOME": str(batch.WORK / "cache")}


def snakemake(*options):
    return ["snakemake", "--rerun-incomplete", "--nocolor", *options]


class SnakemakeCase(unittest.TestCase):
    def begin(self, name):
        work = batch.Batch("snakemake", name)
        work.write("Snakefile")
        return work

    def start(self, work, *options):
        return subprocess.Popen(
            snakemake(*options), cwd=work.cwd, text=True, env=os.environ | HOME,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True)

    def test_killed(self):
        """Snakemake: a program is killed and tried again; all is killed and started again"""
        work = self.begin("snakemake")
        running = self.start(work, "--cores", "2")
        lost, pid = next(iter(work.at_work().items()))
        batch.kill(pid)
        batch.wait(lambda: work.at_work().get(lost) not in (None, pid), "another try")
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate(timeout=20)
        batch.wait(lambda: not work.programs(), "no program left")
        self.assertFalse(work.folder.joinpath("manifest.json").exists())

        batch.call(snakemake("--unlock"), work.cwd, env=os.environ | HOME)
        batch.call(snakemake("--cores", "2"), work.cwd, 120, env=os.environ | HOME)
        work.check_same()

    def test_slurm(self):
        """Snakemake: through Slurm, with a program killed"""
        cluster = slurm.Cluster()
        try:
            work = self.begin("snakemake on slurm")
            # squeue, because this cluster keeps no accounts.
            running = self.start(
                work, "--executor", "slurm", "--jobs", "6", "--slurm-status-command", "squeue",
                "--slurm-init-seconds-before-status-checks", "2",
                "--seconds-between-status-checks", "1", "--default-resources", "mem_mb=100")
            batch.kill(next(iter(work.at_work().values())))
            said, _ = running.communicate(timeout=150)
            self.assertEqual(running.returncode, 0, said)
            work.check_same()
        finally:
            cluster.stop()
