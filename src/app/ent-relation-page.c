/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-relation-page.h"

#include "ent-children.h"
#include "ent-field-row.h"
#include "ent-map-articles.h"
#include "ent-note-row.h"
#include "ent-quote-card.h"
#include "ent-relation-row.h"
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
  GtkLabel        *articles_label;
  GtkWidget       *disagreement_group;
  GtkListBox      *disagreement_list;
  AdwComboRow     *type_row;
  AdwActionRow    *direction_row;
  GtkWidget       *reverse_button;
  GtkLabel        *note_label;
  AdwComboRow     *stance_row;
  GtkSwitch       *mutual_switch;
  EntFieldRow     *label_row;
  EntNoteRow      *note_row;
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

static guint
count_articles (EntRelationPage *self)
{
  return g_list_model_get_n_items (ent_map_get_sources (ent_session_get_map (self->session)));
}

/* What several articles make of it. */
static void
show_articles (EntRelationPage *self)
{
  guint n_all = count_articles (self), n_claiming = ent_relation_count_sources (self->relation);
  EntRelation *other = n_all > 1 ? ent_map_find_disagreement (ent_session_get_map (self->session), self->relation) : NULL;
  /* Translators: how many of the articles on the map claim a link */
  g_autofree char *text = g_strdup_printf (ngettext ("In %u of %u article", "In %u of %u articles", n_all), n_claiming, n_all);

  gtk_label_set_text (self->articles_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->articles_label), n_all > 1);
  ent_children_clear_list (self->disagreement_list);
  if (other)
    gtk_list_box_append (self->disagreement_list, ent_relation_row_new (other));
  gtk_widget_set_visible (self->disagreement_group, other != NULL);
}

/* The number of the card that has the focus; -1: none has. */
static int
find_focused_card (EntRelationPage *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->quotes_box));

  for (int i = 0; card; i++, card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_get_focus_child (GTK_WIDGET (self->quotes_box)) == card)
      return i;
  return -1;
}

static void
show_quotes (EntRelationPage *self)
{
  const EntEvidence *evidence = ent_relation_get_evidence (self->relation, &self->n_evidence);
  int focused = find_focused_card (self);
  GtkWidget *card;

  self->stance = ent_relation_get_stance (self->relation);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->quotes_box))))
    gtk_box_remove (self->quotes_box, card);
  for (guint i = 0; i < self->n_evidence; i++) {
    card = ent_quote_card_new (&evidence[i], self->stance, i);
    ent_quote_card_name_article (ENT_QUOTE_CARD (card), count_articles (self) > 1);
    gtk_box_append (self->quotes_box, card);
    /* Where a quote went the next one takes its place. */
    if ((int) i == MIN (focused, (int) self->n_evidence - 1))
      gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  }
}

/* The cards stay where they are, and the page where it is scrolled to, while only the direction or what is held of a quote changes. */
static void
update_quotes (EntRelationPage *self)
{
  const EntEvidence *evidence = ent_relation_get_evidence (self->relation, NULL);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->quotes_box));

  for (guint i = 0; card; i++, card = gtk_widget_get_next_sibling (card)) {
    ent_quote_card_update (ENT_QUOTE_CARD (card), &evidence[i]);
    ent_quote_card_name_article (ENT_QUOTE_CARD (card), count_articles (self) > 1);
  }
}

static void
show_fields (EntRelationPage *self)
{
  EntRelation *relation = self->relation;
  const char *note = ent_relation_get_note (relation);

  gtk_label_set_text (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  ent_field_row_show (self->label_row, ent_relation_get_label (relation));
  ent_note_row_show (self->note_row, note);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->type_row, ent_type_choice_find (ent_relation_get_relation_type (relation)));
  adw_combo_row_set_selected (self->stance_row, ent_relation_get_stance (relation));
  gtk_switch_set_active (self->mutual_switch, ent_relation_get_mutual (relation));
  self->showing = FALSE;
}

void
ent_relation_page_show (EntRelationPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_RELATION_PAGE (self));
  g_return_if_fail (ent_session_get_relation (session) != NULL);

  EntRelation *relation = ent_session_get_relation (session);
  gboolean another;
  guint n_evidence;

  /* What is being typed is about the link shown before. */
  if (self->relation != relation) {
    ent_field_row_apply (self->label_row);
    ent_note_row_apply (self->note_row);
    ent_field_row_reset (self->label_row);   /* what was refused */
    ent_note_row_reset (self->note_row);
  }
  g_set_object (&self->session, session);
  another = g_set_object (&self->relation, relation);
  show_head (self);
  show_articles (self);
  show_fields (self);
  ent_relation_get_evidence (relation, &n_evidence);
  if (another || n_evidence != self->n_evidence || self->stance != ent_relation_get_stance (relation))
    show_quotes (self);
  else
    update_quotes (self);
}

/* ── from the reader ────────────────────────────────────────────────────────────────────────────────────────────── */

/* NULL where the link is not on the map any more, or is being shown. */
static EntMapEdits *
get_edits (EntRelationPage *self)
{
  EntMap *map = self->session ? ent_session_get_map (self->session) : NULL;

  if (self->showing || map == NULL || self->relation == NULL ||
      ent_map_find_relation (map, ent_relation_get_id (self->relation)) != self->relation)
    return NULL;
  return ent_session_get_edits (self->session);
}

/* The article's own word no longer fits. */
static void
set_type (EntRelationPage *self, EntRelationType type)
{
  EntMapEdits *edits = get_edits (self);

  if (edits)
    ent_map_edits_set_type (edits, self->relation, type, ent_words_type_verb (type));
}

static void
type_selected_cb (EntRelationPage *self)
{
  EntRelationType type = ent_type_choice_get (adw_combo_row_get_selected (self->type_row));

  if (type != ENT_RELATION_NONE)
    set_type (self, type);
}

/* The type that says no more than the stance. */
static void
stance_selected_cb (EntRelationPage *self)
{
  static const EntRelationType types[ENT_N_STANCES] = { ENT_RELATION_COOPERATE, ENT_RELATION_REJECT, ENT_RELATION_OTHER };
  guint stance = adw_combo_row_get_selected (self->stance_row);

  if (stance < ENT_N_STANCES && get_edits (self) && stance != ent_relation_get_stance (self->relation))
    set_type (self, types[stance]);
}

static void
reverse_cb (EntRelationPage *self)
{
  EntMapEdits *edits = get_edits (self);

  if (edits)
    ent_map_edits_reverse (edits, self->relation);
}

static void
mutual_switched_cb (EntRelationPage *self)
{
  EntMapEdits *edits = get_edits (self);

  if (edits)
    ent_map_edits_set_mutual (edits, self->relation, gtk_switch_get_active (self->mutual_switch));
}

static void
label_applied_cb (EntRelationPage *self)
{
  g_autofree char *label = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label_row)));
  g_autoptr (GError) error = NULL;
  EntMapEdits *edits = get_edits (self);

  ent_field_row_reset (self->label_row);
  if (edits == NULL || ent_map_edits_set_label (edits, self->relation, label, &error))
    return;
  ent_field_row_refuse (self->label_row, label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
note_applied_cb (EntRelationPage *self)
{
  g_autofree char *note = ent_note_row_dup_text (self->note_row);
  g_autoptr (GError) error = NULL;
  EntMapEdits *edits = get_edits (self);

  ent_note_row_show (self->note_row, note);
  if (edits == NULL || ent_map_edits_set_link_note (edits, self->relation, note, &error))
    return;
  ent_note_row_refuse (self->note_row, ent_relation_get_note (self->relation));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
accept_quote_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRelationPage *self = ENT_RELATION_PAGE (widget);
  EntMapEdits *edits = get_edits (self);
  gboolean accept;
  guint index;

  g_variant_get (parameter, "(ub)", &index, &accept);
  if (edits && index < self->n_evidence)
    ent_map_edits_accept_quote (edits, self->relation, index, accept);
}

static void
reject_quote_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRelationPage *self = ENT_RELATION_PAGE (widget);
  EntMapEdits *edits = get_edits (self);
  guint index = g_variant_get_uint32 (parameter);
  gboolean last = self->n_evidence == 1;

  if (edits == NULL || index >= self->n_evidence)
    return;
  ent_map_edits_reject_quote (edits, self->relation, index);
  gtk_widget_activate_action (widget, "win.say-undoable", "s", last ? _("Link removed with its last quote") : _("Quote rejected"));
}

static void
disagreement_activated_cb (EntRelationPage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
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
  g_type_ensure (ENT_TYPE_FIELD_ROW);
  g_type_ensure (ENT_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-relation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, direction_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, swatch);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, stance_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, grounds_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, articles_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, disagreement_group);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, disagreement_list);
  gtk_widget_class_bind_template_callback (widget_class, disagreement_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, type_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, direction_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, reverse_button);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, stance_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, mutual_switch);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, label_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, EntRelationPage, quotes_box);
  gtk_widget_class_bind_template_callback (widget_class, stance_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mutual_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
  gtk_widget_class_install_action (widget_class, "relation.accept-quote", "(ub)", accept_quote_action);
  gtk_widget_class_install_action (widget_class, "relation.reject-quote", "u", reject_quote_action);
  gtk_widget_class_bind_template_callback (widget_class, type_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reverse_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_relation_page_init (EntRelationPage *self)
{
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_string_list_append (stances, ent_words_stance (stance));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->stance_row, G_LIST_MODEL (stances));
  ent_type_choice_set_up (self->type_row);
  self->showing = FALSE;
}
