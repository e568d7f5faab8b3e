/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sentence says, by construction; the trees are written by hand. */

#include "ent-tuples.h"
#include "tree-text.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *tree;
  const char *tuples;    /* "first argument | predicate | second argument | …", parted by " // " */
} Case;

static const Case cases[] = {
  { "copula/noun",
    "Oslo Oslo PROPN 4 nsubj\nis be AUX 4 cop\nthe the DET 4 det\ncapital capital NOUN 0 root\n. . PUNCT 4 punct",
    "Oslo | is | the capital" },
  { "copula/adjective",
    "The the DET 2 det\nroads road NOUN 4 nsubj\nwere be AUX 4 cop\nicy icy ADJ 0 root",
    "The roads | were | icy" },
  { "copula/adjective-taking",
    "Peru Peru PROPN 3 nsubj\nis be AUX 3 cop\nresponsible responsible ADJ 0 root\nfor for ADP 6 case\nthe the DET 6 det\n"
    "bridge bridge NOUN 3 obl",
    "Peru | is responsible for | the bridge" },
  { "copula/adjective-to",
    "The the DET 2 det\ncrew crew NOUN 4 nsubj\nwas be AUX 4 cop\nunable unable ADJ 0 root\nto to PART 6 mark\n"
    "reach reach VERB 4 xcomp\nland land NOUN 6 obj",
    "The crew | was unable to reach | land" },
  { "copula/preposition",
    "The the DET 2 det\nferry ferry NOUN 5 nsubj\nis be AUX 5 cop\nin in ADP 5 case\nBergen Bergen PROPN 0 root",
    "The ferry | is in | Bergen" },
  { "copula/modal",
    "She she PRON 5 nsubj\nmay may AUX 5 aux\nbe be AUX 5 cop\nthe the DET 5 det\nauthor author NOUN 0 root",
    "She | may be | the author" },
  { "copula/with-adverbial",
    "It it PRON 4 nsubj\nwas be AUX 4 cop\na a DET 4 det\nport port NOUN 0 root\nin in ADP 6 case\n1900 1900 NUM 4 obl",
    "It | was | a port | in 1900" },
  { "copula/very",
    "It it PRON 4 nsubj\nis be AUX 4 cop\nvery very ADV 4 advmod\ncold cold ADJ 0 root",
    "It | is | very cold" },
  { "copula/because",
    "He he PRON 2 nsubj\nsold sell VERB 0 root\ntea tea NOUN 2 obj\nbecause because SCONJ 7 mark\nit it PRON 7 nsubj\n"
    "was be AUX 7 cop\ncold cold ADJ 2 advcl",
    "He | sold | tea // it | was | cold" },
  { "copula/of",
    "Oslo Oslo PROPN 4 nsubj\nis be AUX 4 cop\nthe the DET 4 det\nseat seat NOUN 0 root\nof of ADP 7 case\nthe the DET 7 det\n"
    "court court NOUN 4 nmod",
    "Oslo | is | the seat of the court" },
  { "copula/relative-behind",
    "Oslo Oslo PROPN 4 nsubj\nis be AUX 4 cop\na a DET 4 det\ncity city NOUN 0 root\nthat that PRON 6 nsubj\n"
    "hosts host VERB 4 acl:relcl\ntalks talk NOUN 6 obj",
    "Oslo | is | a city that hosts talks // a city | hosts | talks" },
  { "copula/coordinated",
    "Ada Ada PROPN 4 nsubj\nwas be AUX 4 cop\na a DET 4 det\npoet poet NOUN 0 root\nand and CCONJ 7 cc\na a DET 7 det\n"
    "spy spy NOUN 4 conj",
    "Ada | was | a poet // Ada | was | a spy" },
  { "passive/agent",
    "Peru Peru PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nhelped help VERB 0 root\nby by ADP 5 case\nChad Chad PROPN 3 obl:agent",
    "Peru | was helped by | Chad" },
  { "passive/place",
    "The the DET 2 det\nwreck wreck NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\nfound find VERB 0 root\noff off ADP 6 case\n"
    "Malta Malta PROPN 4 obl",
    "The wreck | was found off | Malta" },
  { "passive/agent-and-time",
    "The the DET 2 det\nlaw law NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\npassed pass VERB 0 root\nby by ADP 7 case\n"
    "the the DET 7 det\nsenate senate NOUN 4 obl:agent\nin in ADP 9 case\nMay May PROPN 4 obl",
    "The law | was passed by | the senate | in May" },
  { "passive/time-first",
    "In in ADP 2 case\nMay May PROPN 6 obl\nthe the DET 4 det\nlaw law NOUN 6 nsubj:pass\nwas be AUX 6 aux:pass\n"
    "passed pass VERB 0 root\nby by ADP 8 case\ndeputies deputy NOUN 6 obl:agent",
    "the law | was passed by | deputies | In May" },
  { "passive/perfect",
    "Talks talk NOUN 4 nsubj:pass\nhave have AUX 4 aux\nbeen be AUX 4 aux:pass\nheld hold VERB 0 root\nin in ADP 6 case\n"
    "Oslo Oslo PROPN 4 obl",
    "Talks | have been held in | Oslo" },
  { "passive/two-objects",
    "She she PRON 3 nsubj:pass\nwas be AUX 3 aux:pass\ngiven give VERB 0 root\na a DET 5 det\nmedal medal NOUN 3 obj",
    "She | was given | a medal" },
  { "passive/nothing-said",
    "The the DET 2 det\nlaw law NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\npassed pass VERB 0 root",
    "" },
  { "passive/chained",
    "Peru Peru PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nforced force VERB 0 root\nto to PART 5 mark\nleave leave VERB 3 xcomp\n"
    "the the DET 7 det\nbank bank NOUN 5 obj",
    "Peru | was forced to leave | the bank" },
  { "passive/participle",
    "a a DET 2 det\nplan plan NOUN 7 nsubj\nbacked back VERB 2 acl\nby by ADP 5 case\nChad Chad PROPN 3 obl:agent\nhas have AUX 7 aux\n"
    "split split VERB 0 root\nvoters voter NOUN 7 obj",
    "a plan | be backed by | Chad // a plan backed by Chad | has split | voters" },
  { "passive/shared-auxiliary",
    "Huts hut NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nburnt burn VERB 0 root\nby by ADP 5 case\nrebels rebel NOUN 3 obl:agent\n"
    "and and CCONJ 7 cc\nrebuilt rebuild VERB 3 conj\nby by ADP 9 case\nvillagers villager NOUN 7 obl:agent",
    "Huts | were burnt by | rebels // Huts | were rebuilt by | villagers" },
  { "relative/subject",
    "Voters voter NOUN 6 nsubj\nwho who PRON 3 nsubj\nfear fear VERB 1 acl:relcl\nwar war NOUN 3 obj\noften often ADV 6 advmod\n"
    "left leave VERB 0 root\nPeru Peru PROPN 6 obj",
    "Voters | fear | war // Voters who fear war | often left | Peru" },
  { "relative/behind-comma",
    "Oslo Oslo PROPN 7 nsubj\n, , PUNCT 4 punct\nwhich which PRON 4 nsubj\nhosts host VERB 1 acl:relcl\ntalks talk NOUN 4 obj\n"
    ", , PUNCT 4 punct\nsent send VERB 0 root\nenvoys envoy NOUN 7 obj",
    "Oslo | hosts | talks // Oslo | sent | envoys" },
  { "relative/object",
    "He he PRON 2 nsubj\nread read VERB 0 root\nthe the DET 4 det\nbook book NOUN 2 obj\nthat that PRON 7 obj\nAda Ada PROPN 7 nsubj\n"
    "wrote write VERB 4 acl:relcl",
    "He | read | the book that Ada wrote // Ada | wrote | the book" },
  { "relative/object-unsaid",
    "He he PRON 2 nsubj\nread read VERB 0 root\nthe the DET 4 det\nbook book NOUN 2 obj\nAda Ada PROPN 6 nsubj\n"
    "wrote write VERB 4 acl:relcl",
    "He | read | the book Ada wrote // Ada | wrote | the book" },
  { "relative/passive",
    "a a DET 2 det\nbridge bridge NOUN 0 root\nwhich which PRON 5 nsubj:pass\nwas be AUX 5 aux:pass\nbuilt build VERB 2 acl:relcl\n"
    "by by ADP 7 case\nPeru Peru PROPN 5 obl:agent",
    "a bridge | was built by | Peru" },
  { "relative/coordinated",
    "men man NOUN 0 root\nwho who PRON 3 nsubj\nleft leave VERB 1 acl:relcl\nPeru Peru PROPN 3 obj\nand and CCONJ 6 cc\n"
    "joined join VERB 3 conj\nrebels rebel NOUN 6 obj",
    "men | left | Peru // men | joined | rebels" },
  { "relative/copula",
    "Ada Ada PROPN 0 root\n, , PUNCT 6 punct\nwho who PRON 6 nsubj\nwas be AUX 6 cop\na a DET 6 det\nnurse nurse NOUN 1 acl:relcl",
    "Ada | was | a nurse" },
  { "relative/where",
    "Oslo Oslo PROPN 0 root\n, , PUNCT 5 punct\nwhere where ADV 5 advmod\nthey they PRON 5 nsubj\nmet meet VERB 1 acl:relcl\n"
    "envoys envoy NOUN 5 obj",
    "they | met | envoys" },
  { "relative/chain",
    "firms firm NOUN 0 root\nthat that PRON 3 nsubj\nhope hope VERB 1 acl:relcl\nto to PART 5 mark\nsell sell VERB 3 xcomp\n"
    "tea tea NOUN 5 obj",
    "firms | hope to sell | tea" },
  { "coordination/subjects",
    "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\nsigned sign VERB 0 root\ntreaties treaty NOUN 4 obj",
    "Chad | signed | treaties // Mali | signed | treaties" },
  { "coordination/objects",
    "Chad Chad PROPN 2 nsubj\nsells sell VERB 0 root\nsalt salt NOUN 2 obj\n, , PUNCT 5 punct\ngum gum NOUN 3 conj\n"
    "and and CCONJ 7 cc\noil oil NOUN 3 conj",
    "Chad | sells | salt // Chad | sells | gum // Chad | sells | oil" },
  { "coordination/both",
    "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\nsell sell VERB 0 root\nsalt salt NOUN 4 obj\n"
    "and and CCONJ 7 cc\ngum gum NOUN 5 conj",
    "Chad | sell | salt // Chad | sell | gum // Mali | sell | salt // Mali | sell | gum" },
  { "coordination/verbs",
    "Chad Chad PROPN 2 nsubj\nsells sell VERB 0 root\nsalt salt NOUN 2 obj\nand and CCONJ 5 cc\nbuys buy VERB 2 conj\n"
    "tea tea NOUN 5 obj",
    "Chad | sells | salt // Chad | buys | tea" },
  { "coordination/own-subject",
    "Chad Chad PROPN 2 nsubj\nsells sell VERB 0 root\nsalt salt NOUN 2 obj\nand and CCONJ 6 cc\nMali Mali PROPN 6 nsubj\n"
    "buys buy VERB 2 conj\ntea tea NOUN 6 obj",
    "Chad | sells | salt // Mali | buys | tea" },
  { "coordination/shared-auxiliary",
    "Chad Chad PROPN 3 nsubj\nhas have AUX 3 aux\nsold sell VERB 0 root\nsalt salt NOUN 3 obj\nand and CCONJ 6 cc\n"
    "bought buy VERB 3 conj\ntea tea NOUN 6 obj",
    "Chad | has sold | salt // Chad | has bought | tea" },
  { "coordination/prepositions",
    "He he PRON 2 nsubj\nwent go VERB 0 root\nto to ADP 4 case\nLima Lima PROPN 2 obl\nand and CCONJ 6 cc\nCusco Cusco PROPN 4 conj",
    "He | went to | Lima // He | went to | Cusco" },
  { "coordination/possessor-of-both",
    "He he PRON 2 nsubj\nnamed name VERB 0 root\nits its PRON 4 nmod:poss\naims aim NOUN 2 obj\nand and CCONJ 6 cc\n"
    "means means NOUN 4 conj",
    "He | named | its aims // He | named | its means" },
  { "coordination/predicates-of-two-kinds",
    "He he PRON 3 nsubj\nwas be AUX 3 cop\nill ill ADJ 0 root\nbut but CCONJ 5 cc\nsaw see VERB 3 conj\nLima Lima PROPN 5 obj",
    "He | was | ill // He | saw | Lima" },
  { "coordination/too-long",
    "He he PRON 2 nsubj\nsold sell VERB 0 root\na a X 2 obj\nb b X 3 conj\nc c X 3 conj\nd d X 3 conj\ne e X 3 conj\nf f X 3 conj\n"
    "g g X 3 conj\nh h X 3 conj\ni i X 3 conj",
    "He | sold | a b c d e f g h i" },
  { "chain/wants",
    "Chad Chad PROPN 2 nsubj\nwants want VERB 0 root\nto to PART 4 mark\njoin join VERB 2 xcomp\nNATO NATO PROPN 4 obj",
    "Chad | wants to join | NATO" },
  { "chain/three",
    "Chad Chad PROPN 2 nsubj\nhopes hope VERB 0 root\nto to PART 4 mark\nbegin begin VERB 2 xcomp\nselling sell VERB 4 xcomp\n"
    "gum gum NOUN 5 obj",
    "Chad | hopes to begin selling | gum" },
  { "chain/preposition",
    "Chad Chad PROPN 2 nsubj\nrefused refuse VERB 0 root\nto to PART 4 mark\ntalk talk VERB 2 xcomp\nwith with ADP 6 case\n"
    "Mali Mali PROPN 4 obl",
    "Chad | refused to talk with | Mali" },
  { "chain/copula",
    "Chad Chad PROPN 2 nsubj\nseems seem VERB 0 root\nto to PART 6 mark\nbe be AUX 6 cop\na a DET 6 det\nrefuge refuge NOUN 2 xcomp",
    "Chad | seems to be | a refuge" },
  { "chain/coordinated",
    "Chad Chad PROPN 2 nsubj\nwants want VERB 0 root\nto to PART 4 mark\njoin join VERB 2 xcomp\nNATO NATO PROPN 4 obj\n"
    "and and CCONJ 7 cc\nlead lead VERB 4 conj\nit it PRON 7 obj",
    "Chad | wants to join | NATO // Chad | wants to lead | it" },
  { "chain/object-does",
    "Chad Chad PROPN 2 nsubj\nasked ask VERB 0 root\nMali Mali PROPN 2 obj\nto to PART 5 mark\nsell sell VERB 2 xcomp\n"
    "gum gum NOUN 5 obj",
    "Chad | asked | Mali | to sell gum // Mali | to sell | gum" },
  { "chain/adjective",
    "Chad Chad PROPN 2 nsubj\nbecame become VERB 0 root\nfree free ADJ 2 xcomp\nin in ADP 5 case\n1960 1960 NUM 2 obl",
    "Chad | became | free | in 1960" },
  { "chain/participle",
    "He he PRON 2 nsubj\nleft leave VERB 0 root\nLima Lima PROPN 2 obj\n, , PUNCT 5 punct\nclosing close VERB 2 advcl\n"
    "the the DET 7 det\ndoor door NOUN 5 obj",
    "He | left | Lima // He | be closing | the door" },
  { "chain/infinitive-of-noun",
    "a a DET 2 det\nplan plan NOUN 0 root\nto to PART 4 mark\nwiden widen VERB 2 acl\nthe the DET 6 det\nroad road NOUN 4 obj",
    "a plan | be to widen | the road" },
  { "apposition/name",
    "Lima Lima PROPN 6 nsubj\n, , PUNCT 4 punct\nthe the DET 4 det\ncapital capital NOUN 1 appos\n, , PUNCT 4 punct\n"
    "grew grow VERB 0 root",
    "Lima | be | the capital" },
  { "apposition/and-clause",
    "Lima Lima PROPN 6 nsubj\n, , PUNCT 4 punct\nthe the DET 4 det\ncapital capital NOUN 1 appos\n, , PUNCT 4 punct\n"
    "saw see VERB 0 root\nriots riot NOUN 6 obj",
    "Lima | be | the capital // Lima | saw | riots" },
  { "apposition/object",
    "He he PRON 2 nsubj\nmet meet VERB 0 root\nAda Ada PROPN 2 obj\n, , PUNCT 6 punct\na a DET 6 det\nnurse nurse NOUN 3 appos",
    "He | met | Ada // Ada | be | a nurse" },
  { "apposition/with-of",
    "Ada Ada PROPN 0 root\n, , PUNCT 3 punct\nhead head NOUN 1 appos\nof of ADP 6 case\nthe the DET 6 det\nbank bank NOUN 3 nmod",
    "Ada | be | head of the bank" },
  { "apposition/with-relative",
    "Ada Ada PROPN 0 root\n, , PUNCT 4 punct\na a DET 4 det\nnurse nurse NOUN 1 appos\nwho who PRON 6 nsubj\nsaw see VERB 4 acl:relcl\n"
    "war war NOUN 6 obj",
    "Ada | be | a nurse who saw war // a nurse | saw | war" },
  { "apposition/noun-first",
    "its its PRON 2 nmod:poss\nfounder founder NOUN 0 root\n, , PUNCT 4 punct\nAda Ada PROPN 2 appos",
    "its founder | be | Ada" },
  { "apposition/in-brackets",
    "Lima Lima PROPN 0 root\n( ( PUNCT 4 punct\nthe the DET 4 det\ncapital capital NOUN 1 appos\n) ) PUNCT 4 punct",
    "Lima | be | the capital" },
  { "apposition/of-predicate",
    "It it PRON 3 nsubj\nis be AUX 3 cop\nLima Lima PROPN 0 root\n, , PUNCT 6 punct\nthe the DET 6 det\ncapital capital NOUN 3 appos",
    "It | is | Lima // Lima | be | the capital" },
  { "apposition/places",
    "Lima Lima PROPN 4 nsubj B-place\n, , PUNCT 3 punct\nPeru Peru PROPN 1 appos B-place\ngrew grow VERB 0 root\n"
    "again again ADV 4 advmod",
    "Lima | be in | Peru // Lima | grew | again" },
  { "possessor/name",
    "Lima Lima PROPN 3 nmod:poss\n's 's PART 1 case\nport port NOUN 4 nsubj\ngrew grow VERB 0 root",
    "Lima | has | port" },
  { "possessor/pronoun",
    "its its PRON 2 nmod:poss\nport port NOUN 3 nsubj\ngrew grow VERB 0 root",
    "" },
  { "preposition/alone",
    "It it PRON 2 nsubj\nled lead VERB 0 root\nto to ADP 4 case\nwar war NOUN 2 obl",
    "It | led to | war" },
  { "preposition/two",
    "He he PRON 2 nsubj\nserved serve VERB 0 root\nas as ADP 4 case\nconsul consul NOUN 2 obl\nin in ADP 6 case\nLima Lima PROPN 2 obl",
    "He | served as | consul | in Lima" },
  { "preposition/behind-object",
    "He he PRON 2 nsubj\njoined join VERB 0 root\nthem they PRON 2 obj\nin in ADP 5 case\n1941 1941 NUM 2 obl",
    "He | joined | them | in 1941" },
  { "preposition/in-front",
    "In in ADP 2 case\n1941 1941 NUM 4 obl\nhe he PRON 4 nsubj\njoined join VERB 0 root\nthem they PRON 4 obj",
    "he | joined | them | In 1941" },
  { "preposition/only-in-front",
    "In in ADP 2 case\n1941 1941 NUM 4 obl\nhe he PRON 4 nsubj\ndied die VERB 0 root",
    "he | died | In 1941" },
  { "preposition/fixed",
    "They they PRON 2 nsubj\nfled flee VERB 0 root\nbecause because ADP 6 case\nof of ADP 3 fixed\nthe the DET 6 det\n"
    "war war NOUN 2 obl",
    "They | fled because of | the war" },
  { "preposition/particle",
    "They they PRON 2 nsubj\nset set VERB 0 root\nup up ADP 2 compound:prt\ncamps camp NOUN 2 obj\nnear near ADP 6 case\n"
    "Lima Lima PROPN 2 obl",
    "They | set up | camps | near Lima" },
  { "preposition/of-noun",
    "He he PRON 2 nsubj\nsaw see VERB 0 root\nships ship NOUN 2 obj\nfrom from ADP 5 case\nLima Lima PROPN 3 nmod",
    "He | saw | ships from Lima" },
  { "preposition/without",
    "It it PRON 2 nsubj\nclosed close VERB 0 root\nlast last ADJ 4 amod\nweek week NOUN 2 obl:tmod",
    "It | closed | last week" },
  { "preposition/adverb",
    "It it PRON 2 nsubj\nclosed close VERB 0 root\nagain again ADV 2 advmod",
    "It | closed | again" },
  { "preposition/recipient",
    "He he PRON 2 nsubj\ngave give VERB 0 root\nAda Ada PROPN 2 iobj\ntea tea NOUN 2 obj",
    "He | gave | Ada | tea" },
  { "reported/that",
    "He he PRON 2 nsubj\nsaid say VERB 0 root\nthat that SCONJ 5 mark\nChad Chad PROPN 5 nsubj\nsold sell VERB 2 ccomp\n"
    "gum gum NOUN 5 obj",
    "He | said that | Chad sold gum // Chad | sold | gum" },
  { "reported/bare",
    "He he PRON 2 nsubj\nsaid say VERB 0 root\nChad Chad PROPN 4 nsubj\nsold sell VERB 2 ccomp\ngum gum NOUN 4 obj",
    "He | said | Chad sold gum // Chad | sold | gum" },
  { "reported/in-front",
    "Chad Chad PROPN 2 nsubj\nsold sell VERB 6 ccomp\ngum gum NOUN 2 obj\n, , PUNCT 2 punct\nhe he PRON 6 nsubj\nsaid say VERB 0 root",
    "Chad | sold | gum // he | said | Chad sold gum" },
  { "negation/did-not",
    "Chad Chad PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nsell sell VERB 0 root\ngum gum NOUN 4 obj",
    "Chad | did not sell | gum" },
  { "negation/short",
    "Chad Chad PROPN 4 nsubj\ndid do AUX 4 aux\nn't not PART 4 advmod\nsell sell VERB 0 root\ngum gum NOUN 4 obj",
    "Chad | did n't sell | gum" },
  { "negation/never",
    "Chad Chad PROPN 3 nsubj\nnever never ADV 3 advmod\nsold sell VERB 0 root\ngum gum NOUN 3 obj",
    "Chad | never sold | gum" },
  { "negation/copula",
    "Chad Chad PROPN 5 nsubj\nis be AUX 5 cop\nnot not PART 5 advmod\na a DET 5 det\nmember member NOUN 0 root",
    "Chad | is not | a member" },
  { "negation/copula-adjective",
    "It it PRON 4 nsubj\nis be AUX 4 cop\nnot not PART 4 advmod\ncold cold ADJ 0 root",
    "It | is not | cold" },
  { "negation/passive",
    "Gum gum NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\nnot not PART 4 advmod\nsold sell VERB 0 root\nin in ADP 6 case\n"
    "Mali Mali PROPN 4 obl",
    "Gum | was not sold in | Mali" },
  { "negation/modal",
    "Chad Chad PROPN 4 nsubj\ncan can AUX 4 aux\nnot not PART 4 advmod\nsell sell VERB 0 root\ngum gum NOUN 4 obj",
    "Chad | can not sell | gum" },
  { "negation/shared",
    "Chad Chad PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nsell sell VERB 0 root\ngum gum NOUN 4 obj\nor or CCONJ 7 cc\n"
    "buy buy VERB 4 conj\ntea tea NOUN 7 obj",
    "Chad | did not sell | gum // Chad | did not buy | tea" },
  { "negation/of-complement",
    "Chad Chad PROPN 2 nsubj\ndecided decide VERB 0 root\nnot not PART 5 advmod\nto to PART 5 mark\nsell sell VERB 2 xcomp\n"
    "gum gum NOUN 5 obj",
    "Chad | decided not to sell | gum" },
  { "negation/no",
    "No no DET 2 det\nstate state NOUN 3 nsubj\nsold sell VERB 0 root\ngum gum NOUN 3 obj",
    "No state | sold | gum" },
  { "negation/neither",
    "Neither neither CCONJ 2 cc:preconj\nChad Chad PROPN 5 nsubj\nnor nor CCONJ 4 cc\nMali Mali PROPN 2 conj\nsold sell VERB 0 root\n"
    "gum gum NOUN 5 obj",
    "Neither Chad nor Mali | sold | gum" },
  { "hostile/one-word",
    "Stop stop VERB 0 root",
    "" },
  { "multibyte/letters",
    "Zoë Zoë PROPN 2 nsubj\ntraf treffen VERB 0 root\nŁódź Łódź PROPN 2 obj",
    "Zoë | traf | Łódź" },
  { "multibyte/quotes",
    "Zoë Zoë PROPN 2 nsubj\nwrote write VERB 0 root\n“ “ PUNCT 4 punct\nŽito Žito PROPN 2 obj\n” ” PUNCT 4 punct\n. . PUNCT 2 punct",
    "Zoë | wrote | “ Žito ”" },
  { "multibyte/quote-open",
    "“ “ PUNCT 4 punct\nZoë Zoë PROPN 3 nsubj\nwrote write VERB 0 root\nŽito Žito PROPN 3 obj\n— — PUNCT 3 punct",
    "Zoë | wrote | Žito" },
  { "multibyte/emoji",
    "🙂 🙂 SYM 2 nsubj\nliked like VERB 0 root\n東京 東京 PROPN 2 obj",
    "🙂 | liked | 東京" },
  { "hostile/no-tree",
    "a a X 0 root\nb b X 0 root\nc c X 0 root",
    "" },
  { "hostile/only-marks",
    ", , PUNCT 0 root\n; ; PUNCT 1 punct",
    "" },
  { "hostile/mark-for-object",
    "He he PRON 2 nsubj\nsaw see VERB 0 root\n, , PUNCT 2 obj",
    "" },
  { "hostile/verb-for-subject",
    "Seeing see VERB 2 nsubj\nis be AUX 0 root\nbelieving believe VERB 2 obj",
    "" },
  { "hostile/words-of-two-sentences",
    "He he PRON 2 nsubj\nsaw see VERB 0 root\nit it PRON 2 obj\n\nShe she PRON 2 nsubj\nleft leave VERB 0 root\nLima Lima PROPN 2 obj",
    "He | saw | it // She | left | Lima" },
  { "hostile/two-subjects",
    "He he PRON 3 nsubj\nshe she PRON 3 nsubj\nsaw see VERB 0 root\nit it PRON 3 obj",
    "He | saw | it" },
};

static EntWordLists *
load_lists (void)
{
  g_autoptr (GError) error = NULL;
  EntWordLists *lists = ent_word_lists_new (&error);

  g_assert_no_error (error);
  return lists;
}

static void
append_tuple (GString *out, const EntTuple *tuple)
{
  g_assert_cmpuint (tuple->arguments->len, >=, 2);
  g_assert_cmpfloat (tuple->confidence, >, 0);
  g_assert_cmpfloat (tuple->confidence, <=, 1);
  g_string_append_printf (out, "%s%s | %s", out->len > 0 ? " // " : "", (const char *) tuple->arguments->pdata[0], tuple->predicate);
  for (guint i = 1; i < tuple->arguments->len; i++)
    g_string_append_printf (out, " | %s", (const char *) tuple->arguments->pdata[i]);
}

static char *
dup_tuples (const char *tree)
{
  g_autoptr (TreeText) text = tree_text_new (tree);
  g_autoptr (EntWordLists) lists = load_lists ();
  GString *out = g_string_new (NULL);

  for (guint s = 0; s < text->reading->n_sentences; s++)
    {
      g_autoptr (GPtrArray) tuples = ent_tuples_find (text->reading, lists, s);

      for (guint i = 0; i < tuples->len; i++)
        append_tuple (out, tuples->pdata[i]);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *tuples = dup_tuples (c->tree);

  g_assert_cmpstr (tuples, ==, c->tuples);
}

/* Words that stand together in the sentence stand together in the tuple. */
static void
test_spaces (void)
{
  g_autoptr (TreeText) text = tree_text_new ("He he PRON 3 nsubj\ndid do AUX 3 aux\nsee see VERB 0 root\nLima Lima PROPN 6 nmod:poss\n's 's PART 4 case\n"
                                             "port port NOUN 3 obj");
  g_autoptr (EntWordLists) lists = load_lists ();
  g_autoptr (GPtrArray) tuples = NULL;

  text->reading->words[3].space_after = FALSE;
  tuples = ent_tuples_find (text->reading, lists, 0);
  g_assert_cmpuint (tuples->len, ==, 2);
  g_assert_cmpstr (((EntTuple *) tuples->pdata[0])->arguments->pdata[1], ==, "Lima's port");
}

/* What is told plainly is surer than what is put together. */
static void
test_confidence (void)
{
  static const char tree[] = "Lima Lima PROPN 5 nsubj\n, , PUNCT 4 punct\nthe the DET 4 det\ncapital capital NOUN 1 appos\nsaw see VERB 0 root\n"
                             "riots riot NOUN 5 obj\nfelling fell VERB 6 acl\ncars car NOUN 7 obj\nof of ADP 10 case\nZoë Zoë PROPN 12 nmod:poss\n"
                             "'s 's PART 10 case\nfirm firm NOUN 8 nmod";
  static const char *const surest_first[] = { "saw", "be felling", "be", "has" };
  g_autoptr (TreeText) text = tree_text_new (tree);
  g_autoptr (EntWordLists) lists = load_lists ();
  g_autoptr (GPtrArray) tuples = ent_tuples_find (text->reading, lists, 0);
  double before = 1;

  g_assert_cmpuint (tuples->len, ==, G_N_ELEMENTS (surest_first));
  for (guint i = 0; i < G_N_ELEMENTS (surest_first); i++)
    for (guint k = 0; k < tuples->len; k++)
      if (g_str_equal (((EntTuple *) tuples->pdata[k])->predicate, surest_first[i]))
        {
          g_assert_cmpfloat (((EntTuple *) tuples->pdata[k])->confidence, <, before);
          before = ((EntTuple *) tuples->pdata[k])->confidence;
        }
}

/* Clauses within clauses, as deep as a tree may be: each is told, and each has its words. */
static void
test_deep (void)
{
  const guint n = 160;
  g_autoptr (GString) tree = g_string_new ("Zoë Zoë PROPN 2 nsubj\nsaid say VERB 0 root\n");
  g_autofree char *tuples = NULL;
  guint n_tuples = 1;

  for (guint i = 1; i < n; i++)
    g_string_append_printf (tree, "she she PRON %u nsubj\nsaid say VERB %u ccomp\n", 2 * i + 2, 2 * i);
  tuples = dup_tuples (tree->str);
  for (const char *at = tuples; (at = strstr (at, " // ")) != NULL; at += strlen (" // "))
    n_tuples++;
  g_assert_cmpuint (n_tuples, ==, n - 1);        /* the innermost says nothing */
  g_assert_true (g_str_has_suffix (tuples, "she | said | she said"));
}

/* Whatever tree there is, each tuple is whole. Trees are drawn at random, with an own seed each. */
static void
test_random (void)
{
  static const char *const uposes[] = { "VERB", "NOUN", "AUX", "ADJ", "PROPN", "PUNCT", "ADP", "PART", "CCONJ", "PRON", "X" };
  static const char *const deprels[] = { "nsubj", "obj", "xcomp", "ccomp", "conj", "cop", "acl", "acl:relcl", "advcl", "obl", "case", "mark", "appos", "nmod:poss",
                                         "aux", "punct", "advmod", "nsubj:pass", "iobj", "fixed" };
  static const char *const forms[] = { "that", "be", "Łódź", "(", "\"", "and", "to", "who", ",", "''", "seeing" };

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) tree = g_string_new (NULL);
      g_autofree char *tuples = NULL;
      gint n = g_rand_int_range (rand, 1, 25);

      for (gint i = 1; i <= n; i++)        /* a head among the words before it: no circles */
        {
          const char *form = forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (forms))];

          g_string_append_printf (tree, "%s %s %s %d %s\n", form, form, uposes[g_rand_int_range (rand, 0, G_N_ELEMENTS (uposes))], i == 1 ? 0 : g_rand_int_range (rand, 1, i),
                                  i == 1 ? "root" : deprels[g_rand_int_range (rand, 0, G_N_ELEMENTS (deprels))]);
        }
      tuples = dup_tuples (tree->str);
      g_assert_true (g_utf8_validate (tuples, -1, NULL));
      g_assert_null (strstr (tuples, " |  | "));
    }
}

static void
test_empty (void)
{
  g_autofree char *tuples = dup_tuples ("");

  g_assert_cmpstr (tuples, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/tuples/empty", test_empty);
  g_test_add_func ("/extract/tuples/spaces", test_spaces);
  g_test_add_func ("/extract/tuples/confidence", test_confidence);
  g_test_add_func ("/extract/tuples/deep", test_deep);
  g_test_add_func ("/extract/tuples/random", test_random);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/tuples/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
