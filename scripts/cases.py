"""Runs the unittest cases of a folder, a line for each, and counts them at the end.

    python scripts/cases.py FOLDER [WORD]     only the cases whose name holds WORD
"""

import signal
import sys
import time
import traceback
import unittest


class Lines(unittest.TestResult):
    """A line for each case: what it shows, how long it took, and why it failed."""

    passed = 0

    def startTest(self, test):
        super().startTest(test)
        self.started = time.monotonic()

    def line(self, test, outcome):
        what = test.shortDescription() or test.id()
        print(f"{outcome:7} {time.monotonic() - self.started:5.1f} s  {what}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1
        self.line(test, "ok")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line(test, "skipped")
        print(f"        {reason}")

    def addFailure(self, test, fault):
        super().addFailure(test, fault)
        self.fault(test, fault)

    def addError(self, test, fault):
        super().addError(test, fault)
        self.fault(test, fault)

    def addSubTest(self, test, part, fault):
        super().addSubTest(test, part, fault)
        if fault is not None:
            self.fault(part, fault)

    def fault(self, test, fault):
        if not hasattr(self, "started"):
            self.started = time.monotonic()
        self.line(test, "FAILED")
        text = "".join(traceback.format_exception(*fault))
        print("".join(f"        {line}\n" for line in text.splitlines()), end="", flush=True)


def cases(suite, word):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases(item, word)
        elif word in item.id():
            yield item


if __name__ == "__main__":
    # So that what was started is stopped and cleared away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder, word = (sys.argv[1:] + [""])[:2]
    found = unittest.TestSuite(cases(unittest.defaultTestLoader.discover(folder), word))
    result = Lines()
    found.run(result)
    faults = len(result.failures) + len(result.errors)
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"{result.passed} passed, {faults} failed{skipped}")
    sys.exit(faults > 0 or result.passed == 0)
