import subprocess
import unittest

import batch


class ParallelCase(unittest.TestCase):
    def test_parallel(self):
        """GNU parallel: a program is killed and tried again"""
        work = batch.Batch("parallel", "parallel")
        work.write("run.sh")
        running = subprocess.Popen(
            ["bash", "run.sh"], cwd=work.cwd, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        batch.kill(next(iter(work.at_work().values())))
        said, _ = running.communicate(timeout=120)
        self.assertEqual(running.returncode, 0, said)
        work.check_same()
