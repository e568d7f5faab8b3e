/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the characters: what is no mark is text, a mention or a predicate is open or not, and relations are kept
 * as labels until all the sentence's mentions are known, since a label may refer to a mention that follows. A reading
 * that fails stops at the first rule broken. The rules and their words are those of data/model/sentences.py. */
#include "marked-sentence.h"

#include <string.h>

typedef struct {
  guint start_char, end_char;
  char *words;
} Label;

typedef struct {
  MarkedSentence *sentence;
  GHashTable     *kinds;
  GArray         *labels;         // of Label
  const char     *at;
  guint           n_chars;        // of the text so far
  gboolean        in_mention, in_predicate;
  MarkedMention   mention;        // the open one
  guint           predicate_char; // the start of the open one
  char           *reason;
} Reading;

static void
mention_clear (gpointer mention)
{
  g_free (((MarkedMention *) mention)->actor);
}

static void
label_clear (gpointer label)
{
  g_free (((Label *) label)->words);
}

static MarkedSentence *
marked_sentence_new (void)
{
  MarkedSentence *self = g_new0 (MarkedSentence, 1);

  self->text = g_string_new (NULL);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (MarkedMention));
  g_array_set_clear_func (self->mentions, mention_clear);
  self->relations = g_array_new (FALSE, FALSE, sizeof (MarkedRelation));
  return self;
}

void
marked_sentence_free (MarkedSentence *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->mentions);
  g_array_unref (self->relations);
  g_free (self);
}

G_GNUC_PRINTF (2, 3) static gboolean
refuse (Reading *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  self->reason = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

/* The pattern at this place, or NULL; the patterns are compiled once. */
static GMatchInfo *
match (GRegex **regex, const char *pattern, const char *text)
{
  g_autoptr (GMatchInfo) found = NULL;

  if (*regex == NULL)
    *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_assert_nonnull (*regex);
  return g_regex_match (*regex, text, G_REGEX_MATCH_ANCHORED, &found) ? g_steal_pointer (&found) : NULL;
}

/* The mention that a relation means: the numbered one of the actor, or the one nearest to the predicate, outside of it
 * rather than inside. -1 when there is none. */
static int
find_mention (Reading *self, const char *actor, const char *number, const Label *label)
{
  GArray *mentions = self->sentence->mentions;
  guint64 wanted = *number ? g_ascii_strtoull (number, NULL, 10) : 0, n_seen = 0;
  int best = -1, best_distance = 0;
  gboolean best_inside = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      const MarkedMention *mention = &g_array_index (mentions, MarkedMention, i);
      gboolean inside = mention->start_char >= label->start_char && mention->end_char <= label->end_char;
      int distance = mention->start_char < label->start_char ? (int) label->start_char - (int) mention->end_char
                                                             : (int) mention->start_char - (int) label->end_char;

      if (!g_str_equal (mention->actor, actor))
        continue;
      if (*number && ++n_seen == wanted)
        return i;
      if (*number || (best >= 0 && (inside > best_inside || (inside == best_inside && distance >= best_distance))))
        continue;
      best = i;
      best_distance = distance;
      best_inside = inside;
    }
  if (best < 0)
    refuse (self, "no mention of %s%s", actor, number);
  return best;
}

static gboolean
read_relation (Reading *self, const char *words, const Label *label)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) found = match (&regex, "([a-z]+)(?:([?!])|(\")(?:([a-z]+)([0-9]*))?)? +([a-z]+)([0-9]*)(<>|>)([a-z]+)([0-9]*)\\z", words);
  GArray *relations = self->sentence->relations;
  MarkedRelation relation = { .speaker = -1, .start_char = label->start_char, .end_char = label->end_char };
  g_auto (GStrv) part = NULL;
  int source, target;

  if (found == NULL)
    return refuse (self, "bad relation: %s", words);
  part = g_match_info_fetch_all (found);   // 1 type, 2 ? or !, 3 ", 4 and 5 speaker, 6 and 7 from, 8 arrow, 9 and 10 to
  if (!ent_relation_type_from_string (part[1], &relation.type))
    return refuse (self, "no such type: %s", part[1]);
  if (g_str_equal (part[6], part[9]))
    return refuse (self, "relation of an actor to itself: %s", words);
  if ((source = find_mention (self, part[6], part[7], label)) < 0 || (target = find_mention (self, part[9], part[10], label)) < 0)
    return FALSE;
  if (*part[4] && (relation.speaker = find_mention (self, part[4], part[5], label)) < 0)
    return FALSE;
  relation.source = source;
  relation.target = target;
  relation.mutual = g_str_equal (part[8], "<>");
  relation.modality = *part[2] == '?' ? ENT_MODALITY_POSSIBLE
                    : *part[2] == '!' ? ENT_MODALITY_DENIED
                    : *part[3] ? ENT_MODALITY_REPORTED : ENT_MODALITY_ASSERTED;
  for (guint i = 0; i < relations->len; i++)
    {
      const MarkedRelation *other = &g_array_index (relations, MarkedRelation, i);

      if (other->source == relation.source && other->target == relation.target && other->type == relation.type
          && other->modality == relation.modality && other->start_char == relation.start_char)
        return refuse (self, "relation given twice: %s", words);
    }
  g_array_append_val (relations, relation);
  return TRUE;
}

/* The words may be several relations of one predicate, parted by semicolons. */
static gboolean
read_label (Reading *self, const Label *label)
{
  const char *start = g_utf8_offset_to_pointer (self->sentence->text->str, label->start_char);
  const char *end = g_utf8_offset_to_pointer (start, label->end_char - label->start_char);
  g_auto (GStrv) parts = g_strsplit (label->words, ";", -1);

  if (g_unichar_isspace (g_utf8_get_char (start)) || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    return refuse (self, "predicate with a space around it: %.*s", (int) (end - start), start);
  if (parts[0] == NULL)
    return refuse (self, "bad relation: ");
  for (guint i = 0; parts[i] != NULL; i++)
    if (!read_relation (self, g_strstrip (parts[i]), label))
      return FALSE;
  return TRUE;
}

static gboolean
open_mention (Reading *self)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) found = match (&regex, "\\[([a-z]+)(?::([a-z]))?([~*]?) ", self->at);
  g_auto (GStrv) part = NULL;
  const char *letter;
  int end_byte;

  if (self->in_mention)
    return refuse (self, "mention in a mention");
  if (found == NULL)
    return refuse (self, "bad mention: %s", self->at);
  part = g_match_info_fetch_all (found);   // 1 actor, 2 kind, 3 form
  if (*part[2])
    {
      const char *letters = "cpolg";       // in the order of EntKind

      if ((letter = strchr (letters, *part[2])) == NULL)
        return refuse (self, "no such kind: %s", part[2]);
      if (g_hash_table_contains (self->kinds, part[1]))
        return refuse (self, "kind given twice: %s", part[1]);
      g_hash_table_insert (self->kinds, g_strdup (part[1]), GINT_TO_POINTER (letter - letters));
    }
  else if (!g_hash_table_contains (self->kinds, part[1]))
    return refuse (self, "no kind given: %s", part[1]);
  self->mention.actor = g_strdup (part[1]);
  self->mention.start_char = self->n_chars;
  self->mention.form = *part[3] == '~' ? ENT_FORM_NOMINAL : *part[3] == '*' ? ENT_FORM_PRONOUN : ENT_FORM_NAME;
  self->in_mention = TRUE;
  g_match_info_fetch_pos (found, 0, NULL, &end_byte);
  self->at += end_byte;
  return TRUE;
}

static gboolean
close_mention (Reading *self)
{
  if (!self->in_mention || self->mention.start_char == self->n_chars)
    return refuse (self, "] without a mention");
  self->mention.end_char = self->n_chars;
  g_array_append_val (self->sentence->mentions, self->mention);
  self->mention.actor = NULL;
  self->in_mention = FALSE;
  self->at++;
  return TRUE;
}

static gboolean
open_predicate (Reading *self)
{
  if (self->in_mention || self->in_predicate)
    return refuse (self, "{ inside a mention or a relation");
  self->predicate_char = self->n_chars;
  self->in_predicate = TRUE;
  self->at++;
  return TRUE;
}

static gboolean
close_predicate (Reading *self)
{
  const char *end = strchr (self->at, '}');
  Label label = { self->predicate_char, self->n_chars, NULL };

  if (self->in_mention || !self->in_predicate || end == NULL || self->predicate_char == self->n_chars)
    return refuse (self, "| outside of a relation");
  label.words = g_strndup (self->at + 1, end - self->at - 1);
  g_array_append_val (self->labels, label);
  self->in_predicate = FALSE;
  self->at = end + 1;
  return TRUE;
}

static gboolean
read_character (Reading *self)
{
  switch (*self->at)
    {
    case '[':
      return open_mention (self);
    case ']':
      return close_mention (self);
    case '{':
      return open_predicate (self);
    case '|':
      return close_predicate (self);
    case '}':
      return refuse (self, "relation without a type");
    case '\\':
      if (self->at[1] != '\0' && strchr ("[]{}|", self->at[1]) != NULL)
        self->at++;
      break;
    default:
      break;
    }
  g_string_append_unichar (self->sentence->text, g_utf8_get_char (self->at));
  self->n_chars++;
  self->at = g_utf8_next_char (self->at);
  return TRUE;
}

static gboolean
read_marks (Reading *self)
{
  while (*self->at)
    if (!read_character (self))
      return FALSE;
  if (self->in_mention || self->in_predicate)
    return refuse (self, "mark without an end");
  for (guint i = 0; i < self->labels->len; i++)
    if (!read_label (self, &g_array_index (self->labels, Label, i)))
      return FALSE;
  return TRUE;
}

MarkedSentence *
marked_sentence_read (const char *marked, GHashTable *kinds, char **reason)
{
  g_autoptr (MarkedSentence) sentence = marked_sentence_new ();
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  Reading reading = { .sentence = sentence, .kinds = kinds, .labels = labels, .at = marked };

  g_array_set_clear_func (labels, label_clear);
  if (read_marks (&reading))
    return g_steal_pointer (&sentence);
  g_free (reading.mention.actor);
  *reason = reading.reason;
  return NULL;
}
