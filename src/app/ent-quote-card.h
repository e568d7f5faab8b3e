/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntQuoteCard:
 * One quote that a link rests on, word for word, with its actors and its predicate marked, where it stands, and how sure it is.
 * "Show in Article" activates the action "pane.show-span" of a widget above, accepting and rejecting "relation.accept-quote" and
 * "relation.reject-quote".
 */
#define ENT_TYPE_QUOTE_CARD (ent_quote_card_get_type ())
G_DECLARE_FINAL_TYPE (EntQuoteCard, ent_quote_card, ENT, QUOTE_CARD, GtkWidget)

/* Copies what it shows of the evidence. index: among the link's quotes. */
GtkWidget     *ent_quote_card_new            (const EntEvidence *evidence, EntStance stance, guint index);
/* Says which article it is from, which need not be said where there is but one. */
void           ent_quote_card_name_article   (EntQuoteCard *self, gboolean named);
/* Shows the same quote as it is now. */
void           ent_quote_card_update         (EntQuoteCard *self, const EntEvidence *evidence);
/* The marks of a quote as the card writes it; lead_bytes: what stands before the quote's first byte. (transfer full) */
PangoAttrList *ent_quote_card_new_attributes (const EntEvidence *evidence, gsize lead_bytes, const GdkRGBA *predicate_colour);

G_END_DECLS
