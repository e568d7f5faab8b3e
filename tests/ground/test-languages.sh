#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-languages.sh SOURCE_ROOT
top=$1
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
check() { bash "$top/tests/ground/check-potfiles.sh" "$1"; }

silent "languages/potfiles" "$(check "$top")"
for language in $(grep -v '^#' "$top/po/LINGUAS"); do
  output=$(msgfmt --check --check-accelerators=_ -o /dev/null "$top/po/$language.po" 2>&1)
  result $? "languages/$language/valid" "$output"
  silent "languages/$language/complete" "$(msgattrib --untranslated --no-location "$top/po/$language.po"; msgattrib --only-fuzzy --no-location "$top/po/$language.po")"
done

# The check itself.
mkdir -p "$scratch"/{po,ui,src/app}
printf '# comment\nsrc/app/a.c\nui/a.ui\n' > "$scratch/po/POTFILES"
printf 'x = _("word");\n' > "$scratch/src/app/a.c"
printf 'x = file_ ("no word");\n' > "$scratch/src/app/b.c"
printf '<property name="label" translatable="yes">Word</property>\n' > "$scratch/ui/a.ui"
silent "languages/self/good" "$(check "$scratch")"
printf 'x = ngettext ("word", "words", 2);\n' > "$scratch/src/app/b.c"
names "languages/self/code" '^src/app/b.c: has words' "$(check "$scratch")"
printf 'x = _("%%" G_GSIZE_FORMAT " words");\n' > "$scratch/src/app/b.c"
names "languages/self/macro" '^src/app/b.c:1: a macro' "$(check "$scratch")"
cp "$scratch/ui/a.ui" "$scratch/ui/b.ui"
names "languages/self/ui" '^ui/b.ui: has words' "$(check "$scratch")"
rm "$scratch/ui/a.ui"
names "languages/self/gone" 'ui/a.ui does not exist' "$(check "$scratch")"
finish
