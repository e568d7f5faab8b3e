#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Is every file with words for people in po/POTFILES, and every file there in the tree? usage: check-potfiles.sh ROOT
cd "$1" || exit 1
shopt -s nullglob globstar
listed=$(grep -v '^#' po/POTFILES | sed '/^ *$/d')

for file in $listed; do
  [ -f "$file" ] || printf 'po/POTFILES: %s does not exist\n' "$file"
done
printf '%s\n' "$listed" | LC_ALL=C sort -c 2>&1 | sed 's/.*disorder: /po\/POTFILES: not in order at /'

always=(data/*.desktop.in data/*.metainfo.xml.in data/*.mime.xml.in data/*.gschema.xml)
files=$({
  grep -lE '(^|[^A-Za-z_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2) *\("' src/**/*.[ch]
  grep -lE 'translatable="(yes|true|1)"' ui/**/*.{ui,xml}
  printf '%s\n' "${always[@]}"
} 2>/dev/null)
for file in $files; do
  printf '%s\n' "$listed" | grep -qxF "$file" || printf '%s: has words for people and is not in po/POTFILES\n' "$file"
done

# The tools that collect words read no macros but those of inttypes.h; a text that is parted by another is never translated.
grep -nE '(^|[^A-Za-z_])(N?_|N?C_|Q_) *\(.*" *G_[A-Z0-9]+' src/**/*.[ch] | sed -E 's/^([^:]*:[0-9]+):.*/\1: a macro of GLib parts a text for translation (use %zu, or PRIi64 of inttypes.h)/'
