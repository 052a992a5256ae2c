#!/bin/sh
# Installs this bundle; nothing is fetched from anywhere.
#   as root:       ./install.sh [--publisher FILE.pem]                 for the machine, as a service
#   as anybody:    ./install.sh --prefix DIR [--publisher FILE.pem]    into DIR, without a service
# --publisher: the key you were given before, on another way than this archive; the signature of the
# checksums is then held against it. --no-start: the service is installed and not started.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$(basename "$here")
prefix=
publisher=
start=yes

fail() {
  echo "error: $1" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case "$1" in
    --prefix | --publisher)
      [ $# -ge 2 ] || fail "$1 needs a value."
      if [ "$1" = --prefix ]; then prefix=$2; else publisher=$2; fi
      shift 2
      ;;
    --no-start)
      start=no
      shift
      ;;
    *) fail "unknown option $1. Known: --prefix DIR, --publisher FILE.pem, --no-start." ;;
  esac
done

check() {
  cd "$here"
  if [ -n "$publisher" ]; then
    command -v openssl >/dev/null || fail "openssl is needed to check the signature. Install it, or leave --publisher out."
    [ -f checksums.sha256.sig ] || fail "this bundle is not signed (checksums.sha256.sig is missing)."
    openssl pkeyutl -verify -pubin -inkey "$publisher" -rawin -in checksums.sha256 \
      -sigfile checksums.sha256.sig >/dev/null 2>&1 ||
      fail "the checksums are not signed by the key in $publisher. Do not install this bundle."
    echo "Signed by the key in $publisher."
  else
    echo "The signature was not checked: say --publisher FILE.pem to check it."
  fi
  sha256sum --check --quiet --strict checksums.sha256 ||
    fail "a file of the bundle is not the one that was packed. Fetch the archive again."
  # A file that nobody listed would be installed with the others.
  extra=$(find . -type f ! -name checksums.sha256 ! -name checksums.sha256.sig ! -path ./publisher.pem \
    | sed 's|^\./||' | sort | while read -r file; do
      grep -qF "  $file" checksums.sha256 || echo "$file"
    done | head -n 1)
  [ -z "$extra" ] || fail "$extra is not in checksums.sha256. Fetch the archive again."
  echo "All files are the ones that were packed."
  "$here/node/bin/node" --version >/dev/null 2>&1 ||
    fail "the program does not run on this machine ($(uname -sm)). The bundle is for 64-bit Debian 11, Ubuntu 22.04 or newer."
}

# Copied beside and renamed: a half-copied program is never started.
place() {
  target=$1
  [ ! -e "$target" ] || fail "$target is there already. Remove it first, or install another version."
  mkdir -p "$(dirname "$target")"
  rm -rf "$target.part"
  cp -R "$here" "$target.part"
  chmod -R u=rwX,go=rX "$target.part"
  mv "$target.part" "$target"
}

for_one_user() {
  check
  place "$prefix"
  echo "Installed in $prefix. Try it: $prefix/bin/dropper-graph demo"
}

for_the_machine() {
  [ "$(id -u)" = 0 ] || fail "as a service it is installed by root. Without a service: --prefix DIR."
  check
  target=/opt/$name
  data=/var/lib/dropper-graph
  place "$target"
  [ "$(id -u dropper-graph 2>/dev/null || true)" ] ||
    useradd --system --home-dir "$data" --shell /usr/sbin/nologin dropper-graph
  for folder in "$data" /var/backups/dropper-graph /var/cache/dropper-graph; do
    mkdir -p "$folder"
    chown dropper-graph: "$folder"
    chmod 700 "$folder"
  done
  service=no
  [ -d /run/systemd/system ] && service=yes
  [ "$service" = no ] || systemctl stop dropper-graph 2>/dev/null || true
  backup_before "$data"
  ln -sfn "$target" /opt/dropper-graph
  ln -sfn /opt/dropper-graph/bin/dropper-graph /usr/local/bin/dropper-graph
  if [ -d /etc/systemd/system ]; then
    sed 's|^ExecStart=[^ ]* setup/run-compiled.mjs|ExecStart=/opt/dropper-graph/bin/dropper-graph|' \
      "$target/app/setup/systemd/dropper-graph.service" > /etc/systemd/system/dropper-graph.service
  fi
  echo "Installed in $target."
  if [ "$service" = yes ] && [ "$start" = yes ]; then
    systemctl daemon-reload
    systemctl enable --now dropper-graph
    echo "The service runs. The first start prints the one-time password of admin: journalctl -u dropper-graph"
  else
    echo "systemd does not run here, or --no-start was said. Start it as its own user with:"
    echo "  runuser -u dropper-graph -- env XDG_CACHE_HOME=/var/cache/dropper-graph dropper-graph serve --data $data"
  fi
}

# A newer version changes the database at its first start, so what was there is kept before.
backup_before() {
  [ -e /opt/dropper-graph ] && [ -d "$1/neo4j" ] || return 0
  if [ -f "$1/backup-recipients.txt" ]; then
    echo "Making a backup before the change …"
    runuser -u dropper-graph -- env XDG_CACHE_HOME=/var/cache/dropper-graph \
      /opt/dropper-graph/bin/dropper-graph backup --to /var/backups/dropper-graph --data "$1" ||
      fail "the backup failed; nothing was changed. The former version is still the one in use."
  else
    fail "there is data in $1 and no key for backups. Make one with the version in use (dropper-graph backup-key), then install again."
  fi
}

if [ -n "$prefix" ]; then for_one_user; else for_the_machine; fi
