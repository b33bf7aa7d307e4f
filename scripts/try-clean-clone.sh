#!/usr/bin/env bash
# Tries what a stranger would: an empty folder, a clone, npm ci, npm start; then two ways of stopping it.
# Prints how long each step took. Usage: scripts/try-clean-clone.sh [port]
set -euo pipefail
source_repository="$(cd "$(dirname "$0")/.." && pwd)"
port="${1:-3999}"
work="$(mktemp -d)"
clone="$work/zhuqi"
log="$work/start.log"
program=
chmod 711 "$work" # as root the embedded PostgreSQL runs under another account, which must pass through

now() { date +%s%N; }
step() { printf '%-44s %7.1f s\n' "$1" "$(awk -v a="$2" -v b="$(now)" 'BEGIN { print (b - a) / 1e9 }')"; }
fail() {
  echo "FAILED: $1" >&2
  [ -f "$log" ] && tail -n 40 "$log" >&2
  exit 1
}

# Only servers of this clone count (its binaries or its data): others of the machine are none of our business.
servers() {
  local pid
  for pid in $(pgrep -x postgres || true); do
    case "$(readlink "/proc/$pid/exe" "/proc/$pid/cwd" 2>/dev/null || true)" in
      *"$clone/"*) echo "$pid" ;;
    esac
  done
}

cleanup() {
  if [ -n "$program" ]; then kill -KILL "$program" 2>/dev/null || true; fi
  for pid in $(servers); do kill -QUIT "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT

# `npm start` in the background: `program` is npm, whose child is the server itself.
start() {
  (cd "$clone" && PORT="$port" exec npm start --silent </dev/null >"$log" 2>&1) &
  program=$!
}

await_ready() {
  local deadline=$((SECONDS + 180))
  until curl --silent --fail --max-time 2 --output /dev/null "http://127.0.0.1:$port/health/ready"; do
    kill -0 "$program" 2>/dev/null || fail 'npm start ended before it was ready'
    [ "$SECONDS" -lt "$deadline" ] || fail 'not ready within 180 s'
    sleep 0.2
  done
  # A trial that cannot see the database could not see an orphan either.
  [ -n "$(servers)" ] || fail 'ready, but no postgres of this clone is to be seen'
}

# The start script is an exec, so the child of npm is node: the signal goes to the program itself.
server() { pgrep -f -P "$program" 'standalone/src/main' || fail 'npm has no child that is the server'; }

await_gone() {
  local deadline=$((SECONDS + $1))
  while kill -0 "$program" 2>/dev/null || [ -n "$(servers)" ]; do
    [ "$SECONDS" -lt "$deadline" ] || fail "still running $1 s after $2: program $program, postgres $(servers | tr '\n' ' ')"
    sleep 0.1
  done
  wait "$program" 2>/dev/null && code=0 || code=$?
  program=
}

began="$(now)"
git clone --quiet "$source_repository" "$clone"
step 'git clone' "$began"

began="$(now)"
(cd "$clone" && npm ci --loglevel=error --no-audit --no-fund </dev/null)
step 'npm ci' "$began"

began="$(now)"
start
await_ready
step 'first npm start, until ready' "$began"

began="$(now)"
kill -TERM "$(server)"
await_gone 30 SIGTERM
[ "$code" -eq 0 ] || fail "SIGTERM gave exit code $code"
step 'SIGTERM, until everything is gone (exit 0)' "$began"

began="$(now)"
start
await_ready
step 'second npm start, until ready' "$began"

began="$(now)"
kill -KILL "$(server)"
await_gone 30 'kill -9'
step 'kill -9, until no postgres is left' "$began"

began="$(now)"
start
await_ready
step 'start after kill -9, until ready' "$began"
kill -TERM "$(server)"
await_gone 30 SIGTERM
echo 'No orphan was left behind.'
