/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-html-guard.h"

#include "ent-article-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ATTRIBUTES 1000

/* Behind the value that begins here, quoted or not. */
static const char *
skip_value (const char *at, const char *end)
{
  const char *close;

  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at < end && (*at == '"' || *at == '\''))
    {
      close = memchr (at + 1, *at, (gsize) (end - at - 1));
      return close != NULL ? close + 1 : end;
    }
  while (at < end && !g_ascii_isspace (*at) && *at != '>')
    at++;
  return at;
}

/* Behind the tag that begins here; counts its attributes. */
static const char *
skip_tag (const char *at, const char *end, guint *n_attributes)
{
  *n_attributes = 0;
  while (at < end && !g_ascii_isspace (*at) && *at != '>' && *at != '/')
    at++;
  for (;;)
    {
      while (at < end && (g_ascii_isspace (*at) || *at == '/'))
        at++;
      if (at == end || *at == '>')
        return at;
      (*n_attributes)++;
      do
        at++;
      while (at < end && !g_ascii_isspace (*at) && *at != '>' && *at != '=' && *at != '/');
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (at < end && *at == '=')
        at = skip_value (at + 1, end);
    }
}

/* What is in scripts and styles is no tag, up to their own end tag. */
static const char *
skip_raw (const char *tag, const char *at, const char *end)
{
  static const char *const raw[] = { "script", "style" };

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      gsize n = strlen (raw[i]);

      if (g_ascii_strncasecmp (tag, raw[i], n) != 0 || g_ascii_isalnum (tag[n]))
        continue;
      while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
        {
          if (at[1] == '/' && g_ascii_strncasecmp (at + 2, raw[i], n) == 0)
            return at;
          at++;
        }
      return end;
    }
  return at;
}

gboolean
ent_html_guard_check (const char *text, gsize n_bytes, const char *name, GError **error)
{
  const char *end = text + n_bytes, *comment_end = text;
  guint       n_attributes;

  for (const char *at = text; at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL;)
    {
      const char *tag = at + 1;

      /* (g_str_has_prefix() of newer GLibs takes the length of all that follows.) */
      if (strncmp (tag, "!--", 3) == 0 && comment_end != NULL)
        {
          comment_end = strstr (tag + 3, "-->");
          at = comment_end != NULL ? comment_end : tag;
          continue;
        }
      at = tag;
      if (!g_ascii_isalpha (*tag))
        continue;
      at = skip_tag (tag, end, &n_attributes);
      if (n_attributes > MAX_ATTRIBUTES)
        {
          guint line = 1;

          for (const char *c = text; c < tag; c++)
            line += *c == '\n';
          g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED,
                       _("%s: in line %u of the page, a tag has more than %d attributes; copy the article’s text and paste that"), name, line, MAX_ATTRIBUTES);
          return FALSE;
        }
      at = skip_raw (tag, at, end);
    }
  return TRUE;
}
