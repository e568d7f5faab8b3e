#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Do the manual pages and the completion know the programs as they are? usage: test-manual.sh SOURCE_ROOT ENTENTE ENTENTE_MAP
top=$1
entente=$(realpath "$2")
entente_map=$(realpath "$3")
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
man=$top/data/man

commands() { "$entente_map" --help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'; }
# Options as --help writes them, "--output" and "-o" each on a line of its own.
options() { "$@" --help | sed -n '/^ *-/{s/=.*//; s/^ *//; s/   *.*//; p}' | grep -oE -- '-{1,2}[a-z][a-z-]*' | sort -u; }
# The same of a page: "Fl -output" is --output.
page_options() { grep -oE 'Fl -?[a-z][a-z-]*' "$1" | sed 's/Fl /-/' | sort -u; }
# What the first list has and the second has not.
beyond() { comm -23 <(sort -u <<<"$1") <(sort -u <<<"$2"); }

all=$("$entente_map" --help >/dev/null && printf -- '--help\n-h\n--version\n')
for command in $(commands); do
  all+=$'\n'$(options "$entente_map" "$command")
done
names "manual/commands" '^draw$' "$(commands)"
silent "manual/commands-missing" "$(beyond "$(commands)" "$(sed -n 's/^\.It Cm //p' "$man/entente-map.1")")"
silent "manual/commands-too-many" "$(beyond "$(sed -n 's/^\.It Cm //p' "$man/entente-map.1")" "$(commands)")"
silent "manual/options-missing" "$(beyond "$all" "$(page_options "$man/entente-map.1")")"
silent "manual/options-too-many" "$(beyond "$(page_options "$man/entente-map.1")" "$all")"
silent "manual/window-options-missing" "$(beyond "$(options "$entente")" "$(page_options "$man/entente.1")")"
silent "manual/window-options-too-many" "$(beyond "$(page_options "$man/entente.1")" "$(options "$entente")")"
if command -v mandoc >/dev/null; then
  silent "manual/lint" "$(mandoc -Tlint -Wwarning "$man"/*.1)"
  printf '.Dd November 29, 2026\n.Dt X 1\n.Os\n.Sh NAME\n.Nm x\n.Nd y\n.Bl -tag\n' > "$scratch/bad.1"
  names "manual/self/lint" 'bad.1:7' "$(mandoc -Tlint -Wwarning "$scratch/bad.1")"
else
  skip "manual/lint" "mandoc is not installed"
fi
if command -v man >/dev/null && command -v groff >/dev/null; then
  for page in "$man"/*.1; do
    silent "manual/groff/${page##*/}" "$(man -l --warnings "$page" 2>&1 >/dev/null)"
  done
else
  skip "manual/groff" "man or groff is not installed"
fi

# complete WORD…: what bash offers for the last word, one a line.
complete_words() {
  (
    . /usr/share/bash-completion/bash_completion
    . "$top/data/completions/${1##*/}"
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMP_LINE="$*"
    COMP_POINT=${#COMP_LINE}
    COMP_TYPE=9
    COMPREPLY=()
    compopt() { :; }   # only allowed in a completion that runs
    "_$(basename "$1" | tr - _)" "$1" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\n' "${COMPREPLY[@]}"
  )
}
if [ -r /usr/share/bash-completion/bash_completion ]; then
  # In a file list of their own, so that names are known.
  mkdir "$scratch/files" && cd "$scratch/files" && touch article.txt map.entente
  silent "completion/commands" "$(beyond "$(commands)" "$(complete_words "$entente_map" '')")"
  names "completion/command" '^draw$' "$(complete_words "$entente_map" dr)"
  for command in $(commands); do
    silent "completion/$command" "$(beyond "$(options "$entente_map" "$command" | grep '^--')" "$(complete_words "$entente_map" "$command" -- | sed 's/=$//')")"
  done
  names "completion/file" '^article.txt$' "$(complete_words "$entente_map" read a)"
  names "completion/output" '^map.entente$' "$(complete_words "$entente_map" read -o m)"
  silent "completion/number" "$(complete_words "$entente_map" draw --scale '')"
  names "completion/window-file" '^article.txt$' "$(complete_words "$entente" a)"
  names "completion/window-option" '^--version$' "$(complete_words "$entente" --v)"
else
  skip "completion" "bash-completion is not installed"
fi
finish
