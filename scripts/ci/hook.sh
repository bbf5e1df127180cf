#!/usr/bin/env bash
# The pre-commit hook: builds the command line in pre-commit's own clone the first time, then scans the repository that is committed to.
set -euo pipefail
tool=$(cd "$(dirname "$0")/../.." && pwd)
if [ ! -f "$tool/dist/cli.js" ]; then
  (cd "$tool" && npm ci --no-audit --no-fund && npm run --silent build) >&2
fi
exec node "$tool/dist/cli.js" scan . --fail-on warning "$@"
