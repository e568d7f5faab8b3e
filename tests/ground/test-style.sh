#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-style.sh SOURCE_ROOT
top=$1
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
check() { bash "$top/tests/ground/check-style.sh" "$1"; }

silent "style/source" "$(check "$top")"

# The check itself: a good tree passes, each bad file is named.
spdx='/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */'
mkdir -p "$scratch"/{src/base,src/app,tests/base,ui,data,po}
printf '%s\n#include <glib.h>\n\n/* printf ("in a comment") */\nstatic const char *text = "exit (1)";\n\nstatic void\nsnap (void)\n{\n  snprintf (buffer, 4, "%%d", 1);\n  reader_exit (reader);\n}\n' "$spdx" > "$scratch/src/base/good.c"
printf '%s\n#pragma once\n' "$spdx" > "$scratch/src/base/good.h"
printf '%s\nint main (void) { g_print ("allowed here"); }\n' "$spdx" > "$scratch/src/app/main.c"
printf '%s\nstatic void\nf (void)\n{\n  const int table[] = {\n%s\n  };\n}\n' "$spdx" "$(yes '    1,' | head -n 90)" > "$scratch/tests/base/table.c"
silent "style/self/good" "$(check "$scratch")"
bad() {
  printf '%s\n' "$3" > "$scratch/$2"
  names "style/self/$1" "^$2:$4" "$(check "$scratch")"
  rm "$scratch/$2"
}
lines() { for ((i = 0; i < $1; i++)); do printf '  x ();\n'; done; }
bad no-spdx ui/bad.ui '<interface/>' '1: the two SPDX lines'
bad no-spdx-script data/bad.py 'import this' '1: the two SPDX lines'
bad no-pragma src/base/bad.h "$spdx" '1: #pragma once'
bad long-file tests/base/bad.c "$spdx
$(lines 799)" '801: more than 800 lines'
bad long-function src/base/bad.c "$spdx
static void
f (void)
{
$(lines 81)
}" '5: a function of 81 lines'
bad tab src/base/bad.c "$spdx
$(printf '\tx ();')" '3: a tab'
bad trailing src/base/bad.c "$spdx
x (); " '3: white space'
bad printf src/base/bad.c "$spdx
  printf (\"%d\", 1);" '3: printf in the engine'
bad getenv src/base/bad.c "$spdx
  x = g_getenv (\"HOME\");" '3: g_getenv in the engine'
bad exit src/base/bad.c "$spdx
  exit (1);" '3: exit in the engine'
finish
