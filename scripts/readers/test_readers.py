import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import numpy
import pandas
import polars

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ["COCREATE"]
# Several tasks, so that every table is there.
SCENARIO = HERE.parents[1] / "scenarios" / "portfolio-with-compliance-duties.yaml"
TABLES = ["runs", "tasks", "rounds", "actors", "events", "summary"]

_work = tempfile.TemporaryDirectory(prefix="cocreate-readers-")
WORK = pathlib.Path(_work.name)
RESULTS = WORK / "results"


def setUpModule():
    subprocess.run(
        [PROGRAM, "run", SCENARIO, "--replicates", "1", "--seed", "9223372036854775807",
         "--actors", "--events", "--format", "behaviorspace-table", "--out", RESULTS, "--quiet"],
        check=True, timeout=300)
    # What is added to a folder is read as well.
    subprocess.run([PROGRAM, "compare", RESULTS, "--quiet"], check=True, timeout=300)


def valid(folder):
    """Whether frictionless accepts a folder, and what it says."""
    done = subprocess.run(
        ["frictionless", "validate", "datapackage.json"], cwd=folder, text=True, timeout=200,
        env=os.environ | {"PATH": f"{os.path.dirname(os.sys.executable)}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode == 0, done.stdout


class Frictionless(unittest.TestCase):
    def test_valid(self):
        """frictionless accepts the folder, with every table in it"""
        accepted, said = valid(RESULTS)
        self.assertTrue(accepted, said)
        described = json.loads((RESULTS / "datapackage.json").read_text())["resources"]
        self.assertEqual(
            sorted(resource["path"] for resource in described if resource["path"] != "table.csv"),
            sorted(file.name for file in RESULTS.glob("*.csv") if file.name != "table.csv"))

    def test_damaged(self):
        """frictionless refuses a changed digit, text for a number and a row that is too short"""
        rows = (RESULTS / "runs.csv").read_text().splitlines()
        fields = rows[1].split(",")
        run = rows[0].split(",").index("run")
        text = ",".join([*fields[:run], "one", *fields[run + 1:]])
        digit = rows[1][:-1] + ("1" if rows[1][-1] != "1" else "2")
        for row in (digit, text, ",".join(fields[:-3])):
            with self.subTest(row[:60]), tempfile.TemporaryDirectory(dir=WORK) as folder:
                copy = pathlib.Path(folder) / "copy"
                shutil.copytree(RESULTS, copy)
                (copy / "runs.csv").write_text("\n".join([rows[0], row, *rows[2:]]) + "\n")
                self.assertFalse(valid(copy)[0], "accepted")


class Numbers(unittest.TestCase):
    """Every number of every table, read by each program, against what the text says."""

    def tables(self):
        """Each table with its columns of numbers."""
        resources = json.loads((RESULTS / "datapackage.json").read_text())["resources"]
        for resource in resources:
            if resource["name"] in TABLES:
                fields = [f["name"] for f in resource["schema"]["fields"] if f["type"] == "number"]
                yield RESULTS / resource["path"], fields
        yield HERE / "awkward.csv", ["number"]

    def exact(self, file, columns):
        """The numbers of a file, correctly rounded, column after column; NaN where one is missing.

        Python's float is; the bits that the program wrote for awkward numbers say so too.
        """
        with open(file, newline="") as text:
            rows = list(csv.DictReader(text))
        values = [float(row[c]) if row[c] else numpy.nan for c in columns for row in rows]
        if "bits" in rows[0]:
            bits = numpy.array([int(row["bits"], 16) for row in rows], dtype="u8")
            numpy.testing.assert_array_equal(bits, numpy.array(values).view("u8"))
        return numpy.array(values)

    def compare(self, read):
        """Numbers in all, numbers that differ, and the most units of the last place by which."""
        cells, different, units = 0, 0, 0
        for file, columns in self.tables():
            expected = self.exact(file, columns)
            found = numpy.asarray(read(file, columns), dtype="f8")
            self.assertEqual(found.shape, expected.shape)
            missing = numpy.isnan(expected)
            numpy.testing.assert_array_equal(numpy.isnan(found), missing, file.name)
            apart = abs(found[~missing].view("i8") - expected[~missing].view("i8"))
            cells += int((~missing).sum())
            different += int((apart != 0).sum())
            units = max([units, *apart.tolist()])
        print(f"        {cells} numbers, {different} differ, by at most {units} of the last place")
        self.assertGreater(cells, 50_000)
        return different, units

    def r(self, way):
        def read(file, columns):
            prefix = WORK / file.stem
            if not prefix.with_suffix(".exact").exists():  # one call reads in every way
                subprocess.run(
                    ["Rscript", HERE / "numbers.R", file, "0", prefix, *columns],
                    check=True, timeout=200)
            return numpy.fromfile(f"{prefix}.{way}", dtype="<f8")
        return self.compare(read)

    def test_pandas(self):
        """pandas reads every number exactly"""
        def read(file, columns):
            table = pandas.read_csv(file)
            return numpy.concatenate([table[column].astype("f8") for column in columns])
        self.assertEqual(self.compare(read)[0], 0)

    def test_polars(self):
        """Polars reads every number exactly"""
        def read(file, columns):
            table = polars.read_csv(file, infer_schema_length=None)
            return numpy.concatenate(
                [table[c].cast(polars.Float64).fill_null(float("nan")) for c in columns])
        self.assertEqual(self.compare(read)[0], 0)

    def test_r(self):
        """R reads every number exactly, as docs/reading.md says"""
        self.assertEqual(self.r("exact")[0], 0)

    def test_r_read_csv(self):
        """R's read.csv is at most one unit of the last place away"""
        self.assertLessEqual(self.r("read.csv")[1], 1)

    def test_r_fread(self):
        """R's fread is at most one unit of the last place away"""
        self.assertLessEqual(self.r("fread")[1], 1)

    def test_whole(self):
        """pandas and Polars read every whole number exactly, up to 64 bits"""
        for file, name in ((HERE / "awkward.csv", "integer"), (RESULTS / "runs.csv", "seed")):
            with open(file, newline="") as text:
                expected = [int(row[name]) for row in csv.DictReader(text)]
            self.assertEqual(pandas.read_csv(file)[name].tolist(), expected)
            table = polars.read_csv(file, schema_overrides={name: polars.UInt64})
            self.assertEqual(table[name].to_list(), expected)
            self.assertGreater(max(expected), 2**53)


class BehaviorSpace(unittest.TestCase):
    def check(self, names, column):
        runs = pandas.read_csv(RESULTS / "runs.csv")
        self.assertIn("[run number]", names)
        self.assertIn("[step]", names)
        numpy.testing.assert_array_equal(column("[run number]"), runs["run"] + 1)
        metrics = [name for name in names if name in runs and name not in ("strategy", "replicate")]
        self.assertGreater(len(metrics), 20)
        for metric in metrics:
            numpy.testing.assert_array_equal(column(metric), runs[metric])

    def test_pandas(self):
        """table.csv is read by pandas as NetLogo users do, and holds the numbers of runs.csv"""
        table = pandas.read_csv(RESULTS / "table.csv", skiprows=6)
        self.check(list(table), lambda name: table[name])

    def test_r(self):
        """table.csv is read by R as NetLogo users do, and holds the numbers of runs.csv"""
        names = list(pandas.read_csv(RESULTS / "table.csv", skiprows=6, nrows=0))
        numbers = [name for name in names if name != "strategy"]
        subprocess.run(
            ["Rscript", HERE / "numbers.R", RESULTS / "table.csv", "6", WORK / "table", *numbers],
            check=True, timeout=200)
        values = numpy.fromfile(WORK / "table.exact", dtype="<f8").reshape(len(numbers), -1)
        self.check(names, lambda name: values[numbers.index(name)])
