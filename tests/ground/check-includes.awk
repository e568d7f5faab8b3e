# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -f check-includes.awk TABLE FILE…
# FILEs are src/FOLDER/NAME. Prints "FILE:LINE: what is wrong" for each include that the table does not allow.

function folder_of(path,   parts, n) {
  n = split(path, parts, "/")
  return parts[n - 1]
}

function library_of(header) {
  if (header ~ /^(gtk|gdk|gsk)\//) return "gtk"
  if (header ~ /^adwaita/) return "adwaita"
  if (header ~ /^cairo/) return "cairo"
  if (header ~ /^pango\//) return "pango"
  if (header ~ /^json-glib\//) return "json-glib"
  if (header ~ /^igraph/) return "igraph"
  if (header ~ /^libxml\//) return "libxml"
  if (header ~ /poppler/) return "poppler"
  if (header ~ /^archive/) return "libarchive"
  if (header ~ /^gmime\//) return "gmime"
  if (header ~ /^libsoup\//) return "libsoup"
  if (header ~ /cblas|openblas/) return "cblas"
  if (header ~ /^nettle\//) return "nettle"
  if (header == "zlib.h") return "zlib"
  if (header ~ /\// && header !~ /^(glib|glib-object|gio|gobject|sys|arpa|netinet|linux)\//) return header
  return ""
}

function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text }

BEGIN {
  for (i = 2; i < ARGC; i++) {
    n = split(ARGV[i], parts, "/")
    home[parts[n]] = folder_of(ARGV[i])
  }
}

FILENAME == ARGV[1] {
  sub(/#.*/, "")
  bar = 0
  for (i = 2; i <= NF; i++) {
    if ($i == "|") bar = 1
    else if (bar) library[$1, $i] = 1
    else edge[$1, $i] = 1
  }
  if (NF) known[$1] = 1
  next
}

FNR == 1 {
  here = folder_of(FILENAME)
  if (!(here in known)) complain("the folder " here " does not stand in the table")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, quoted, "\"")
  header = quoted[2]
  if (header ~ /\//) complain("include \"" header "\" by its name alone")
  else if (header ~ /-resources\.h$/ || header == "config.h") next
  else if (!(header in home)) complain("there is no " header " in src")
  else if (home[header] != here && !((here, home[header]) in edge)) complain(here " may not include " header ", which is of " home[header])
}

/^[ \t]*#[ \t]*include[ \t]*</ {
  header = $0
  sub(/^[^<]*</, "", header)
  sub(/>.*/, "", header)
  lib = library_of(header)
  if (lib != "" && !((here, lib) in library)) complain(here " may not include <" header ">, which is of " lib)
}
