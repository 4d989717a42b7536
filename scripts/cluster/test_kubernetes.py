import os
import re
import unittest

import kubernetes_validate
import yaml

import batch


def faults(job):
    """What the schema of the newest version that is at hand finds wrong."""
    try:
        kubernetes_validate.validate(job, kubernetes_validate.latest_version(), strict=True)
    except kubernetes_validate.ValidationError as error:
        return str(error)
    return None


def expanded(word):
    """A word as Kubernetes hands it to a container: $$ is $, an unknown $(NAME) stays."""
    return re.sub(r"\$(\$|\([^)]*\))", lambda m: "$" if m[1] == "$" else m[0], word)


class KubernetesCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = batch.Batch("kubernetes", "kubernetes")
        cls.shards, cls.merge = yaml.safe_load_all(cls.work.script)

    def test_schema(self):
        """Kubernetes: the schema accepts both Jobs"""
        for job in (self.shards, self.merge):
            self.assertIsNone(faults(job))
        self.assertEqual(self.shards["spec"]["completions"], batch.SHARDS)

    def test_schema_refuses(self):
        """Kubernetes: the schema refuses a wrong type, an unknown key and a missing part"""
        without = {key: part for key, part in self.shards["spec"].items() if key != "template"}
        for spec in (
            self.shards["spec"] | {"completions": "six"}, self.shards["spec"] | {"completion": 6},
            without,
        ):
            self.assertIsNotNone(faults(self.shards | {"spec": spec}), spec)

    def test_commands(self):
        """Kubernetes: the commands of its containers, run here, give what one machine gives"""
        for job, indices in ((self.shards, range(batch.SHARDS)), (self.merge, [0])):
            container = job["spec"]["template"]["spec"]["containers"][0]
            words = [expanded(w) for w in container["command"] + container.get("args", [])]
            for index in indices:
                environment = os.environ | {"JOB_COMPLETION_INDEX": str(index)}
                batch.call(words, self.work.cwd, 120, env=environment)
        self.work.check_same()
