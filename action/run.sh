#!/usr/bin/env bash
# Second step of the action: check, leave a SARIF file and the summary of the job, end as medlint ends.
set -euo pipefail

folder=$(mktemp -d "$RUNNER_TEMP/medlint-report.XXXXXX")
sarif=$folder/medlint.sarif
summary=$folder/summary.md

set -- check "--format=sarif:$sarif"
has_summary=no
while IFS= read -r format; do
  [ -z "$format" ] || set -- "$@" "--format=$format"
  [ "$format" != github ] || has_summary=yes # that format writes it
done <<< "$MEDLINT_FORMAT"
[ "$has_summary" = yes ] || set -- "$@" "--format=markdown:$summary"

[ -z "$MEDLINT_FAIL_ON" ] || set -- "$@" "--fail-on=$MEDLINT_FAIL_ON"

reference=$MEDLINT_DIFF
[ "$reference" != auto ] || reference=${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF}
[ -z "$reference" ] || set -- "$@" "--diff=$reference"

set -- "$@" --
while IFS= read -r path; do
  [ -z "$path" ] || set -- "$@" "$path"
done <<< "$MEDLINT_PATHS"

status=0
"$MEDLINT_PROGRAM" "$@" || status=$?

[ ! -f "$summary" ] || cat "$summary" >> "$GITHUB_STEP_SUMMARY"
[ ! -f "$sarif" ] || echo "sarif=$sarif" >> "$GITHUB_OUTPUT"
echo "exit-code=$status" >> "$GITHUB_OUTPUT"
[ "$status" -lt 2 ] || echo "::error title=medlint::Something could not be done; the log of this step says what"
exit "$status"
