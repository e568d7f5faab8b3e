/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-view.h"

#include "ent-children.h"
#include "ent-offsets.h"
#include "ent-palette.h"
#include "ent-selected-words.h"

#include <adwaita.h>
#include <string.h>

#define MAX_SCROLLS 60    /* frames */

struct _EntArticleView {
  GtkWidget      parent_instance;
  GtkDropDown   *source_choice;
  GtkTextView   *text_view;
  GtkRevealer   *selection_bar;

  EntMap        *map;           /* NULL as well until the first of its articles is shown */
  EntMap        *awaited;       /* to be shown, or shown anew, when the page is next looked at; nullable */
  EntSource     *source;        /* of the text in the buffer */
  EntOffsets    *offsets;       /* over the source's text */
  GtkTextTag    *title_tag;
  GtkTextTag    *actor_tag;
  GtkTextTag    *evidence_tags[ENT_N_STANCES];
  GtkTextTag    *highlight_tag;
  EntActor      *walked;        /* whose mentions are gone through, nullable */
  guint          next_mention;
  GtkTextMark   *target;        /* what is to be scrolled to */
  guint          scroll_tick;
  guint          n_scrolls;
  gboolean       filling;       /* the choice of sources is being filled, not used */
};

G_DEFINE_FINAL_TYPE (EntArticleView, ent_article_view, GTK_TYPE_WIDGET)

/* ── marks ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
get_iters (EntArticleView *self, EntSpan span, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  gtk_text_buffer_get_iter_at_offset (buffer, start, ent_offsets_to_chars (self->offsets, span.start_byte));
  gtk_text_buffer_get_iter_at_offset (buffer, end, ent_offsets_to_chars (self->offsets, span.end_byte));
}

static void
mark (EntArticleView *self, GtkTextTag *tag, EntSource *source, EntSpan span)
{
  GtkTextIter start, end;

  if (source != self->source || ent_span_is_empty (span))
    return;
  get_iters (self, span, &start, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (self->text_view), tag, &start, &end);
}

static void
mark_title (EntArticleView *self)
{
  const char *text = ent_source_get_text (self->source);
  const char *title = ent_source_get_title (self->source);
  gsize length = title ? strlen (title) : 0;

  if (length > 0 && strncmp (text, title, length) == 0 && (text[length] == '\n' || text[length] == '\0'))
    mark (self, self->title_tag, self->source, (EntSpan) { 0, length });
}

static void
mark_actors (EntArticleView *self)
{
  GListModel *actors = ent_map_get_actors (self->map);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    guint n_mentions;
    const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);
    for (guint j = 0; j < n_mentions; j++)
      mark (self, self->actor_tag, mentions[j].source, mentions[j].span);
  }
}

/* The predicate is what tells the stance; where none is known the whole quote is marked. */
static void
mark_evidence (EntArticleView *self)
{
  GListModel *relations = ent_map_get_relations (self->map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    GtkTextTag *tag = self->evidence_tags[ent_relation_get_stance (relation)];
    guint n_evidence;
    const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
    for (guint j = 0; j < n_evidence; j++)
      mark (self, tag, evidence[j].source, ent_span_is_empty (evidence[j].predicate) ? evidence[j].span : evidence[j].predicate);
  }
}

static void
mark_all (EntArticleView *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (self->text_view));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  if (self->source == NULL)
    return;
  g_return_if_fail (gtk_text_tag_table_get_size (table) > 0);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->actor_tag, &start, &end);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_text_buffer_remove_tag (buffer, self->evidence_tags[stance], &start, &end);
  mark_title (self);
  mark_actors (self);
  mark_evidence (self);
}

static void
clear_highlight (EntArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->highlight_tag, &start, &end);
}

gboolean
ent_article_view_get_highlight (EntArticleView *self, guint *start_char, guint *end_char)
{
  g_return_val_if_fail (ENT_IS_ARTICLE_VIEW (self), FALSE);

  GtkTextIter at;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text_view), &at);
  if (!gtk_text_iter_has_tag (&at, self->highlight_tag) && !gtk_text_iter_forward_to_tag_toggle (&at, self->highlight_tag))
    return FALSE;
  *start_char = gtk_text_iter_get_offset (&at);
  gtk_text_iter_forward_to_tag_toggle (&at, self->highlight_tag);
  *end_char = gtk_text_iter_get_offset (&at);
  return TRUE;
}

/* ── the text ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
set_source (EntArticleView *self, EntSource *source)
{
  if (self->source == source)
    return;
  g_clear_pointer (&self->offsets, ent_offsets_free);
  g_set_object (&self->source, source);
  if (source == NULL)
    return;
  const char *text = ent_source_get_text (source);
  self->offsets = ent_offsets_new (text, strlen (text));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  mark_all (self);
}

static void
show_choice (EntArticleView *self, EntMap *map)
{
  GListModel *sources = ent_map_get_sources (map);
  guint n_sources = g_list_model_get_n_items (sources);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_sources; i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    gtk_string_list_append (titles, ent_source_get_title (source));
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->source_choice, G_LIST_MODEL (titles));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->source_choice), n_sources > 1);
}

/* Through the choice, so that it shows the source that is shown. */
static void
turn_to_source (EntArticleView *self, EntSource *source)
{
  GListModel *sources = ent_map_get_sources (self->map);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (EntSource) item = g_list_model_get_item (sources, i);
    if (item == source)
      gtk_drop_down_set_selected (self->source_choice, i);
  }
  set_source (self, source);
}

/* Articles come and go: the one that is shown stays, unless it has gone. */
static void
update_choice (EntArticleView *self)
{
  GListModel *sources = ent_map_get_sources (self->map);
  g_autoptr (EntSource) first = g_list_model_get_item (sources, 0);
  EntSource *shown = self->source;

  if (g_list_model_get_n_items (sources) == g_list_model_get_n_items (gtk_drop_down_get_model (self->source_choice)))
    return;
  self->walked = NULL;
  show_choice (self, self->map);
  if (shown && ent_map_find_source (self->map, ent_source_get_id (shown)) != shown)
    shown = first;
  if (shown)
    turn_to_source (self, shown);
}

/* Shows what has been put off. */
static void
catch_up (EntArticleView *self)
{
  g_autoptr (EntMap) map = g_steal_pointer (&self->awaited);

  if (map == NULL)
    return;
  if (!g_set_object (&self->map, map)) {
    update_choice (self);
    mark_all (self);
    return;
  }
  g_autoptr (EntSource) first = g_list_model_get_item (ent_map_get_sources (map), 0);
  show_choice (self, map);
  set_source (self, first);
}

/* A long article with its marks takes a while, and few people look at it each time that a map comes or is changed. */
void
ent_article_view_show (EntArticleView *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_ARTICLE_VIEW (self));

  EntMap *map = ent_session_get_map (session);

  if (map != self->map) {
    self->walked = NULL;
    set_source (self, NULL);
    g_clear_object (&self->map);
  }
  g_set_object (&self->awaited, map);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
}

static void
ent_article_view_map (GtkWidget *widget)
{
  catch_up (ENT_ARTICLE_VIEW (widget));
  GTK_WIDGET_CLASS (ent_article_view_parent_class)->map (widget);
}

static void
source_chosen_cb (EntArticleView *self)
{
  guint position = gtk_drop_down_get_selected (self->source_choice);

  if (self->filling || self->map == NULL)
    return;
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (self->map), position);
  if (source)
    set_source (self, source);
}

static gboolean
target_is_visible (EntArticleView *self)
{
  GdkRectangle visible, at;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (self->text_view), &iter, self->target);
  gtk_text_view_get_iter_location (self->text_view, &iter, &at);
  gtk_text_view_get_visible_rect (self->text_view, &visible);
  return at.y >= visible.y && at.y + at.height <= visible.y + visible.height;
}

/* A page that was never seen has no lines measured, and a text view does not know yet how far it can scroll: it is asked frame by
 * frame until it has got there. */
static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntArticleView *self = data;

  if (++self->n_scrolls <= MAX_SCROLLS && (self->n_scrolls == 1 || !target_is_visible (self))) {
    gtk_text_view_scroll_to_mark (self->text_view, self->target, 0, TRUE, 0, 0.3);
    return G_SOURCE_CONTINUE;
  }
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_to (EntArticleView *self, EntSpan span)
{
  GtkTextIter start, end;

  get_iters (self, span, &start, &end);
  gtk_text_buffer_move_mark (gtk_text_view_get_buffer (self->text_view), self->target, &start);
  self->n_scrolls = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->text_view), scroll_tick_cb, self, NULL);
}

void
ent_article_view_show_span (EntArticleView *self, EntSource *source, EntSpan span)
{
  g_return_if_fail (ENT_IS_ARTICLE_VIEW (self));
  catch_up (self);
  g_return_if_fail (self->map != NULL);

  self->walked = NULL;
  turn_to_source (self, source);
  clear_highlight (self);
  mark (self, self->highlight_tag, source, span);
  scroll_to (self, span);
}

void
ent_article_view_show_source (EntArticleView *self, EntSource *source)
{
  g_return_if_fail (ENT_IS_ARTICLE_VIEW (self));
  catch_up (self);
  g_return_if_fail (self->map != NULL);

  clear_highlight (self);
  self->walked = NULL;
  turn_to_source (self, source);
}

void
ent_article_view_show_actor (EntArticleView *self, EntActor *actor)
{
  g_return_if_fail (ENT_IS_ARTICLE_VIEW (self));
  catch_up (self);
  g_return_if_fail (self->map != NULL);

  guint n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  if (n_mentions == 0)
    return;
  self->next_mention = self->walked == actor ? (self->next_mention + 1) % n_mentions : 0;
  self->walked = actor;
  turn_to_source (self, mentions[self->next_mention].source);
  clear_highlight (self);
  for (guint i = 0; i < n_mentions; i++)
    mark (self, self->highlight_tag, mentions[i].source, mentions[i].span);
  scroll_to (self, mentions[self->next_mention].span);
}

/* ── what is selected ───────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
get_selection (EntArticleView *self, EntSpan *span)
{
  GtkTextIter start, end;

  if (self->source == NULL || !ent_selected_words_get (gtk_text_view_get_buffer (self->text_view), &start, &end))
    return FALSE;
  span->start_byte = ent_offsets_to_bytes (self->offsets, gtk_text_iter_get_offset (&start));
  span->end_byte = ent_offsets_to_bytes (self->offsets, gtk_text_iter_get_offset (&end));
  return TRUE;
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntArticleView *self = ENT_ARTICLE_VIEW (widget);
  EntSpan span;

  if (get_selection (self, &span))
    gtk_widget_activate_action (widget, g_str_equal (action, "article.add-link") ? "win.add-link" : "win.add-actor", "(stt)",
                                ent_source_get_id (self->source), (guint64) span.start_byte, (guint64) span.end_byte);
}

static void
selection_changed_cb (EntArticleView *self)
{
  EntSpan span;
  gboolean any = get_selection (self, &span);

  gtk_revealer_set_reveal_child (self->selection_bar, any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.add-link", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.add-actor", any);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static GdkRGBA
to_rgba (EntColour colour, float alpha)
{
  return (GdkRGBA) { colour.red, colour.green, colour.blue, alpha };
}

static void
update_colours (EntArticleView *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = adw_style_manager_get_dark (style_manager);
  const EntPalette *palette = ent_palette_get (dark, adw_style_manager_get_high_contrast (style_manager));
  GdkRGBA highlight = to_rgba (palette->accent, dark ? 0.35 : 0.22);

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++) {
    GdkRGBA colour = to_rgba (palette->stance_text[stance], 1);
    g_object_set (self->evidence_tags[stance], "foreground-rgba", &colour, "underline-rgba", &colour, NULL);
  }
  g_object_set (self->highlight_tag, "background-rgba", &highlight, NULL);
}

static void
create_tags (EntArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  self->title_tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", 1.2, NULL);
  self->actor_tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    self->evidence_tags[stance] = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->highlight_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  update_colours (self);
}

static void
ent_article_view_dispose (GObject *object)
{
  EntArticleView *self = ENT_ARTICLE_VIEW (object);

  if (self->scroll_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->text_view), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_pointer (&self->offsets, ent_offsets_free);
  g_clear_object (&self->source);
  g_clear_object (&self->map);
  g_clear_object (&self->awaited);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ARTICLE_VIEW);
  G_OBJECT_CLASS (ent_article_view_parent_class)->dispose (object);
}

static void
ent_article_view_class_init (EntArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_article_view_dispose;
  widget_class->map = ent_article_view_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntArticleView, source_choice);
  gtk_widget_class_bind_template_child (widget_class, EntArticleView, text_view);
  gtk_widget_class_bind_template_child (widget_class, EntArticleView, selection_bar);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_install_action (widget_class, "article.add-link", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "article.add-actor", NULL, add_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_article_view_init (EntArticleView *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkTextIter start;

  gtk_widget_init_template (GTK_WIDGET (self));
  create_tags (self);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text_view), &start);
  self->target = gtk_text_buffer_create_mark (gtk_text_view_get_buffer (self->text_view), NULL, &start, TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "notify::has-selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "notify::cursor-position", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}
