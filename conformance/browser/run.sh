#!/usr/bin/env bash
# Drives MLflow's own web page in a headless Chromium, against a server that serves it (./runstream up --mlflow-ui DIR).
#   run.sh --prepare                         make the Python environment and print where it is; MLflow's page is in it
#   run.sh BASE_URL [pytest arguments...]
# RUNSTREAM_CONFORMANCE_VENV: the virtual environment to use (default: conformance/target/venv; created if absent).
# RUNSTREAM_CHROMIUM: the browser (default: a Chromium or Chrome on the PATH).
# Exits with 77 when there is no Python that can run the scripts, or no browser.
set -euo pipefail

if [ $# -lt 1 ] || [ "$1" = "--help" ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0"
  exit 2
fi

here=$(cd "$(dirname "$0")" && pwd)
venv=${RUNSTREAM_CONFORMANCE_VENV:-$here/../target/venv}
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "Python 3.10 or newer is needed to drive the browser (found: $("$python" --version 2>&1 || echo none))." >&2
  exit 77
fi

stamp=$venv/.browser-requirements
if ! cat "$here/../python/requirements.txt" "$here/requirements.txt" | cmp -s - "$stamp"; then
  echo "Preparing the Python environment in $venv (the first time takes a few minutes)" >&2
  [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" >&2
  cat "$here/../python/requirements.txt" "$here/requirements.txt" >"$stamp"
fi
venv=$(cd "$venv" && pwd)

if [ "$1" = "--prepare" ]; then
  echo "$venv"
  exit
fi
base_url=${1%/}
shift

# What the caller's shell says about MLflow must not leak into the tests.
for name in $(compgen -e | grep '^MLFLOW_' || true); do
  unset "$name"
done
export MLFLOW_TRACKING_URI=$base_url
export MLFLOW_DISABLE_TELEMETRY=true
export GIT_PYTHON_REFRESH=quiet
export PYTHONDONTWRITEBYTECODE=1
export RUNSTREAM_SCREENSHOTS=${RUNSTREAM_SCREENSHOTS:-$here/../target/screenshots}

cd "$here"
exec "$venv/bin/python" -m pytest -p no:cacheprovider "$@"
