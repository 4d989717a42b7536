import csv
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import pypdf
import vl_convert
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageStat
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = os.environ["COCREATE"]
SHOTS = ROOT / ".build-report"
WIDTHS = [400, 700, 1000, 1600]
MODES = ["light", "dark"]
MANY = "".join(
    f"  {name}: {{openness: {openness}, centrality: {centrality}}}\n"
    for name, centrality, openness in [
        ("municipality-decides-and-citizens-help", 0.2, 0.1), ("handed-over", 0.8, 0.2),
        ("half-open", 0.2, 0.5), ("round-table", 0.2, 0.7), ("round-table-open", 0.2, 0.8),
        ("association-leads", 0.8, 0.8), ("open-ended", 0.8, 1.0)])
SCENARIOS = {
    "plain": ROOT / "scenarios/four-quadrants.yaml",
    "many": f"""
format: 1
name: many
question: Which of many strategies, some with long names & odd signs, is best?
rounds: 24
replicates: 6
seed: 3
context: {{}}
strategies:
{MANY}uncertain:
  press_scrutiny: {{uniform: [0.05, 0.5]}}
  external_maturity: {{uniform: [0.1, 0.7]}}
  actors.citizen.count: [30, 58, 90]
design: {{sobol: 48}}
""",
}

# Text that leaves its drawing, and text that lies on other text, in every drawing of the page.
FAULTS = """() => {
  const faults = [];
  for (const svg of document.querySelectorAll('main svg')) {
    const sheet = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()]);
    for (const mark of svg.querySelectorAll('.solid, .hollow')) {
      const box = mark.getBoundingClientRect();
      if (box.left < sheet.left - 1 || box.right > sheet.right + 1 ||
          box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1)
        faults.push(`a mark outside ${svg.getAttribute('aria-label')}`);
    }
    texts.forEach(([text, box], place) => {
      if (box.left < sheet.left - 1 || box.right > sheet.right + 1 ||
          box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1)
        faults.push(`cut: ${text.textContent} in ${svg.getAttribute('aria-label')}`);
      for (const [other, place2] of texts.slice(place + 1)) {
        const across = Math.min(box.right, place2.right) - Math.max(box.left, place2.left);
        const down = Math.min(box.bottom, place2.bottom) - Math.max(box.top, place2.top);
        if (across > 1 && down > 3)
          faults.push(`${text.textContent} on ${other.textContent} in ${svg.getAttribute('aria-label')}`);
      }
    });
  }
  return faults;
}"""


def luminance(colour):
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        work = tempfile.TemporaryDirectory(prefix="cocreate-report-")
        cls.addClassCleanup(work.cleanup)
        SHOTS.mkdir(exist_ok=True)
        cls.folders = {}
        for name, scenario in SCENARIOS.items():
            if isinstance(scenario, str):
                text, scenario = scenario, pathlib.Path(work.name) / f"{name}.yaml"
                scenario.write_text(text)
            folder = pathlib.Path(work.name) / name
            cls.program("run", scenario, "--replicates", "6", "--quiet", "--out", folder)
            cls.program("report", folder, "--quiet")
            cls.folders[name] = folder
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    @staticmethod
    def program(*arguments):
        subprocess.run([PROGRAM, *arguments], check=True, timeout=300)

    def opened(self, name, width=1000, mode="light", script=True):
        """A report in a window; what it asks of anywhere else is collected in `asked`."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=mode, java_script_enabled=script)
        self.addCleanup(context.close)
        page = context.new_page()
        self.asked = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto((self.folders[name] / "report.html").as_uri())
        return page

    def test_accessible(self):
        """No violations of axe-core's rules, in light and dark, on a phone and a screen"""
        for name in self.folders:
            for width in [400, 1000]:
                for mode in MODES:
                    with self.subTest(name=name, width=width, mode=mode):
                        found = Axe().run(self.opened(name, width, mode)).response["violations"]
                        told = [f"{rule['id']}: {node['html'][:200]}"
                                for rule in found for node in rule["nodes"]]
                        self.assertEqual(told, [])

    def test_contrast(self):
        """Colours of strategies have a contrast of 3 and more, text of 4.5, in both modes"""
        style = (self.folders["plain"] / "report.html").read_text().split("<style>")[1]
        modes = re.findall(r":root\{(--[^}]*)\}", style)
        self.assertGreaterEqual(len(modes), 2)
        for text in modes:
            colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{6})", text))
            series = [name for name in colours if re.fullmatch(r"s\d", name)]
            self.assertEqual(len(series), 6)
            for name in series:
                for ground in ["ground", "panel"]:
                    self.assertGreaterEqual(contrast(colours[name], colours[ground]), 3, name)
                self.assertGreaterEqual(contrast(colours[name], colours["on"]), 3, name)
            for name in ["ink", "muted", "accent"]:
                for ground in ["ground", "panel"]:
                    self.assertGreaterEqual(contrast(colours[name], colours[ground]), 4.5, name)

    def test_layout(self):
        """Nothing is cut, collides or makes the page wider than the window, at 400 to 1600 pixels"""
        for name in self.folders:
            for width in WIDTHS:
                for mode in MODES:
                    with self.subTest(name=name, width=width, mode=mode):
                        page = self.opened(name, width, mode)
                        self.assertLessEqual(
                            page.evaluate("document.documentElement.scrollWidth"), width)
                        self.assertEqual(page.evaluate(FAULTS), [])
                        picture = page.screenshot(
                            path=SHOTS / f"{name}-{width}-{mode}.png", full_page=True)
                        brightness = ImageStat.Stat(
                            Image.open(io.BytesIO(picture)).convert("L")).mean[0]
                        (self.assertGreater if mode == "light" else self.assertLess)(brightness, 128)

    def test_figures(self):
        """Every figure is drawn, with its table and its files beside it"""
        page = self.opened("many")
        figures = [link.get_attribute("href") for link in page.locator(".files a").all()]
        self.assertEqual(len(figures), 7 * 3)
        for link in figures:
            self.assertTrue((self.folders["many"] / link).stat().st_size > 100, link)
        for section in page.locator("section:has(figure)").all():
            self.assertGreater(section.locator("svg").count(), 0)
            self.assertGreater(section.locator("tbody tr").count(), 0)
        # One symbol a strategy in each panel of means, at the place of the mean.
        panels = page.locator("#ambitions .panels svg")
        self.assertEqual(panels.count(), 4)
        with open(self.folders["many"] / "figures/ambitions.csv") as file:
            rows = [row for row in csv.DictReader(file) if row["metric"] == "quality_realised"]
        marks = panels.nth(1).locator(".solid")
        self.assertEqual(marks.count(), len(rows))
        places = [box["x"] + box["width"] / 2 for box in (mark.bounding_box() for mark in marks.all())]
        order = sorted(range(len(rows)), key=lambda row: float(rows[row]["mean"]))
        self.assertEqual(order, sorted(range(len(rows)), key=places.__getitem__))

    def test_alone(self):
        """It needs no script, asks for nothing else, and its answer is that of compare"""
        page = self.opened("plain", script=False)
        self.assertEqual(self.asked, [(self.folders["plain"] / "report.html").as_uri()])
        answer = page.locator(".answer").inner_text()
        told = subprocess.run(
            [PROGRAM, "compare", self.folders["plain"]], check=True, text=True,
            stdout=subprocess.PIPE).stdout
        for metric in ["value_per_public_euro", "quality_realised", "democracy"]:
            verdict = re.search(rf"^{metric}\s+(.*)$", told, re.M)[1]
            leader = re.match(r"([\w-]+), (?:above|below) [\w-]+ by ([\d.]+)", verdict)
            if leader:
                self.assertRegex(answer, rf"(?i){leader[1]} leads on {metric.replace('_', ' ')} \({leader[2]} ")
            else:
                self.assertIn(f"{metric.replace('_', ' ')} ", answer)
                self.assertIn("too close to call", answer)

    def test_print(self):
        """It prints as PDF with all tables unfolded, also from dark mode"""
        pdf = self.folders["many"] / "report.pdf"
        subprocess.run([ROOT / "scripts/report/pdf", pdf.with_suffix(".html")], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        pages = pypdf.PdfReader(pdf).pages
        self.assertGreater(len(pages), 3)
        self.assertAlmostEqual(float(pages[0].mediabox.width), 595, delta=2)
        text = "\n".join(page.extract_text() for page in pages)
        for part in ["Which of many strategies", "What drives it", "SHA-256", "design: {sobol: 48}"]:
            self.assertIn(part, text)
        page = self.opened("many", mode="dark")
        scrolls = ("[...document.querySelectorAll('.table')]"
                   ".filter(table => table.scrollHeight > table.clientHeight + 1).length")
        self.assertGreater(page.evaluate(scrolls), 0)
        page.emulate_media(media="print", color_scheme="dark")
        self.assertEqual(
            page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
        self.assertEqual(page.evaluate(scrolls), 0)

    def test_vega_lite(self):
        """Vega-Lite draws every specification, with all strategies that have a place in it"""
        for name, folder in self.folders.items():
            for path in sorted((folder / "figures").glob("*.vl.json")):
                with self.subTest(figure=f"{name} {path.name}"):
                    specification = json.loads(path.read_text())
                    rows = specification["data"]["values"]
                    svg = vl_convert.vegalite_to_svg(specification, vl_version="5.20")
                    picture = Image.open(io.BytesIO(vl_convert.vegalite_to_png(
                        specification, vl_version="5.20"))).convert("L")
                    self.assertGreater(min(picture.size), 100)
                    self.assertGreater(ImageStat.Stat(picture).stddev[0], 5)
                    for row in rows:
                        if row.get("strategy") and row.get("openness", 0) is not None:
                            self.assertIn(row["strategy"], svg)
                    if path.name == "axes.vl.json":
                        known = [row for row in rows if row["openness"] is not None]
                        marks = svg.split('class="mark-symbol role-mark')[1].split("</g>")[0]
                        self.assertEqual(marks.count("<path"), len(known))
