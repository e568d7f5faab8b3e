/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comma-separated tables as RFC 4180 has them: lines end in CR LF, a field with a comma, a quote or a line break stands in quotes.
 * Names and quotes come from articles that anyone may have written, and a spreadsheet reads what begins with =, +, − or @ as a
 * formula, which may send off what stands beside it: such a text gets an apostrophe before it. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"

#include <string.h>

typedef struct {
  GString       *out;
  const EntScene *scene;
  gboolean       verbatim;
  gboolean       in_row;     /* a field stands before this one */
} Table;

static void
begin_field (Table *self)
{
  if (self->in_row)
    g_string_append_c (self->out, ',');
  self->in_row = TRUE;
}

static void
end_row (Table *self)
{
  g_string_append (self->out, "\r\n");
  self->in_row = FALSE;
}

gboolean
ent_export_looks_like_a_formula (const char *text)
{
  static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  text += strspn (text, " ");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;
  return FALSE;
}

static void
add_text (Table *self, const char *text)
{
  gboolean formula = !self->verbatim && ent_export_looks_like_a_formula (text);

  begin_field (self);
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (self->out, formula ? "'" : "");
      g_string_append (self->out, text);
      return;
    }
  g_string_append (self->out, formula ? "\"'" : "\"");
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (self->out, text, quote - text);
      g_string_append (self->out, "\"\"");
    }
  g_string_append (self->out, text);
  g_string_append_c (self->out, '"');
}

static void
add_real (Table *self, double value)
{
  begin_field (self);
  ent_markup_append_real (self->out, value);
}

static void
add_count (Table *self, gsize count)
{
  begin_field (self);
  g_string_append_printf (self->out, "%" G_GSIZE_FORMAT, count);
}

static void
add_boolean (Table *self, gboolean value)
{
  add_text (self, value ? "true" : "false");
}

static Table
begin_table (const EntScene *scene, const EntExportOptions *options, const char *const *columns)
{
  Table self = { g_string_new (options->byte_order_mark ? "\xEF\xBB\xBF" : ""), scene, options->verbatim, FALSE };

  for (; *columns != NULL; columns++)
    add_text (&self, *columns);
  end_row (&self);
  return self;
}

/* ── Actors ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

GBytes *
ent_export_csv_actors (const EntScene *scene, const EntExportOptions *options)
{
  static const char *const columns[] = { "id", "name", "kind", "aliases", "mentions", "links", "salience", "x", "y", "pinned", "note", NULL };
  Table               self = begin_table (scene, options, columns);
  g_autofree guint   *n_links = ent_export_count_links (scene, NULL);
  guint               n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      EntActor        *actor = nodes[i].actor;
      g_autofree char *aliases = g_strjoinv ("; ", (char **) ent_actor_get_aliases (actor));
      guint            n_mentions;

      if (!ent_export_shows_node (scene, i))
        continue;
      ent_actor_get_mentions (actor, &n_mentions);
      add_text (&self, ent_actor_get_id (actor));
      add_text (&self, ent_actor_get_name (actor));
      add_text (&self, ent_kind_to_string (ent_actor_get_kind (actor)));
      add_text (&self, aliases);
      add_count (&self, n_mentions);
      add_count (&self, n_links[i]);
      add_real (&self, nodes[i].salience);
      add_real (&self, nodes[i].x);
      add_real (&self, nodes[i].y);
      add_boolean (&self, ent_actor_get_pinned (actor));
      add_text (&self, ent_actor_get_note (actor));
      end_row (&self);
    }
  return g_string_free_to_bytes (self.out);
}

/* ── Relations and evidence ─────────────────────────────────────────────────────────────────────────────────────── */

/* The columns that both tables begin with: which relation it is. */
#define RELATION_COLUMNS "from_id", "from", "to_id", "to", "mutual", "stance", "type", "label"

static void
add_relation (Table *self, EntRelation *relation)
{
  EntActor *from = ent_relation_get_from (relation), *to = ent_relation_get_to (relation);

  add_text (self, ent_relation_get_id (relation));
  add_text (self, ent_actor_get_id (from));
  add_text (self, ent_actor_get_name (from));
  add_text (self, ent_actor_get_id (to));
  add_text (self, ent_actor_get_name (to));
  add_boolean (self, ent_relation_get_mutual (relation));
  add_text (self, ent_stance_to_string (ent_relation_get_stance (relation)));
  add_text (self, ent_relation_type_to_string (ent_relation_get_relation_type (relation)));
  add_text (self, ent_relation_get_label (relation));
}

GBytes *
ent_export_csv_relations (const EntScene *scene, const EntExportOptions *options)
{
  static const char *const columns[] = { "id", RELATION_COLUMNS, "hedged", "quotes", "confidence", "note", NULL };
  Table               self = begin_table (scene, options, columns);
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      EntRelation *relation = links[i].relation;
      guint        n_quotes;

      if (!ent_export_shows_link (scene, i))
        continue;
      ent_relation_get_evidence (relation, &n_quotes);
      add_relation (&self, relation);
      add_boolean (&self, links[i].dashed);
      add_count (&self, n_quotes);
      add_real (&self, ent_relation_get_confidence (relation));
      add_text (&self, ent_relation_get_note (relation));
      end_row (&self);
    }
  return g_string_free_to_bytes (self.out);
}

/* Paragraphs count from 1; start and end are characters of the article's text, as in the map's file. */
static void
add_evidence (Table *self, EntRelation *relation, const EntEvidence *evidence)
{
  const EntOffsets *offsets = ent_source_get_offsets (evidence->source);
  const char       *title = ent_source_get_title (evidence->source);
  g_autofree char  *quote = ent_source_dup_text_at (evidence->source, evidence->span);

  add_relation (self, relation);
  add_text (self, ent_source_get_id (evidence->source));
  add_text (self, title != NULL ? title : "");
  add_count (self, ent_source_find_paragraph (evidence->source, evidence->span.start_byte) + 1);
  add_count (self, ent_offsets_to_chars (offsets, evidence->span.start_byte));
  add_count (self, ent_offsets_to_chars (offsets, evidence->span.end_byte));
  add_text (self, quote != NULL ? quote : "");
  add_text (self, ent_modality_to_string (evidence->modality));
  add_text (self, evidence->speaker != NULL ? ent_actor_get_name (evidence->speaker) : "");
  add_real (self, evidence->confidence);
  end_row (self);
}

GBytes *
ent_export_csv_evidence (const EntScene *scene, const EntExportOptions *options)
{
  static const char *const columns[] = {
    "relation_id", RELATION_COLUMNS, "source_id", "article", "paragraph", "start", "end", "quote", "modality", "speaker", "confidence", NULL,
  };
  Table               self = begin_table (scene, options, columns);
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint              n_evidence;
      const EntEvidence *evidence = ent_relation_get_evidence (links[i].relation, &n_evidence);

      for (guint e = 0; e < n_evidence && ent_export_shows_link (scene, i); e++)
        add_evidence (&self, links[i].relation, &evidence[e]);
    }
  return g_string_free_to_bytes (self.out);
}
