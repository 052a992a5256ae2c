#!/bin/sh
# Installs a bundle and walks its demo in a browser, in a network namespace that has loopback alone,
# as a user with an empty home and an empty environment. As root, on Linux:
#   setup/bundle/try.sh dist/bundle/dropper-graph-VERSION-linux-x64.tar.gz
set -eu
archive=$(readlink -f "$1")
project=$(cd "$(dirname "$0")/../.." && pwd)
if [ "${2:-}" != inside ]; then exec unshare --net "$0" "$archive" inside; fi

ip link set lo up
work=$(mktemp -d)
chmod 755 "$work"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait || true; rm -rf "$work"' EXIT
tar -xzf "$archive" -C "$work"
bundle=$(echo "$work"/dropper-graph-*)
openssl pkey -pubin -in "$bundle/publisher.pem" -out "$work/publisher.pem"
"$bundle/install.sh" --prefix "$work/installed" --publisher "$work/publisher.pem"
mkdir "$work/home"
chown nobody "$work/home"
if getent hosts registry >/dev/null 2>&1; then echo "error: a name was found without a network" >&2; exit 1; fi
(
  cd /
  exec setpriv --reuid nobody --clear-groups \
    env -i HOME="$work/home" PATH=/usr/bin:/bin \
    "$work/installed/bin/dropper-graph" demo --data "$work/home/data" --port 0 --json \
    > "$work/told.json" 2> "$work/told"
) &
server=$!
second=0
until grep -q 'Ctrl-C stops it' "$work/told" 2>/dev/null; do
  second=$((second + 1))
  if [ $second -gt 900 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$work/told" >&2
    exit 1
  fi
  sleep 1
done
cat "$work/told"
cd "$project"
DROPPER_GRAPH_BUNDLE_DEMO="$work/told.json" node_modules/.bin/vitest run --project e2e tests/e2e/bundle.e2e.test.ts
