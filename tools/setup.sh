# Sourced by ./run and ./test with $here set: makes .venv hold exactly what a lock file lists.
# Quick when nothing has changed: it compares one checksum.

# ready LOCK: tell whether .venv holds what LOCK lists.
ready() { [ "$(cat "$here/.venv/.ready" 2>/dev/null)" = "$(wanted "$1")" ]; }

wanted() { echo "$1 $(cat "$here/$1" "$here/pyproject.toml" "$here/tools/setup.sh" "$here/tools/front" "$here"/front/*.* \
    "$here/tools/translations" "$here"/src/fingerpost/web/site/locale/*/LC_MESSAGES/*.po | cksum)"; }

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 \
            && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Fingerpost needs Python 3.11 or later, and found none. Install it, then try again." >&2
    exit 1
}

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        command -v uv
        return
    fi
    if [ ! -x "$here/.tools/bin/uv" ]; then
        echo "Setting up: fetching uv, which installs the rest ..." >&2
        "$1" -m pip install --quiet --root-user-action ignore --target "$here/.tools" uv >&2 || {
            echo "uv could not be installed by pip. Check the network, or install uv yourself, then try again." >&2
            exit 1
        }
    fi
    echo "$here/.tools/bin/uv"
}

# set_up LOCK
set_up() {
    python=$(find_python)
    uv=$(find_uv "$python")
    echo "Setting up the environment in .venv (the first time takes a minute or two) ..." >&2
    rm -f "$here/.venv/.ready"
    [ -x "$here/.venv/bin/python" ] || "$uv" venv --quiet --allow-existing --python "$python" "$here/.venv" >&2
    VIRTUAL_ENV="$here/.venv" "$uv" pip sync --quiet --compile-bytecode --require-hashes "$here/$1" >&2
    VIRTUAL_ENV="$here/.venv" "$uv" pip install --quiet --no-deps --no-build-isolation --editable "$here" >&2
    PATH="$PATH:$here/.tools/bin" "$here/.venv/bin/python" "$here/tools/front" || true
    "$here/.venv/bin/python" -m compileall -q "$here/src"  # where PYTHONDONTWRITEBYTECODE is set, nothing else would
    wanted "$1" > "$here/.venv/.ready"
}
