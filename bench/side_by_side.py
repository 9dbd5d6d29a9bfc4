"""What benchmarks share: programs that run by turns, are compared by what they wrote, and measured as whole processes."""
import os
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.join(os.path.dirname(HERE), "chargelake")


def python_with(*peers):
    """A Python of our own that has the peers."""
    venv = os.path.join(HERE, ".venv")
    python = os.path.join(venv, "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *peers], check=True)
    return python


def timed(command, environment):
    began = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **environment})
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"{' '.join(command)} ended with {status}:\n{output}")
    return time.time() - began, usage.ru_maxrss / 1024 / 1024


def fingerprints(python, columns, folder):
    """Rows and a hash of all columns of each table, whatever the order of rows."""
    code = f"""
import duckdb, os
c = duckdb.connect()
c.execute("set TimeZone='UTC'; set threads=2; set memory_limit='8GB'")
for table, columns in {columns!r}.items():
    path = os.path.join({folder!r}, table)
    files = path + '.parquet' if os.path.exists(path + '.parquet') else path + ('/*/*.parquet' if os.path.exists(path + '/_delta_log') else '/*.parquet')
    print(table, *c.execute(f"select count(*), sum(hash({{columns}})::hugeint) from read_parquet('{{files}}', hive_partitioning=false)").fetchone())
"""
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout


def clear(folder):
    shutil.rmtree(folder, ignore_errors=True)


def by_turns(programs, runs, python, columns):
    """Runs the programs by turns and prints what each took; ours comes first.

    programs: by name the command, its environment, the folder it writes to, and what makes that folder ready
    """
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    seconds, memory = {name: [] for name in programs}, {name: [] for name in programs}
    for turn in range(runs):
        for name, (command, environment, folder, prepare) in programs.items():
            prepare(folder)
            took, peak = timed(command, environment)
            seconds[name].append(took)
            memory[name].append(peak)
            print(f"turn {turn + 1}  {name:10}  {took:6.1f} s  {peak:4.1f} GB", flush=True)
        if turn == 0:
            found = {name: fingerprints(python, columns, program[2]) for name, program in programs.items()}
            if len(set(found.values())) > 1:
                sys.exit("the results differ:\n" + "\n".join(f"{name}\n{text}" for name, text in found.items()))
            print("all wrote the same rows:\n" + next(iter(found.values())), flush=True)
    median = {name: statistics.median(took) for name, took in seconds.items()}
    best = min(list(median.values())[1:])
    print(f"\n{'':10}  median s  peak GB  ratio to the better peer")
    for name in programs:
        print(f"{name:10}  {median[name]:8.1f}  {max(memory[name]):7.1f}  {median[name] / best:5.2f}")
