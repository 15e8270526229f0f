#!/bin/sh
# Builds the packaged client: a folder `itdesk` in OUT, whose program needs no Python on the computer.
#
#   installer/linux/build.sh [OUT]      OUT: build/linux of this project; PYTHON says which one builds
#
# It packs what the wheel holds, built aside: nothing is left in the source. Nothing is fetched.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
out=${1:-$root/build/linux}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/source"
(cd "$root" && cp -R src resources pyproject.toml setup.py README.md LICENSE "$work/source")
"$python" -m pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation --no-index \
    --wheel-dir "$work/wheel" "$work/source"
"$python" -m zipfile --extract "$work"/wheel/itdesk-*.whl "$work/site"
ITDESK_SITE=$work/site PYINSTALLER_CONFIG_DIR=$work/cache "$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath "$out" --workpath "$work/build" "$root/installer/linux/itdesk.spec"
"$python" "$root/installer/linux/licences.py" "$out/itdesk"
