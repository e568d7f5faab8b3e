/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-relation-page.h"

#include "ent-children.h"
#include "ent-quote-card.h"
#include "ent-stance-swatch.h"
#include "ent-type-choice.h"
#include "ent-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _EntRelationPage {
  GtkWidget        parent_instance;
  GtkLabel        *direction_label;
  EntStanceSwatch *swatch;
  GtkLabel        *stance_label;
  GtkLabel        *grounds_label;
  AdwComboRow     *type_row;
  AdwActionRow    *direction_row;
  GtkWidget       *reverse_button;
  GtkBox          *quotes_box;

  EntSession      *session;
  EntRelation     *relation;
  EntStance        stance;       /* of the quotes' colours, as shown */
  guint            n_evidence;   /* as shown */
  gboolean         showing;      /* the type is being set from the relation, not by the reader */
};

G_DEFINE_FINAL_TYPE (EntRelationPage, ent_relation_page, GTK_TYPE_WIDGET)

/* ── from the relation ──────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_head (EntRelationPage *self)
{
  EntRelation *relation = self->relation;
  EntActor *from = ent_relation_get_from (relation), *to = ent_relation_get_to (relation);
  const char *label = ent_relation_get_label (relation);
  g_autofree char *direction = ent_words_dup_direction (relation);
  g_autofree char *grounds = ent_words_dup_grounds (relation);
  g_autofree char *heading = NULL;
  g_autofree char *stance = NULL;

  heading = g_markup_printf_escaped ("<a href=\"%s\">%s</a> %s <a href=\"%s\">%s</a>", ent_actor_get_id (from), ent_actor_get_name (from),
                                     ent_relation_get_mutual (relation) ? "↔" : "→", ent_actor_get_id (to), ent_actor_get_name (to));
  if (label == NULL || *label == '\0')
    label = ent_words_type_verb (ent_relation_get_relation_type (relation));
  /* Translators: stance and what is done: "Conflict · opposes" */
  stance = g_strdup_printf (_("%s · %s"), ent_words_stance (ent_relation_get_stance (relation)), label);

  gtk_label_set_markup (self->direction_label, heading);
  ent_stance_swatch_set_stance (self->swatch, ent_relation_get_stance (relation));
  gtk_label_set_text (self->stance_label, stance);
  gtk_label_set_text (self->grounds_label, grounds);
  adw_action_row_set_subtitle (self->direction_row, direction);
  gtk_widget_set_sensitive (self->reverse_button, !ent_relation_get_mutual (relation));
}

static void
show_quotes (EntRelationPage *self)
{
  const EntEvidence *evidence = ent_relation_get_evidence (self->relation, &self->n_evidence);
  GtkWidget *card;

  self->stance = ent_relation_get_stance (self->relation);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->quotes_box))))
    gtk_box_remove (self->quotes_box, card);
  for (guint i = 0; i < self->n_evidence; i++)
    gtk_box_append (self->quotes_box, ent_quote_card_new (&evidence[i], self->stance));
}

void
ent_relation_page_show (EntRelationPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_RELATION_PAGE (self));
  g_return_if_fail (ent_session_get_relation (session) != NULL);

  EntRelation *relation = ent_session_get_relation (session);
  gboolean another = g_set_object (&self->relation, relation);
  guint n_evidence;

  g_set_object (&self->session, session);
  show_head (self);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->type_row, ent_type_choice_find (ent_relation_get_relation_type (relation)));
  self->showing = FALSE;

  /* The cards stay where they are, and the page where it is scrolled to, while only the direction changes. */
  ent_relation_get_evidence (relation, &n_evidence);
  if (another || n_evidence != self->n_evidence || self->stance != ent_relation_get_stance (relation))
    show_quotes (self);
}

/* ── from the reader ────────────────────────────────────────────────────────────────────────────────────────────── */

static void
type_selected_cb (EntRelationPage *self)
{
  EntRelationType type = ent_type_choice_get (adw_combo_row_get_selected (self->type_row));
  EntMap *map;

  if (self->showing || self->relation == NULL || type == ENT_RELATION_NONE || type == ent_relation_get_relation_type (self->relation))
    return;
  /* The article's own word no longer fits. */
  map = ent_session_get_map (self->session);
  ent_map_freeze (map);
  ent_relation_set_relation_type (self->relation, type);
  ent_relation_set_label (self->relation, ent_words_type_verb (type));
  ent_map_thaw (map);
}

static void
reverse_cb (EntRelationPage *self)
{
  ent_relation_reverse (self->relation);
}

static gboolean
activate_link_cb (EntRelationPage *self, const char *id)
{
  EntActor *actor = ent_map_find_actor (ent_session_get_map (self->session), id);

  if (actor)
    ent_session_select (self->session, actor, NULL);
  return TRUE;
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_relation_page_dispose (GObject *object)
{
  EntRelationPage *self = ENT_RELATION_PAGE (object);

  g_clear_object (&self->relation);
  g_clear_object (&self->session);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_RELATION_PAGE);
  G_OBJECT_CLASS (ent_relation_page_parent_class)->dispose (object);
}

static void
ent_relation_page_class_init (EntRelationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_relation_page_dispose;
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-relation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, direction_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, swatch);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, stance_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, grounds_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, type_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, direction_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, reverse_button);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, quotes_box);
  gtk_widget_class_bind_template_callback (widget_class, type_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reverse_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_relation_page_init (EntRelationPage *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_type_choice_set_up (self->type_row);
  self->showing = FALSE;
}
