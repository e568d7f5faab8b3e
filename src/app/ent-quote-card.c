/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-quote-card.h"

#include "ent-children.h"
#include "ent-palette.h"
#include "ent-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _EntQuoteCard {
  GtkWidget    parent_instance;
  GtkLabel    *quote_label;
  GtkLabel    *place_label;
  GtkLabel    *modality_label;
  GtkLabel    *article_label;
  GtkToggleButton *accept_button;

  EntSource   *source;
  EntEvidence  evidence;      /* its pointers are not used: source is kept above */
  EntStance    stance;
  guint        index;         /* among the link's quotes */
  gboolean     showing;       /* the button is being set from the quote, not by the reader */
};

G_DEFINE_FINAL_TYPE (EntQuoteCard, ent_quote_card, GTK_TYPE_WIDGET)

/* ── the quote ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, EntSpan span, const EntEvidence *evidence, gsize lead_bytes)
{
  attribute->start_index = span.start_byte - evidence->span.start_byte + lead_bytes;
  attribute->end_index = span.end_byte - evidence->span.start_byte + lead_bytes;
  pango_attr_list_insert (list, attribute);
}

static gboolean
is_marked (EntSpan span, const EntEvidence *evidence)
{
  return !ent_span_is_empty (span) && ent_span_contains (evidence->span, span);
}

PangoAttrList *
ent_quote_card_new_attributes (const EntEvidence *evidence, gsize lead_bytes, const GdkRGBA *predicate_colour)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (is_marked (evidence->from, evidence))
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), evidence->from, evidence, lead_bytes);
  if (is_marked (evidence->to, evidence))
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), evidence->to, evidence, lead_bytes);
  if (is_marked (evidence->predicate, evidence)) {
    add_attribute (list, pango_attr_foreground_new (predicate_colour->red * G_MAXUINT16, predicate_colour->green * G_MAXUINT16,
                                                    predicate_colour->blue * G_MAXUINT16),
                   evidence->predicate, evidence, lead_bytes);
    add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), evidence->predicate, evidence, lead_bytes);
  }
  return list;
}

static void
update_quote (EntQuoteCard *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const EntPalette *palette = ent_palette_get (adw_style_manager_get_dark (style_manager),
                                               adw_style_manager_get_high_contrast (style_manager));
  const EntColour *colour = &palette->stance_text[self->stance];
  const char *lead = "“";
  g_autofree char *quote = ent_source_dup_text_at (self->source, self->evidence.span);
  g_autofree char *text = g_strconcat (lead, quote, "”", NULL);
  g_autoptr (PangoAttrList) attributes =
    ent_quote_card_new_attributes (&self->evidence, strlen (lead), &(GdkRGBA) { colour->red, colour->green, colour->blue, 1 });

  gtk_label_set_text (self->quote_label, text);
  gtk_label_set_attributes (self->quote_label, attributes);
}

/* ── what stands below ──────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_place (EntQuoteCard *self)
{
  int percent = (int) lround (self->evidence.confidence * 100);
  guint paragraph = ent_source_find_paragraph (self->source, self->evidence.span.start_byte) + 1;
  /* Translators: paragraph number and the quote's own confidence: "¶ 4 · 93 %" */
  g_autofree char *text = ent_words_take_percent (g_strdup_printf (_("¶ %u · %d %%"), paragraph, percent));
  g_autofree char *spoken = ent_words_take_percent (g_strdup_printf (_("Paragraph %u, confidence %d %%"), paragraph, percent));

  gtk_label_set_text (self->place_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_label), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_modality (EntQuoteCard *self, EntActor *speaker)
{
  const char *modality = ent_words_modality (self->evidence.modality);
  g_autofree char *text = NULL;

  /* Translators: that it is reported, and who says so: "reported: Emmanuel Macron" */
  if (modality && speaker)
    text = g_strdup_printf (_("%s: %s"), modality, ent_actor_get_name (speaker));
  gtk_label_set_text (self->modality_label, text ? text : modality ? modality : "");
  gtk_widget_set_visible (GTK_WIDGET (self->modality_label), modality != NULL);
}

void
ent_quote_card_name_article (EntQuoteCard *self, gboolean named)
{
  g_return_if_fail (ENT_IS_QUOTE_CARD (self));

  g_autofree char *date = ent_words_dup_date (self->source);
  const char *title = ent_source_get_title (self->source);
  /* Translators: title and date of an article */
  g_autofree char *text = date ? g_strdup_printf (_("%s, %s"), title, date) : g_strdup (title);
  /* Translators: title and perhaps date of an article */
  g_autofree char *spoken = g_strdup_printf (_("From the article: %s"), text);

  gtk_label_set_text (self->article_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->article_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->article_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->article_label), named);
}

static void
show_in_article_cb (EntQuoteCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show-span", "(stt)", ent_source_get_id (self->source),
                              (guint64) self->evidence.span.start_byte, (guint64) self->evidence.span.end_byte);
}

static void
accept_toggled_cb (EntQuoteCard *self)
{
  if (!self->showing)
    gtk_widget_activate_action (GTK_WIDGET (self), "relation.accept-quote", "(ub)", self->index, gtk_toggle_button_get_active (self->accept_button));
}

static void
reject_cb (EntQuoteCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "relation.reject-quote", "u", self->index);
}

/* What a person entered stays accepted. */
static void
show_verdict (EntQuoteCard *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->accept_button, self->evidence.by_hand);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), !self->evidence.by_hand || self->evidence.read_confidence > 0);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
ent_quote_card_new (const EntEvidence *evidence, EntStance stance, guint index)
{
  EntQuoteCard *self = g_object_new (ENT_TYPE_QUOTE_CARD, NULL);

  self->stance = stance;
  self->index = index;
  ent_quote_card_update (self, evidence);
  return GTK_WIDGET (self);
}

void
ent_quote_card_update (EntQuoteCard *self, const EntEvidence *evidence)
{
  g_return_if_fail (ENT_IS_QUOTE_CARD (self));

  g_set_object (&self->source, evidence->source);
  self->evidence = *evidence;
  update_quote (self);
  show_place (self);
  show_modality (self, evidence->speaker);
  show_verdict (self);
}

static void
style_changed_cb (EntQuoteCard *self)
{
  if (self->source)
    update_quote (self);
}

static void
ent_quote_card_dispose (GObject *object)
{
  g_clear_object (&ENT_QUOTE_CARD (object)->source);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_QUOTE_CARD);
  G_OBJECT_CLASS (ent_quote_card_parent_class)->dispose (object);
}

static void
ent_quote_card_class_init (EntQuoteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_quote_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-quote-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EntQuoteCard, quote_label);
  gtk_widget_class_bind_template_child (widget_class, EntQuoteCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, EntQuoteCard, modality_label);
  gtk_widget_class_bind_template_child (widget_class, EntQuoteCard, accept_button);
  gtk_widget_class_bind_template_child (widget_class, EntQuoteCard, article_label);
  gtk_widget_class_bind_template_callback (widget_class, show_in_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reject_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotecard");
}

static void
ent_quote_card_init (EntQuoteCard *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}
