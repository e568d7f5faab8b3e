/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"

#include "ent-map-file.h"

#define MAX_ACTORS   40
#define MAX_LINKS    80

/* ── Drawing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
draw (RandomEdits *self, guint n)
{
  return self->draw (self->data, n);
}

static double
draw_place (RandomEdits *self)
{
  return (int) draw (self, 8001) / 8.0 - 500;
}

static gpointer
pick (RandomEdits *self, GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GObject) item = n > 0 ? g_list_model_get_item (list, draw (self, n)) : NULL;

  return item;
}

static char *
dup_word (RandomEdits *self)
{
  static const char *const syllables[] = { "Ки", "їв", "Łó", "dź", "a", "“", "\n", "Ω", "\"", "mos" };
  GString *word = g_string_new (NULL);

  for (int n = 1 + (int) draw (self, 4); n > 0; n--)
    g_string_append (word, syllables[draw (self, G_N_ELEMENTS (syllables))]);
  return g_string_free (word, FALSE);
}

/* Between two characters of the text, so far as there are any. */
static EntSpan
pick_span (RandomEdits *self, EntSource *source)
{
  const char *text = ent_source_get_text (source);
  guint       n_chars = (guint) g_utf8_strlen (text, -1);
  guint       start = draw (self, n_chars);
  guint       end = start + 1 + draw (self, n_chars - start);

  return (EntSpan) { g_utf8_offset_to_pointer (text, start) - text, g_utf8_offset_to_pointer (text, end) - text };
}

static EntEvidence
pick_quote (RandomEdits *self)
{
  EntSource  *source = pick (self, ent_map_get_sources (self->map));
  EntEvidence quote = { .source = source, .span = pick_span (self, source), .from = pick_span (self, source), .confidence = 0.25 };

  if (draw (self, 2))
    quote.to = pick_span (self, source);
  if (draw (self, 3) == 0)
    quote.speaker = pick (self, ent_map_get_actors (self->map));
  return quote;
}

static void
add_actor (RandomEdits *self)
{
  EntSource       *source = pick (self, ent_map_get_sources (self->map));
  EntActorMention  mention = { source, pick_span (self, source), ENT_FORM_NAME };
  g_autofree char *name = dup_word (self);
  EntKind          kind = (EntKind) draw (self, ENT_N_KINDS);

  ent_map_edits_add_actor (self->edits, name, kind, draw (self, 2) ? &mention : NULL, draw_place (self), 7, NULL);
}

static void
add_quote (RandomEdits *self)
{
  EntActor        *from = pick (self, ent_map_get_actors (self->map)), *to = pick (self, ent_map_get_actors (self->map));
  EntEvidence      quote = pick_quote (self);
  g_autofree char *label = dup_word (self);

  /* Few types, so that there is much to be joined. */
  if (from != to)
    ent_map_edits_add_quote (self->edits, from, to, (EntRelationType) draw (self, 3), label, &quote);
}

static void
remove_some (RandomEdits *self)
{
  EntActor    *actors[] = { pick (self, ent_map_get_actors (self->map)), pick (self, ent_map_get_actors (self->map)) };
  EntRelation *relations[] = { pick (self, ent_map_get_relations (self->map)), pick (self, ent_map_get_relations (self->map)) };
  guint        n_actors = draw (self, 3), n_relations = draw (self, 3);

  if (actors[0] == NULL || draw (self, 2))
    n_actors = 0;
  if (relations[0] == NULL)
    n_relations = 0;
  ent_map_edits_remove (self->edits, actors, n_actors, relations, n_relations);
}

static void
move (RandomEdits *self)
{
  ent_map_edits_begin (self->edits, "move");
  ent_map_edits_touch_places (self->edits);
  for (guint i = 0; i < 3; i++)
    {
      EntActor *actor = pick (self, ent_map_get_actors (self->map));
      double    x;

      if (actor == NULL)
        break;
      x = draw_place (self);
      ent_actor_set_position (actor, x, draw_place (self));
      ent_actor_set_pinned (actor, draw (self, 2));
    }
  ent_map_edits_end (self->edits);
}

static void
edit_actor (RandomEdits *self, guint what)
{
  EntActor        *actor = pick (self, ent_map_get_actors (self->map)), *other = pick (self, ent_map_get_actors (self->map));
  g_autofree char *word = dup_word (self);

  if (actor == NULL)
    return;
  switch (what)
    {
    case 0: ent_map_edits_set_name (self->edits, actor, word, NULL); break;
    case 1: ent_map_edits_set_kind (self->edits, actor, (EntKind) draw (self, ENT_N_KINDS)); break;
    case 2: ent_map_edits_set_note (self->edits, actor, word, NULL); break;
    case 3:
      if (actor != other)
        ent_map_edits_merge (self->edits, actor, other, NULL);
      break;
    default:
      for (guint i = 0; i < 10 && ent_map_count_parts (self->map, actor) == 0; i++)
        actor = pick (self, ent_map_get_actors (self->map));
      ent_map_edits_split (self->edits, actor);
    }
}

static void
edit_link (RandomEdits *self, guint what)
{
  EntRelation     *relation = pick (self, ent_map_get_relations (self->map));
  g_autofree char *word = dup_word (self);
  guint            n_quotes, quote;

  if (relation == NULL)
    return;
  ent_relation_get_evidence (relation, &n_quotes);
  quote = n_quotes > 0 ? draw (self, n_quotes) : 0;
  switch (what)
    {
    case 0: ent_map_edits_set_type (self->edits, relation, (EntRelationType) draw (self, 3), word); break;
    case 1: ent_map_edits_reverse (self->edits, relation); break;
    case 2: ent_map_edits_set_mutual (self->edits, relation, draw (self, 2)); break;
    case 3: ent_map_edits_set_label (self->edits, relation, word, NULL); break;
    case 4: ent_map_edits_set_link_note (self->edits, relation, word, NULL); break;
    case 5:
      if (n_quotes > 0)
        ent_map_edits_accept_quote (self->edits, relation, quote, draw (self, 2));
      break;
    default:
      if (n_quotes > 0)
        ent_map_edits_reject_quote (self->edits, relation, quote);
    }
}

/* A reading of one of five articles, so that some are read again. */
static void
add_reading (RandomEdits *self)
{
  static const char *const texts[] = { "Київ warns Łódź – twice.\n\n“Łódź” thanks Київ.", "Łódź – Ω", "Ки їв Ки", "mos mos “mos”", "їїї ΩΩ Łó" };
  g_autoptr (EntMap)      reading = ent_map_new ();
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (reading);
  g_autoptr (EntSource)   source = ent_source_new ("s1", "ї", NULL, NULL, NULL, texts[draw (self, G_N_ELEMENTS (texts))]);
  RandomEdits             maker = { reading, edits, self->draw, self->data };

  ent_map_add_source (reading, source);
  for (guint i = 0; i < 4; i++)
    add_actor (&maker);
  for (guint i = 0; i < 6; i++)
    add_quote (&maker);
  ent_map_edits_add_reading (self->edits, reading);
}

static void
remove_source (RandomEdits *self)
{
  if (g_list_model_get_n_items (ent_map_get_sources (self->map)) > 1)
    ent_map_edits_remove_source (self->edits, pick (self, ent_map_get_sources (self->map)));
}

static void
set_title (RandomEdits *self)
{
  g_autofree char *word = dup_word (self);

  ent_map_edits_set_title (self->edits, word, NULL);
}

/* Everything that touches one thing only, by far the most of what is done. */
static void
edit_one (RandomEdits *self, guint what)
{
  if (what < 5)
    edit_actor (self, draw (self, 5));
  else if (what < 9)
    edit_link (self, draw (self, 7));
  else if (what < 10)
    set_title (self);
  else
    move (self);
}

/* Several as one step, some of which may come to nothing; now and then all of it is taken back. */
static void
edit_group (RandomEdits *self)
{
  g_autofree char *before = draw (self, 4) == 0 ? ent_map_to_json (self->map, TRUE) : NULL;

  ent_map_edits_begin (self->edits, draw (self, 2) ? "group" : NULL);
  for (guint n = draw (self, 5); n > 0; n--)
    edit_one (self, draw (self, 11));
  if (before == NULL) {
    ent_map_edits_end (self->edits);
    return;
  }
  ent_map_edits_cancel (self->edits);
  g_autofree char *after = ent_map_to_json (self->map, TRUE);
  g_assert_cmpstr (after, ==, before);
}

void
random_edits_make (RandomEdits *self)
{
  guint n_actors = g_list_model_get_n_items (ent_map_get_actors (self->map));
  guint n_links = g_list_model_get_n_items (ent_map_get_relations (self->map));
  guint what = draw (self, 22);

  if (n_actors < 6 || (what < 3 && n_actors < MAX_ACTORS))
    add_actor (self);
  else if (what < 8 && n_links < MAX_LINKS)
    add_quote (self);
  else if (what < 18)
    edit_one (self, what - 8);
  else if (what == 18)
    remove_some (self);
  else if (what == 19)
    edit_group (self);
  else if (what == 20 && draw (self, 8) == 0)
    remove_source (self);
  else if (what == 20 && n_links < MAX_LINKS)
    add_reading (self);
  else
    edit_one (self, 10);
}

EntMap *
random_edits_new_map (void)
{
  static const char *const texts[] = { "Київ warns Łódź – twice.\n\n“Łódź” thanks Київ.", "Ω helps ω. \"Mos\" meets Ω\nagain" };
  EntMap *map = ent_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char id[] = { 's', '1' + (char) i, '\0' };
      g_autoptr (EntSource) source = ent_source_new (id, "ї", NULL, NULL, NULL, texts[i]);

      ent_map_add_source (map, source);
    }
  return map;
}
