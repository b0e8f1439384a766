#!/usr/bin/env bash
# First step of the action: find or install medlint, and tell the next step where it is.
set -euo pipefail

fail() {
  echo "::error title=medlint::$1"
  exit 2
}

if [ "$MEDLINT_VERSION" = installed ]; then
  program=$(command -v medlint) || fail "version is 'installed', but there is no medlint on the search path; install it in a step before"
else
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or later is needed; put actions/setup-python before this step"
  wanted=$GITHUB_ACTION_PATH
  [ -z "$MEDLINT_VERSION" ] || wanted="medlint==$MEDLINT_VERSION"
  folder=$(mktemp -d "$RUNNER_TEMP/medlint.XXXXXX")
  python3 -m venv "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$wanted" ||
    fail "$wanted could not be installed"
  program=$folder/bin/medlint
fi

"$program" --version
echo "program=$program" >> "$GITHUB_OUTPUT"
