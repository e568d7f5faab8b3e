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

/* GTK says of what is not on the screen that it is visible; what never was there has no size where it is. A page of a stack is nowhere:
 * only its child has a place. */
static gboolean
has_size (AtspiAccessible *element)
{
  auto_unref AtspiComponent *component = atspi_accessible_get_component_iface (element);
  g_autofree AtspiRect *place = component ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;

  return !place || (place->width > 0 && place->height > 0) || (place->x == 0 && place->y == 0);
}

typedef struct {
  HearingVisit visit;
  gpointer     data;
  gboolean     hidden;
} Walk;

static gboolean
walk (AtspiAccessible *element, AtspiAccessible *frame, const Walk *how)
{
  AtspiRole role = atspi_accessible_get_role (element, NULL);
  int n_children;

  if (frame && !hearing_has_state (element, ATSPI_STATE_VISIBLE))
    return FALSE;
  if (frame && how->visit (element, frame, how->data))
    return TRUE;
  if (frame && !how->hidden && (role == ATSPI_ROLE_PANEL || role == ATSPI_ROLE_FILLER || role == ATSPI_ROLE_SCROLL_PANE) && !has_size (element))
    return FALSE;
  n_children = atspi_accessible_get_child_count (element, NULL);
  for (int i = 0; i < n_children; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (element, i, NULL);
      AtspiRole child_role = child ? atspi_accessible_get_role (child, NULL) : ATSPI_ROLE_INVALID;

      if (child && walk (child, child_role == ATSPI_ROLE_FRAME || child_role == ATSPI_ROLE_DIALOG || !frame ? child : frame, how))
        return TRUE;
    }
  return FALSE;
}

gboolean
hearing_walk (gboolean hidden, HearingVisit visit, gpointer data)
{
  auto_unref AtspiAccessible *desktop = atspi_get_desktop (0);
  int n_programs = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_programs; i++)
    {
      auto_unref AtspiAccessible *program = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (program && walk (program, NULL, &(Walk) { visit, data, hidden }))
        return TRUE;
    }
  return FALSE;
}

char *
hearing_dup_role (AtspiAccessible *element)
{
  AtspiRole role = atspi_accessible_get_role (element, NULL);
  g_autofree char *name = atspi_accessible_get_role_name (element, NULL);

  return role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON ? g_strdup ("button") : g_strdup (name ? name : "");
}

char *
hearing_dup_announcement (AtspiAccessible *element)
{
  g_autofree char *role = hearing_dup_role (element), *words = hearing_dup_words (element);
  g_autofree char *description = atspi_accessible_get_description (element, NULL);
  gboolean selected = hearing_has_state (element, ATSPI_STATE_SELECTED), checked = hearing_has_state (element, ATSPI_STATE_CHECKED);

  return g_strdup_printf ("%s: %s%s%s%s%s", role, words, description && *description ? "; " : "", description ? description : "",
                          selected ? "; selected" : "", checked ? "; checked" : "");
}

/* ── what is announced ──────────────────────────────────────────────────────────────────────────────────────────── */

struct _Hearing {
  AtspiEventListener *listener;
  char               *focus;
  guint               n_focus;
  GString            *selected;
};

static const char *const events[] = { "object:state-changed:focused", "object:state-changed:selected" };

static void
event_cb (AtspiEvent *event, gpointer data)
{
  Hearing *self = data;
  g_autofree char *announcement = event->detail1 ? hearing_dup_announcement (event->source) : NULL;

  if (announcement && g_str_has_prefix (event->type, events[0]))
    {
      g_free (self->focus);
      self->focus = g_steal_pointer (&announcement);
      self->n_focus++;
    }
  else if (announcement)
    {
      g_string_append_printf (self->selected, "\n%s", announcement);
    }
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

Hearing *
hearing_new (void)
{
  Hearing *self = g_new0 (Hearing, 1);

  self->selected = g_string_new (NULL);
  self->listener = atspi_event_listener_new (event_cb, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_assert_true (atspi_event_listener_register (self->listener, events[i], NULL));
  return self;
}

void
hearing_free (Hearing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    atspi_event_listener_deregister (self->listener, events[i], NULL);
  g_clear_object (&self->listener);
  g_free (self->focus);
  g_string_free (self->selected, TRUE);
  g_free (self);
}

const char *
hearing_get_focus (Hearing *self)
{
  return self->focus;
}

const char *
hearing_get_selected (Hearing *self)
{
  return self->selected->str;
}

guint
hearing_count_focus (Hearing *self)
{
  return self->n_focus;
}
