#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Does what is installed make a whole program? usage: test-install.sh SOURCE_ROOT BUILD_ROOT
# MESON in the environment: the meson to install with.
top=$1
build=$2
# shellcheck source=tests/ground/tap.sh
. "$top/tests/ground/tap.sh"
meson=${MESON:-meson}

if ! "$meson" --version >/dev/null 2>&1; then
  skip "install" "meson does not run; MESON names one that does"
  finish
  exit 0
fi
output=$("$meson" install -C "$build" --no-rebuild --quiet --destdir "$scratch" 2>&1)
result $? "install/done" "$output"
installed=$(cd "$scratch" && find . -type f)
id=io.github.entente.Entente
while read -r name pattern; do
  names "install/$name" "$pattern\$" "$installed"
done <<END
window /bin/entente
command /bin/entente-map
late-documents /lib[^/]*/.*entente/entente-documents\\.so
late-graph /lib[^/]*/.*entente/entente-graph\\.so
late-web /lib[^/]*/.*entente/entente-web\\.so
model /share/entente/entente\\.model
desktop-entry /share/applications/$id\\.desktop
bus-service /share/dbus-1/services/$id\\.service
search-provider /share/gnome-shell/search-providers/$id\\.search-provider\\.ini
metainfo /share/metainfo/$id\\.metainfo\\.xml
mime-type /share/mime/packages/$id\\.xml
schema /share/glib-2\\.0/schemas/$id\\.gschema\\.xml
icon /share/icons/hicolor/scalable/apps/$id\\.svg
symbolic-icon /share/icons/hicolor/symbolic/apps/$id-symbolic\\.svg
high-contrast-icon /share/icons/HighContrast/scalable/apps/$id\\.svg
file-icon /share/icons/hicolor/scalable/mimetypes/application-vnd\\.entente\\.map\\+json\\.svg
manual /share/man/man1/entente\\.1
manual-of-command /share/man/man1/entente-map\\.1
completion /share/bash-completion/completions/entente
completion-of-command /share/bash-completion/completions/entente-map
ukrainian /share/locale/uk/LC_MESSAGES/entente\\.mo
END
silent "install/nothing-else" "$(printf '%s\n' "$installed" | grep -vE '/(bin|share|lib[^/]*/.*entente)/')"
finish
