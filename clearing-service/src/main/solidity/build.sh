#!/bin/sh
# Compiles Stromkonto.sol with the solc of node_modules and writes its ABI and bytecode.
# Usage: build.sh [OUTPUT_FOLDER]   (default: the committed files in ../resources/contracts)
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../../.." && pwd)
out=${1:-$here/../resources/contracts}
mkdir -p "$out"
exec node "$here/compile.cjs" "$root/node_modules" "$here" "$out"
