/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader adds to the map from a passage of an article: an actor, or a quote as the ground of a link. */

#include "ent-window-private.h"

#include "ent-actor-form.h"
#include "ent-link-form.h"
#include "ent-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define FREE_DISTANCE 130    /* from a new actor to its neighbours, map units */

/* A passage of an article: FALSE where the parameter names none. */
static gboolean
get_passage (EntWindow *self, GVariant *parameter, EntSource **source, EntSpan *span)
{
  EntMap *map = ent_session_get_map (self->session);
  const char *id;
  guint64 start, end;

  g_variant_get (parameter, "(&stt)", &id, &start, &end);
  *source = map ? ent_map_find_source (map, id) : NULL;
  *span = (EntSpan) { start, end };
  return *source && ent_source_has_span (*source, *span);
}

static gboolean
is_free (EntMap *map, double x, double y)
{
  GListModel *actors = ent_map_get_actors (map);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    double actor_x, actor_y;
    if (ent_actor_get_position (actor, &actor_x, &actor_y) && hypot (actor_x - x, actor_y - y) < FREE_DISTANCE)
      return FALSE;
  }
  return TRUE;
}

/* The free place next to the middle of what is shown, on a spiral. */
static EntPoint
find_free_place (EntWindow *self)
{
  EntPoint centre = ent_map_view_get_centre (self->map_view), at = centre;

  for (guint i = 1; !is_free (ent_session_get_map (self->session), at.x, at.y); i++) {
    double angle = 2.4 * i, distance = 40 * sqrt (i);   /* the golden angle: no direction comes twice */
    at = (EntPoint) { centre.x + distance * cos (angle), centre.y + distance * sin (angle) };
  }
  return at;
}

typedef struct {
  EntWindow *window;     /* borrowed: the dialog goes with it */
  EntSource *source;     /* nullable */
  EntSpan    span;
} Passage;

static void
passage_free (gpointer data, GClosure *closure)
{
  Passage *self = data;

  g_clear_object (&self->source);
  g_free (self);
}

static void
add_actor_response_cb (AdwMessageDialog *dialog, const char *response, Passage *passage)
{
  EntWindow *self = passage->window;
  EntActorForm *form = ENT_ACTOR_FORM (adw_message_dialog_get_extra_child (dialog));
  EntActorMention mention = { passage->source, passage->span, ENT_FORM_NAME };
  g_autofree char *name = ent_actor_form_dup_name (form);
  g_autoptr (GError) error = NULL;
  EntPoint at;

  if (!g_str_equal (response, "done") || *name == '\0')
    return;
  at = find_free_place (self);
  EntActor *actor = ent_map_edits_add_actor (ent_session_get_edits (self->session), name, ent_actor_form_get_kind (form), passage->source ? &mention : NULL, at.x, at.y, &error);
  if (actor == NULL) {
    ent_window_say (self, error->message);
    return;
  }
  ent_session_select (self->session, actor, NULL);
  ent_map_view_show (self->map_view, actor, NULL);
}

static void
complete_cb (GObject *form, GParamSpec *pspec, AdwMessageDialog *dialog)
{
  gboolean complete;

  g_object_get (form, "complete", &complete, NULL);
  adw_message_dialog_set_response_enabled (dialog, "done", complete);
}

static void
present_form (AdwMessageDialog *dialog, GtkWidget *form, GCallback response_cb, Passage *passage)
{
  g_signal_connect_object (form, "notify::complete", G_CALLBACK (complete_cb), dialog, 0);
  complete_cb (G_OBJECT (form), NULL, dialog);
  g_signal_connect_data (dialog, "response", response_cb, passage, passage_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_actor_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  Passage passage = { self };
  gboolean quoted = get_passage (self, parameter, &passage.source, &passage.span);
  g_autofree char *name = quoted ? ent_source_dup_text_at (passage.source, passage.span) : g_strdup ("");

  if (ent_session_get_map (self->session) == NULL)
    return;
  if (passage.source)
    g_object_ref (passage.source);
  GtkWidget *form = ent_actor_form_new (g_strdelimit (name, "\n", ' '));
  AdwMessageDialog *dialog = ent_window_ask (self, _("Add Actor"), NULL, form, _("_Add"));
  g_signal_connect_object (form, "activated", G_CALLBACK (ent_window_respond), dialog, G_CONNECT_SWAPPED);
  present_form (dialog, form, G_CALLBACK (add_actor_response_cb), g_memdup2 (&passage, sizeof passage));
}

static void
add_link_response_cb (AdwMessageDialog *dialog, const char *response, Passage *passage)
{
  EntWindow *self = passage->window;
  EntLinkForm *form = ENT_LINK_FORM (adw_message_dialog_get_extra_child (dialog));
  EntActor *from = ent_link_form_get_from (form), *to = ent_link_form_get_to (form);
  EntRelationType type = ent_link_form_get_type_chosen (form);

  if (!g_str_equal (response, "done") || from == NULL || to == NULL || from == to || type == ENT_RELATION_NONE)
    return;
  EntEvidence evidence = ent_link_form_get_evidence (form);
  EntRelation *relation = ent_map_edits_add_quote (ent_session_get_edits (self->session), from, to, type, ent_words_type_verb (type), &evidence);
  ent_session_select (self->session, NULL, relation);
}

static void
add_link_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  Passage passage = { self };

  if (!get_passage (self, parameter, &passage.source, &passage.span))
    return;
  if (g_list_model_get_n_items (ent_map_get_actors (ent_session_get_map (self->session))) < 2) {
    ent_toast_overlay_add (self->toast_overlay, adw_toast_new (_("A link needs two actors on the map")));
    return;
  }
  g_object_ref (passage.source);
  GtkWidget *form = ent_link_form_new (ent_session_get_map (self->session), passage.source, passage.span);
  AdwMessageDialog *dialog = ent_window_ask (self, _("Add Link"), NULL, form, _("_Add"));
  present_form (dialog, form, G_CALLBACK (add_link_response_cb), g_memdup2 (&passage, sizeof passage));
}

void
ent_window_init_passages (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-actor", .activate = add_actor_action, .parameter_type = "(stt)" },
    { .name = "add-link", .activate = add_link_action, .parameter_type = "(stt)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
