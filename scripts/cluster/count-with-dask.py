"""count-with-dask.py SCHEDULER SCRIPT OUTPUT_FOLDER FILE…: one task per file. Prints "done N" after each."""
import os
import subprocess
import sys

from distributed import Client, as_completed

scheduler, script, folder, *files = sys.argv[1:]


def count(file):
    subprocess.run([script, file, os.path.join(folder, os.path.basename(file))], check=True)


if __name__ == "__main__":
    client = Client(scheduler)
    # A task of a worker that dies is given to another one.
    futures = client.map(count, files, retries=3)
    for done, future in enumerate(as_completed(futures), 1):
        future.result()
        print(f"done {done}", flush=True)
    client.close()
