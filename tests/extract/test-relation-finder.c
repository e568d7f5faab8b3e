/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What sentences state, by construction; the trees are written by hand. */

#include "tree-text.h"

typedef struct {
  const char *name;
  const char *tree;
  const char *claims;
} Case;

static const Case cases[] = {
  { "verb/active",
    "France France PROPN 2 nsubj\ncriticised criticise VERB 0 root\nJapan Japan PROPN 2 obj", "France accuse Japan" },
  { "verb/passive-agent",
    "Japan Japan PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\ncriticised criticise VERB 0 root\nby by ADP 5 case\nFrance France PROPN 3 obl:agent",
    "France accuse Japan" },
  { "verb/passive-without-agent",
    "Japan Japan PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\ncriticised criticise VERB 0 root\nin in ADP 5 case\nFrance France PROPN 3 obl", "" },
  { "verb/coordinated-subjects",
    "France France PROPN 4 nsubj\nand and CCONJ 3 cc\nSpain Spain PROPN 1 conj\nsupport support VERB 0 root\nKenya Kenya PROPN 4 obj",
    "France support Kenya; Spain support Kenya" },
  { "verb/coordinated-verbs",
    "France France PROPN 2 nsubj\nleft leave VERB 0 root\nand and CCONJ 4 cc\ncondemned condemn VERB 2 conj\nKenya Kenya PROPN 4 obj", "France accuse Kenya" },
  { "verb/control",
    "Kenya Kenya PROPN 2 nsubj\nwants want VERB 0 root\nto to PART 4 mark\njoin join VERB 2 xcomp\nNATO NATO PROPN 4 obj", "Kenya align NATO (possible)" },
  { "verb/object-control",
    "France France PROPN 2 nsubj\nurged urge VERB 0 root\nKenya Kenya PROPN 2 obj\nto to PART 5 mark\nattack attack VERB 2 xcomp\nSpain Spain PROPN 5 obj",
    "France request Kenya; Kenya assault Spain (possible)" },
  { "verb/relative-clause",
    "Kenya Kenya PROPN 5 nsubj\n, , PUNCT 4 punct\nwhich which PRON 4 nsubj\nbacks back VERB 1 acl:relcl\nagreed agree VERB 0 root\n. . PUNCT 5 punct\n\n"
    "Spain Spain PROPN 6 nsubj\n, , PUNCT 4 punct\nwhich which PRON 4 nsubj\nfears fear VERB 1 acl:relcl\nPeru Peru PROPN 4 obj\nwaited wait VERB 0 root",
    "Spain distrust Peru" },
  { "verb/not",
    "France France PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nattack attack VERB 0 root\nSpain Spain PROPN 4 obj", "" },
  { "verb/refusal",
    "France France PROPN 4 nsubj\nwill will AUX 4 aux\nnot not PART 4 advmod\nrecognise recognise VERB 0 root\nKosovo Kosovo PROPN 4 obj", "France reject Kosovo" },
  { "verb/modal",
    "France France PROPN 3 nsubj\nmight might AUX 3 aux\nattack attack VERB 0 root\nSpain Spain PROPN 3 obj", "France assault Spain (possible)" },
  { "verb/reported",
    "Peru Peru PROPN 2 nsubj\nsaid say VERB 0 root\nthat that SCONJ 5 mark\nFrance France PROPN 5 nsubj\nattacked attack VERB 2 ccomp\nSpain Spain PROPN 5 obj",
    "France assault Spain (reported)" },
  { "verb/question",
    "Did do AUX 3 aux\nFrance France PROPN 3 nsubj\nattack attack VERB 0 root\nSpain Spain PROPN 3 obj\n? ? PUNCT 3 punct", "France assault Spain (possible)" },
  { "verb/phrase",
    "France France PROPN 2 nsubj\nimposed impose VERB 0 root\nsanctions sanction NOUN 2 obj\non on ADP 5 case\nPeru Peru PROPN 2 obl", "France sanction Peru" },
  { "verb/mutual",
    "France France PROPN 2 nsubj\nclashed clash VERB 0 root\nwith with ADP 4 case\nSpain Spain PROPN 2 obl", "France assault Spain (mutual)" },
  { "verb/participle",
    "rebels rebel NOUN 0 root M=1 K=group\nbacked back VERB 1 acl\nby by ADP 4 case\nChad Chad PROPN 2 obl:agent", "Chad support rebels" },
  { "stand-in/object",
    "France France PROPN 2 nsubj\nopposes oppose VERB 0 root\nPeru Peru PROPN 5 nmod:poss\n's 's PART 3 case\nbid bid NOUN 2 obj", "France reject Peru" },
  { "stand-in/organ",
    "Russian Russian ADJ 2 amod\nofficials official NOUN 3 nsubj M=1:2\nthreatened threaten VERB 0 root\nPeru Peru PROPN 3 obj", "Russia threaten Peru" },
  { "stand-in/of",
    "France France PROPN 2 nsubj\nbacks back VERB 0 root\nthe the DET 4 det\nplans plan NOUN 2 obj\nof of ADP 6 case\nPeru Peru PROPN 4 nmod", "France support Peru" },
  { "noun/possessor-to",
    "France France PROPN 3 nmod:poss\n's 's PART 1 case\nopposition opposition NOUN 6 nsubj\nto to ADP 5 case\nPeru Peru PROPN 3 nmod\ngrew grow VERB 0 root",
    "France reject Peru" },
  { "noun/of",
    "Chad Chad PROPN 3 nmod:poss\n's 's PART 1 case\nannexation annexation NOUN 0 root\nof of ADP 5 case\nGibraltar Gibraltar PROPN 3 nmod", "Chad coerce Gibraltar" },
  { "noun/between",
    "tension tension NOUN 0 root\nbetween between ADP 3 case\nFrance France PROPN 1 nmod\nand and CCONJ 5 cc\nPeru Peru PROPN 3 conj", "France reject Peru (mutual)" },
  { "noun/light-verb",
    "Chad Chad PROPN 2 nsubj\nlaunched launch VERB 0 root\nan a DET 4 det\nattack attack NOUN 2 obj\non on ADP 6 case\nPeru Peru PROPN 2 obl", "Chad assault Peru" },
  { "noun/receiving-verb",
    "Chad Chad PROPN 2 nsubj\nfaces face VERB 0 root\nopposition opposition NOUN 2 obj\nfrom from ADP 5 case\nPeru Peru PROPN 3 nmod", "Peru reject Chad" },
  { "adjective/copula",
    "Chad Chad PROPN 3 nsubj\nis be AUX 3 cop\nwary wary ADJ 0 root\nof of ADP 5 case\nPeru Peru PROPN 3 obl", "Chad distrust Peru" },
  { "agent/title",
    "Russian Russian ADJ 3 amod\nPresident President PROPN 3 nmod:desc\nIvan Ivan PROPN 5 nsubj B-person\nPetrov Petrov PROPN 3 flat I-person\nspoke speak VERB 0 root",
    "Ivan Petrov lead Russia" },
  { "agent/apposition",
    "Peru Peru PROPN 6 nsubj\n, , PUNCT 5 punct\na a DET 5 det\nNATO NATO PROPN 5 compound\nmember member NOUN 1 appos\nleft leave VERB 0 root", "Peru member NATO" },
  { "agent/copula",
    "Peru Peru PROPN 4 nsubj\nis be AUX 4 cop\nan a DET 4 det\nally ally NOUN 0 root\nof of ADP 6 case\nChad Chad PROPN 4 nmod", "Peru cooperate Chad (mutual)" },
  { "compound/prefix",
    "pro-Russian pro-Russian ADJ 2 amod\nIvan Ivan PROPN 4 nsubj B-person\nPetrov Petrov PROPN 2 flat I-person\nleft leave VERB 0 root", "Ivan Petrov support Russia" },
  { "compound/suffix-as-verb",
    "Russia Russia PROPN 3 compound\n- - PUNCT 1 punct\nbacked back VERB 4 amod\nseparatists separatist NOUN 5 nsubj M=1 K=group\nleft leave VERB 0 root",
    "Russia support separatists" },
  { "verb/not-allowed-to",
    "France France PROPN 4 nsubj\nwill will AUX 4 aux\nnot not PART 4 advmod\nallow allow VERB 0 root\nKenya Kenya PROPN 4 obj\nto to PART 7 mark\njoin join VERB 4 xcomp\nNATO NATO PROPN 7 obj",
    "France reject Kenya" },
  { "verb/refuses-to",
    "France France PROPN 2 nsubj\nrefuses refuse VERB 0 root\nto to PART 4 mark\nrecognise recognise VERB 2 xcomp\nKosovo Kosovo PROPN 4 obj", "France reject Kosovo" },
  { "verb/demands-that",
    "France France PROPN 2 nsubj\ndemands demand VERB 0 root\nthat that SCONJ 5 mark\nPeru Peru PROPN 5 nsubj\nleave leave VERB 2 ccomp", "France request Peru" },
  { "verb/threatens-to",
    "France France PROPN 2 nsubj\nthreatens threaten VERB 0 root\nto to PART 4 mark\nhelp help VERB 2 xcomp\nPeru Peru PROPN 4 obj", "France threaten Peru" },
  { "verb/object-of-relative-clause",
    "Peru Peru PROPN 6 nsubj\n, , PUNCT 5 punct\nwhich which PRON 5 obj\nFrance France PROPN 5 nsubj\ncriticised criticise VERB 1 acl:relcl\nwaited wait VERB 0 root",
    "France accuse Peru" },
  { "verb/speaker-of-first-person",
    "\" \" PUNCT 3 punct\nWe we PRON 3 nsubj\ncondemn condemn VERB 7 ccomp\nPeru Peru PROPN 3 obj\n\" \" PUNCT 3 punct\nKenya Kenya PROPN 7 nsubj\nsaid say VERB 0 root",
    "Kenya accuse Peru (reported)" },
  { "verb/office-holder-speaks",
    "Russian Russian ADJ 3 amod\nPresident President PROPN 3 nmod:desc\nIvan Ivan PROPN 5 nsubj B-person\nPetrov Petrov PROPN 3 flat I-person\nsaid say VERB 0 root\nRussia Russia PROPN 7 nsubj\nopposes oppose VERB 5 ccomp\nPeru Peru PROPN 7 obj",
    "Ivan Petrov lead Russia; Russia reject Peru (reported); Ivan Petrov reject Peru (reported)" },
  { "verb/participle-of-an-object",
    "France France PROPN 2 nsubj\nsigned sign VERB 0 root\nletters letter NOUN 2 obj\nbacking back VERB 3 acl\nPeru Peru PROPN 4 obj", "France support Peru" },
  { "noun/war-with-two",
    "Chad Chad PROPN 2 nsubj\nfears fear VERB 0 root\na a DET 4 det\nwar war NOUN 2 obj\nwith with ADP 6 case\nMali Mali PROPN 4 nmod\nand and CCONJ 8 cc\nNiger Niger PROPN 6 conj",
    "Chad assault Mali (mutual); Chad assault Niger (mutual)" },
  { "noun/despite",
    "Chad Chad PROPN 2 nsubj\nsigned sign VERB 0 root\ndespite despite ADP 5 case\nthe the DET 5 det\nresistance resistance NOUN 2 obl\nof of ADP 7 case\nPeru Peru PROPN 5 nmod", "Peru reject Chad" },
  { "noun/extraposed",
    "Tensions tension NOUN 2 nsubj\nrise rise VERB 0 root\nbetween between ADP 4 case\nChad Chad PROPN 2 obl\nand and CCONJ 6 cc\nMali Mali PROPN 4 conj",
    "Chad reject Mali (mutual)" },
  { "noun/came-from",
    "Criticism criticism NOUN 4 nsubj\nof of ADP 3 case\nChad Chad PROPN 1 nmod\ncame come VERB 0 root\nfrom from ADP 6 case\nPeru Peru PROPN 4 obl", "Peru accuse Chad" },
  { "verb/announced-help",
    "Peru Peru PROPN 3 nsubj\nwill will AUX 3 aux\nhelp help VERB 0 root\nChad Chad PROPN 3 obj", "Peru agree Chad" },
  { "verb/promised-help",
    "Peru Peru PROPN 2 nsubj\npromised promise VERB 0 root\nto to PART 4 mark\nhelp help VERB 2 xcomp\nChad Chad PROPN 4 obj", "Peru agree Chad (possible)" },
  { "verb/announced-attack",
    "Peru Peru PROPN 3 nsubj\nwill will AUX 3 aux\nbomb bomb VERB 0 root\nChad Chad PROPN 3 obj", "Peru threaten Chad" },
  { "verb/done-help",
    "Peru Peru PROPN 3 nsubj\nhas have AUX 3 aux\nhelped help VERB 0 root\nChad Chad PROPN 3 obj", "Peru aid Chad" },
  { "verb/no-longer",
    "Peru Peru PROPN 4 nsubj\nno no ADV 3 advmod\nlonger long ADV 4 advmod\nattacks attack VERB 0 root\nChad Chad PROPN 4 obj", "" },
  { "verb/without",
    "Without without SCONJ 2 mark\nattacking attack VERB 5 advcl\nChad Chad PROPN 2 obj\nPeru Peru PROPN 5 nsubj\nleft leave VERB 0 root", "" },
  { "verb/not-only",
    "Peru Peru PROPN 4 nsubj\nnot not PART 4 advmod\nonly only ADV 4 advmod\nhelped help VERB 0 root\nChad Chad PROPN 4 obj", "Peru aid Chad" },
  { "noun/possessor-undergoes",
    "Oman Oman PROPN 3 nmod:poss\n's 's PART 1 case\ncriticism criticism NOUN 0 root\nby by ADP 5 case\nQatar Qatar PROPN 3 nmod", "Qatar accuse Oman" },
  { "noun/has-the-backing-of",
    "Laos Laos PROPN 2 nsubj\nhas have VERB 0 root\nthe the DET 4 det\nbacking backing NOUN 2 obj\nof of ADP 6 case\nPeru Peru PROPN 4 nmod", "Peru support Laos" },
  { "noun/with-backing",
    "With with ADP 4 case\nPeru Peru PROPN 4 nmod:poss\n's 's PART 2 case\nbacking backing NOUN 6 obl\nLaos Laos PROPN 6 nsubj\nleft leave VERB 0 root", "Peru support Laos" },
  { "pair/each-other",
    "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\naccused accuse VERB 0 root\neach each PRON 4 obj\nother other ADJ 5 fixed",
    "Chad accuse Mali; Mali accuse Chad" },
  { "pair/each-other-of-one",
    "Chad Chad PROPN 2 nsubj\naccused accuse VERB 0 root\neach each PRON 2 obj\nother other ADJ 3 fixed", "" },
  { "pair/two-countries",
    "Chad Chad PROPN 2 nsubj\nwatched watch VERB 0 root\nMali Mali PROPN 2 obj\n\nThe the DET 3 det\ntwo two NUM 3 nummod\ncountries country NOUN 4 nsubj\nclashed clash VERB 0 root",
    "Chad assault Mali (mutual)" },
  { "pair/both-sides-as-object",
    "Chad Chad PROPN 2 nsubj\nwatched watch VERB 0 root\nMali Mali PROPN 2 obj\n\nFrance France PROPN 2 nsubj\ncriticised criticise VERB 0 root\nboth both DET 4 det\nsides side NOUN 2 obj",
    "" },
  { "pair/joined-two-of-three",
    "Chad Chad PROPN 2 nsubj\nleft leave VERB 0 root\nMali Mali PROPN 2 obj\nand and CCONJ 5 cc\nNiger Niger PROPN 3 conj\n\n"
    "The the DET 3 det\ntwo two NUM 3 nummod\ncountries country NOUN 4 nsubj\nclashed clash VERB 0 root", "Mali assault Niger (mutual)" },
  { "pair/other-two",
    "Chad Chad PROPN 2 nsubj\nleft leave VERB 0 root\nMali Mali PROPN 2 obj\n\nTwo two NUM 3 nummod\nrich rich ADJ 3 amod\ncountries country NOUN 4 nsubj\nclashed clash VERB 0 root", "" },
  { "noun/despite-below-an-infinitive",
    "Chad Chad PROPN 2 nsubj\nasked ask VERB 0 root\nMali Mali PROPN 2 obj\nto to PART 5 mark\nleave leave VERB 2 xcomp\ndespite despite ADP 7 case\nresistance resistance NOUN 5 obl\n"
    "of of ADP 9 case\nPeru Peru PROPN 7 nmod", "Chad request Mali; Peru reject Chad" },
  { "noun/deed-of-sufferer",
    "The the DET 2 det\nremoval removal NOUN 7 nsubj\nof of ADP 4 case\nChad Chad PROPN 2 nmod\nto to ADP 6 case\nMali Mali PROPN 2 nmod\nfailed fail VERB 0 root", "" },
  { "noun/deed-by-doer",
    "The the DET 2 det\nremoval removal NOUN 7 nsubj\nof of ADP 4 case\nChad Chad PROPN 2 nmod\nby by ADP 6 case\nMali Mali PROPN 2 nmod\nfailed fail VERB 0 root", "Mali reject Chad" },
  { "noun/of-the-doer",
    "The the DET 2 det\nopposition opposition NOUN 7 nsubj\nof of ADP 4 case\nChad Chad PROPN 2 nmod\nto to ADP 6 case\nMali Mali PROPN 2 nmod\ngrew grow VERB 0 root", "Chad reject Mali" },
  { "agent/word-of-country-name",
    "letter letter NOUN 6 nsubj\nto to ADP 4 case\nUnited united ADJ 4 amod B-place\nStates State PROPN 5 compound I-place\nAda Ada PROPN 1 nmod B-person\nleft leave VERB 0 root", "Ada member United States" },
  { "agent/sort", "Shiite Shiite ADJ 2 amod\nclerics cleric NOUN 3 nsubj M=1 K=group\nmet meet VERB 0 root", "" },
  { "agent/sort-of-somebody-named", "Shiite Shiite ADJ 2 amod\ncleric cleric NOUN 3 compound\nOmid Omid PROPN 4 nsubj B-person\nleft leave VERB 0 root", "Omid member Shiites" },
  { "agent/sort-of-country", "French French ADJ 2 amod\ncitizens citizen NOUN 3 nsubj M=1 K=group\nleft leave VERB 0 root", "French citizens member France" },
  { "verb/persuade", "Chad Chad PROPN 2 nsubj\nconvinced convince VERB 0 root\nMali Mali PROPN 2 obj", "Chad consult Mali" },
  { "left-off/announced",
    "Chad Chad PROPN 2 nsubj\nannounced announce VERB 0 root\nan a DET 4 det\nend end NOUN 2 obj\nto to ADP 6 case\nattacks attack NOUN 4 nmod\non on ADP 8 case\n"
    "Mali Mali PROPN 6 nmod", "Chad retreat Mali; Chad assault Mali" },
  { "left-off/demanded",
    "Chad Chad PROPN 2 nsubj\ndemanded demand VERB 0 root\nan a DET 4 det\nend end NOUN 2 obj\nto to ADP 7 case\nPeruvian Peruvian ADJ 7 amod\nattacks attack NOUN 4 nmod\n"
    "on on ADP 9 case\nMali Mali PROPN 7 nmod", "Peru assault Mali" },
  { "left-off/ended",
    "Chad Chad PROPN 2 nsubj\nended end VERB 0 root\na a DET 4 det\nblockade blockade NOUN 2 obj\nof of ADP 6 case\nMali Mali PROPN 4 nmod", "Chad retreat Mali" },
  { "left-off/halted",
    "Chad Chad PROPN 3 nmod:poss\n's 's PART 1 case\nblockade blockade NOUN 7 nsubj:pass\nof of ADP 5 case\nMali Mali PROPN 3 nmod\nwas be AUX 7 aux:pass\nhalted halt VERB 0 root",
    "Chad retreat Mali" },
  { "left-off/wished",
    "Peruvian Peruvian ADJ 2 amod\nattacks attack NOUN 6 nsubj:pass\non on ADP 4 case\nMali Mali PROPN 2 nmod\nmay may AUX 6 aux\nended end VERB 0 root", "Peru assault Mali (possible)" },
  { "left-off/settled",
    "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\nsettled settle VERB 0 root\na a DET 6 det\nrow row NOUN 4 obj\nbetween between ADP 8 case\n"
    "Peru Peru PROPN 6 nmod\nand and CCONJ 10 cc\nKenya Kenya PROPN 8 conj", "Chad agree Mali (mutual); Peru agree Kenya (mutual)" },
  { "left-off/went-on",
    "Chad Chad PROPN 2 nsubj\ncontinued continue VERB 0 root\nattacks attack NOUN 2 obj\non on ADP 5 case\nMali Mali PROPN 3 nmod", "Chad assault Mali" },
  { "their/of-the-subjects",
    "Mali Mali PROPN 2 nsubj M=1\nslept sleep VERB 0 root\n\nPeru Peru PROPN 4 nsubj\nand and CCONJ 3 cc\nChile Chile PROPN 1 conj\nrestored restore VERB 0 root\n"
    "their they PRON 6 nmod:poss M=1\nties tie NOUN 4 obj", "Peru cooperate Chile (mutual)" },
  { "their/with-another",
    "Peru Peru PROPN 4 nsubj\nand and CCONJ 3 cc\nChile Chile PROPN 1 conj\nrestored restore VERB 0 root\ntheir they PRON 6 nmod:poss\nties tie NOUN 4 obj\n"
    "with with ADP 8 case\nTogo Togo PROPN 6 nmod", "Peru cooperate Togo (mutual); Chile cooperate Togo (mutual)" },
  { "their/of-one", "Peru Peru PROPN 2 nsubj\nrestored restore VERB 0 root\ntheir they PRON 4 nmod:poss\nties tie NOUN 2 obj", "" },
  { "wish/request",
    "Kenya Kenya PROPN 2 nsubj\ncalled call VERB 0 root\nfor for ADP 5 case\nthe the DET 5 det\nremoval removal NOUN 2 obl\nof of ADP 7 case\nNora Nora PROPN 5 nmod B-person",
    "Kenya request Nora" },
  { "wish/welcome",
    "Kenya Kenya PROPN 2 nsubj\nwelcomed welcome VERB 0 root\nthe the DET 4 det\ncapture capture NOUN 2 obj\nof of ADP 6 case\nNora Nora PROPN 4 nmod B-person", "Kenya reject Nora" },
  { "wish/by-another",
    "Kenya Kenya PROPN 2 nsubj\nwelcomed welcome VERB 0 root\nthe the DET 4 det\ncapture capture NOUN 2 obj\nof of ADP 6 case\nNora Nora PROPN 4 nmod B-person\n"
    "by by ADP 8 case\nTogo Togo PROPN 4 nmod", "Togo coerce Nora" },
  { "wish/only-seen",
    "Kenya Kenya PROPN 2 nsubj\nwatched watch VERB 0 root\nthe the DET 4 det\ncapture capture NOUN 2 obj\nof of ADP 6 case\nNora Nora PROPN 4 nmod B-person", "" },
  { "undone/yet", "Kenya Kenya PROPN 5 nsubj\nhas have AUX 0 root\nyet yet ADV 5 advmod\nto to PART 5 mark\nattack attack VERB 2 xcomp\nTogo Togo PROPN 5 obj", "" },
  { "undone/yet-to-recognise",
    "Kenya Kenya PROPN 5 nsubj\nhas have AUX 0 root\nyet yet ADV 5 advmod\nto to PART 5 mark\nrecognise recognise VERB 2 xcomp\nTogo Togo PROPN 5 obj", "" },
  { "undone/has-to", "Kenya Kenya PROPN 2 nsubj\nhas have VERB 0 root\nto to PART 4 mark\nhelp help VERB 2 xcomp\nTogo Togo PROPN 4 obj", "Kenya aid Togo" },
  { "undone/short-of",
    "Kenya Kenya PROPN 2 nsubj\nstopped stop VERB 0 root\nshort short ADV 2 advmod\nof of SCONJ 5 mark\naccusing accuse VERB 2 advcl\nTogo Togo PROPN 5 obj", "" },
  { "subject/apposed-name",
    "Kenyan Kenyan ADJ 2 amod\nminister minister NOUN 6 nsubj\n, , PUNCT 4 punct\nNora Nora PROPN 6 nsubj B-person\n, , PUNCT 4 punct\nblamed blame VERB 0 root\nTogo Togo PROPN 6 obj",
    "Nora lead Kenya; Nora accuse Togo" },
  { "subject/two-names",
    "Chad Chad PROPN 4 nsubj\n, , PUNCT 3 punct\nMali Mali PROPN 4 nsubj\nblamed blame VERB 0 root\nTogo Togo PROPN 4 obj", "Chad accuse Togo; Mali accuse Togo" },
  { "verb/lift-sanctions",
    "Mali Mali PROPN 2 nsubj\nlifted lift VERB 0 root\nsanctions sanction NOUN 2 obj\non on ADP 5 case\nNiger Niger PROPN 2 obl", "Mali retreat Niger" },
  { "sour/verb",
    "Relations relation NOUN 6 nsubj\nbetween between ADP 3 case\nFiji Fiji PROPN 1 nmod\nand and CCONJ 5 cc\nTonga Tonga PROPN 3 conj\nsoured sour VERB 0 root", "Fiji reject Tonga (mutual)" },
  { "sour/adjective",
    "Fiji Fiji PROPN 2 nsubj\nhas have VERB 0 root\nstrained strained ADJ 4 amod\nties tie NOUN 2 obj\nwith with ADP 6 case\nTonga Tonga PROPN 4 nmod", "Fiji reject Tonga (mutual)" },
  { "sour/not-at-all",
    "Relations relation NOUN 6 nsubj\nbetween between ADP 3 case\nFiji Fiji PROPN 1 nmod\nand and CCONJ 5 cc\nTonga Tonga PROPN 3 conj\nimproved improve VERB 0 root", "Fiji cooperate Tonga (mutual)" },
  { "join/country", "Peru Peru PROPN 2 nsubj\njoined join VERB 0 root\nChile Chile PROPN 2 obj", "Peru cooperate Chile" },
  { "join/organisation", "Peru Peru PROPN 2 nsubj\njoined join VERB 0 root\nNATO NATO PROPN 2 obj", "Peru member NATO" },
  { "class/of-a-name",
    "Peru Peru PROPN 2 nsubj\nvisited visit VERB 0 root\nthe the DET 5 det\nNATO NATO PROPN 5 compound\nalliance alliance NOUN 2 obj", "Peru consult NATO" },
  { "class/with-another",
    "Peru Peru PROPN 2 nsubj\nformed form VERB 0 root\nan a DET 4 det\nalliance alliance NOUN 2 obj\nwith with ADP 6 case\nChile Chile PROPN 4 nmod", "Peru cooperate Chile (mutual)" },
  { "left-off/told",
    "Chad Chad PROPN 2 nsubj\ntold tell VERB 0 root\nMali Mali PROPN 2 obj\nto to PART 5 mark\nend end VERB 2 xcomp\nthe the DET 7 det\nblockade blockade NOUN 5 obj\nof of ADP 9 case\n"
    "Togo Togo PROPN 7 nmod", "Chad request Mali; Mali sanction Togo" },
  { "left-off/agreed",
    "Chad Chad PROPN 2 nsubj\nagreed agree VERB 0 root\nto to PART 4 mark\nend end VERB 2 xcomp\nthe the DET 6 det\nblockade blockade NOUN 4 obj\nof of ADP 8 case\n"
    "Togo Togo PROPN 6 nmod", "Chad agree Togo; Chad sanction Togo" },
  { "tell/that",
    "Chad Chad PROPN 2 nsubj\ntold tell VERB 0 root\nMali Mali PROPN 2 obj\nthat that SCONJ 6 mark\nit it PRON 6 nsubj\nrained rain VERB 2 ccomp", "Chad consult Mali" },
  { "join/joined-by",
    "rebels rebel NOUN 0 root M=1 K=group\njoined join VERB 1 acl\nby by ADP 4 case\nNora Nora PROPN 2 obl:agent B-person", "Nora cooperate rebels" },
  { "attachment/behind-a-comma",
    "Acme Acme PROPN 8 nsubj B-organisation\nand and CCONJ 3 cc\nUnion Union PROPN 1 conj B-organisation\n, , PUNCT 6 punct\nfrom from ADP 6 case\nPeru Peru PROPN 1 nmod\n"
    ", , PUNCT 6 punct\nslept sleep VERB 0 root", "Union member Peru" },
  { "attachment/of-the-first",
    "Acme Acme PROPN 5 nsubj B-organisation\nfrom from ADP 3 case\nPeru Peru PROPN 1 nmod\n, , PUNCT 3 punct\nslept sleep VERB 0 root", "Acme member Peru" },
  { "modality/subject-of-would",
    "That that SCONJ 3 mark\nChad Chad PROPN 3 nsubj\nattacks attack VERB 6 csubj\nMali Mali PROPN 3 obj\nwould would AUX 6 aux\nmatter matter VERB 0 root", "Chad assault Mali (possible)" },
  { "modality/subject-of-fact",
    "That that SCONJ 3 mark\nChad Chad PROPN 3 nsubj\nattacks attack VERB 5 csubj\nMali Mali PROPN 3 obj\nmatters matter VERB 0 root", "Chad assault Mali" },
  { "agent/own-adjective",
    "Kenya Kenya PROPN 4 nsubj\nand and CCONJ 3 cc\nSpain Spain PROPN 1 conj\nleft leave VERB 0 root", "" },
  { "empty", "", "" },
  { "one", "Russia Russia PROPN 0 root", "" },
  { "self", "France France PROPN 2 nsubj\ncriticised criticise VERB 0 root\nFrance France PROPN 2 obj", "" },
  { "scenery",
    "France France PROPN 2 nsubj\nspoke speak VERB 0 root\nin in ADP 4 case\nMoscow Moscow PROPN 2 obl", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Extraction) extraction = extraction_new (c->tree);
  g_autofree char *claims = extraction_dup_claims (extraction);

  g_assert_cmpstr (claims, ==, c->claims);
}

/* What a sentence says twice is kept once, the surer one, and the other is there to be explained. */
static void
test_folded (void)
{
  g_autoptr (Extraction) extraction = extraction_new (
    "France France PROPN 4 nmod:poss\n's 's PART 1 case\nown own ADJ 4 amod\ndemand demand NOUN 5 nsubj\nrejects reject VERB 0 root\nPeru Peru PROPN 5 obj\n"
    "and and CCONJ 10 cc\nFrance France PROPN 10 nsubj\nhas have AUX 10 aux\nrejected reject VERB 5 conj\nPeru Peru PROPN 10 obj");
  const EntClaim *kept = &g_array_index (extraction->claims, EntClaim, 0), *folded = &g_array_index (extraction->claims, EntClaim, 1);
  g_autofree char *claims = extraction_dup_claims (extraction);

  g_assert_cmpstr (claims, ==, "France reject Peru");
  g_assert_cmpuint (extraction->claims->len, ==, 2);
  g_assert_cmpint (folded->fate, ==, ENT_CLAIM_FOLDED);
  g_assert_cmpuint (kept->predicate_word, ==, 9);       /* the possessor's is the less sure */
  g_assert_cmpuint (folded->predicate_word, ==, 4);
  g_assert_cmpfloat (kept->confidence, >, folded->confidence);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/relation-finder/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/extract/relation-finder/folded", test_folded);
  return g_test_run ();
}
