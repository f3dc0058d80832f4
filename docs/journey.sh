#!/usr/bin/env bash
# Runs the journey of README.md, line by line as it stands there, against the platform that ./run has started.
# Ends with 1 at the first command that fails. Can be run again: every run makes a programme of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

journey=$(sed -n '/^<!-- journey/,/^<!-- end of the journey/p' README.md | sed -n '/^```bash$/,/^```$/p' | grep -v '^```')
[ -n "$journey" ] || { echo "README.md has no journey" >&2; exit 1; }

eval "$journey"
grep -q '"state":"accepted"' <<<"$answer" || { echo "The application was not accepted" >&2; exit 1; }
echo "The whole journey works."
