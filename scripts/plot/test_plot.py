import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

from PIL import Image

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ["COCREATE"]
FIGURES = ["ambitions", "unfolding", "trade_off", "differences"]
STRATEGIES = ["guided", "empowering", "equal", "facilitating", "in-house"]
# What is written on a figure besides the strategies.
WORDS = {
    "ambitions": ["value per public euro", "realised quality", "democracy"],
    "unfolding": ["month", "quality realised"],
    "trade_off": ["value per public euro", "democracy"],
    "differences": ["Difference from in-house", "realised quality"],
}

_work = tempfile.TemporaryDirectory(prefix="cocreate-plot-")
WORK = pathlib.Path(_work.name)
RESULTS = WORK / "results"


def setUpModule():
    scenario = HERE.parents[1] / "scenarios" / "four-quadrants.yaml"
    subprocess.run([PROGRAM, "run", scenario, "--replicates", "20", "--out", RESULTS, "--quiet"],
                   check=True, timeout=300)
    subprocess.run([PROGRAM, "compare", RESULTS, "--quiet"], check=True, timeout=300)


def draw(tool, figure, folder, picture):
    commands = {
        "py": [sys.executable, HERE / f"{figure}.py", folder, picture],
        "R": ["Rscript", HERE / f"{figure}.R", folder, picture],
        "gnuplot": ["gnuplot", "-e", f"folder='{folder}'; picture='{picture}'",
                    HERE / f"{figure}.gnuplot"],
    }
    return subprocess.run(commands[tool], timeout=200, text=True, cwd=WORK,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


class Pictures(unittest.TestCase):
    def look(self, tool):
        for figure in FIGURES:
            with self.subTest(figure=figure):
                picture = WORK / f"{figure}-{tool}.png"
                done = draw(tool, figure, RESULTS, picture)
                self.assertEqual(done.returncode, 0, done.stdout)
                image = Image.open(picture).convert("RGB")
                self.assertGreaterEqual(image.width, 700)
                self.assertGreaterEqual(image.height, 250)
                colours = image.getcolors(image.width * image.height)
                white = sum(count for count, colour in colours if min(colour) > 250)
                self.assertGreater(len(colours), 20, "hardly a colour")
                self.assertLess(white / image.width / image.height, 0.995, "blank")
                # Nothing is drawn over the edge.
                for box in [(0, 0, image.width, 1), (0, image.height - 1, image.width, image.height)]:
                    edge = image.crop(box).getcolors()
                    self.assertTrue(all(min(colour) > 250 for _, colour in edge), "cut at the edge")

    def read(self, tool):
        # matplotlib writes letters as shapes unless it is told not to.
        settings = WORK / "matplotlibrc"
        settings.write_text("svg.fonttype: none\n")
        for figure in FIGURES:
            with self.subTest(figure=figure):
                picture = WORK / f"{figure}-{tool}.svg"
                done = draw(tool, figure, RESULTS, picture)
                self.assertEqual(done.returncode, 0, done.stdout)
                texts = [re.sub(r"\s+", " ", "".join(node.itertext())).strip()
                         for node in xml.etree.ElementTree.parse(picture).iter()
                         if node.tag.endswith("}text")]
                names = STRATEGIES if figure != "differences" else STRATEGIES[:-1]
                for word in names + WORDS[figure]:
                    self.assertTrue(any(word in text for text in texts), f"{word} of {texts}")

    def test_python(self):
        """matplotlib's pictures have their size, colours and clean edges, and their words"""
        self.look("py")
        self.read("py")

    def test_r(self):
        """So have ggplot2's"""
        self.look("R")
        self.read("R")

    def test_gnuplot(self):
        """So have gnuplot's"""
        self.look("gnuplot")
        self.read("gnuplot")

    def test_missing(self):
        """A folder without the table is an error that names it"""
        for tool in ["py", "R", "gnuplot"]:
            done = draw(tool, "ambitions", WORK / "nowhere", WORK / "no.png")
            self.assertNotEqual(done.returncode, 0, tool)
            self.assertIn("nowhere", done.stdout)
