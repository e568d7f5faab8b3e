#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: pseudo-language.sh SOURCE_ROOT FOLDER COMMAND…
# Translates the program into a language that is English in brackets, en_XA: FOLDER/en_XA/LC_MESSAGES/entente.mo. Then runs
# the command. What is on the screen without brackets never went through gettext. Made from the sources as they are, not from po/*.po.
set -euo pipefail
top=$1
folder=$2/en_XA/LC_MESSAGES
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

grep -v '^#' "$top/po/POTFILES" | grep -E '\.(c|h|ui)$' >"$scratch/files"
# The keywords are those of meson's preset for GLib, as po/meson.build has it.
xgettext --directory="$top" --files-from="$scratch/files" --from-code=UTF-8 --add-comments --output="$scratch/english.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --keyword=ngettext:1,2
sed -i 's/charset=CHARSET/charset=UTF-8/; s/nplurals=INTEGER; plural=EXPRESSION/nplurals=2; plural=n != 1/' "$scratch/english.pot"
msgen --no-wrap "$scratch/english.pot" | awk '
  # An entry is held back until its last line is known; the first entry is the header. Line breaks at either end stay there.
  function words(line) { sub(/^[^"]*"/, "", line); return line != "\"" && line != "\\n\"" }
  function flush(  i, from, to) {
    for (i = 1; i <= n; i++) if (words(lines[i])) { if (!from) from = i; to = i }
    if (from && n_entries > 0) { sub(/"/, "\"⟦", lines[from]); if (!sub(/\\n"$/, "⟧\\n\"", lines[to])) sub(/"$/, "⟧\"", lines[to]) }
    for (i = 1; i <= n; i++) print lines[i]
    n = 0; first = 0
  }
  /^msgstr/ { flush(); first = 1; n = 1; lines[1] = $0; next }
  /^"/ && first { lines[++n] = $0; next }
  { if (first) { flush(); n_entries++ } print }
  END { flush() }' >"$scratch/pseudo.po"
mkdir -p "$folder"
msgfmt -o "$folder/entente.mo" "$scratch/pseudo.po"
rm -rf "$scratch"
# Newer C libraries do not translate in the locale C.UTF-8 any more: here it is under another name.
locale=()
if [[ -d /usr/lib/locale/C.utf8 ]]; then
  mkdir -p "$2/locales"
  ln -sfn /usr/lib/locale/C.utf8 "$2/locales/en_XA.utf8"
  locale=(env LOCPATH="$2/locales" LC_ALL=en_XA.UTF-8)
fi
exec "${locale[@]}" "${@:3}"
