/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One page that works from a disk and asks the network for nothing: the drawing as SVG, tables of links and actors, all quotes. A
 * policy in its head allows the two style sheets and the one script that are in it, by their digests, and nothing else, so that
 * a name that got past the escaping could still not run or load anything. The page is valid as XML as well. */
#include "ent-export-private.h"

#include "ent-export-resources.h"
#include "ent-export-words.h"
#include "ent-markup.h"
#include "ent-resource.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define RESOURCES "/io/github/entente/Entente/export/"

typedef struct {
  GString        *out;
  const EntScene *scene;
  guint          *n_links_of;    /* of each node, those that are shown */
  gboolean        with_article;
} Writer;

static char *
dup_resource (const char *name)
{
  g_autofree char   *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_export_get_resource, path);
  gsize              n_bytes;
  const char        *data = g_bytes_get_data (bytes, &n_bytes);

  return g_strndup (data, n_bytes);
}

/* What a policy knows a style sheet or a script by. (transfer full) */
static char *
dup_digest (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8                digest[32];
  gsize                 n_bytes = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &n_bytes);
  return g_base64_encode (digest, n_bytes);
}

/* ── Head ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The colours, and the rules that use them. (transfer full) */
static char *
dup_style (gboolean dark)
{
  const EntPalette *palette = ent_palette_get (dark, FALSE);
  g_autofree char  *rules = dup_resource ("report.css");
  const struct { const char *name; EntColour colour; } colours[] = {
    { "ground", palette->ground }, { "text", palette->text }, { "accent", palette->accent },
    { "dim", ent_colour_mix (palette->text, palette->ground, 0.32) }, { "rule", ent_colour_mix (palette->text, palette->ground, 0.84) },
    { "raised", ent_colour_mix (palette->text, palette->ground, 0.94) },
    { "cooperation", palette->stance_text[ENT_STANCE_COOPERATION] }, { "conflict", palette->stance_text[ENT_STANCE_CONFLICT] },
    { "neutral", palette->stance_text[ENT_STANCE_NEUTRAL] },
  };
  GString          *out = g_string_new (dark ? "\n:root{color-scheme:dark" : "\n:root{color-scheme:light");
  char              colour[8];

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    g_string_append_printf (out, ";--%s:%s", colours[i].name, ent_export_colour_string (colours[i].colour, colour));
  g_string_append_printf (out, "}\n%s", rules);
  return g_string_free (out, FALSE);
}

static void
append_head (const Writer *self, const char *title, const char *script, gboolean dark)
{
  g_autofree char *style = dup_style (dark), *drawing_style = ent_export_svg_dup_style (self->scene, dark);
  g_autofree char *digest = dup_digest (style), *drawing_digest = dup_digest (drawing_style), *script_digest = dup_digest (script);

  ent_markup_append (self->out, "<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'sha256-%r' 'sha256-%r'; script-src 'sha256-%r'; base-uri 'none'; form-action 'none'\"/>\n",
                     digest, drawing_digest, script_digest);
  ent_markup_append (self->out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                     "<meta name=\"generator\" content=\"Entente\"/>\n<title>%s</title>\n<style>%r</style>\n</head>\n", title, style);
}

/* ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* names: translated; those from first_number on are of numbers. */
static void
append_table_head (GString *out, const char *const *names, guint n_names, guint first_number)
{
  g_string_append (out, "<div class=\"scrolled\"><table>\n<thead><tr>");
  for (guint i = 0; i < n_names; i++)
    ent_markup_append (out, "<th scope=\"col\"%r><button type=\"button\">%s</button></th>", i >= first_number ? " class=\"number\"" : "", names[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

/* The beginning of a link within the page: to the text about it, which the script shows in the card. kind: "relation" or "actor" */
static void
append_anchor (GString *out, const char *kind, const char *id)
{
  g_autoptr (GString) name = g_string_new (NULL);

  ent_markup_append_id (name, "", id);
  g_string_append_printf (out, "<a href=\"#about-%s-%s\" data-shows=\"%s-%s\">", kind, name->str, kind, name->str);
}

static void
append_actor_anchor (GString *out, EntActor *actor)
{
  append_anchor (out, "actor", ent_actor_get_id (actor));
  ent_markup_append (out, "%s</a>", ent_actor_get_name (actor));
}

static void
append_link_row (const Writer *self, EntRelation *relation)
{
  EntStance        stance = ent_relation_get_stance (relation);
  double           confidence = ent_relation_get_confidence (relation);
  g_autofree char *percent = ent_export_words_dup_percent (confidence);
  guint            n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  g_string_append (self->out, "<tr><td>");
  append_actor_anchor (self->out, ent_relation_get_from (relation));
  g_string_append (self->out, "</td><td>");
  append_anchor (self->out, "relation", ent_relation_get_id (relation));
  ent_markup_append (self->out, "%s</a>%s</td><td>", ent_export_words_get_label (relation), ent_relation_get_mutual (relation) ? " ↔" : "");
  append_actor_anchor (self->out, ent_relation_get_to (relation));
  ent_markup_append (self->out, "</td><td class=\"%r\">%s</td><td>%s</td>", ent_stance_to_string (stance), ent_export_words_stance (stance),
                     ent_export_words_type_verb (ent_relation_get_relation_type (relation)));
  ent_markup_append (self->out, "<td class=\"number\" data-value=\"%u\">%u</td><td class=\"number\" data-value=\"%g\">%s</td></tr>\n",
                     n_quotes, n_quotes, confidence, percent);
}

static void
append_link_table (const Writer *self)
{
  const char         *names[] = { _("From"), _("Link"), _("To"), _("Stance"), _("Type"), _("Quotes"), _("Confidence") };
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  ent_markup_append (self->out, "<section>\n<h2>%s</h2>\n", _("Links"));
  append_table_head (self->out, names, G_N_ELEMENTS (names), 5);
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (self->scene, i))
      append_link_row (self, links[i].relation);
  g_string_append (self->out, "</tbody>\n</table></div>\n</section>\n");
}

static void
append_actor_table (const Writer *self)
{
  const char         *names[] = { _("Name"), _("Kind"), _("Links"), _("Mentions") };
  guint               n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);

  ent_markup_append (self->out, "<section>\n<h2>%s</h2>\n", _("Actors"));
  append_table_head (self->out, names, G_N_ELEMENTS (names), 2);
  for (guint i = 0; i < n_nodes; i++)
    {
      guint n_mentions;

      if (!ent_export_shows_node (self->scene, i))
        continue;
      ent_actor_get_mentions (nodes[i].actor, &n_mentions);
      g_string_append (self->out, "<tr><td>");
      append_actor_anchor (self->out, nodes[i].actor);
      ent_markup_append (self->out, "</td><td>%s</td><td class=\"number\" data-value=\"%u\">%u</td><td class=\"number\" data-value=\"%u\">%u</td></tr>\n",
                         ent_export_words_kind (ent_actor_get_kind (nodes[i].actor)), self->n_links_of[i], self->n_links_of[i], n_mentions, n_mentions);
    }
  g_string_append (self->out, "</tbody>\n</table></div>\n</section>\n");
}

/* ── Quotes and actors ──────────────────────────────────────────────────────────────────────────────────────────── */

static void
append_article_start (GString *out, const char *kind, const char *id)
{
  g_autoptr (GString) name = g_string_new (NULL);

  ent_markup_append_id (name, "", id);
  g_string_append_printf (out, "<article id=\"about-%s-%s\" data-of=\"%s-%s\">", kind, name->str, kind, name->str);
}

/* With the words that the link was read from in bold. */
static void
append_quote (const Writer *self, const EntEvidence *evidence)
{
  g_autofree char *quote = ent_export_words_dup_quote (evidence), *place = ent_export_words_dup_place (evidence, self->with_article);
  EntExportMark    marks[3];
  guint            n_marks = ent_export_words_find_marks (evidence, quote, marks);
  gsize            at = 0;

  g_string_append (self->out, "<blockquote>“");
  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *before = g_strndup (quote + at, marks[i].span.start_byte - at);
      g_autofree char *words = g_strndup (quote + marks[i].span.start_byte, ent_span_length (marks[i].span));

      ent_markup_append (self->out, "%s<b%r>%s</b>", before, marks[i].predicate ? " class=\"predicate\"" : "", words);
      at = marks[i].span.end_byte;
    }
  ent_markup_append (self->out, "%s”<footer>%s</footer></blockquote>\n", quote + at, place);
}

static void
append_about_link (const Writer *self, EntRelation *relation)
{
  EntStance          stance = ent_relation_get_stance (relation);
  g_autofree char   *percent = ent_export_words_dup_percent (ent_relation_get_confidence (relation));
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  append_article_start (self->out, "relation", ent_relation_get_id (relation));
  g_string_append (self->out, "<h3>");
  append_actor_anchor (self->out, ent_relation_get_from (relation));
  g_string_append (self->out, ent_relation_get_mutual (relation) ? " ↔ " : " → ");
  append_actor_anchor (self->out, ent_relation_get_to (relation));
  ent_markup_append (self->out, "</h3>\n<p><i>%s</i> · <span class=\"%r\">%s</span> · %s · %s</p>\n", ent_export_words_get_label (relation),
                     ent_stance_to_string (stance), ent_export_words_stance (stance),
                     ent_export_words_type_verb (ent_relation_get_relation_type (relation)), percent);
  if (*ent_relation_get_note (relation) != '\0')
    ent_markup_append (self->out, "<p>%s</p>\n", ent_relation_get_note (relation));
  for (guint i = 0; i < n_evidence; i++)
    append_quote (self, &evidence[i]);
  g_string_append (self->out, "</article>\n");
}

static void
append_about_links (const Writer *self)
{
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  ent_markup_append (self->out, "<section>\n<h2>%s</h2>\n", _("Quotes"));
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (self->scene, i))
      append_about_link (self, links[i].relation);
  g_string_append (self->out, "</section>\n");
}

/* The links of each node that are shown: those of node i stand from first[i] to before first[i + 1]. (transfer full) */
static guint *
gather_links (const Writer *self, guint n_nodes, guint *first)
{
  guint               n_links, n = 0;
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  for (guint i = 0; i < n_nodes; i++)
    {
      first[i] = n;
      n += self->n_links_of[i];
    }
  first[n_nodes] = n;
  guint            *gathered = g_new (guint, n + 1);
  g_autofree guint *next = g_memdup2 (first, (n_nodes + 1) * sizeof *first);
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (self->scene, i))
      {
        gathered[next[links[i].from]++] = i;
        gathered[next[links[i].to]++] = i;
      }
  return gathered;
}

static void
append_about_actor (const Writer *self, EntActor *actor, const guint *own, guint n_own)
{
  const EntSceneLink *links = ent_scene_get_links (self->scene, NULL);
  g_autofree char    *mentions = ent_export_words_dup_mentions (actor);

  append_article_start (self->out, "actor", ent_actor_get_id (actor));
  ent_markup_append (self->out, "<h3>%s</h3>\n<p>%s</p>\n", ent_actor_get_name (actor), ent_export_words_kind (ent_actor_get_kind (actor)));
  if (mentions != NULL)
    ent_markup_append (self->out, "<p class=\"dim\">%s</p>\n", mentions);
  if (*ent_actor_get_note (actor) != '\0')
    ent_markup_append (self->out, "<p>%s</p>\n", ent_actor_get_note (actor));
  if (n_own > 0)
    g_string_append (self->out, "<ul>\n");
  for (guint i = 0; i < n_own; i++)
    {
      EntRelation     *relation = links[own[i]].relation;
      g_autofree char *direction = ent_export_words_dup_direction (relation);

      g_string_append (self->out, "<li>");
      append_anchor (self->out, "relation", ent_relation_get_id (relation));
      ent_markup_append (self->out, "%s</a> <span class=\"%r\">%s</span></li>\n", direction, ent_stance_to_string (ent_relation_get_stance (relation)),
                         ent_export_words_get_label (relation));
    }
  g_string_append (self->out, n_own > 0 ? "</ul>\n</article>\n" : "</article>\n");
}

static void
append_about_actors (const Writer *self)
{
  guint               n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);
  g_autofree guint   *first = g_new (guint, n_nodes + 1);
  g_autofree guint   *gathered = gather_links (self, n_nodes, first);

  ent_markup_append (self->out, "<section>\n<h2>%s</h2>\n", _("Who They Are"));
  for (guint i = 0; i < n_nodes; i++)
    if (ent_export_shows_node (self->scene, i))
      append_about_actor (self, nodes[i].actor, gathered + first[i], first[i + 1] - first[i]);
  g_string_append (self->out, "</section>\n");
}

/* Of addresses only those on the web are shown: where a file lies on someone's disk is nobody else's business. */
static void
append_articles (const Writer *self)
{
  GListModel *sources = ent_map_get_sources (ent_scene_get_map (self->scene));
  guint       n_sources = g_list_model_get_n_items (sources);

  if (n_sources == 0)
    return;
  ent_markup_append (self->out, "<section>\n<h2>%s</h2>\n<ul>\n", _("Articles"));
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
      const char           *title = ent_source_get_title (source), *date = ent_source_get_date (source), *uri = ent_source_get_uri (source);
      gboolean              web = uri != NULL && (g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://"));

      g_string_append (self->out, "<li>");
      if (web)
        ent_markup_append (self->out, "<a href=\"%s\" rel=\"noopener noreferrer\">", uri);
      ent_markup_append (self->out, "%s%r", title != NULL && *title != '\0' ? title : ent_source_get_id (source), web ? "</a>" : "");
      if (date != NULL && *date != '\0')
        ent_markup_append (self->out, " <span class=\"dim\">%s</span>", date);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, "</ul>\n</section>\n");
}

/* ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_size (const EntScene *scene, guint n_links)
{
  guint n_nodes, n_actors = 0, n_articles = g_list_model_get_n_items (ent_map_get_sources (ent_scene_get_map (scene)));

  ent_scene_get_nodes (scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    n_actors += ent_export_shows_node (scene, i);
  g_autofree char *actors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n_actors), n_actors);
  g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n_links), n_links);
  g_autofree char *articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  /* Translators: "12 actors · 23 links · 1 article" */
  return g_strdup_printf (_("%s · %s · %s"), actors, links, articles);
}

GBytes *
ent_export_html (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  EntMap          *map = ent_scene_get_map (scene);
  guint            n_links;
  Writer           self = { g_string_new ("<!DOCTYPE html>\n"), scene, ent_export_count_links (scene, &n_links), !ent_export_has_one_article (map) };
  const char      *title = *ent_map_get_title (map) != '\0' ? ent_map_get_title (map) : _("Map");
  g_autofree char *language = ent_export_dup_language (map), *size = dup_size (scene, n_links), *script = dup_resource ("report.js");

  ent_markup_append (self.out, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n", language);
  append_head (&self, title, script, options->dark);
  ent_markup_append (self.out, "<body>\n<header>\n<h1>%s</h1>\n<p class=\"dim\">%s</p>\n</header>\n<main>\n<div id=\"top\">\n<div id=\"map\">\n", title, size);
  ent_export_svg_append (self.out, scene, options, frame);
  g_string_append (self.out, "</div>\n<aside id=\"card\" aria-live=\"polite\" hidden=\"hidden\"></aside>\n</div>\n");
  append_link_table (&self);
  append_actor_table (&self);
  append_about_links (&self);
  append_about_actors (&self);
  append_articles (&self);
  ent_markup_append (self.out, "</main>\n<script>%r</script>\n</body>\n</html>\n", script);
  g_free (self.n_links_of);
  return g_string_free_to_bytes (self.out);
}
