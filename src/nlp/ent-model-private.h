/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document.h"
#include "ent-kernels.h"
#include "ent-tensor-file.h"
#include "ent-vocabulary.h"

G_BEGIN_DECLS

/* Private to src/nlp: the model as the network reads it. Names and shapes are those of data/model/FORMAT.md. Matrices are
 * decoded to floats once, when the model is loaded; only the word embeddings, a third of the file, stay as they are. */

#define ENT_MODEL_MAGIC         "ENTMODEL"
#define ENT_TEST_VECTORS_MAGIC  "ENTTESTV"
#define ENT_COREF_CANDIDATES    60   /* earlier mentions that a mention is compared with */
#define ENT_COREF_DISTANCES     7
#define ENT_COREF_MATCHES       4
#define ENT_COREF_RANKS         8
#define ENT_PAIR_ROLES          10
#define ENT_PAIR_PATH           4     /* what the path through the tree adds to a role */
#define ENT_PAIR_DISTANCES      16
#define ENT_PAIR_HEADS          8
#define ENT_N_SENTIMENTS        5
#define ENT_N_MODEL_FORMS       3    /* name, nominal, pronoun: an alias is found later, from what the names say */

typedef enum { ENT_MIX_SYNTAX, ENT_MIX_NAMES, ENT_MIX_PAIR, ENT_N_MIXES } EntMix;

typedef struct {
  EntLinear    qkv, o, ffn1, ffn2;   /* qkv: the three matrices below each other */
  EntNorm      ln1, ln2;
} EntEncoderLayer;

typedef struct {
  EntLinear    dep, head;
  const float *root;       /* [n_out]: what head makes of the root's vector */
} EntBiaffine;

typedef struct {
  EntLinear    span, a, b, c;
  const float *bias, *distance, *form, *match, *kind, *rank, *v;
  float        v_bias;
} EntCorefWeights;

typedef struct {
  EntLinear    key, value, span, query1, query2, mlp1, mlp2, types, modality, sentiment, start, end;
  const float *role_key, *role_value, *distance;
} EntPairWeights;

/* A softmax of the tags head: a run of classes. */
typedef struct {
  guint              first;
  guint              n_values;
  const char *const *values;    /* [n_values] */
  gint               feature;   /* EntFeature; -1 for UPOS, -2 for one that this program does not know */
} EntTagGroup;

/* An edit that makes a word its lemma. */
typedef struct {
  gboolean    lower;
  guint       prefix_cut, suffix_cut;   /* characters */
  const char *prefix, *suffix;          /* owned by the model */
} EntLemmaScript;

/* What the numbers of the heads' classes mean. */
typedef struct {
  EntTagGroup       *groups;           /* [n_groups] */
  guint              n_groups, n_tags;
  EntUpos            upos[32];         /* of each class of the UPOS group */
  const char *const *deprels;          /* [n_deprels] */
  guint              n_deprels, root_deprel;
  EntLemmaScript    *scripts;          /* [n_scripts] */
  guint              n_scripts;
  JsonObject        *lemma_exceptions; /* "word\tUPOS" → lemma; nullable */
  EntNameKind       *names;            /* [n_names] */
  guint              n_names;
  struct { guint form, kind; } *mentions;  /* [n_mentions]: numbers of ent_model_forms and ent_model_kinds */
  guint              n_mentions;
  EntRelationType   *types;            /* [n_types], ENT_RELATION_NONE for "none" */
  guint              n_types;
  EntModality        modality[ENT_N_MODALITIES];
} EntModelClasses;

struct _EntModel {
  gatomicrefcount  references;
  EntTensorFile   *file;
  GPtrArray       *blocks;       /* what the pointers below point into */
  EntVocabulary   *vocabulary;
  guint            hidden, n_layers, n_heads, intermediate, n_positions, window;
  gint             cls, sep;
  EntModelClasses  classes;

  const EntTensor *word;
  const float     *position, *casing;
  EntNorm          emb_ln;
  EntEncoderLayer *layers;                 /* [n_layers] */
  const float     *mixes[ENT_N_MIXES];     /* [n_layers + 1]: gamma · softmax(w) */
  EntLinear        tags, lemma, names, mentions1, mentions2;
  EntBiaffine      arc, label;
  const float     *arc_u, *arc_bias;
  const float     *label_bilinear;         /* [n_deprels · d, d] */
  EntLinear        label_linear;
  EntCorefWeights  coref;
  EntPairWeights   pair;
};

/* The forms and kinds in the order in which the coreference head numbers them. */
extern const EntMentionForm ent_model_forms[ENT_N_MODEL_FORMS];
extern const EntKind        ent_model_kinds[ENT_N_KINDS];

/* Reads header.classes; FALSE with error set where it is not what the heads' shapes and the program need. */
gboolean ent_model_classes_read  (EntModelClasses *self, JsonObject *header, const char *path, GError **error);
void     ent_model_classes_clear (EntModelClasses *self);

G_END_DECLS
