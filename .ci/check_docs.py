#!/usr/bin/env python3
"""Every relative link of the Markdown pages leads somewhere, and every job the README names exists."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
faults = []
tracked = subprocess.run(["git", "ls-files", "*.md"], cwd=root, capture_output=True, text=True, check=True).stdout.split()
for name in tracked:
    page = root / name
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")) and not (page.parent / target).exists():
            faults.append(f"{name}: no such page {target}")

listed = set(re.findall(r"^\| \[`([a-z-]+)`\]", (root / "docs/jobs.md").read_text(encoding="utf-8"), re.M))
for job in re.findall(r"^\./chargelake ([a-z-]+)", (root / "README.md").read_text(encoding="utf-8"), re.M):
    if job not in listed | {"docs"}:
        faults.append(f"README.md: no such job {job}")

print("\n".join(faults) or f"docs: links of {len(tracked)} pages and the README's jobs are right")
sys.exit(1 if faults else 0)
