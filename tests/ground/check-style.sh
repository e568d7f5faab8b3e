#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What can be told of style by reading alone. usage: check-style.sh ROOT, prints "FILE:LINE: what is wrong"
cd "$1" || exit 1
shopt -s nullglob globstar

max_file_lines=800
max_function_lines=80

sources=(dev .ci/* tests/in-session meson.build {src,tests,data,ui,po}/**/*.{c,h,ui,css,sh,awk,py,xml,build} {data,po}/**/*.{in,po,tsv,svg})
for file in "${sources[@]}"; do
  [ -f "$file" ] || continue
  head -n 6 "$file" | grep -q 'SPDX-FileCopyrightText: ' && head -n 6 "$file" | grep -q 'SPDX-License-Identifier: ' ||
    printf '%s:1: the two SPDX lines are missing\n' "$file"
done

code=({src,tests}/**/*.{c,h})
((${#code[@]})) || exit 0
awk -v most="$max_file_lines" -v longest="$max_function_lines" '
  FNR == 1 { start = 0 }
  FNR == most + 1 { printf "%s:%d: more than %d lines\n", FILENAME, FNR, most }
  # Functions in GNU style open and close in the first column; the line before the brace names them.
  # Tables do not count: what stands between "= {" and "};".
  /^{/ { start = FNR; name = before; n_table = 0; table = 0 }
  start && !table && /= *{$/ { table = FNR }
  table && /^ +};$/ { n_table += FNR - table + 1; table = 0 }
  /^}/ {
    if (start && FNR - start - 1 - n_table > longest && name !~ /class_init/)
      printf "%s:%d: a function of %d lines, the most is %d\n", FILENAME, start, FNR - start - 1 - n_table, longest
    start = 0
  }
  !/^[ \t]*$/ { before = $0 }
  /\t/ { printf "%s:%d: a tab\n", FILENAME, FNR }
  /[ \t]$/ { printf "%s:%d: white space at the end\n", FILENAME, FNR }
' "${code[@]}"

headers=(src/**/*.h)
((${#headers[@]})) && grep -L '^#pragma once$' "${headers[@]}" | sed 's/$/:1: #pragma once is missing/'

# The engine prints nothing, reads no environment and never exits; messages of failing assertions are GLib'"'"'s own.
for file in src/{base,article,nlp,map,extract,layout,scene,export,fetch,late}/*.c; do
  awk '
    { line = $0; gsub(/"([^"\\]|\\.)*"/, "\"\"", line); sub(/\/\/.*/, "", line); sub(/^ *\*.*/, "", line); sub(/\/\*.*/, "", line) }
    match(line, /(^|[^a-z_])(printf|fprintf|puts|putchar|g_print|g_printerr|g_message|g_warning|g_critical|perror|getenv|g_getenv|setenv|g_setenv|setlocale|exit|abort) *\(/) {
      what = substr(line, RSTART, RLENGTH); gsub(/[^a-z_]/, "", what)
      printf "%s:%d: %s in the engine\n", FILENAME, FNR, what
    }' "$file"
done
exit 0
