#!/usr/bin/env python3
"""The test runners' own figures: of both modules from Surefire's reports, of the browser from pytest's."""
import pathlib
import sys
import xml.etree.ElementTree as tree

root = pathlib.Path(__file__).resolve().parent.parent
total = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
for report in root.glob("*/target/surefire-reports/TEST-*.xml"):
    for suite in tree.parse(report).getroot().iter("testsuite"):
        for name in total:
            total[name] += int(suite.get(name))
print("Tests run: {tests}, Failures: {failures}, Errors: {errors}, Skipped: {skipped}".format(**total))
failed = total["failures"] + total["errors"]
print(f"{total['tests'] - failed - total['skipped']} passed, {failed} failed")
sys.exit(1 if failed or not total["tests"] else 0)
