#!/bin/sh
# A private PC/SC service with virtual readers, in namespaces of its own: no root, no network, nothing of the machine's
# own PC/SC, as many side by side as one likes. Linux only, so a shell script is no burden to Windows.
#
#   unshare --map-root-user --mount --net sh scripts/pcsc-namespace.sh [COMMAND …]
#
# With a command: runs it and ends with its exit code. Without: says "ready" and lives until its input ends, so that it
# cannot outlive whoever started it.
set -eu

mount -t tmpfs -o mode=755 tmpfs /run
mkdir /run/pcscd
ip link set lo up

pcscd --foreground >&2 &
service=$!
stop() {
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
}
trap stop EXIT
trap 'exit 143' TERM INT

# vpcd listens on ports 35963 and 35964: 8C7B and 8C7C.
tries=0
until [ -S /run/pcscd/pcscd.comm ] && grep -q ':8C7C .* 0A ' /proc/net/tcp /proc/net/tcp6 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ] || ! kill -0 "$service" 2>/dev/null; then
    echo "the private PC/SC service did not start" >&2
    exit 70
  fi
  sleep 0.05
done

if [ $# -eq 0 ]; then
  echo ready
  cat >/dev/null
else
  code=0
  "$@" || code=$?
  exit "$code"
fi
