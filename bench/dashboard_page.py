"""A live page left open: CHARGELAKE_LAKE=./lake python bench/dashboard_page.py [MINUTES]   (default 30; 480 are 8 hours)

The fleet's clock steps on every two seconds, every half minute another fleet is asked for. Each minute: what the page holds after its
rubbish is gone, and what the server does. Needs what .ci/browser/requirements.txt names, Chromium, and a lake such as a demo leaves.
"""
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / ".ci" / "browser"))
import dashboard  # noqa: E402

MEGA = 1e6


def resident(address):
    """Megabytes of the process that listens there."""
    port = re.search(r":(\d+)/", address).group(1)
    listening = subprocess.run(["ss", "-ltnpH", f"sport = :{port}"], capture_output=True, text=True, check=True).stdout
    status = pathlib.Path(f"/proc/{re.search(r'pid=([0-9]+)', listening).group(1)}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1000


def held(client):
    """Megabytes and nodes the page keeps."""
    client.send("HeapProfiler.collectGarbage")
    metrics = {metric["name"]: metric["value"] for metric in client.send("Performance.getMetrics")["metrics"]}
    return metrics["JSHeapUsedSize"] / MEGA, int(metrics["Nodes"]), int(metrics["JSEventListeners"])


def main(minutes):
    with dashboard.served() as address, dashboard.browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        faults = []
        page.on("pageerror", lambda error: faults.append(error.message))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.goto(f"{address}#/fleet?vehicles=500")
        page.locator("main canvas, main svg").first.wait_for()
        page.get_by_role("button", name="Stop the day").wait_for()  # it starts by itself
        client = page.context.new_cdp_session(page)
        client.send("Performance.enable")
        begun = time.monotonic()
        for minute in range(minutes + 1):
            heap, nodes, listeners = held(client)
            print(f"{minute} min: page {heap:.1f} MB, {nodes} nodes, {listeners} listeners; server {resident(address):.0f} MB; faults {len(faults)}", flush=True)
            for half in range(2):
                page.evaluate(f"window.location.hash = '#/fleet?vehicles={200 + 100 * (minute % 10)}&seed={2 * minute + half}'")
                page.wait_for_timeout(max(0, (begun + 60 * minute + 30 * (half + 1) - time.monotonic()) * 1000))
        return faults


if __name__ == "__main__":
    found = main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
    sys.exit(f"faults: {found[:5]}" if found else 0)
