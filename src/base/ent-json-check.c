/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the bytes. The grammar itself is left to json-glib; this keeps from it what it takes wrongly or what would
 * hurt it: comments and single quotes (accepted), \u0000 and lone surrogates (strings cut short or broken), and nesting
 * without end (it recurses). */
#include "ent-json-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *at;
  const char *end;
  guint       line;
  guint       depth;
  guint       max_depth;
  gboolean    complete;   /* the outermost list or object was closed: nothing may follow */
} Scan;

/* The value of the four hexadecimal digits of an escape, or -1. */
static gint32
hex4 (const char *at, const char *end)
{
  gint32 value = 0;

  if (end - at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* scan->at: at the backslash. Moves behind the escape. */
static const char *
check_escape (Scan *scan)
{
  gint32 first, second;

  scan->at++;
  if (scan->at == scan->end || strchr ("\"\\/bfnrtu", *scan->at) == NULL)
    return N_("a backslash is followed by a character that JSON does not know there");
  if (*scan->at++ != 'u')
    return NULL;
  first = hex4 (scan->at, scan->end);
  if (first < 0)
    return N_("“\\u” must be followed by four hexadecimal digits");
  if (first == 0)
    return N_("“\\u0000” is no character of a text");
  scan->at += 4;
  if (first < 0xD800 || first > 0xDFFF)
    return NULL;
  second = first < 0xDC00 && scan->end - scan->at >= 6 && scan->at[0] == '\\' && scan->at[1] == 'u' ? hex4 (scan->at + 2, scan->end) : -1;
  if (second < 0xDC00 || second > 0xDFFF)
    return N_("a “\\u” escape is half of a character");
  scan->at += 6;
  return NULL;
}

/* scan->at: at the opening quote. Moves behind the closing one. */
static const char *
check_string (Scan *scan)
{
  scan->at++;
  while (scan->at < scan->end && *scan->at != '"')
    {
      const char *wrong = NULL;

      if ((guchar) *scan->at < 0x20)
        return N_("a string is not closed on its line, or holds a control character");
      if (*scan->at == '\\')
        wrong = check_escape (scan);
      else
        scan->at++;
      if (wrong != NULL)
        return wrong;
    }
  if (scan->at == scan->end)
    return N_("the file ends inside a string");
  scan->at++;
  return NULL;
}

static const char *
check_step (Scan *scan)
{
  if (scan->complete && !g_ascii_isspace (*scan->at))
    return N_("there is more behind the end");
  switch (*scan->at)
    {
    case '"':
      return check_string (scan);
    case '{':
    case '[':
      if (++scan->depth > scan->max_depth)
        return N_("lists and objects are nested too deeply");
      break;
    case '}':
    case ']':
      if (scan->depth-- == 0)
        return N_("a bracket is closed that was never opened");
      scan->complete = scan->depth == 0;
      break;
    case '\n':
      scan->line++;
      break;
    default:
      if (!g_ascii_isalnum (*scan->at) && strchr (":,+-. \t\r", *scan->at) == NULL)
        return N_("there is a character that JSON does not know there");
    }
  scan->at++;
  return NULL;
}

gboolean
ent_json_check (const char *text, gsize n_bytes, guint max_depth, char **message)
{
  Scan        scan = { text, text + n_bytes, 1, 0, max_depth, FALSE };
  const char *invalid, *wrong = NULL;

  if (!g_utf8_validate_len (text, n_bytes, &invalid))
    {
      *message = g_strdup_printf (_("byte %zu is not UTF-8"), (gsize) (invalid - text));
      return FALSE;
    }
  while (wrong == NULL && scan.at < scan.end)
    wrong = check_step (&scan);
  if (wrong == NULL && scan.depth > 0)
    wrong = N_("the file ends before everything is closed");
  if (wrong == NULL)
    return TRUE;
  *message = g_strdup_printf (_("line %u: %s"), scan.line, _(wrong));
  return FALSE;
}
