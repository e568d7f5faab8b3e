#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Is there an icon of each style, and is it of that style? usage: test-icons.sh SOURCE_ROOT
top=$1
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
id=io.github.entente.Entente

colours() { grep -oE '#[0-9a-fA-F]{3,8}\b' "$1" | tr A-F a-f | sort -u; }

# check FILE SIZE: what is wrong with an icon that is to be drawn at that size.
check_size() {
  [ -r "$1" ] || { echo "$1 is not there"; return; }
  grep -q "width=\"$2\" height=\"$2\" viewBox=\"0 0 $2 $2\"" "$1" || echo "$1: not $2×$2"
  ! grep -qE '<(image|text|script|foreignObject)|href=' "$1" || echo "$1: refers to what a theme does not draw"
}
# A symbolic icon is recoloured by the desktop: one colour, fills only.
check_symbolic() {
  check_size "$1" 16
  [ "$(colours "$1" | wc -l)" -eq 1 ] || echo "$1: more than one colour"
  ! grep -qE 'stroke=|Gradient|opacity' "$1" || echo "$1: strokes, gradients and opacity are not recoloured"
}
check_contrast() {
  check_size "$1" 128
  [ "$(colours "$1")" = $'#000000\n#ffffff' ] || echo "$1: not black and white"
  ! grep -qE 'Gradient|opacity' "$1" || echo "$1: shades"
}

icons=$top/data/icons
silent "icons/scalable" "$(check_size "$icons/hicolor/scalable/apps/$id.svg" 128)"
silent "icons/file" "$(check_size "$icons/hicolor/scalable/mimetypes/application-vnd.entente.map+json.svg" 128)"
silent "icons/symbolic" "$(check_symbolic "$icons/hicolor/symbolic/apps/$id-symbolic.svg")"
silent "icons/high-contrast" "$(check_contrast "$icons/HighContrast/scalable/apps/$id.svg")"

# The checks themselves: each colourful icon is none of the other styles.
names "icons/self/symbolic" 'more than one colour' "$(check_symbolic "$icons/hicolor/scalable/apps/$id.svg")"
names "icons/self/size" 'not 16×16' "$(check_symbolic "$icons/hicolor/scalable/apps/$id.svg")"
names "icons/self/high-contrast" 'not black and white' "$(check_contrast "$icons/hicolor/scalable/apps/$id.svg")"

# They can be drawn, and something is seen, at the size of a list too.
if command -v rsvg-convert >/dev/null; then
  for icon in "$icons"/*/*/*/*.svg; do
    rsvg-convert -w 16 -h 16 "$icon" -o "$scratch/icon.png" 2>"$scratch/error" && [ "$(wc -c <"$scratch/icon.png")" -gt 150 ]
    result $? "icons/drawn/${icon#"$icons"/}" "$(cat "$scratch/error")"
  done
else
  skip "icons/drawn" "rsvg-convert is not installed"
fi
finish
