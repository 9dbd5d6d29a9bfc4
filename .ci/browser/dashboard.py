"""A dashboard to look at, a browser to look with, and the same figures by ./chargelake sql."""
import contextlib
import csv
import io
import os
import pathlib
import re
import subprocess
import threading

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAKE = os.environ["CHARGELAKE_LAKE"]
COMMAND = os.environ.get("CHARGELAKE", str(ROOT / "chargelake"))
PAGES = ("network", "occupancy", "vehicles", "fleet", "data")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def chargelake(*arguments):
    """The output of a job; one that fails shows its words."""
    job = subprocess.run([COMMAND, *arguments, "--lake", LAKE], capture_output=True, text=True)
    if job.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {job.stderr[-2000:]}")
    return job.stdout


def sql(query):
    """Rows as dictionaries of texts."""
    return list(csv.DictReader(io.StringIO(chargelake("sql", query, "--csv"))))


@contextlib.contextmanager
def served():
    """The address of a dashboard on a free port."""
    server = subprocess.Popen(
        [COMMAND, "dashboard", "--lake", LAKE, "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    words = []
    try:
        for line in server.stderr:
            words.append(line)
            found = re.search(r"http://[^/\s]+/", line)
            if found:
                threading.Thread(target=server.stderr.read, daemon=True).start()
                yield found.group()
                return
        raise RuntimeError("the dashboard did not start: " + "".join(words)[-2000:])
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


def settle(page):
    """Waits until every figure shows something and charts stand still."""
    page.wait_for_selector("main h1")
    page.wait_for_function("() => document.querySelectorAll('[data-figure]').length && !document.querySelector('[aria-busy=true], .skeleton')")
    page.wait_for_timeout(300)


def show(page, address, name, query=""):
    page.goto(f"{address}#/{name}{query}")
    settle(page)
