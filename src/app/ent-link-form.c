/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-link-form.h"

#include "ent-children.h"
#include "ent-type-choice.h"

#include <string.h>

struct _EntLinkForm {
  GtkWidget    parent_instance;
  GtkLabel    *quote_label;
  GtkDropDown *from_choice;
  GtkDropDown *to_choice;
  AdwComboRow *type_row;

  EntMap      *map;
  EntSource   *source;
  EntSpan      quote;
};

enum { PROP_0, PROP_COMPLETE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntLinkForm, ent_link_form, GTK_TYPE_WIDGET)

/* ── what the article says ──────────────────────────────────────────────────────────────────────────────────────── */

/* The sentence that a span stands in, as far as full stops and paragraphs tell. */
static EntSpan
find_sentence (EntSource *source, EntSpan span)
{
  const char *text = ent_source_get_text (source);
  EntSpan sentence = span;

  while (sentence.start_byte > 0 && !strchr (".!?\n", text[sentence.start_byte - 1]))
    sentence.start_byte--;
  while (text[sentence.end_byte] && !strchr (".!?\n", text[sentence.end_byte]))
    sentence.end_byte++;
  return sentence;
}

/* Where an actor is first spoken of in a span; empty where it is not. */
static EntSpan
find_mention (EntLinkForm *self, EntActor *actor, EntSpan within)
{
  guint n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);
  EntSpan first = { 0, 0 };

  for (guint i = 0; i < n_mentions; i++)
    if (mentions[i].source == self->source && ent_span_contains (within, mentions[i].span) &&
        (ent_span_is_empty (first) || mentions[i].span.start_byte < first.start_byte))
      first = mentions[i].span;
  return first;
}

/* The place on the list of the actor spoken of first in a span, other than one; GTK_INVALID_LIST_POSITION: there is none. */
static guint
find_first (EntLinkForm *self, EntSpan within, guint other_than)
{
  GListModel *actors = ent_map_get_actors (self->map);
  gsize first = G_MAXSIZE;
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    EntSpan mention = find_mention (self, actor, within);
    if (i == other_than || ent_span_is_empty (mention) || mention.start_byte >= first)
      continue;
    first = mention.start_byte;
    found = i;
  }
  return found;
}

static guint
propose (EntLinkForm *self, guint other_than)
{
  guint found = find_first (self, self->quote, other_than);

  if (found == GTK_INVALID_LIST_POSITION)
    found = find_first (self, find_sentence (self->source, self->quote), other_than);
  if (found == GTK_INVALID_LIST_POSITION)
    found = other_than == 0 ? 1 : 0;
  return found;
}

static gsize
find_start (EntLinkForm *self, guint actor)
{
  g_autoptr (EntActor) item = g_list_model_get_item (ent_map_get_actors (self->map), actor);
  EntSpan mention = find_mention (self, item, find_sentence (self->source, self->quote));

  return ent_span_is_empty (mention) ? G_MAXSIZE : mention.start_byte;
}

/* Whom the quote names, and who comes first in the sentence acts. */
static void
propose_both (EntLinkForm *self)
{
  guint one = propose (self, GTK_INVALID_LIST_POSITION), other = propose (self, one);
  gboolean in_order = find_start (self, one) <= find_start (self, other);

  gtk_drop_down_set_selected (self->from_choice, in_order ? one : other);
  gtk_drop_down_set_selected (self->to_choice, in_order ? other : one);
}

/* ── what is chosen ─────────────────────────────────────────────────────────────────────────────────────────────── */

EntActor *
ent_link_form_get_from (EntLinkForm *self)
{
  g_return_val_if_fail (ENT_IS_LINK_FORM (self), NULL);
  return gtk_drop_down_get_selected_item (self->from_choice);
}

EntActor *
ent_link_form_get_to (EntLinkForm *self)
{
  g_return_val_if_fail (ENT_IS_LINK_FORM (self), NULL);
  return gtk_drop_down_get_selected_item (self->to_choice);
}

EntRelationType
ent_link_form_get_type_chosen (EntLinkForm *self)
{
  g_return_val_if_fail (ENT_IS_LINK_FORM (self), ENT_RELATION_NONE);
  return ent_type_choice_get (adw_combo_row_get_selected (self->type_row));
}

EntEvidence
ent_link_form_get_evidence (EntLinkForm *self)
{
  return (EntEvidence) {
    .source = self->source, .span = self->quote,
    .from = find_mention (self, ent_link_form_get_from (self), self->quote), .to = find_mention (self, ent_link_form_get_to (self), self->quote),
  };
}

static void
chosen_cb (EntLinkForm *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
swap_cb (EntLinkForm *self)
{
  guint from = gtk_drop_down_get_selected (self->from_choice);

  gtk_drop_down_set_selected (self->from_choice, gtk_drop_down_get_selected (self->to_choice));
  gtk_drop_down_set_selected (self->to_choice, from);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
set_up_choice (GtkDropDown *choice, GListModel *actors)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (ENT_TYPE_ACTOR, NULL, "name");

  gtk_drop_down_set_expression (choice, name);
  gtk_drop_down_set_model (choice, actors);
}

GtkWidget *
ent_link_form_new (EntMap *map, EntSource *source, EntSpan quote)
{
  EntLinkForm *self = g_object_new (ENT_TYPE_LINK_FORM, NULL);
  g_autofree char *words = ent_source_dup_text_at (source, quote);
  g_autofree char *text = g_strdup_printf ("“%s”", words);

  self->map = g_object_ref (map);
  self->source = g_object_ref (source);
  self->quote = quote;
  gtk_label_set_text (self->quote_label, text);
  set_up_choice (self->from_choice, ent_map_get_actors (map));
  set_up_choice (self->to_choice, ent_map_get_actors (map));
  propose_both (self);
  return GTK_WIDGET (self);
}

static void
ent_link_form_dispose (GObject *object)
{
  EntLinkForm *self = ENT_LINK_FORM (object);

  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_LINK_FORM);
  g_clear_object (&self->source);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (ent_link_form_parent_class)->dispose (object);
}

static void
ent_link_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntLinkForm *self = ENT_LINK_FORM (object);

  switch (prop_id) {
  case PROP_COMPLETE: g_value_set_boolean (value, ent_link_form_get_from (self) != ent_link_form_get_to (self)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_link_form_class_init (EntLinkFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_link_form_dispose;
  object_class->get_property = ent_link_form_get_property;
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-link-form.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLinkForm, quote_label);
  gtk_widget_class_bind_template_child (widget_class, EntLinkForm, from_choice);
  gtk_widget_class_bind_template_child (widget_class, EntLinkForm, to_choice);
  gtk_widget_class_bind_template_child (widget_class, EntLinkForm, type_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_link_form_init (EntLinkForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_type_choice_set_up (self->type_row);
  adw_combo_row_set_selected (self->type_row, ent_type_choice_find (ENT_RELATION_SUPPORT));
}
