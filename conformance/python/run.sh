#!/usr/bin/env bash
# Runs the official Python client's scripts against a running server.
#   run.sh BASE_URL [pytest arguments...]
# RUNSTREAM_CONFORMANCE_VENV: the virtual environment to use (default: conformance/target/venv; created if absent).
# MLFLOW_REFERENCE=1: BASE_URL is MLflow's own server; tests of deliberate deviations are skipped.
set -euo pipefail

if [ $# -lt 1 ] || [ "$1" = "--help" ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0"
  exit 2
fi
base_url=${1%/}
shift

here=$(cd "$(dirname "$0")" && pwd)
venv=${RUNSTREAM_CONFORMANCE_VENV:-$here/../target/venv}
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "Python 3.10 or newer is needed for the conformance scripts (found: $("$python" --version 2>&1 || echo none))." >&2
  exit 77
fi

stamp=$venv/.requirements
if ! cmp -s "$here/requirements.txt" "$stamp"; then
  echo "Preparing the Python environment in $venv (the first time takes a few minutes)" >&2
  [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$stamp"
fi

# What the caller's shell says about MLflow must not leak into the tests.
for name in $(compgen -e | grep '^MLFLOW_' | grep -v '^MLFLOW_REFERENCE$' || true); do
  unset "$name"
done
export MLFLOW_TRACKING_URI=$base_url
export MLFLOW_DISABLE_TELEMETRY=true
export GIT_PYTHON_REFRESH=quiet
export PYTHONDONTWRITEBYTECODE=1
export PATH="$(cd "$venv/bin" && pwd):$PATH"

cd "$here"
exec python -m pytest -p no:cacheprovider "$@"
