# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the shell tests here: results as TAP, and a scratch folder that goes with the test.
# shellcheck shell=bash
set -u
export LC_ALL=C.UTF-8
n_tests=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# result STATUS NAME [DETAIL]: one test; DETAIL is shown where it failed.
result() {
  n_tests=$((n_tests + 1))
  if [ "$1" -eq 0 ]; then
    printf 'ok %d %s\n' "$n_tests" "$2"
  else
    printf 'not ok %d %s\n' "$n_tests" "$2"
    [ -z "${3-}" ] || printf '%s\n' "$3" | sed 's/^/# /' >&2   # meson shows what stands there
  fi
}

# silent NAME OUTPUT: passes where a check found nothing.
silent() { [ -z "$2" ]; result $? "$1" "$2"; }

# names NAME PATTERN OUTPUT: passes where a check found what it had to find in a bad example.
names() { printf '%s\n' "$3" | grep -qE -- "$2"; result $? "$1" "expected /$2/ in: $3"; }

skip() { n_tests=$((n_tests + 1)); printf 'ok %d %s # SKIP %s\n' "$n_tests" "$1" "$2"; }

finish() { printf '1..%d\n' "$n_tests"; }
