/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where names end, whom nouns and first persons mean, and who is nobody: who is spoken of, and how often. */

#include "tree-text.h"

typedef struct {
  const char *name;
  const char *tree;
  const char *spoken_of;   /* "Chad 2; Mali 1": each actor and its references */
} Case;

#define LEFT "left leave VERB 0 root\n\n"
#define WE_HOPE "We we PRON 2 nsubj\nhope hope VERB 0 root\n\n"
#define I_HOPE "I I PRON 2 nsubj\nhope hope VERB 0 root\n\n"
#define IT_RAINED "It it PRON 2 nsubj\nrained rain VERB 0 root\n\n"
#define CHAD_WAITED "Chad Chad PROPN 2 nsubj\nwaited wait VERB 0 root\n\n"
#define IN_MALI "Rain rain NOUN 2 nsubj\nfell fall VERB 0 root\nin in ADP 4 case\nMali Mali PROPN 2 obl\n\n"
#define TWICE(x) x x
#define SIX(x) TWICE (x) TWICE (x) TWICE (x)

/* ── Where names end ────────────────────────────────────────────────────────────────────────────────────────────── */

static const Case extents[] = {
  { "given-name-behind-hyphen", "Noh Noh PROPN 5 nsubj B-person\nSeo Seo PROPN 1 flat I-person GLUED\n- - PUNCT 4 punct GLUED\nyun yun NOUN 1 flat\n" LEFT, "Noh Seo-yun 1" },
  { "compound-behind-hyphen", "Noh Noh PROPN 4 compound B-person\nSeo Seo PROPN 1 flat I-person GLUED\n- - PUNCT 4 punct GLUED\nera era NOUN 5 compound\nlaws law NOUN 6 nsubj\n" LEFT, "Noh Seo 1" },
  { "participle-behind-hyphen", "Noh Noh PROPN 4 compound B-person\nSeo Seo PROPN 1 flat I-person GLUED\n- - PUNCT 4 punct GLUED\nled lead VERB 5 amod\nteam team NOUN 6 nsubj\n" LEFT, "Noh Seo 1" },
  { "dash-behind-name", "Noh Noh PROPN 5 nsubj B-person\nSeo Seo PROPN 1 flat I-person\n- - PUNCT 4 punct\nbaker baker NOUN 1 appos\n" LEFT, "Noh Seo 1" },
  { "field-of-committee",
    "Committee Committee PROPN 7 nsubj B-organisation\non on ADP 4 case\nthe the DET 4 det\nEffects Effect NOUN 1 nmod\nof of ADP 6 case\nNoise Noise NOUN 4 nmod\n" LEFT,
    "Committee on the Effects of Noise 1" },
  { "fields-in-a-list",
    "Ministry Ministry PROPN 8 nsubj B-organisation\nfor for ADP 3 case\nRoads Road PROPN 1 nmod\n, , PUNCT 5 punct\nBridges Bridge PROPN 3 conj\nand and CCONJ 7 cc\nCanals Canal PROPN 3 conj\n" LEFT,
    "Ministry for Roads , Bridges and Canals 1" },
  { "comma-without-list",
    "Ministry Ministry PROPN 6 nsubj B-organisation\nfor for ADP 3 case\nRoads Road PROPN 1 nmod\n, , PUNCT 1 punct\nOslo Oslo PROPN 1 appos\n" LEFT, "Ministry for Roads 1; Oslo 1" },
  { "day-of-committee", "Committee Committee PROPN 4 nsubj B-organisation\non on ADP 3 case\nMonday Monday PROPN 1 nmod\n" LEFT, "Committee 1" },
  { "committee-on-a-country", "Committee Committee PROPN 4 nsubj B-organisation\non on ADP 3 case\nMali Mali PROPN 1 nmod\n" LEFT, "Committee 1; Mali 1" },
  { "field-without-capital", "Committee Committee PROPN 4 nsubj B-organisation\non on ADP 3 case\nnoise noise NOUN 1 nmod\n" LEFT, "Committee 1" },
  { "field-of-no-body", "Sonnta Sonnta PROPN 4 nsubj B-organisation\non on ADP 3 case\nNoise Noise NOUN 1 nmod\n" LEFT, "Sonnta 1" },
  { "country-of-university",
    "Wold Wold PROPN 3 compound B-organisation\nState State PROPN 3 compound I-organisation\nUniversity University PROPN 7 nsubj I-organisation\nof of ADP 6 case I-organisation\nthe the DET 6 det I-organisation\n"
    "UK UK PROPN 3 nmod I-organisation\n" LEFT, "Wold State University 1; United Kingdom 1" },
  { "country-in-the-name",
    "Bank Bank PROPN 4 nsubj B-organisation\nof of ADP 3 case I-organisation\nMali Mali PROPN 1 nmod I-organisation\n" LEFT, "Bank of Mali 1" },
  { "body-without-capital",
    "The the DET 4 det\nChad Chad PROPN 4 compound B-place\nHarbour Harbour PROPN 4 compound\nboard board NOUN 5 nsubj\n" LEFT, "Chad Harbour board 1" },
  { "known-body-and-its-news", "Red Red PROPN 2 compound B-organisation\nCrescent Crescent PROPN 4 compound I-organisation\nnews news NOUN 4 compound I-organisation\nagency agency NOUN 5 nsubj\n" LEFT, "Red Crescent 1" },
  { "known-body-and-its-relief-workers",
    "NATO NATO PROPN 3 compound B-organisation\nrelief relief NOUN 3 compound I-organisation\nservice service NOUN 4 nsubj I-organisation\n" LEFT, "NATO 1" },
  { "known-body-and-a-capital", "NATO NATO PROPN 3 compound B-organisation\nRelief Relief PROPN 3 compound I-organisation\nservice service NOUN 4 nsubj I-organisation\n" LEFT, "NATO Relief service 1" },
  { "unknown-body-and-its-news", "Wold Wold PROPN 2 compound B-organisation\nnews news NOUN 3 nsubj I-organisation\n" LEFT, "Wold news 1" },
  { "known-body-in-the-middle", "Wold Wold PROPN 3 compound B-organisation\nNATO NATO PROPN 3 compound I-organisation\nnews news NOUN 4 nsubj I-organisation\n" LEFT, "Wold NATO news 1" },
  { "country-and-body", "The the DET 3 det\nChad Chad PROPN 3 compound B-place\nboard board NOUN 4 nsubj\n" LEFT, "Chad 1" },
  { "class-behind-name",
    "The the DET 4 det\nFjord Fjord PROPN 3 compound B-organisation\nRadio Radio PROPN 4 compound I-organisation\nnetwork network NOUN 5 nsubj\n" LEFT, "Fjord Radio 1" },
  { "festival", "Lark Lark PROPN 2 compound B-event\nFestival Festival PROPN 3 nsubj I-event\n" LEFT, "Lark Festival 1" },
  { "treaty", "Lark Lark PROPN 2 compound B-event\nTreaty Treaty PROPN 3 nsubj I-event\n" LEFT, "" },
  { "multibyte-given-name", "Hồ Hồ PROPN 5 nsubj B-person\nĐứ Đứ PROPN 1 flat I-person GLUED\n- - PUNCT 4 punct GLUED\nâu âu NOUN 1 flat\n" LEFT, "Hồ Đứ-âu 1" },
};

/* ── Who is nobody ──────────────────────────────────────────────────────────────────────────────────────────────── */

static const Case nobodies[] = {
  { "count-of-a-party", "Hundreds hundred NOUN 4 nsubj M=7 K=group\nof of ADP 3 case\nweavers weaver NOUN 1 nmod\n" LEFT, "weavers 1" },
  { "count-of-counts", "Tens ten NOUN 6 nsubj M=7 K=group\nof of ADP 3 case\nthousands thousand NOUN 1 nmod\nof of ADP 5 case\nweavers weaver NOUN 3 nmod\n" LEFT, "weavers 1" },
  { "count-alone", "Thousands thousand NOUN 2 nsubj M=7 K=group\n" LEFT, "" },
  { "count-as-a-name", "Hundreds Hundreds PROPN 2 nsubj B-group\n" LEFT, "" },
  { "count-of-one", "Part part NOUN 5 nsubj\nof of ADP 4 case\nthe the DET 4 det\nguild guild NOUN 1 nmod M=7 K=organisation\n" LEFT, "guild 1" },
  { "planet", "Mars Mars PROPN 2 nsubj B-place\n" LEFT, "" },
  { "medium", "Internet Internet PROPN 2 nsubj B-organisation\n" LEFT, "" },
  { "medium-in-a-name", "Internet Internet PROPN 2 compound B-organisation\nSociety Society PROPN 3 nsubj I-organisation\n" LEFT, "Internet Society 1" },
  { "letter", "Z Z PROPN 2 nsubj B-organisation\n" LEFT, "" },
  { "abbreviated-state", "He he PRON 2 nsubj\nlives live VERB 0 root\nin in ADP 4 case\nWold Wold PROPN 2 obl B-place\n, , PUNCT 6 punct\nVa. Va. PROPN 4 appos B-place", "Wold 1" },
  { "anybody", "A a DET 3 det\ntired tired ADJ 3 amod\nwoman woman NOUN 4 nsubj M=7 K=person\n" LEFT, "" },
  { "anybody-of-a-country", "Danish Danish ADJ 2 amod\nwomen woman NOUN 3 nsubj M=7 K=group\n" LEFT, "Denmark 1; Danish women 1" },
  { "somebody", "A a DET 3 det\ntired tired ADJ 3 amod\npainter painter NOUN 4 nsubj M=7 K=person\n" LEFT, "tired painter 1" },
  { "act", "Lark Lark PROPN 2 compound B-organisation\nAct Act PROPN 3 nsubj I-organisation\n" LEFT, "" },
  { "prize", "Lark Lark PROPN 2 compound B-organisation\nPrize Prize PROPN 3 nsubj I-organisation\n" LEFT, "" },
  { "thing-as-a-whole-name", "Prize Prize PROPN 2 nsubj B-organisation\n" LEFT, "Prize 1" },
  { "thing-inside-a-name", "Prize Prize PROPN 2 compound B-organisation\nBoard Board PROPN 3 nsubj I-organisation\n" LEFT, "Prize Board 1" },
  { "prize-beside-its-name", "Lark Lark PROPN 2 compound B-organisation\nPrize Prize PROPN 3 nsubj\n" LEFT, "" },
  { "winner-of-a-prize", "Lark Lark PROPN 3 compound B-organisation\nPrize Prize PROPN 3 compound\nwinner winner NOUN 4 nsubj\n" LEFT, "" },
  { "prize-that-a-body-gives", "Lark Lark PROPN 3 nmod:poss B-organisation\n's 's PART 1 case\nprize prize NOUN 4 nsubj\n" LEFT, "Lark 1" },
  { "novel-before-its-name", "novel novel NOUN 4 nsubj\nLark Lark PROPN 3 compound B-organisation\nSong Song PROPN 1 appos I-organisation\n" LEFT, "" },
  { "novel-below-its-name", "novel novel NOUN 3 compound\nLark Lark PROPN 3 compound B-organisation\nSong Song PROPN 4 nsubj I-organisation\n" LEFT, "" },
  { "name-and-what-spacecraft-it-is",
    "Lark Lark PROPN 2 compound B-organisation\nNine Nine PROPN 6 nsubj I-organisation\n, , PUNCT 5 punct\na a DET 5 det\nspacecraft spacecraft NOUN 2 appos\n" LEFT, "" },
  { "name-and-what-body-it-is",
    "Lark Lark PROPN 2 compound B-organisation\nNine Nine PROPN 6 nsubj I-organisation\n, , PUNCT 5 punct\na a DET 5 det\nbank bank NOUN 2 appos\n" LEFT, "Lark Nine 1" },
  { "spacecraft-of-a-maker", "Lark Lark PROPN 3 compound B-organisation\nNine Nine PROPN 1 flat I-organisation\nspacecraft spacecraft NOUN 4 nsubj\n" LEFT, "Lark Nine 1" },
  { "spacecraft-of-a-country", "China China PROPN 6 nsubj B-place\n, , PUNCT 4 punct\na a DET 4 det\nspacecraft spacecraft NOUN 1 conj\n, , PUNCT 4 punct\n" LEFT, "China 1" },
  { "film-beside-another-noun", "film film NOUN 2 nsubj\nangered anger VERB 0 root\nLark Lark PROPN 2 obj B-organisation\n", "Lark 1" },
  { "person-like-a-thing", "Ada Ada PROPN 3 nsubj B-person\nBill Bill PROPN 1 flat I-person\n" LEFT, "Ada Bill 1" },
  { "money", "It it PRON 2 nsubj\ncost cost VERB 0 root\nUS US PROPN 4 compound B-place GLUED\n$ $ SYM 2 obj\n300 300 NUM 4 nummod", "" },
  { "money-in-one-word", "It it PRON 2 nsubj\ncost cost VERB 0 root\nUS$ US$ PROPN 2 obj B-place\n300 300 NUM 3 nummod", "" },
  { "money-of-a-named-country", "It it PRON 2 nsubj\ngave give VERB 0 root\nChad Chad PROPN 2 iobj B-place\n$ $ SYM 2 obj\n300 300 NUM 4 nummod", "Chad 1" },
  { "sign-without-amount", "US US PROPN 3 compound B-place\n$ $ SYM 3 compound\nfans fan NOUN 4 nsubj\n" LEFT, "United States 1; fans 1" },
  { "count-for-a-noun", "All all DET 2 det\nthree three NUM 3 nsubj M=7 K=group\n" LEFT, "" },
  { "article-for-a-noun", "The the DET 3 nsubj M=7 K=group\nharbour harbour NOUN 1 dep\n" LEFT, "" },
  { "half-of-a-compound", "police police NOUN 3 compound M=7 K=group GLUED\n- - PUNCT 3 punct GLUED\nrun run VERB 4 amod\nhomes home NOUN 5 nsubj\n" LEFT, "" },
  { "dash-behind-a-noun", "Weavers weaver NOUN 4 nsubj M=7 K=group\n- - PUNCT 3 punct\nbakers baker NOUN 1 appos\n" LEFT, "Weavers 1" },
  { "reporters", "Chad Chad PROPN 2 nsubj\ntold tell VERB 0 root\nreporters reporter NOUN 2 obj M=7 K=group", "Chad 1" },
};

/* ── Bands, peoples and works ───────────────────────────────────────────────────────────────────────────────────── */

static const Case nouns[] = {
  { "citizens-of-a-country", "Chadian Chadian ADJ 2 amod\ncitizens citizen NOUN 3 nsubj\n" LEFT, "Chad 1; Chadian citizens 1" },
  { "citizens", "Citizens citizen NOUN 2 nsubj\n" LEFT, "Citizens 1" },
  { "faith-in-two-forms", "Muslims Muslims PROPN 2 nsubj\n" LEFT "Muslim Muslim ADJ 2 amod B-group\nweavers weaver NOUN 3 nsubj\n" LEFT, "Muslims 2" },
  { "class-behind-its-name",
    "Fjord Fjord PROPN 2 nsubj B-organisation\n" LEFT "The the DET 3 det\nFjord Fjord PROPN 3 compound B-organisation\norganisation organisation NOUN 4 nsubj M=7 K=organisation\n" LEFT
    "The the DET 2 det\norganisation organisation NOUN 3 nsubj M=7 K=organisation\n" LEFT "It it PRON 2 nsubj M=7 K=organisation\n" LEFT, "Fjord 5" },
  { "government-of-no-city",
    "Wold Wold PROPN 2 nsubj B-place M=7 K=place\n" LEFT CHAD_WAITED "The the DET 2 det\ngovernment government NOUN 3 nsubj M=7 K=country\n" LEFT, "Wold 1; Chad 2" },
  { "city-of-a-city",
    "Wold Wold PROPN 2 nsubj B-place M=7 K=place\n" LEFT CHAD_WAITED "The the DET 2 det\ncity city NOUN 3 nsubj M=7 K=place\n" LEFT, "Wold 2; Chad 1" },
  { "men-from-two-capitals",
    "Men man NOUN 6 nsubj\nfrom from ADP 3 case\nBamako Bamako PROPN 1 nmod\nand and CCONJ 5 cc\nNiamey Niamey PROPN 3 conj\n" LEFT, "Mali 1; Niger 1" },
  { "rain-in-two-capitals",
    "Rain rain NOUN 6 nsubj\nin in ADP 3 case\nBamako Bamako PROPN 1 nmod\nand and CCONJ 5 cc\nNiamey Niamey PROPN 3 conj\n" LEFT, "Bamako 1; Niamey 1" },
  { "band", "Survivors survivor NOUN 2 nsubj\n" LEFT, "Survivors 1" },
  { "band-of-a-country", "Chadian Chadian ADJ 2 amod\nauthorities authority NOUN 3 nsubj\n" LEFT, "Chad 2" },
  { "band-of-a-possessor", "Its its PRON 2 nmod:poss\nauthorities authority NOUN 3 nsubj\n" LEFT, "" },
  { "band-within-a-compound", "Police police NOUN 2 compound\ncars car NOUN 3 nsubj\n" LEFT, "" },
  { "no-band", "Shadows shadow NOUN 2 nsubj\n" LEFT, "" },
  { "people-under-two-adjectives",
    "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root\nDutch Dutch ADJ 4 amod\npilots pilot NOUN 2 obj M=7 K=group\n\nNetherlands Netherlands PROPN 2 compound\npilots pilot NOUN 3 nsubj M=8 K=group\n" LEFT,
    "Chad 1; Netherlands 2; Dutch pilots 2" },
  { "people-under-two-forms",
    "Shia Shia ADJ 2 amod\nbakers baker NOUN 3 nsubj M=7 K=group\n" LEFT "Shi'ite Shi'ite ADJ 2 amod\nbakers baker NOUN 3 nsubj M=8 K=group\n" LEFT, "Shiites 2; Shia bakers 2" },
  { "people-of-a-body-and-a-country",
    "Dutch Dutch ADJ 2 amod\npilots pilot NOUN 3 nsubj M=7 K=group\n" LEFT "NATO NATO PROPN 2 compound B-organisation\npilots pilot NOUN 3 nsubj M=8 K=group\n" LEFT,
    "NATO 1; Netherlands 1; Dutch pilots 1; NATO pilots 1" },
  { "noun-that-is-a-name",
    "Fjord Fjord PROPN 2 compound B-organisation\nGuild Guild PROPN 3 nsubj I-organisation\n" LEFT "fjord fjord NOUN 2 compound\nguild guild NOUN 3 nsubj M=8 K=group\n" LEFT, "Fjord Guild 2" },
  { "noun-that-is-a-person's-name", "Ada Ada PROPN 2 flat B-person\nBaker Baker PROPN 3 nsubj I-person\n" LEFT "ada ada NOUN 2 compound\nbaker baker NOUN 3 nsubj M=8 K=group\n" LEFT, "Ada Baker 1; ada baker 1" },
  { "two-peoples",
    "Danish Danish ADJ 2 amod\nbakers baker NOUN 3 nsubj M=7 K=group\n" LEFT "Chadian Chadian ADJ 2 amod\nbakers baker NOUN 3 nsubj M=8 K=group\n" LEFT,
    "Denmark 1; Chad 1; Danish bakers 1; Chadian bakers 1" },
  { "study-of-scientists", "Scientists scientist NOUN 2 nsubj M=7 K=group\n" LEFT "The the DET 2 det\nstudy study NOUN 3 nsubj\n" LEFT, "Scientists 2" },
  { "study-of-a-research-team", "A a DET 3 det\nresearch research NOUN 3 compound\nteam team NOUN 4 nsubj M=7 K=group\n" LEFT "This this DET 2 det\npaper paper NOUN 3 nsubj\n" LEFT, "research team 2" },
  { "study-of-a-sports-team", "A a DET 3 det\nhockey hockey NOUN 3 compound\nteam team NOUN 4 nsubj M=7 K=group\n" LEFT "This this DET 2 det\npaper paper NOUN 3 nsubj\n" LEFT, "hockey team 1" },
  { "study-before-its-scientists", "The the DET 2 det\nstudy study NOUN 3 nsubj\n" LEFT "Scientists scientist NOUN 2 nsubj M=7 K=group\n" LEFT, "Scientists 1" },
  { "a-study", "Scientists scientist NOUN 2 nsubj M=7 K=group\n" LEFT "A a DET 2 det\nstudy study NOUN 3 nsubj\n" LEFT, "Scientists 1" },
  { "another-study", "Scientists scientist NOUN 2 nsubj M=7 K=group\n" LEFT "The the DET 3 det\nolder old ADJ 3 amod\nstudy study NOUN 4 nsubj\n" LEFT, "Scientists 1" },
  { "study-of-something", "Scientists scientist NOUN 2 nsubj M=7 K=group\n" LEFT "The the DET 2 det\nstudy study NOUN 5 nsubj\nof of ADP 4 case\nmice mouse NOUN 2 nmod\n" LEFT, "Scientists 1" },
  { "researchers-of-a-team", "A a DET 3 det\nresearch research NOUN 3 compound\nteam team NOUN 4 nsubj M=7 K=group\n" LEFT "The the DET 2 det\nauthors author NOUN 3 nsubj M=8 K=group\n" LEFT, "research team 2" },
};

/* ── Whose body ─────────────────────────────────────────────────────────────────────────────────────────────────── */

#define ADA_LEADS_FJORD "Ada Ada PROPN 9 nsubj B-person\nthe the DET 3 det\nleader leader NOUN 1 appos\nof of ADP 7 case\nthe the DET 7 det\nDanish Danish ADJ 7 amod\ngroup group NOUN 3 nmod\nFjord Fjord PROPN 7 appos B-organisation\n" LEFT
#define ADA_LEADS_CHAD "President president NOUN 2 nmod:desc\nAda Ada PROPN 5 nsubj B-person\nof of ADP 4 case\nChad Chad PROPN 1 nmod\n" LEFT
#define ADAS(noun, lemma) "Ada Ada PROPN 3 nmod:poss B-person\n's 's PART 1 case\n" noun " " lemma " NOUN 4 nsubj\n" LEFT

#define A_TEAM(sort, entity) "A a DET 3 det\n" sort " NOUN 3 compound\nteam team NOUN 4 nsubj M=" entity " K=group\n" LEFT
#define MEMBER(of) of " NOUN 2 compound\nmember member NOUN 3 nmod:desc\nAda Ada PROPN 4 nsubj B-person\n"

static const Case bodies[] = {
  { "party-of-its-leader", ADA_LEADS_FJORD ADAS ("party", "party"), "Ada 2; Fjord 2; Denmark 1" },
  { "movement-of-its-leader", ADA_LEADS_FJORD ADAS ("movement", "movement"), "Ada 2; Fjord 2; Denmark 1" },
  { "her-party", "Ada Ada PROPN 6 nsubj B-person M=7\nthe the DET 3 det\nleader leader NOUN 1 appos\nof of ADP 5 case\nFjord Fjord PROPN 3 nmod B-organisation\n" LEFT
    "Her her PRON 2 nmod:poss M=7\nparty party NOUN 3 nsubj\n" LEFT, "Ada 2; Fjord 2" },
  { "founder", "Fjord Fjord PROPN 2 compound B-organisation\nfounder founder NOUN 3 nmod:desc\nAda Ada PROPN 4 nsubj B-person\n" LEFT ADAS ("company", "company"), "Fjord 2; Ada 2" },
  { "parties", ADA_LEADS_FJORD ADAS ("parties", "party"), "Ada 2; Fjord 1; Denmark 1" },
  { "garden", ADA_LEADS_FJORD ADAS ("garden", "garden"), "Ada 2; Fjord 1; Denmark 1" },
  { "party-of-a-head-of-state", ADA_LEADS_CHAD ADAS ("party", "party"), "Ada 2; Chad 1" },
  { "team-of-its-member", A_TEAM ("hockey hockey", "7") MEMBER ("team team") LEFT, "Ada 1; hockey team 2" },
  { "team-of-its-coach", A_TEAM ("hockey hockey", "7") "Team team NOUN 2 compound\ncoach coach NOUN 3 compound\nAda Ada PROPN 4 nsubj B-person\n" LEFT, "Ada 1; hockey team 2" },
  { "council-of-its-name",
    "Wold Wold PROPN 2 compound B-organisation\nCouncil Council PROPN 3 nsubj I-organisation\n" LEFT MEMBER ("council council") LEFT, "Wold Council 2; Ada 1" },
  { "team-of-nobody-spoken-of", MEMBER ("team team") LEFT, "Ada 1" },
  { "team-spoken-of-later", MEMBER ("team team") LEFT A_TEAM ("hockey hockey", "7"), "Ada 1; hockey team 1" },
  { "one-of-two-teams", A_TEAM ("hockey hockey", "7") A_TEAM ("rescue rescue", "8") MEMBER ("team team") LEFT, "Ada 1; hockey team 1; rescue team 1" },
  { "team-of-another-sort", A_TEAM ("hockey hockey", "7") "rescue rescue NOUN 2 compound\nteam team NOUN 3 compound\nmember member NOUN 4 nmod:desc\nAda Ada PROPN 5 nsubj B-person\n" LEFT, "Ada 1; hockey team 1" },
  { "museum-of-its-director", "Wold Wold PROPN 2 compound B-organisation\nMuseum Museum PROPN 3 nsubj I-organisation\n" LEFT "Museum museum NOUN 2 compound\ndirector director NOUN 3 nmod:desc\nAda Ada PROPN 4 nsubj B-person\n" LEFT, "Wold Museum 2; Ada 1" },
  { "place-of-its-mayor", "Wold Wold PROPN 2 compound B-place\nTown Town PROPN 3 nsubj I-place\n" LEFT MEMBER ("town town") LEFT, "Wold Town 1; Ada 1" },
  { "teams-of-a-member", "hockey hockey NOUN 2 compound\nteams team NOUN 3 nsubj M=7 K=group\n" LEFT MEMBER ("team team") LEFT, "Ada 1; hockey teams 1" },
  { "team-of-a-body", A_TEAM ("hockey hockey", "7") "team team NOUN 2 compound\nmember member NOUN 3 nmod:desc\nFjord Fjord PROPN 4 nsubj B-organisation\n" LEFT, "Fjord 1; hockey team 1" },
  { "member-of-no-name", A_TEAM ("hockey hockey", "7") "team team NOUN 2 compound\nspirit spirit NOUN 3 nsubj\n" LEFT, "hockey team 1" },
  { "party-of-no-leader", "Ada Ada PROPN 2 nsubj B-person\n" LEFT ADAS ("party", "party"), "Ada 2" },
  { "party-of-a-state", ADA_LEADS_FJORD "Chad Chad PROPN 3 nmod:poss\n's 's PART 1 case\nparty party NOUN 4 nsubj\n" LEFT, "Ada 1; Fjord 1; Denmark 1; Chad 1" },
};

/* ── Longer and shorter names ───────────────────────────────────────────────────────────────────────────────────── */

#define BOARD_OF_WOLD(last) \
  "Wold Wold PROPN 4 compound B-organisation\nHarbour Harbour PROPN 4 compound I-organisation\nUnion Union PROPN 4 compound I-organisation\n" last " " last " PROPN 5 nsubj I-organisation\n" LEFT
#define BOARD(initials, last) initials " " initials " PROPN 2 compound B-organisation\n" last " " last " PROPN 3 nsubj I-organisation\n" LEFT

static const Case joins[] = {
  { "country-before-known-body",
    "The the DET 4 det\nUK UK PROPN 4 compound B-organisation\nRed Red PROPN 4 compound I-organisation\nCrescent Crescent PROPN 5 nsubj I-organisation\n" LEFT
    "Red Red PROPN 2 compound B-organisation\nCrescent Crescent PROPN 3 nsubj I-organisation\n" LEFT, "Red Crescent 2" },
  { "countries-before-known-body",
    "The the DET 4 det\nUK UK PROPN 4 compound B-organisation\nRed Red PROPN 4 compound I-organisation\nCrescent Crescent PROPN 5 nsubj I-organisation\n" LEFT
    "Danish Danish ADJ 3 amod B-organisation\nRed Red PROPN 3 compound I-organisation\nCrescent Crescent PROPN 4 nsubj I-organisation\n" LEFT
    "Red Red PROPN 2 compound B-organisation\nCrescent Crescent PROPN 3 nsubj I-organisation\n" LEFT, "UK Red Crescent 1; Danish Red Crescent 1; Red Crescent 1" },
  { "short-form-of-one-before-known-body",
    "The the DET 4 det\nUK UK PROPN 4 compound B-organisation\nRed Red PROPN 4 compound I-organisation\nCrescent Crescent PROPN 5 nsubj I-organisation\n" LEFT
    "Danish Danish ADJ 3 amod B-organisation\nRed Red PROPN 3 compound I-organisation\nCrescent Crescent PROPN 4 nsubj I-organisation\n" LEFT
    "Red Red PROPN 2 compound B-organisation\nCrescent Crescent PROPN 3 nsubj I-organisation\n" LEFT
    "UK UK PROPN 2 compound B-organisation\nRed Red PROPN 3 nsubj I-organisation\n" LEFT, "UK Red Crescent 2; Danish Red Crescent 1; Red Crescent 1" },
  { "body-and-company",
    "NATO NATO PROPN 4 nsubj B-organisation\n& & CCONJ 3 cc I-organisation\nCompany Company PROPN 1 conj I-organisation\n" LEFT "NATO NATO PROPN 2 nsubj B-organisation\n" LEFT, "NATO 2" },
  { "body-and-another-word",
    "NATO NATO PROPN 2 compound B-organisation\nReview Review PROPN 3 nsubj I-organisation\n" LEFT "NATO NATO PROPN 2 nsubj B-organisation\n" LEFT, "NATO Review 1; NATO 1" },
  { "name-in-parts-before-its-initials",
    "Union Union PROPN 10 nsubj B-organisation\nof of ADP 3 case I-organisation\nWeavers Weaver PROPN 1 nmod I-organisation\nand and CCONJ 5 cc\nDyers Dyer PROPN 3 conj B-group\n( ( PUNCT 7 punct\nUWD UWD PROPN 1 appos B-organisation\n) ) PUNCT 7 punct\nhas have AUX 10 aux\n" LEFT,
    "Union of Weavers and Dyers 2" },
  { "initials-in-another-order",
    "Union Union PROPN 10 nsubj B-organisation\nof of ADP 3 case I-organisation\nWeavers Weaver PROPN 1 nmod I-organisation\nand and CCONJ 5 cc\nDyers Dyer PROPN 3 conj B-group\n( ( PUNCT 7 punct\nUDW UDW PROPN 1 appos B-organisation\n) ) PUNCT 7 punct\nhas have AUX 10 aux\n" LEFT,
    "Union of Weavers and Dyers 2" },
  { "initials-of-something-else",
    "Union Union PROPN 10 nsubj B-organisation\nof of ADP 3 case I-organisation\nWeavers Weaver PROPN 1 nmod I-organisation\nand and CCONJ 5 cc\nDyers Dyer PROPN 3 conj B-group\n( ( PUNCT 7 punct\nXYZ XYZ PROPN 10 dep\n) ) PUNCT 7 punct\nhas have AUX 10 aux\n" LEFT,
    "Union of Weavers 1; Dyers 1" },
  { "initials-of-the-words-behind",
    "Fjord Fjord PROPN 4 compound B-organisation\nUnion Union PROPN 10 nsubj B-organisation\nof of ADP 4 case I-organisation\nWeavers Weaver PROPN 2 nmod I-organisation\nand and CCONJ 6 cc\nDyers Dyer PROPN 4 conj B-group\n( ( PUNCT 8 punct\nUWD UWD PROPN 2 appos B-organisation\n) ) PUNCT 8 punct\n" LEFT,
    "Union of Weavers and Dyers 2; Fjord 1" },
  { "initials-of-a-thing", "Wold Wold PROPN 2 compound B-organisation\nSurvey Survey PROPN 3 compound I-organisation\nRocket Rocket PROPN 7 nsubj I-organisation\n( ( PUNCT 5 punct\nWSR WSR PROPN 3 appos B-organisation\n) ) PUNCT 5 punct\n" LEFT
    "WSR WSR PROPN 2 nsubj B-organisation\n" LEFT, "" },
  { "lower-case-in-brackets", "Wold Wold PROPN 5 nsubj B-organisation\n( ( PUNCT 3 punct\nwsr wsr NOUN 1 appos\n) ) PUNCT 3 punct\n" LEFT, "Wold 1" },
  { "bracket-at-the-end", "Wold Wold PROPN 0 root B-organisation\n( ( PUNCT 3 punct\nWO WO PROPN 1 appos", "Wold 1" },
  { "initials-before-the-same-word", BOARD_OF_WOLD ("Board") BOARD ("WHU", "Board"), "Wold Harbour Union Board 2" },
  { "initials-before-two-of-its-words",
    "Wold Wold PROPN 4 compound B-organisation\nUnion Union PROPN 4 compound I-organisation\nHarbour Harbour PROPN 4 compound I-organisation\nBoard Board PROPN 5 nsubj I-organisation\n" LEFT
    "WU WU PROPN 3 compound B-organisation\nHarbour Harbour PROPN 3 compound I-organisation\nBoard Board PROPN 4 nsubj I-organisation\n" LEFT, "Wold Union Harbour Board 2" },
  { "initials-before-all-but-a-link",
    "Guild Guild PROPN 4 compound B-organisation\nof of ADP 3 case I-organisation\nWeavers Weaver PROPN 1 nmod I-organisation\nBoard Board PROPN 5 nsubj I-organisation\n" LEFT BOARD ("GW", "Board"),
    "Guild of Weavers Board 2" },
  { "initials-then-both-and-the-last-word", BOARD ("WHU", "Board") BOARD_OF_WOLD ("Board") "Board Board PROPN 2 nsubj B-organisation\n" LEFT, "Wold Harbour Union Board 3" },
  { "other-initials-before-the-same-word", BOARD_OF_WOLD ("Board") BOARD ("XHU", "Board"), "Wold Harbour Union Board 1; XHU Board 1" },
  { "initials-of-one-word-more", BOARD_OF_WOLD ("Board") BOARD ("WHUB", "Board"), "Wold Harbour Union Board 1; WHUB Board 1" },
  { "initials-before-another-word", BOARD_OF_WOLD ("Board") BOARD ("WHU", "Fund"), "Wold Harbour Union Board 1; WHU Fund 1" },
  { "one-letter-before-the-same-word",
    "Wold Wold PROPN 2 compound B-organisation\nBoard Board PROPN 3 nsubj I-organisation\n" LEFT BOARD ("W", "Board"), "Wold Board 1; W Board 1" },
  { "member-and-its-movement", "Seceder Seceder PROPN 2 compound B-organisation\nmen man NOUN 3 nsubj\n" LEFT "Seceders Seceders PROPN 2 nsubj B-group\n" LEFT, "Seceders 2" },
  { "short-word-and-its-plural", "Ob Ob PROPN 2 compound B-organisation\nmen man NOUN 3 nsubj\n" LEFT "Obs Obs PROPN 2 nsubj B-group\n" LEFT, "Ob 1; Obs 1" },
  { "person-and-a-plural", "Seceder Seceder PROPN 2 nsubj B-person\n" LEFT "Seceders Seceders PROPN 2 nsubj B-group\n" LEFT, "Seceder 1; Seceders 1" },
  { "place-once-taken-for-a-person", "Sollah Sollah PROPN 2 nsubj B-place\n" LEFT "Sollah Sollah PROPN 2 nsubj B-person\n" LEFT, "Sollah 2" },
  { "person-named-more-often", "Sollah Sollah PROPN 2 nsubj B-place\n" LEFT TWICE ("Sollah Sollah PROPN 2 nsubj B-person\n" LEFT), "Sollah 1; Sollah 2" },
  { "place-that-a-person-is-named-like",
    "Sollah Sollah PROPN 2 nsubj B-place\n" LEFT "Ada Ada PROPN 3 nsubj B-person\nSollah Sollah PROPN 1 flat I-person\n" LEFT "Sollah Sollah PROPN 2 nsubj B-person\n" LEFT, "Sollah 1; Ada Sollah 2" },
  { "adjective-of-a-town", "Sollah Sollah PROPN 2 nsubj B-place\n" LEFT "Sollan Sollan PROPN 2 nsubj B-group\n" LEFT, "Sollah 2" },
  { "adjective-of-a-town-with-vowel", "Brennapo Brennapo PROPN 2 nsubj B-place\n" LEFT "Brennapine Brennapine PROPN 2 nsubj B-group\n" LEFT, "Brennapo 2" },
  { "people-of-a-town", "Brennapo Brennapo PROPN 2 nsubj B-place\n" LEFT "Brennapers Brennapers PROPN 2 nsubj B-group\n" LEFT, "Brennapo 1; Brennapers 1" },
  { "another-town's-adjective", "Sollah Sollah PROPN 2 nsubj B-place\n" LEFT "Sorlan Sorlan PROPN 2 nsubj B-group\n" LEFT, "Sollah 1; Sorlan 1" },
  { "short-stem", "Oba Oba PROPN 2 nsubj B-place\n" LEFT "Oban Oban PROPN 2 nsubj B-group\n" LEFT, "Oba 1; Oban 1" },
};

/* ── Whose "we" ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static const Case voices[] = {
  { "speech-of-a-country", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE), "Chad 9" },
  { "speech-with-i", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) I_HOPE, "Chad 10" },
  { "speech-that-speaks-of-another", TWICE (CHAD_WAITED) CHAD_WAITED TWICE (IN_MALI) TWICE (IN_MALI) SIX (WE_HOPE), "Chad 9; Mali 4" },
  { "speech-of-nobody-who-acts", TWICE (IN_MALI) TWICE (IN_MALI) SIX (WE_HOPE), "Mali 4" },
  { "speech-that-hardly-names", CHAD_WAITED SIX (WE_HOPE), "Chad 1" },
  { "more-i-than-we", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) SIX (I_HOPE) I_HOPE, "Chad 3" },
  { "too-few-we", TWICE (CHAD_WAITED) CHAD_WAITED TWICE (WE_HOPE) TWICE (WE_HOPE), "Chad 3" },
  { "we-now-and-then", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) SIX (IT_RAINED) SIX (IT_RAINED), "Chad 3" },
  { "we-the-people", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) "We we PRON 4 nsubj\nthe the DET 3 det\npeople people NOUN 1 appos\nhope hope VERB 0 root", "Chad 9" },
  { "our-nation", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) "Our our PRON 2 nmod:poss\nnation nation NOUN 3 nsubj M=7 K=country\nhopes hope VERB 0 root", "Chad 11" },
  { "their-nation", TWICE (CHAD_WAITED) CHAD_WAITED SIX (WE_HOPE) "Their their PRON 2 nmod:poss\nnation nation NOUN 3 nsubj M=7 K=country\nhopes hope VERB 0 root", "Chad 9" },
  { "quoted-we", TWICE (CHAD_WAITED) CHAD_WAITED SIX ("Mali Mali PROPN 2 nsubj\nsays say VERB 0 root\nwe we PRON 4 nsubj\nhope hope VERB 2 ccomp\n\n"), "Chad 3; Mali 12" },
};

/* ── Who is interviewed ─────────────────────────────────────────────────────────────────────────────────────────── */

#define WITH_ADA "Interview interview NOUN 0 root\nwith with ADP 3 case\nAda Ada PROPN 1 nmod B-person\n¶\n"
#define ADA_AND_BEA "Ada Ada PROPN 4 nsubj B-person\nand and CCONJ 3 cc\nBea Bea PROPN 1 conj B-person\nleft leave VERB 0 root\n¶\n"
#define ASK "Do do AUX 3 aux\nyou you PRON 3 nsubj\nhope hope VERB 0 root\n? ? PUNCT 3 punct\n¶\n"
#define I_ANSWER I_HOPE "¶\n"
#define RAIN_ANSWERS IT_RAINED "¶\n"
#define THRICE(x) TWICE (x) x

#define ADA "Ada Ada PROPN 4 parataxis B-person\n"
#define BEA "Bea Bea PROPN 4 parataxis B-person\n"
#define YOU_HOPE "You you PRON 4 nsubj\nhope hope VERB 0 root\n"
#define I_TURN "I I PRON 4 nsubj\nhope hope VERB 0 root\n"
#define WE_TURN "We we PRON 4 nsubj\nhope hope VERB 0 root\n"
#define TALK(name, words) name ": : PUNCT 4 punct\n" words "¶\n"

static const Case interviews[] = {
  { "called-so", WITH_ADA THRICE (ASK I_ANSWER), "Ada 7" },
  { "one-who-is-named-again", ADA_AND_BEA "Ada Ada PROPN 2 nsubj B-person\nleft leave VERB 0 root\n¶\n" THRICE (ASK I_ANSWER), "Ada 8; Bea 1" },
  { "one-of-two", ADA_AND_BEA THRICE (ASK I_ANSWER), "Ada 1; Bea 1" },
  { "interviewed-in-a-sentence-before", "They they PRON 2 nsubj\ninterview interview VERB 0 root\n\n" ADA_AND_BEA THRICE (ASK I_ANSWER), "Ada 1; Bea 1" },
  { "we-of-nobody", WITH_ADA THRICE (ASK I_ANSWER) WE_HOPE, "Ada 8" },
  { "we-of-an-office", WITH_ADA "Minister minister NOUN 2 nmod:desc\nAda Ada PROPN 5 nsubj B-person\nof of ADP 4 case\nChad Chad PROPN 1 nmod\nleft leave VERB 0 root\n¶\n" THRICE (ASK I_ANSWER) WE_HOPE,
    "Ada 8; Chad 2" },
  { "two-questions", WITH_ADA TWICE (ASK I_ANSWER), "Ada 1" },
  { "answers-of-nobody", WITH_ADA THRICE (ASK RAIN_ANSWERS), "Ada 1" },
  { "questions-of-one-paragraph", WITH_ADA THRICE ("Do do AUX 3 aux\nyou you PRON 3 nsubj\nhope hope VERB 0 root\n? ? PUNCT 3 punct\n\n" I_HOPE), "Ada 1" },
  { "i-of-a-question", WITH_ADA THRICE (ASK I_ANSWER) "May may AUX 3 aux\nI I PRON 3 nsubj\nask ask VERB 0 root\nyou you PRON 3 obj\nif if SCONJ 7 mark\nyou you PRON 7 nsubj\nhope hope VERB 3 advcl\n? ? PUNCT 3 punct\n", "Ada 9" },
  { "you-of-an-answer", WITH_ADA THRICE (ASK I_ANSWER) "You you PRON 2 nsubj\nknow know VERB 0 root\n", "Ada 7" },
  { "quoted-i", WITH_ADA THRICE (ASK I_ANSWER) "Chad Chad PROPN 2 nsubj\nsaid say VERB 0 root\n: : PUNCT 6 punct\n“ “ PUNCT 6 punct\nI I PRON 6 nsubj\nhope hope VERB 2 ccomp\n” ” PUNCT 6 punct\n", "Ada 7; Chad 2" },
  { "turns-with-names", TALK (ADA, I_TURN) TALK (BEA, I_TURN) TALK (ADA, I_TURN), "Ada 4; Bea 2" },
  { "turns-with-names-and-you", TALK (ADA, YOU_HOPE) TALK (BEA, YOU_HOPE) TALK (ADA, YOU_HOPE), "Ada 3; Bea 3" },
  { "turn-of-two-paragraphs", TALK (ADA, I_TURN) TALK (BEA, I_TURN) I_ANSWER TALK (ADA, I_TURN), "Ada 4; Bea 3" },
  { "you-among-three", TALK (ADA, YOU_HOPE) TALK (BEA, YOU_HOPE) TALK ("Cleo Cleo PROPN 4 parataxis B-person\n", YOU_HOPE), "Ada 1; Bea 1; Cleo 1" },
  { "we-of-a-turn", TALK (ADA, WE_TURN) TALK (BEA, I_TURN) TALK (ADA, I_TURN), "Ada 3; Bea 2" },
  { "too-few-turns", TALK (ADA, I_TURN) TALK (BEA, I_TURN), "Ada 1; Bea 1" },
  { "name-that-only-says", THRICE ("Ada Ada PROPN 2 nsubj B-person\nsaid say VERB 0 root\n: : PUNCT 5 punct\nyou you PRON 5 nsubj\nhope hope VERB 2 parataxis\n¶\n"), "Ada 3" },
  { "headings", THRICE ("Ada Ada PROPN 0 root B-person\n: : PUNCT 1 punct\n¶\n" I_ANSWER), "Ada 3" },
  { "body-as-guest", "Interview interview NOUN 0 root\nwith with ADP 3 case\nFjord Fjord PROPN 1 nmod B-organisation\n¶\n" THRICE (ASK I_ANSWER), "Fjord 1" },
};

static char *
dup_spoken_of (const Extraction *e)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < e->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (e->cast, i);

      if (actor->n_references > 0)
        g_string_append_printf (out, "%s%s %u", out->len > 0 ? "; " : "", actor->name, actor->n_references);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Extraction) extraction = extraction_new (c->tree);
  g_autofree char *spoken_of = dup_spoken_of (extraction);

  g_assert_cmpstr (spoken_of, ==, c->spoken_of);
}

/* What a class noun behind a name adds to its forms. */
static void
test_class_behind (void)
{
  g_autoptr (Extraction) e = extraction_new ("Fjord Fjord PROPN 2 compound B-organisation\nRadio Radio PROPN 3 compound I-organisation\nnetwork network NOUN 4 nsubj\n" LEFT);
  g_autofree char *cast = extraction_dup_cast (e);

  g_assert_cmpstr (cast, ==, "Fjord Radio organisation: Fjord Radio, Fjord Radio network");
}

static void
add_cases (const char *group, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/references/%s/%s", group, cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_cases ("extents", extents, G_N_ELEMENTS (extents));
  add_cases ("nobodies", nobodies, G_N_ELEMENTS (nobodies));
  add_cases ("nouns", nouns, G_N_ELEMENTS (nouns));
  add_cases ("bodies", bodies, G_N_ELEMENTS (bodies));
  add_cases ("joins", joins, G_N_ELEMENTS (joins));
  add_cases ("voices", voices, G_N_ELEMENTS (voices));
  add_cases ("interviews", interviews, G_N_ELEMENTS (interviews));
  g_test_add_func ("/extract/references/class-behind", test_class_behind);
  return g_test_run ();
}
