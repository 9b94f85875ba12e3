#!/usr/bin/env bash
# Runs the official clients' scripts, Python's and Java's, against a running server.
#   run.sh BASE_URL
# python/run.sh takes arguments for pytest and names the settings. Exits with 77 when there is no Python that can run
# the scripts (the Java client needs it too: it logs artifacts through MLflow's command line).
set -uo pipefail

if [ $# -ne 1 ] || [ "$1" = "--help" ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0"
  exit 2
fi
base_url=${1%/}
here=$(cd "$(dirname "$0")" && pwd)
venv=${RUNSTREAM_CONFORMANCE_VENV:-$here/target/venv}

"$here/python/run.sh" "$base_url"
status=$?
[ "$status" -ne 77 ] || exit 77

PATH="$venv/bin:$PATH" "$here/../mvnw" -B -q -ntp -f "$here/pom.xml" test \
  -Dconformance.skip=false -Dconformance.url="$base_url" || status=1
exit "$status"
