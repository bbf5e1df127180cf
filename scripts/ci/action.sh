#!/usr/bin/env bash
# The step of action.yml. It reads PTM_LENS (the path of dist/cli.js), SCAN_PATH, FAIL_ON, POLICY, BASELINE, REPORTS and SUMMARY, and
# writes to the files that GITHUB_OUTPUT and GITHUB_STEP_SUMMARY name. Values come by the environment: none is read as code.
set -euo pipefail

mkdir -p "$REPORTS"
args=(scan "$SCAN_PATH")
for report in ptm-lens.sarif ptm-lens.cdx.json ptm-lens.json ptm-lens.md; do
  args+=(--output "$REPORTS/$report")
done
if [ -n "${FAIL_ON:-}" ]; then args+=(--fail-on "$FAIL_ON"); fi
if [ -n "${POLICY:-}" ]; then args+=(--policy "$POLICY"); fi
if [ -n "${BASELINE:-}" ]; then args+=(--baseline "$BASELINE"); fi

status=0
node "$PTM_LENS" "${args[@]}" || status=$?
# 1 is findings, of which the reports tell; anything else made none.
if [ "$status" -gt 1 ]; then exit "$status"; fi

findings=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).findings.length' "$REPORTS/ptm-lens.json")
{
  echo "sarif=$REPORTS/ptm-lens.sarif"
  echo "bom=$REPORTS/ptm-lens.cdx.json"
  echo "json=$REPORTS/ptm-lens.json"
  echo "findings=$findings"
} >> "$GITHUB_OUTPUT"
if [ "${SUMMARY:-true}" = true ]; then cat "$REPORTS/ptm-lens.md" >> "$GITHUB_STEP_SUMMARY"; fi
exit "$status"
