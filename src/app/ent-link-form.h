/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntLinkForm:
 * From whom to whom a link that is going to be added leads, of what type, and the quote that it rests on. The two actors that the
 * quote names first are proposed, or else those of the sentence around it, in the order of the text.
 *
 * Property: "complete" (gboolean, read-only), with notify: whether the two are different actors.
 */
#define ENT_TYPE_LINK_FORM (ent_link_form_get_type ())
G_DECLARE_FINAL_TYPE (EntLinkForm, ent_link_form, ENT, LINK_FORM, GtkWidget)

/* map: with two actors at least. quote: in the source's text (ent_source_has_span). */
GtkWidget      *ent_link_form_new      (EntMap *map, EntSource *source, EntSpan quote);
EntActor       *ent_link_form_get_from (EntLinkForm *self);
EntActor       *ent_link_form_get_to   (EntLinkForm *self);
EntRelationType ent_link_form_get_type_chosen (EntLinkForm *self);
/* The quote with the places of the actors in it, where it names them. */
EntEvidence     ent_link_form_get_evidence (EntLinkForm *self);

G_END_DECLS
