/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A date is a year of four digits with a day and a month's name around it in either order, or three numbers with hyphens. */
#include "ent-dates.h"

#include <stdio.h>
#include <string.h>

static guint
month_from_word (const char *word)
{
  static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september",
                                        "october", "november", "december" };
  gsize n = strlen (word);

  for (guint i = 0; n >= 3 && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], word, MIN (n, strlen (months[i]))) == 0 && n <= strlen (months[i]))
      return i + 1;
  return g_ascii_strcasecmp (word, "sept") == 0 ? 9 : 0;
}

static char *
format_date (guint year, guint month, guint day)
{
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

char *
ent_date_from_line (const char *line)
{
  g_auto (GStrv) words = NULL;
  guint          year = 0, month = 0, day = 0;

  if (line == NULL || strlen (line) > 200)
    return NULL;
  while (*line == ' ' || *line == '"' || *line == '\'')
    line++;
  if (sscanf (line, "%4u-%2u-%2u", &year, &month, &day) == 3)
    return format_date (year, month, day);
  year = month = day = 0;
  words = g_strsplit_set (line, " ,.|\t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint number = g_ascii_isdigit (words[i][0]) ? (guint) g_ascii_strtoull (words[i], NULL, 10) : 0;
      guint named = month_from_word (words[i]);

      if (named != 0 && month == 0)
        month = named;
      else if (number >= 1 && number <= 31 && day == 0 && strchr (words[i], ':') == NULL)
        day = number;
      else if (number >= 1900 && number <= 2200 && year == 0 && strlen (words[i]) == 4)
        year = number;
    }
  return year != 0 && month != 0 && day != 0 ? format_date (year, month, day) : NULL;
}
