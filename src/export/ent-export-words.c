/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-export-words.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const stances[ENT_N_STANCES] = {
  [ENT_STANCE_COOPERATION] = N_("cooperation"), [ENT_STANCE_CONFLICT] = N_("conflict"), [ENT_STANCE_NEUTRAL] = N_("neutral"),
};

static const char *const kinds[ENT_N_KINDS] = {
  [ENT_KIND_COUNTRY] = N_("country"), [ENT_KIND_PERSON] = N_("person"), [ENT_KIND_ORGANISATION] = N_("organisation"),
  [ENT_KIND_PLACE] = N_("place"), [ENT_KIND_GROUP] = N_("group"),
};

static const char *const modalities[ENT_N_MODALITIES] = {
  NULL,
  /* Translators: what a quote says may be so, it is not said that it is. */
  N_("possible"),
  /* Translators: what a quote says is someone else's word. */
  N_("reported"),
  /* Translators: what a quote says is that it is not so. */
  N_("denied"),
};

/* Translators: between two actors: "France supports Italy". */
static const char *const verbs[ENT_N_RELATION_TYPES] = {
  [ENT_RELATION_AGREE]     = N_("agrees with"),      [ENT_RELATION_CONSULT]  = N_("consults with"),
  [ENT_RELATION_SUPPORT]   = N_("supports"),         [ENT_RELATION_CONCEDE]  = N_("concedes to"),
  [ENT_RELATION_COOPERATE] = N_("cooperates with"),  [ENT_RELATION_AID]      = N_("aids"),
  [ENT_RELATION_RETREAT]   = N_("retreats before"),  [ENT_RELATION_ALIGN]    = N_("aligns with"),
  [ENT_RELATION_REQUEST]   = N_("demands from"),     [ENT_RELATION_ACCUSE]   = N_("accuses"),
  [ENT_RELATION_REJECT]    = N_("rejects"),          [ENT_RELATION_THREATEN] = N_("threatens"),
  [ENT_RELATION_PROTEST]   = N_("protests against"), [ENT_RELATION_SANCTION] = N_("sanctions"),
  [ENT_RELATION_MOBILIZE]  = N_("mobilises against"), [ENT_RELATION_COERCE]  = N_("coerces"),
  [ENT_RELATION_ASSAULT]   = N_("assaults"),         [ENT_RELATION_DISTRUST] = N_("distrusts"),
  [ENT_RELATION_MEMBER]    = N_("is a member of"),   [ENT_RELATION_LEAD]     = N_("leads"),
  [ENT_RELATION_LOCATE]    = N_("is located in"),    [ENT_RELATION_OTHER]    = N_("has to do with"),
};

const char *
ent_export_words_stance (EntStance stance)
{
  g_return_val_if_fail (stance < ENT_N_STANCES, NULL);
  return _(stances[stance]);
}

const char *
ent_export_words_kind (EntKind kind)
{
  g_return_val_if_fail (kind < ENT_N_KINDS, NULL);
  return _(kinds[kind]);
}

const char *
ent_export_words_type_verb (EntRelationType type)
{
  g_return_val_if_fail (type >= 0 && type < ENT_N_RELATION_TYPES, NULL);
  return _(verbs[type]);
}

const char *
ent_export_words_modality (EntModality modality)
{
  g_return_val_if_fail (modality < ENT_N_MODALITIES, NULL);
  return modalities[modality] != NULL ? _(modalities[modality]) : NULL;
}

const char *
ent_export_words_get_label (EntRelation *relation)
{
  const char *label = ent_relation_get_label (relation);

  return *label != '\0' ? label : ent_export_words_type_verb (ent_relation_get_relation_type (relation));
}

char *
ent_export_words_dup_direction (EntRelation *relation)
{
  const char *from = ent_actor_get_name (ent_relation_get_from (relation)), *to = ent_actor_get_name (ent_relation_get_to (relation));

  return g_strdup_printf (ent_relation_get_mutual (relation) ? "%s ↔ %s" : "%s → %s", from, to);
}

char *
ent_export_words_dup_quote (const EntEvidence *evidence)
{
  char *quote = ent_source_dup_text_at (evidence->source, evidence->span);

  return quote != NULL ? g_strstrip (quote) : g_strdup ("");
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const EntExportMark *one = a, *other = b;

  return one->span.start_byte < other->span.start_byte ? -1 : one->span.start_byte > other->span.start_byte;
}

guint
ent_export_words_find_marks (const EntEvidence *evidence, const char *quote, EntExportMark marks[3])
{
  const EntExportMark all[] = { { evidence->from, FALSE }, { evidence->predicate, TRUE }, { evidence->to, FALSE } };
  const char         *start = ent_source_get_text (evidence->source) + evidence->span.start_byte;
  gsize               first = evidence->span.start_byte, n_bytes = strlen (quote);
  guint               n_inside = 0, n_marks = 0;

  for (; g_ascii_isspace (*start); start++)
    first++;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!ent_span_is_empty (all[i].span) && all[i].span.start_byte >= first && all[i].span.end_byte <= first + n_bytes)
      marks[n_inside++] = (EntExportMark) { { all[i].span.start_byte - first, all[i].span.end_byte - first }, all[i].predicate };
  qsort (marks, n_inside, sizeof *marks, compare_marks);
  for (guint i = 0; i < n_inside; i++)
    if (n_marks == 0 || marks[i].span.start_byte >= marks[n_marks - 1].span.end_byte)
      marks[n_marks++] = marks[i];
  return n_marks;
}

char *
ent_export_words_dup_place (const EntEvidence *evidence, gboolean with_article)
{
  guint       paragraph = ent_source_find_paragraph (evidence->source, evidence->span.start_byte) + 1;
  const char *title = ent_source_get_title (evidence->source), *modality = ent_export_words_modality (evidence->modality);
  GString    *out = g_string_new (NULL);

  if (with_article && title != NULL && *title != '\0')
    g_string_append_printf (out, "%s, ", title);
  g_string_append_printf (out, "¶\u00a0%u", paragraph);
  if (modality != NULL)
    g_string_append_printf (out, " · %s", modality);
  if (modality != NULL && evidence->speaker != NULL)
    g_string_append_printf (out, ": %s", ent_actor_get_name (evidence->speaker));
  return g_string_free (out, FALSE);
}

char *
ent_export_words_dup_quotes (EntRelation *relation, gboolean with_article)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  GString           *out = g_string_new (NULL);

  for (guint i = 0; i < n_evidence; i++)
    {
      g_autofree char *quote = ent_export_words_dup_quote (&evidence[i]), *place = ent_export_words_dup_place (&evidence[i], with_article);
      g_string_append_printf (out, "%s“%s” (%s)", i > 0 ? "\n" : "", quote, place);
    }
  return g_string_free (out, FALSE);
}

typedef struct { char *words; guint n, first; } Form;

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const Form *one = *(Form *const *) a, *other = *(Form *const *) b;

  return one->n != other->n ? (one->n > other->n ? -1 : 1) : one->first < other->first ? -1 : 1;
}

static void
free_form (gpointer data)
{
  g_free (((Form *) data)->words);
  g_free (data);
}

/* What the mentions say, counted. The hash table borrows from the array. */
static GPtrArray *
count_forms (const EntActorMention *mentions, guint n_mentions)
{
  GPtrArray              *forms = g_ptr_array_new_with_free_func (free_form);
  g_autoptr (GHashTable)  by_words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autofree char *words = ent_source_dup_text_at (mentions[i].source, mentions[i].span);
      Form            *form = words != NULL ? g_hash_table_lookup (by_words, words) : NULL;

      if (words == NULL)
        continue;
      if (form == NULL)
        {
          form = g_new (Form, 1);
          *form = (Form) { g_steal_pointer (&words), 0, i };
          g_ptr_array_add (forms, form);
          g_hash_table_insert (by_words, form->words, form);
        }
      form->n++;
    }
  g_ptr_array_sort (forms, compare_forms);
  return forms;
}

char *
ent_export_words_dup_mentions (EntActor *actor)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);
  g_autoptr (GPtrArray)  forms = count_forms (mentions, n_mentions);

  if (n_mentions == 0)
    return NULL;
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);
  for (guint i = 0; i < forms->len; i++)
    {
      const Form *form = g_ptr_array_index (forms, i);
      g_string_append_printf (out, "%s“%s” %u", i == 0 ? ": " : ", ", form->words, form->n);
    }
  return g_string_free (out, FALSE);
}

char *
ent_export_words_dup_percent (double confidence)
{
  /* Translators: a confidence. */
  return g_strdup_printf (_("%d %%"), confidence >= 1 ? 100 : MIN (99, (int) lround (confidence * 100)));
}
