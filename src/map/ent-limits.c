/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-limits.h"

#include "ent-map-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
ent_limit_dup_cut (const char *text, gsize max_bytes)
{
  if (strlen (text) <= max_bytes)
    return g_strdup (text);
  while (max_bytes > 0 && ((guchar) text[max_bytes] & 0xC0) == 0x80)   /* in the middle of a character */
    max_bytes--;
  return g_strndup (text, max_bytes);
}

/* format: with one %s, for how much may be. */
static gboolean
check (const char *text, gsize max_bytes, const char *format, GError **error)
{
  g_autofree char *size = NULL;

  if (strlen (text) <= max_bytes)
    return TRUE;
  size = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE, format, size);
  return FALSE;
}

gboolean
ent_limit_check_line (const char *text, GError **error)
{
  /* Translators: %s is a size, "16.0 KiB" */
  return check (text, ENT_LIMIT_LINE_BYTES, _("This text is too long: a name, title or label may take up to %s"), error);
}

gboolean
ent_limit_check_note (const char *text, GError **error)
{
  /* Translators: %s is a size, "1.0 MiB" */
  return check (text, ENT_LIMIT_NOTE_BYTES, _("This note is too long: notes may take up to %s"), error);
}
