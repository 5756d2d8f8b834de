#!/bin/sh
# Detent from a checkout, which is built the first time: for what brings a repository along, and neither installs nor builds it.
home=$(cd "$(dirname "$0")/.." && pwd) || exit 2
if [ ! -f "$home/dist/cli.js" ]; then
  echo 'detent: building, once' >&2
  (cd "$home" && npm run build) >&2 || exit 2
fi
exec node "$home/dist/cli.js" "$@"
