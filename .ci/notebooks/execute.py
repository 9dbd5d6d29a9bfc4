"""Executes every notebook on a lake: each must run through, print a finding and draw a picture, and be stored without outputs."""
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "notebooks"


def check(file):
    """The finding of a notebook; its faults as an exception."""
    notebook = nbformat.read(file, as_version=4)
    stored = [cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
    if stored:
        raise AssertionError(f"{len(stored)} cells are stored with outputs")
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    if sum("image/png" in output.get("data", {}) for output in outputs) != 1:
        raise AssertionError("it has not one picture")
    said = "".join(output.get("text", "") for output in notebook.cells[-1].outputs if output.output_type == "stream").strip()
    if not said:
        raise AssertionError("it says no finding")
    keep(file, notebook)
    return said


def keep(file, notebook):
    """A copy with outputs, where one was asked for (the first argument)."""
    if len(sys.argv) > 1:
        nbformat.write(notebook, pathlib.Path(sys.argv[1]) / file.name)


def main():
    failed = 0
    files = sorted(FOLDER.glob("*.ipynb"))
    for file in files:
        try:
            print(f"{file.name}: {check(file)}", flush=True)
        except Exception as fault:  # one that fails must not hide the others
            failed += 1
            print(f"{file.name}: FAILED {str(fault)[-1500:]}", flush=True)
    print(f"notebooks: {len(files) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not files else 0)


if __name__ == "__main__":
    main()
