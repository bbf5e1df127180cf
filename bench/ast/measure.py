"""Runs a command and prints its wall time and the largest resident memory of it or of one of its children, as JSON."""
import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
seconds = time.perf_counter() - start
if done.returncode != 0:
    sys.exit(f'{sys.argv[1:]} ended with {done.returncode}: {done.stderr[-2000:].decode(errors="replace")}')
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({'seconds': seconds, 'megabytes': usage.ru_maxrss / 1024}))
