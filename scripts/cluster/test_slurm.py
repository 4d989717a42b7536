import os
import shutil
import signal
import unittest

import batch
import slurm

_plain = None


def plain():
    """A batch that went through without an accident."""
    global _plain
    if _plain is None:
        done = batch.Batch("slurm", "plain")
        done.write("run.sh")
        SlurmCase.submit(done)
        SlurmCase.cluster.wait_until_empty()
        _plain = done
    return _plain


class SlurmCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        SlurmCase.cluster = slurm.Cluster()

    @classmethod
    def tearDownClass(cls):
        cls.cluster.stop()

    @staticmethod
    def submit(work):
        return batch.call(["bash", "run.sh"], work.cwd).stdout

    @staticmethod
    def numbers(work):
        """The numbers of a batch's jobs: of the array, and of the merge."""
        return (work.cwd / (work.out + ".logs") / "jobs").read_text().strip().split(",")

    def begin(self, name):
        """Submits a batch of the case's own."""
        work = batch.Batch("slurm", name)
        work.write("run.sh")
        self.submit(work)
        return work

    def check_ends_well(self, work):
        self.cluster.wait_until_empty()
        work.check_same()

    def test_plain(self):
        """Slurm: an array and a merge give what one machine gives"""
        plain().check_same()

    def test_twice(self):
        """Slurm: while its jobs are in the queue, a batch is not submitted again"""
        work = self.begin("twice")
        again = batch.call(["bash", "run.sh"], work.cwd, check=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("still in the queue", again.stdout)
        batch.call(["scancel", *self.numbers(work)], work.cwd)
        self.cluster.wait_until_empty()

    def test_node_killed(self):
        """Slurm: a node is killed in the middle of its work and comes back later"""
        before = self.cluster.restarts()
        work = self.begin("node killed")
        work.at_work(3)
        self.assertTrue(self.cluster.kill_node("n2"), "nothing was running there")
        batch.wait(
            lambda: batch.call(["sinfo", "-hNn", "n2", "-o", "%T"], work.cwd).stdout
            .startswith("down"), "a node that is down")
        self.cluster.up()
        self.check_ends_well(work)
        self.assertGreater(self.cluster.restarts(), before)

    def test_task_killed(self):
        """Slurm: a program is killed and a task cancelled; only these two are sent again"""
        work = self.begin("task killed")
        killed, cancelled = list(work.at_work(2).items())[:2]
        for _, pid in (killed, cancelled):
            os.kill(pid, signal.SIGSTOP)  # or it might be done before it is killed
        array = self.numbers(work)[0]
        batch.kill(killed[1])
        batch.call(["scancel", f"{array}_{cancelled[0]}"], work.cwd)
        self.cluster.wait_until_empty()
        self.assertFalse(work.folder.exists(), "merged what was not complete")
        lost = sorted([killed[0], cancelled[0]])
        self.assertEqual(work.missing(), lost)
        said = self.submit(work)
        self.assertRegex(said, "shards {}[-,]{} and".format(*lost))
        self.check_ends_well(work)

    def test_told_to_stop(self):
        """Slurm: a task that is told that its time is over goes on where it was"""
        before = self.cluster.restarts()
        work = self.begin("told to stop")
        shard = next(iter(work.at_work()))
        array = self.numbers(work)[0]
        # What --signal=B:TERM@60 sends, without waiting for the minute.
        # By the time that scancel looks how it went, the task may be in the queue again: no check.
        batch.call(
            ["scancel", "--batch", "--signal=TERM", f"{array}_{shard}"], work.cwd, check=False)
        self.check_ends_well(work)
        self.assertGreater(self.cluster.restarts(), before)

    def test_damaged(self):
        """Slurm: a finished shard is damaged; merge refuses and names it, a rerun mends it"""
        work = plain()
        shutil.rmtree(work.folder)
        work.damage(2)
        merged = batch.call(
            [batch.PROGRAM, "merge", work.shards, "--out", work.folder], work.cwd, check=False)
        self.assertEqual(merged.returncode, 66, merged.stdout)
        self.assertIn(f"shard 2/{batch.SHARDS} is damaged", merged.stdout)
        self.assertFalse(work.folder.exists())
        self.assertEqual(work.missing(), [2])
        self.assertIn("shards 2 and", self.submit(work))
        self.check_ends_well(work)

    def test_preempted(self):
        """Slurm: an urgent job takes the processors away for a while"""
        before = self.cluster.restarts()
        work = self.begin("preempted")
        work.at_work(3)
        batch.call(
            ["sbatch", "--partition=urgent", "--array=1-2", "--output=/dev/null", "--wrap=sleep 1"],
            work.cwd)
        self.check_ends_well(work)
        self.assertGreaterEqual(self.cluster.restarts(), before + 2)

    def test_controller_killed(self):
        """Slurm: the controller is killed and starts again"""
        work = self.begin("controller killed")
        work.at_work(3)
        # What was submitted less than five seconds ago may not be in its files yet.
        self.cluster.wait_until_saved()
        self.cluster.kill("slurmctld")
        self.cluster.up()
        self.check_ends_well(work)
