/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-words.h"

#include "ent-export-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <stdio.h>

/* One table a term, in the order of its enum; what is shown is the translation. */

static const char *const stances[ENT_N_STANCES] = { N_("Cooperation"), N_("Conflict"), N_("Neutral") };

static const char *const kinds[ENT_N_KINDS] = { N_("Country"), N_("Person"), N_("Organisation"), N_("Place"), N_("Group") };

/* Translators: a relation as a thing one may choose. */
static const char *const types[ENT_N_RELATION_TYPES] = {
  [ENT_RELATION_AGREE]     = N_("Agree"),
  [ENT_RELATION_CONSULT]   = N_("Consult"),
  [ENT_RELATION_SUPPORT]   = N_("Support"),
  [ENT_RELATION_CONCEDE]   = N_("Concede"),
  [ENT_RELATION_COOPERATE] = N_("Cooperate"),
  [ENT_RELATION_AID]       = N_("Aid"),
  [ENT_RELATION_RETREAT]   = N_("Retreat"),
  [ENT_RELATION_ALIGN]     = N_("Align"),
  [ENT_RELATION_REQUEST]   = N_("Request"),
  [ENT_RELATION_ACCUSE]    = N_("Accuse"),
  [ENT_RELATION_REJECT]    = N_("Reject"),
  [ENT_RELATION_THREATEN]  = N_("Threaten"),
  [ENT_RELATION_PROTEST]   = N_("Protest"),
  [ENT_RELATION_SANCTION]  = N_("Sanction"),
  [ENT_RELATION_MOBILIZE]  = N_("Mobilise"),
  [ENT_RELATION_COERCE]    = N_("Coerce"),
  [ENT_RELATION_ASSAULT]   = N_("Assault"),
  [ENT_RELATION_DISTRUST]  = N_("Distrust"),
  [ENT_RELATION_MEMBER]    = N_("Membership"),
  [ENT_RELATION_LEAD]      = N_("Leadership"),
  [ENT_RELATION_LOCATE]    = N_("Location"),
  [ENT_RELATION_OTHER]     = N_("Other"),
};

const char *
ent_words_stance (EntStance stance)
{
  g_return_val_if_fail (stance < ENT_N_STANCES, NULL);
  return _(stances[stance]);
}

const char *
ent_words_kind (EntKind kind)
{
  g_return_val_if_fail (kind < ENT_N_KINDS, NULL);
  return _(kinds[kind]);
}

const char *
ent_words_type (EntRelationType type)
{
  g_return_val_if_fail (type >= 0 && type < ENT_N_RELATION_TYPES, NULL);
  return _(types[type]);
}

const char *
ent_words_type_verb (EntRelationType type)
{
  return ent_export_words_type_verb (type);
}

const char *
ent_words_modality (EntModality modality)
{
  return ent_export_words_modality (modality);
}

char *
ent_words_dup_actor (EntActor *actor, guint n_links)
{
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);

  /* Translators: the kind of an actor and how many links it has: "Country · 5 links" */
  return g_strdup_printf (_("%s · %s"), ent_words_kind (ent_actor_get_kind (actor)), links);
}

char *
ent_words_dup_statement (EntRelation *relation)
{
  const char *from = ent_actor_get_name (ent_relation_get_from (relation)), *to = ent_actor_get_name (ent_relation_get_to (relation));

  /* Translators: what a link says, to be heard: an actor, what it does, another actor: "Russia opposes NATO" */
  return g_strdup_printf (C_("link", "%s %s %s"), from, ent_export_words_get_label (relation), to);
}

char *
ent_words_dup_direction (EntRelation *relation)
{
  return ent_export_words_dup_direction (relation);
}

static char *
dup_quotes (EntRelation *relation)
{
  guint n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  return g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes);
}

static int
get_percent (EntRelation *relation)
{
  /* Only what a person entered is certain: what was read never says 100. */
  double confidence = ent_relation_get_confidence (relation);

  return confidence >= 1 ? 100 : MIN (99, (int) lround (confidence * 100));
}

char *
ent_words_take_percent (char *text)
{
  g_autofree char *taken = text;

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_steal_pointer (&taken);
  g_autoptr (GRegex) percent = g_regex_new ("\\d+\\s*%", 0, 0, NULL);
  /* An isolate from left to right. */
  return g_regex_replace (percent, taken, -1, 0, "\u2066\\0\u2069", 0, NULL);
}

char *
ent_words_dup_confidence (EntRelation *relation)
{
  /* Translators: a confidence. */
  return ent_words_take_percent (g_strdup_printf (_("%d %%"), get_percent (relation)));
}

char *
ent_words_dup_grounds (EntRelation *relation)
{
  g_autofree char *quotes = dup_quotes (relation);

  /* Translators: "4 quotes · confidence 93 %" */
  return ent_words_take_percent (g_strdup_printf (_("%s · confidence %d %%"), quotes, get_percent (relation)));
}

char *
ent_words_dup_stance_and_grounds (EntRelation *relation)
{
  g_autofree char *grounds = ent_words_dup_grounds (relation);

  /* Translators: "Conflict · 4 quotes · confidence 93 %" */
  return g_strdup_printf (C_("link", "%s · %s"), ent_words_stance (ent_relation_get_stance (relation)), grounds);
}

char *
ent_words_dup_summary (EntRelation *relation)
{
  g_autofree char *quotes = dup_quotes (relation);
  const char *label = ent_relation_get_label (relation);

  if (label == NULL || *label == '\0')
    label = ent_words_type_verb (ent_relation_get_relation_type (relation));
  /* Translators: "opposes · 3 quotes · 93 %" */
  return ent_words_take_percent (g_strdup_printf (_("%s · %s · %d %%"), label, quotes, get_percent (relation)));
}

char *
ent_words_dup_map_size (EntMap *map, guint n_hidden)
{
  guint n_actors = g_list_model_get_n_items (ent_map_get_actors (map));
  guint n_links = g_list_model_get_n_items (ent_map_get_relations (map));
  guint n_articles = g_list_model_get_n_items (ent_map_get_sources (map));
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors);
  /* Translators: the first number is how many links are shown, the second how many there are. */
  g_autofree char *links = n_hidden > 0 ? g_strdup_printf (ngettext ("%u of %u link", "%u of %u links", n_links), n_links - n_hidden, n_links)
                                        : g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);

  /* Translators: "12 actors · 23 links · 1 article" */
  return g_strdup_printf (_("%s · %s · %s"), actors, links, articles);
}

char *
ent_words_dup_hidden (guint n_hidden)
{
  /* Translators: a link is weak whose confidence is below what the reader asks for. */
  return n_hidden > 0 ? g_strdup_printf (ngettext ("%u weak link hidden", "%u weak links hidden", n_hidden), n_hidden) : g_strdup (_("No links hidden"));
}

char *
ent_words_dup_date (EntSource *source)
{
  const char *date = ent_source_get_date (source);
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (date && sscanf (date, "%4d-%2d-%2d", &year, &month, &day) == 3)
    time = g_date_time_new_local (year, month, day, 12, 0, 0);
  return time ? g_date_time_format (time, "%x") : g_strdup (date);
}

char *
ent_words_dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base ? g_filename_display_name (base) : g_file_get_parse_name (file);
}
