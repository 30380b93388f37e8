#!/bin/sh
# Asks a desk over the example articles whatever /openapi.json allows and forbids, and holds the answers against it.
# $1: the command; what follows goes to schemathesis. Needs Python 3, and the network once, for schemathesis itself.
set -eu
chancery=$(realpath "$1")
shift
here=$(realpath "$(dirname "$0")")
folder=$(mktemp -d)
desk=
trap 'test -z "$desk" || { kill "$desk"; wait "$desk"; }; rm -rf "$folder"' EXIT
tools=${SCHEMATHESIS_HOME:-${TMPDIR:-/tmp}/chancery-schemathesis}
test -x "$tools/bin/schemathesis" || {
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet schemathesis==4.32.5
}
"$chancery" ingest "$here/../../Examples/articles.jsonl" --archive "$folder/news.sqlite"
"$chancery" serve --archive "$folder/news.sqlite" --port 0 > "$folder/address" &
desk=$!
until grep -q http "$folder/address"; do
  kill -0 "$desk"
  sleep 0.1
done
# What schemathesis notes down goes with the folder.
cd "$folder"
address=$(sed 's/.* //' "$folder/address")
"$tools/bin/schemathesis" --config-file "$here/schemathesis.toml" run "$address/openapi.json" --checks all "$@"
