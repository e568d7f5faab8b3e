/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of encodings are read as browsers read them: Latin 1 is Windows-1252. */
#include "ent-html-charset.h"

#include "ent-text-clean.h"
#include "ent-text-decode.h"

#include <string.h>

#define HEAD_BYTES      4096   /* where a page says what it is in */
#define MAX_LABEL_BYTES 40
#define BYTES_A_BREAK   1000   /* one broken character among so many bytes is mended */

/* The word behind @key and "=", quoted or not; NULL where there is none. */
static char *
dup_value (const char *text, const char *key)
{
  const char *at = text;
  gsize       n;

  while ((at = strstr (at, key)) != NULL)
    {
      at += strlen (key);
      at += strspn (at, " \t\r\n");
      if (*at != '=')
        continue;
      at += 1;
      at += strspn (at, " \t\r\n\"'");
      n = strcspn (at, " \t\r\n\"';/>?");
      if (n > 0 && n <= MAX_LABEL_BYTES)
        return g_strndup (at, n);
    }
  return NULL;
}

/* What the server says, else what the page says of itself. */
static char *
dup_label (const guint8 *bytes, gsize n_bytes, const char *content_type)
{
  g_autofree char *type = g_ascii_strdown (content_type != NULL ? content_type : "", -1);
  g_autofree char *head = g_ascii_strdown ((const char *) bytes, (gssize) MIN (n_bytes, HEAD_BYTES));
  char            *label = dup_value (type, "charset");

  if (label == NULL)
    label = dup_value (head, "charset");
  if (label == NULL && g_str_has_prefix (head, "<?xml"))
    label = dup_value (head, "encoding");
  return label;
}

static const char *
meant_by (const char *label)
{
  static const char *const latin[] = { "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252" };

  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (g_str_equal (label, latin[i]))
      return "windows-1252";
  return label;
}

static gboolean
has_mark (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
}

static gboolean
is_mendable (const guint8 *bytes, gsize n_bytes)
{
  const char *at = (const char *) bytes, *end = at + n_bytes, *invalid;
  gsize       n_invalid = 0;

  while (!g_utf8_validate_len (at, (gsize) (end - at), &invalid))
    {
      n_invalid++;
      at = invalid + 1;
    }
  return n_invalid <= 1 + n_bytes / BYTES_A_BREAK;
}

char *
ent_html_decode (const guint8 *bytes, gsize n_bytes, const EntArticleOrigin *origin, GError **error)
{
  g_autofree char   *label = NULL;
  g_autofree char   *decoded = NULL;
  g_autoptr (GError) local = NULL;
  gsize              n_decoded = 0;

  if (n_bytes == 0)
    return g_strdup ("");
  if (!has_mark (bytes, n_bytes) && !g_utf8_validate_len ((const char *) bytes, n_bytes, NULL))
    {
      label = dup_label (bytes, n_bytes, origin->content_type);
      if (label != NULL && !g_str_has_prefix (label, "utf"))
        decoded = g_convert ((const char *) bytes, (gssize) n_bytes, "UTF-8", meant_by (label), NULL, &n_decoded, NULL);
    }
  if (decoded == NULL)
    decoded = ent_text_decode (bytes, n_bytes, origin->name, &n_decoded, &local);
  if (decoded == NULL && g_error_matches (local, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_ENCODING) && is_mendable (bytes, n_bytes))
    {
      g_clear_error (&local);
      decoded = g_utf8_make_valid ((const char *) bytes, (gssize) n_bytes);
      n_decoded = strlen (decoded);
    }
  if (decoded != NULL)
    return ent_text_clean (decoded, n_decoded);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
