"""Runs a command; prints its wall and processor time and the largest resident memory of it or of a child, as JSON."""
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
cpu = usage.ru_utime + usage.ru_stime
print(json.dumps({'seconds': seconds, 'cpu': cpu, 'megabytes': usage.ru_maxrss / 1024}))
