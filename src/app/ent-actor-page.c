/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-actor-page.h"

#include "ent-children.h"
#include "ent-field-row.h"
#include "ent-note-row.h"
#include "ent-relation-row.h"
#include "ent-words.h"

#include <glib/gi18n.h>

struct _EntActorPage {
  GtkWidget   parent_instance;
  GtkLabel   *name_label;
  GtkLabel   *kind_label;
  GtkLabel   *aliases_label;
  GtkLabel   *note_label;
  GtkWidget  *mention_button;
  AdwExpanderRow *edit_row;
  EntFieldRow *name_row;
  AdwComboRow *kind_row;
  EntNoteRow *note_row;
  AdwActionRow *parts_row;
  GtkWidget  *groups[ENT_N_STANCES];
  GtkListBox *lists[ENT_N_STANCES];
  GtkLabel   *no_links_label;
  EntSession *session;
  EntActor   *actor;       /* shown */
  gboolean    showing;     /* the kind is being set from the actor, not by the reader */
};

G_DEFINE_FINAL_TYPE (EntActorPage, ent_actor_page, GTK_TYPE_WIDGET)

static void
show_head (EntActorPage *self, EntActor *actor)
{
  const char *const *aliases = ent_actor_get_aliases (actor);
  g_autofree char *kind = NULL;
  guint n_mentions;

  ent_actor_get_mentions (actor, &n_mentions);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  /* Translators: the kind of an actor and how often it is mentioned: "Country · 14 mentions" */
  kind = g_strdup_printf (_("%s · %s"), ent_words_kind (ent_actor_get_kind (actor)), mentions);

  gtk_label_set_text (self->name_label, ent_actor_get_name (actor));
  gtk_label_set_text (self->kind_label, kind);
  if (*aliases) {
    g_autofree char *list = g_strjoinv (", ", (char **) aliases);
    /* Translators: the other names of an actor: "Also called Kyiv, Ukrainian" */
    g_autofree char *text = g_strdup_printf (_("Also called %s"), list);
    gtk_label_set_text (self->aliases_label, text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->aliases_label), *aliases != NULL);
  gtk_widget_set_visible (self->mention_button, n_mentions > 0);
}

static void
show_relations (EntActorPage *self, EntSession *session, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (ent_session_get_map (session));
  guint n_rows[ENT_N_STANCES] = { 0 }, n_hidden = 0;

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    ent_children_clear_list (self->lists[stance]);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    EntStance stance = ent_relation_get_stance (relation);
    if (ent_relation_get_from (relation) != actor && ent_relation_get_to (relation) != actor)
      continue;
    if (!ent_session_shows (session, relation)) {
      n_hidden++;
      continue;
    }
    gtk_list_box_append (self->lists[stance], ent_relation_row_new (relation));
    n_rows[stance]++;
  }
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_widget_set_visible (self->groups[stance], n_rows[stance] > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_links_label), n_rows[0] + n_rows[1] + n_rows[2] == 0);
  gtk_label_set_text (self->no_links_label, n_hidden > 0 ? _("The links of this actor are not shown: none of them passes the filter.")
                                                         : _("The article names this actor, but says nothing of how it stands to the others."));
}

/* What the actor was merged from, by name. */
static void
show_parts (EntActorPage *self, EntMap *map, EntActor *actor)
{
  guint n_parts = ent_map_count_parts (map, actor);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ent_actor_get_name (ent_map_get_part (map, actor, i)));
  adw_action_row_set_subtitle (self->parts_row, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_row), n_parts > 0);
}

static void
show_fields (EntActorPage *self, EntActor *actor)
{
  const char *note = ent_actor_get_note (actor);

  gtk_label_set_text (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  ent_field_row_show (self->name_row, ent_actor_get_name (actor));
  ent_note_row_show (self->note_row, note);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->kind_row, ent_actor_get_kind (actor));
  self->showing = FALSE;
}

void
ent_actor_page_show (EntActorPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_ACTOR_PAGE (self));
  g_return_if_fail (ent_session_get_actor (session) != NULL);

  EntActor *actor = ent_session_get_actor (session);

  /* What is being typed is about the actor shown before. */
  if (self->actor != actor) {
    ent_field_row_apply (self->name_row);
    ent_note_row_apply (self->note_row);
    ent_field_row_reset (self->name_row);   /* what was refused */
    ent_note_row_reset (self->note_row);
  }
  g_set_object (&self->session, session);
  g_set_object (&self->actor, actor);
  show_head (self, actor);
  show_fields (self, actor);
  show_parts (self, ent_session_get_map (session), actor);
  show_relations (self, session, actor);
}

void
ent_actor_page_edit_name (EntActorPage *self)
{
  g_return_if_fail (ENT_IS_ACTOR_PAGE (self));
  adw_expander_row_set_expanded (self->edit_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  gtk_editable_select_region (GTK_EDITABLE (self->name_row), 0, -1);
}

/* ── from the reader ────────────────────────────────────────────────────────────────────────────────────────────── */

/* NULL where the actor that was typed about is not on the map any more. */
static EntMapEdits *
get_edits (EntActorPage *self)
{
  EntMap *map = self->session ? ent_session_get_map (self->session) : NULL;

  return map && self->actor && ent_map_find_actor (map, ent_actor_get_id (self->actor)) == self->actor ? ent_session_get_edits (self->session) : NULL;
}

static void
name_applied_cb (EntActorPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  g_autoptr (EntActor) actor = self->actor ? g_object_ref (self->actor) : NULL;
  g_autoptr (GError) error = NULL;
  EntMapEdits *edits = get_edits (self);

  /* The row stands on what is known until the map says otherwise; what is not taken stays in it, to be mended. */
  ent_field_row_reset (self->name_row);
  if (edits == NULL || ent_map_edits_set_name (edits, actor, name, &error))
    return;
  ent_field_row_refuse (self->name_row, name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
note_applied_cb (EntActorPage *self)
{
  g_autofree char *note = ent_note_row_dup_text (self->note_row);
  g_autoptr (EntActor) actor = self->actor ? g_object_ref (self->actor) : NULL;
  g_autoptr (GError) error = NULL;
  EntMapEdits *edits = get_edits (self);

  ent_note_row_show (self->note_row, note);
  if (edits == NULL || ent_map_edits_set_note (edits, actor, note, &error))
    return;
  ent_note_row_refuse (self->note_row, ent_actor_get_note (actor));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
kind_selected_cb (EntActorPage *self)
{
  EntMapEdits *edits = get_edits (self);
  guint kind = adw_combo_row_get_selected (self->kind_row);

  if (!self->showing && edits && kind < ENT_N_KINDS)
    ent_map_edits_set_kind (edits, self->actor, kind);
}

static void
link_activated_cb (EntActorPage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
}

static void
show_mentions_cb (EntActorPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show-actor", NULL);
}

static void
ent_actor_page_dispose (GObject *object)
{
  EntActorPage *self = ENT_ACTOR_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actor);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ACTOR_PAGE);
  G_OBJECT_CLASS (ent_actor_page_parent_class)->dispose (object);
}

static void
ent_actor_page_class_init (EntActorPageClass *klass)
{
  static const struct { const char *group, *list; } ids[ENT_N_STANCES] = {
    { "cooperation_group", "cooperation_list" }, { "conflict_group", "conflict_list" }, { "neutral_group", "neutral_list" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_actor_page_dispose;
  g_type_ensure (ENT_TYPE_FIELD_ROW);
  g_type_ensure (ENT_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-actor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, aliases_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, mention_button);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, edit_row);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, parts_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, no_links_label);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++) {
    gtk_widget_class_bind_template_child_full (widget_class, ids[stance].group, FALSE,
                                               G_STRUCT_OFFSET (EntActorPage, groups) + stance * sizeof (GtkWidget *));
    gtk_widget_class_bind_template_child_full (widget_class, ids[stance].list, FALSE,
                                               G_STRUCT_OFFSET (EntActorPage, lists) + stance * sizeof (GtkListBox *));
  }
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_mentions_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_actor_page_init (EntActorPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    gtk_string_list_append (kinds, ent_words_kind (kind));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->showing = FALSE;
}
