#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds every #include of src to the table of allowed edges. usage: test-includes.sh SOURCE_ROOT
top=$1
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
check() { awk -f "$top/tests/ground/check-includes.awk" "$@"; }
table=$top/tests/ground/includes.txt

cd "$top" || exit 1
silent "includes/source" "$(check "$table" src/*/*.[ch])"

# GIO can go to the network without any library named above: only one folder does.
reaches_out() { grep -nE '\bg_(socket|resolver|network_(address|service)|inet|tls|proxy)_[a-z_]+ *\(|\bsoup_|\bSoup[A-Z]' "$@"; }
shopt -s extglob
silent "includes/network" "$(reaches_out src/!(fetch)/*.[ch])"
names "includes/self/reaches-out" '^[0-9]+:.*g_socket' "$(printf 'x = g_socket_client_new ();\n' | reaches_out)"

# The check itself: good ones pass, each bad one is named with its file and line.
mkdir -p "$scratch"/src/{base,map,layout,app,nowhere}
cd "$scratch" || exit 1
: > src/base/ent-span.h
: > src/map/ent-map.h
printf '#include "ent-map.h"\n#include "ent-span.h"\n#include <json-glib/json-glib.h>\n#include <glib/gi18n-lib.h>\n#include <math.h>\n' > src/map/good.c
silent "includes/self/good" "$(check "$table" src/*/*.[ch])"
bad() {
  printf '#include <glib.h>\n%s\n' "$3" > "$2"
  names "includes/self/$1" "^$2:2: .*$4" "$(check "$table" src/*/*.[ch])"
  rm "$2"
}
bad upwards src/base/bad.c '#include "ent-map.h"' 'base may not include ent-map.h'
bad sideways src/layout/bad.c '  #  include "ent-map.h"' 'layout may not include ent-map.h'
bad by-path src/map/bad.h '#include "../base/ent-span.h"' 'by its name alone'
bad unknown src/map/bad.c '#include "ent-nothing.h"' 'there is no ent-nothing.h'
bad gtk src/map/bad.c '#include <gtk/gtk.h>' 'may not include <gtk/gtk.h>'
bad adwaita src/layout/bad.c '#include <adwaita.h>' 'of adwaita'
bad cairo src/layout/bad.c '#include <cairo.h>' 'of cairo'
bad network src/map/bad.c '#include <libsoup/soup.h>' 'of libsoup'
bad other-library src/map/bad.c '#include <curl/curl.h>' 'of curl'
printf '\n' > src/nowhere/bad.c
names "includes/self/folder" '^src/nowhere/bad.c:1: .*does not stand in the table' "$(check "$table" src/*/*.[ch])"
finish
