/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-detail-pane.h"

#include "ent-actor-row.h"
#include "ent-article-view.h"
#include "ent-quote-card.h"
#include "ent-relation-row.h"
#include "fixture.h"

#include <adwaita.h>

typedef struct {
  EntSession *session;
  EntMap     *map;
  GtkWidget  *pane;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ent_session_new ();
  fixture->map = fixture_map_new ();
  fixture->pane = ent_detail_pane_new (fixture->session);
  fixture->window = fixture_show (fixture->pane, 400, 600);
  ent_session_open (fixture->session, fixture->map, NULL);
  fixture_run_for (50);
}

/* Nothing that a widget holds outlives it. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_destroy_window (fixture->window, fixture->pane);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->map);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "3 actors · 2 links · 1 article"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, ADW_TYPE_ACTION_ROW, "Élodie Müller"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Élodie Müller → Ukraine"));
  g_assert_null (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "NATO"));
}

/* (transfer full): 200 actors in a row, each of whom distrusts the next. */
static EntMap *
new_large_map (void)
{
  EntMap *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "Élodie", NULL, NULL, NULL, FIXTURE_TEXT);
  g_autoptr (EntActor) before = NULL;

  ent_map_add_source (map, source);
  for (guint i = 1; i <= 200; i++) {
    g_autofree char *id = g_strdup_printf ("a%u", i), *name = g_strdup_printf ("Łódź %u", i), *link_id = g_strdup_printf ("r%u", i);
    EntActor *actor = ent_actor_new (id, name, ENT_KIND_PLACE);
    EntEvidence evidence = { .source = source, .span = fixture_find ("backs"), .confidence = 0.9 };

    ent_actor_set_position (actor, 200.0 * (i % 14), 200.0 * (i / 14));
    ent_map_add_actor (map, actor);
    if (before) {
      g_autoptr (EntRelation) link = ent_relation_new (link_id, before, actor, ENT_RELATION_DISTRUST, "doubts");
      ent_relation_add_evidence (link, &evidence);
      ent_map_add_relation (map, link);
    }
    g_set_object (&before, actor);
    g_object_unref (actor);
  }
  return map;
}

typedef struct {
  GtkWidget  *pane;
  GType       type;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return fixture_find_widget (wanted->pane, wanted->type, wanted->text) != NULL;
}

static EntActor *
get_first_actor (GtkWidget *pane)
{
  return ent_actor_row_get_actor (ENT_ACTOR_ROW (fixture_find_widget (pane, ENT_TYPE_ACTOR_ROW, NULL)));
}

static gboolean
first_is_on_map (gpointer data)
{
  Fixture *fixture = data;
  EntActor *actor = get_first_actor (fixture->pane);

  return ent_map_find_actor (ent_session_get_map (fixture->session), ent_actor_get_id (actor)) == actor;
}

/* A large map comes part by part; what is listed still and on the map no longer cannot be chosen. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntMap) map = new_large_map ();
  GtkWidget *row;
  EntActor *actor;

  ent_session_open (fixture->session, map, NULL);
  fixture_wait_for (is_there, &(Wanted) { fixture->pane, GTK_TYPE_LABEL, "200 actors · 199 links · 1 article" });
  fixture_wait_for (is_there, &(Wanted) { fixture->pane, ENT_TYPE_RELATION_ROW, "Łódź" });
  g_assert_true (first_is_on_map (fixture));
  row = fixture_find_widget (fixture->pane, ENT_TYPE_ACTOR_ROW, NULL);
  actor = get_first_actor (fixture->pane);
  g_object_ref (row);
  ent_map_remove_actor (map, actor);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_null (ent_session_get_actor (fixture->session));
  g_object_unref (row);
  fixture_wait_for (first_is_on_map, fixture);
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "199 actors"));
  row = fixture_find_widget (fixture->pane, ENT_TYPE_ACTOR_ROW, NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (ent_session_get_actor (fixture->session) == ent_actor_row_get_actor (ENT_ACTOR_ROW (row)));
  ent_session_open (fixture->session, fixture->map, NULL);
  fixture_run_for (50);
}

/* Of the row that names it. */
static int
get_place (Fixture *fixture, const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (fixture_find_widget (fixture->pane, ADW_TYPE_ACTION_ROW, name), GTK_TYPE_LIST_BOX_ROW);

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* Whoever the article makes much of, and nothing that is shown, stands below who has links. */
static void
test_unlinked (Fixture *fixture, gconstpointer data)
{
  static const char *const mentions[] = { "Élodie", "view", "she", "doubts" };
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (fixture->map), 0);

  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    ent_actor_add_mention (ent_map_find_actor (fixture->map, "a1"), &(EntActorMention) { source, fixture_find (mentions[i]), ENT_FORM_NAME });
  ent_session_open (fixture->session, fixture->map, NULL);
  fixture_run_for (50);
  g_assert_cmpint (get_place (fixture, "Élodie Müller"), <, get_place (fixture, "NATO"));
  ent_session_set_least_confidence (fixture->session, 0.9);
  fixture_run_for (50);
  g_assert_cmpint (get_place (fixture, "Élodie Müller"), ==, 2);
}

/* Links that the map does not show are not in its lists either. */
static void
test_threshold (Fixture *fixture, gconstpointer data)
{
  ent_session_set_least_confidence (fixture->session, 0.9);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "3 actors · 1 of 2 links · 1 article"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "0 Conflict"));
  g_assert_null (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Élodie Müller → Ukraine"));
  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a2"), NULL);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Ukraine → NATO"));
  g_assert_null (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Élodie Müller → Ukraine"));
  /* That there are none is not said of who has some. */
  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a1"), NULL);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "none of them passes the filter"));
  g_assert_null (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "says nothing of how it stands"));
  ent_session_set_least_confidence (fixture->session, 0);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Élodie Müller → Ukraine"));
}

static void
test_actor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a2"), NULL);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "Country · 1 mention"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Élodie Müller → Ukraine"));
  row = fixture_find_widget (fixture->pane, ENT_TYPE_RELATION_ROW, "Ukraine → NATO");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (ent_session_get_relation (fixture->session) == ent_map_find_relation (fixture->map, "r1"));
}

/* Each quote is there word for word, with what it is worth. */
static void
test_relation (Fixture *fixture, gconstpointer data)
{
  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r1"));
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "Ukraine → NATO"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "Cooperation · backs"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "“Ukraine backs NATO.”"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "“Ukraine may back NATO.”"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "¶ 2 · 90 %"));
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "possible"));
}

/* The type and the direction are the relation's, and the reader may change them. */
static void
test_correct (Fixture *fixture, gconstpointer data)
{
  EntRelation *relation = ent_map_find_relation (fixture->map, "r1");
  GtkWidget *type_row, *reverse;

  ent_session_select (fixture->session, NULL, relation);
  fixture_run_for (50);
  g_assert_false (ent_session_get_edited (fixture->session));
  type_row = fixture_find_widget (fixture->pane, ADW_TYPE_COMBO_ROW, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (type_row)), ==, ENT_RELATION_SUPPORT);

  adw_combo_row_set_selected (ADW_COMBO_ROW (type_row), ENT_RELATION_REJECT);
  g_assert_cmpint (ent_relation_get_relation_type (relation), ==, ENT_RELATION_REJECT);
  g_assert_cmpint (ent_relation_get_stance (relation), ==, ENT_STANCE_CONFLICT);
  g_assert_cmpstr (ent_relation_get_label (relation), ==, "rejects");
  g_assert_true (ent_session_get_edited (fixture->session));

  reverse = fixture_find_widget (fixture->pane, GTK_TYPE_BUTTON, "_Reverse");
  g_signal_emit_by_name (reverse, "clicked");
  g_assert_cmpstr (ent_actor_get_id (ent_relation_get_from (relation)), ==, "a3");
  g_assert_nonnull (fixture_find_widget (fixture->pane, GTK_TYPE_LABEL, "NATO → Ukraine"));
}

/* The sentence that is highlighted is the quote, whatever bytes its characters before it have. */
static void
test_show_in_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card, *article;
  guint start, end;

  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r2"));
  fixture_run_for (50);
  card = fixture_find_widget (fixture->pane, ENT_TYPE_QUOTE_CARD, NULL);
  g_signal_emit_by_name (fixture_find_widget (card, GTK_TYPE_BUTTON, "Show in Article"), "clicked");
  fixture_run_for (300);
  article = fixture_find_widget (fixture->pane, ENT_TYPE_ARTICLE_VIEW, NULL);
  g_assert_nonnull (article);
  g_assert_true (ent_article_view_get_highlight (ENT_ARTICLE_VIEW (article), &start, &end));

  EntSpan span = fixture_find ("Élodie Müller – she doubts Ukraine.");
  g_assert_cmpuint (start, ==, g_utf8_strlen (FIXTURE_TEXT, span.start_byte));
  g_assert_cmpuint (end, ==, g_utf8_strlen (FIXTURE_TEXT, span.end_byte));
  g_assert_cmpuint (start, !=, span.start_byte);
}

/* The article opens where it says what is selected, once: who comes back to it finds what they left. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (fixture_find_widget (fixture->pane, GTK_TYPE_STACK, NULL));
  GtkWidget *article = gtk_stack_get_child_by_name (stack, "article");
  EntArticleView *view = ENT_ARTICLE_VIEW (article);
  guint start, end;

  ent_detail_pane_show_article (ENT_DETAIL_PANE (fixture->pane));
  g_assert_false (ent_article_view_get_highlight (view, &start, &end));

  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r2"));
  gtk_stack_set_visible_child_name (stack, "article");
  g_assert_true (ent_article_view_get_highlight (view, &start, &end));
  g_assert_cmpuint (start, ==, g_utf8_strlen (FIXTURE_TEXT, fixture_find ("Élodie Müller – she doubts Ukraine.").start_byte));
  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a3"), NULL);
  gtk_stack_set_visible_child_name (stack, "article");
  g_assert_true (ent_article_view_get_highlight (view, &start, &end));
  g_assert_cmpuint (start, ==, g_utf8_strlen (FIXTURE_TEXT, fixture_find ("NATO").start_byte));

  EntSpan other = fixture_find ("Ukraine may back NATO.");
  gtk_widget_activate_action (article, "pane.show-span", "(stt)", "s1", (guint64) other.start_byte, (guint64) other.end_byte);
  ent_detail_pane_show_details (ENT_DETAIL_PANE (fixture->pane));
  gtk_stack_set_visible_child_name (stack, "article");
  g_assert_true (ent_article_view_get_highlight (view, &start, &end));
  g_assert_cmpuint (start, ==, g_utf8_strlen (FIXTURE_TEXT, other.start_byte));
}

/* A quote's marks fall on its actors and its predicate, shifted by what stands before it. */
static void
test_marks (void)
{
  EntSpan span = fixture_find ("Élodie Müller – she doubts Ukraine.");
  EntEvidence evidence = { .span = span, .from = { span.start_byte, span.start_byte + strlen ("Élodie Müller") },
                           .predicate = fixture_find ("doubts") };
  g_autoptr (PangoAttrList) list = ent_quote_card_new_attributes (&evidence, 3, &(GdkRGBA) { 1, 0, 0, 1 });
  GSList *attributes = pango_attr_list_get_attributes (list);
  PangoAttribute *weight = attributes->data;

  g_assert_cmpuint (g_slist_length (attributes), ==, 3);
  g_assert_cmpint (weight->klass->type, ==, PANGO_ATTR_WEIGHT);
  g_assert_cmpuint (weight->start_index, ==, 3);
  g_assert_cmpuint (weight->end_index, ==, 3 + strlen ("Élodie Müller"));
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/detail-pane/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("overview", test_overview);
  ADD ("large", test_large);
  ADD ("unlinked", test_unlinked);
  ADD ("threshold", test_threshold);
  ADD ("actor", test_actor);
  ADD ("relation", test_relation);
  ADD ("correct", test_correct);
  ADD ("show-in-article", test_show_in_article);
  ADD ("follow", test_follow);
  g_test_add_func ("/app/detail-pane/marks", test_marks);
  return g_test_run ();
}
