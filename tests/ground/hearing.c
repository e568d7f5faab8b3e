/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearing.h"

void
hearing_unref (gpointer variable)
{
  GObject **object = variable;

  g_clear_object (object);
}

char *
hearing_dup_words (AtspiAccessible *element)
{
  g_autofree char *name = atspi_accessible_get_name (element, NULL);
  auto_unref AtspiText *text = atspi_accessible_get_text_iface (element);
  char *content = NULL;

  if (text)
    content = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  if (content && *content)
    return content;
  g_free (content);
  return name ? g_steal_pointer (&name) : g_strdup ("");
}

gboolean
hearing_has_state (AtspiAccessible *element, AtspiStateType state)
{
  auto_unref AtspiStateSet *states = atspi_accessible_get_state_set (element);

  return states && atspi_state_set_contains (states, state);
}

static gboolean
walk (AtspiAccessible *element, AtspiAccessible *frame, HearingVisit visit, gpointer data)
{
  int n_children = atspi_accessible_get_child_count (element, NULL);

  if (frame && !hearing_has_state (element, ATSPI_STATE_VISIBLE))
    return FALSE;
  if (frame && visit (element, frame, data))
    return TRUE;
  for (int i = 0; i < n_children; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (element, i, NULL);
      AtspiRole role = child ? atspi_accessible_get_role (child, NULL) : ATSPI_ROLE_INVALID;

      if (!child)
        continue;
      if (walk (child, role == ATSPI_ROLE_FRAME || role == ATSPI_ROLE_DIALOG || !frame ? child : frame, visit, data))
        return TRUE;
    }
  return FALSE;
}

gboolean
hearing_walk (HearingVisit visit, gpointer data)
{
  auto_unref AtspiAccessible *desktop = atspi_get_desktop (0);
  int n_programs = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_programs; i++)
    {
      auto_unref AtspiAccessible *program = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (program && walk (program, NULL, visit, data))
        return TRUE;
    }
  return FALSE;
}

char *
hearing_dup_announcement (AtspiAccessible *element)
{
  g_autofree char *role = atspi_accessible_get_role_name (element, NULL), *words = hearing_dup_words (element);
  g_autofree char *description = atspi_accessible_get_description (element, NULL);
  gboolean selected = hearing_has_state (element, ATSPI_STATE_SELECTED), checked = hearing_has_state (element, ATSPI_STATE_CHECKED);

  return g_strdup_printf ("%s: %s%s%s%s%s", role ? role : "", words, description && *description ? "; " : "", description ? description : "",
                          selected ? "; selected" : "", checked ? "; checked" : "");
}

static gboolean
visit_focus (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  if (!hearing_has_state (element, ATSPI_STATE_FOCUSED))
    return FALSE;
  *(char **) data = hearing_dup_announcement (element);
  return TRUE;
}

char *
hearing_dup_focus (void)
{
  char *announcement = NULL;

  hearing_walk (visit_focus, &announcement);
  return announcement ? announcement : g_strdup ("");
}
