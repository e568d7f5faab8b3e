/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-loader.h"
#include "ent-language.h"

#include <string.h>
#include <time.h>

/* A short article in each language, and what stands for a line of it. */
static const struct { const char *code, *text; } others[] = {
  { "de", "Die Fähren blieben am Dienstag im Hafen, weil die Mannschaften sich geweigert hatten, auszulaufen. Der Bürgermeister sagte, er könne nichts tun." },
  { "de", "Berlin hat die Lieferung nicht bestätigt, und die Regierung schweigt weiter." },
  { "de", "DIE FÄHREN BLIEBEN AM DIENSTAG IM HAFEN, WEIL DIE MANNSCHAFTEN SICH GEWEIGERT HATTEN, MIT IHNEN AUSZULAUFEN." },
  /* mostly names, and few small words */
  { "de", "Oslo und Wien verhandeln\n\nKanzler Karl Nehammer traf am Montag in Wien den Präsidenten Jonas Støre. Nehammer kritisierte Moskau scharf und versprach "
          "der Stadt Hilfe. Støre warnte vor Kritikern. Polen lehnte Vorschläge ab. Ungarn blockierte neue Strafen und schwieg, Premier Orban besuchte Putin." },
  { "de", "Norwegen hilft der Stadt. Moskau bedroht Polen. Frankreich kritisiert Ungarn. China verhandelt mit Oslo. Israel greift Iran an. Ankara vermittelt "
          "zwischen Kiew und Moskau. Serbien lehnt Strafen gegen Moskau ab. Finnland schließt Grenzen. Japan hilft Taiwan." },
  { "fr", "Les bateaux sont restés au port mardi, après que les équipages ont refusé de partir. Le maire a dit qu’il ne pouvait rien faire pour eux." },
  { "fr", "L’Union européenne n’a pas répondu à la demande du gouvernement, selon une source." },
  { "es", "Los barcos se quedaron en el puerto el martes después de que las tripulaciones se negaran a salir. El alcalde dijo que no podía hacer nada." },
  { "pt", "Os barcos ficaram no porto na terça-feira, depois que as tripulações se recusaram a sair. O prefeito disse que não podia fazer nada por elas." },
  { "it", "I traghetti sono rimasti nel porto martedì, dopo che gli equipaggi si erano rifiutati di partire. Il sindaco ha detto che non poteva fare nulla." },
  { "nl", "De veerboten bleven dinsdag in de haven, nadat de bemanningen hadden geweigerd om uit te varen. De burgemeester zei dat hij er niets aan kon doen." },
  { "pl", "Promy pozostały we wtorek w porcie, ponieważ załogi nie chciały z niego wypłynąć. Burmistrz powiedział, że nic nie może zrobić." },
  { "cs", "Trajekty zůstaly v úterý v přístavu, protože posádky odmítly vyplout. Starosta řekl, že s tím nemůže nic udělat, a že bude čekat." },
  { "sk", "Trajekty zostali v utorok v prístave, pretože posádky odmietli vyplávať. Starosta povedal, že s tým nemôže nič urobiť a že bude čakať." },
  { "hr", "Trajekti su u utorak ostali u luci jer su posade odbile isploviti. Gradonačelnik je rekao da ne može ništa učiniti, ali da će čekati." },
  { "sl", "Trajekti so v torek ostali v pristanišču, ker posadke niso hotele izpluti. Župan je dejal, da ne more storiti ničesar, in da bo čakal." },
  { "tr", "Mürettebat denize açılmayı reddettiği için feribotlar salı günü limanda kaldı. Belediye başkanı bu konuda bir şey yapamayacağını ve daha çok bekleyeceğini söyledi." },
  { "sv", "Färjorna låg kvar i hamnen på tisdagen efter att besättningarna hade vägrat att gå ut. Borgmästaren sade att han inte kunde göra något åt det." },
  { "da", "Færgerne blev i havnen tirsdag, efter at besætningerne havde nægtet at sejle ud. Borgmesteren sagde, at han ikke kunne gøre noget ved det, og at der også var tåge." },
  { "nb", "Fergene ble liggende i havnen tirsdag etter at mannskapene hadde nektet å gå ut. Ordføreren sier at han ikke kan gjøre noe med det, og at det også var tåke fra havet." },
  { "fi", "Lautat jäivät tiistaina satamaan, koska miehistöt olivat kieltäytyneet lähtemästä. Pormestari sanoi, ettei hän voi tehdä asialle mitään, mutta odottaa vielä." },
  { "et", "Parvlaevad jäid teisipäeval sadamasse, sest meeskonnad ei olnud nõus välja sõitma. Linnapea ütles, et ta ei saa midagi teha, kuid ootab veel." },
  { "hu", "A kompok kedden a kikötőben maradtak, mert a legénység nem volt hajlandó kihajózni. A polgármester azt mondta, hogy nem tehet semmit, de még vár." },
  { "ro", "Feriboturile au rămas marți în port, după ce echipajele au refuzat să plece. Primarul a spus că nu poate face nimic pentru ele, dar că va aștepta." },
  { "ca", "Els vaixells es van quedar dimarts al port després que les tripulacions no volguessin sortir. L’alcalde va dir que no hi podia fer res amb això." },
  { "vi", "Các chuyến phà nằm lại trong cảng vào thứ ba sau khi thủy thủ đoàn không chịu ra khơi. Thị trưởng nói rằng ông không thể làm gì." },
  { "id", "Kapal feri tetap berada di pelabuhan pada hari Selasa setelah awak kapal menolak untuk berlayar. Wali kota mengatakan bahwa dia tidak dapat berbuat apa-apa." },
  { "lt", "Keltai antradienį liko uoste, nes įgulos atsisakė išplaukti. Meras sakė, kad jis nieko negali padaryti, bet dar lauks, kol jie sutiks, ir tai bus viskas." },
  { "lv", "Prāmji otrdien palika ostā, jo apkalpes atteicās doties jūrā. Mērs sacīja, ka viņš neko nevar darīt, bet vēl gaidīs, līdz tās būs ar mieru." },
  { "sq", "Tragetet mbetën në port të martën pasi ekuipazhet nuk pranuan të dilnin në det. Kryetari i bashkisë tha se nuk mund të bënte asgjë për këtë." },
  /* none of the table's, and like Turkish but for one letter */
  { "und", "Ekipajlar dənizə çıxmaqdan imtina etdiyi üçün bərələr çərşənbə axşamı limanda qaldı. Mer dedi ki, bu barədə heç nə edə bilməz, amma gözləyəcək və heyət gələcək." },
  { "is", "Ferjurnar voru í höfninni á þriðjudag eftir að áhafnirnar neituðu að fara út. Bæjarstjórinn sagði að hann gæti ekki gert neitt í því." },
  { "tl", "Nanatili ang mga lantsa sa daungan noong Martes dahil ayaw ng mga tripulante na umalis. Sinabi ng alkalde na wala siyang magagawa para sa kanila." },
  { "sw", "Vivuko vilibaki bandarini siku ya Jumanne baada ya mabaharia kukataa kuondoka. Meya alisema kwamba hawezi kufanya lolote kwa ajili ya watu hao na kwamba atasubiri." },
  { "und", "Arhosodd y fferïau yn yr harbwr: ŵyn, tŷ, dŵr, môr, tân, pêl, sŵn, gŵyl, cŵn, llŷn, trên, glân, câr." },
  { "ru", "Паромы во вторник остались в порту, потому что экипажи отказались выходить в море. Мэр сказал, что он ничего не может сделать." },
  { "uk", "Пороми у вівторок залишилися в порту, бо екіпажі відмовилися виходити в море. Міський голова сказав, що він нічого не може зробити." },
  { "uk", "Пороми у вівторок залишилися в порту, бо екіпажі відмовилися виходити в море." },
  { "ru", "Паромы остались в порту, экипажи отказались выходить." },
  { "be", "Паромы ў аўторак засталіся ў порце, бо экіпажы не хацелі выходзіць у мора. Мэр сказаў, што ён нічога не можа зрабіць, але будзе чакаць." },
  { "bg", "Фериботите останаха във вторник в пристанището, след като екипажите отказаха да излязат. Кметът каза, че не може да направи нищо, но ще чака." },
  { "sr", "Трајекти су у уторак остали у луци јер су посаде одбиле да исплове. Градоначелник је рекао да не може ништа да учини, али да ће чекати." },
  { "und", "Борттар бейсенбі күні айлақта қалды: экипаждар теңізге шыққысы келмеді." },
  { "el", "Τα πλοία έμειναν την Τρίτη στο λιμάνι, αφού τα πληρώματα αρνήθηκαν να φύγουν. Ο δήμαρχος είπε ότι δεν μπορούσε να κάνει τίποτα." },
  { "ar", "بقيت العبارات في الميناء يوم الثلاثاء بعد أن رفضت الطواقم الخروج. وقال رئيس البلدية إنه لا يستطيع أن يفعل شيئا من أجل هذا." },
  { "fa", "کشتی‌ها روز سه‌شنبه در بندر ماندند، پس از آن که خدمه حاضر به رفتن نشدند. شهردار گفت که او نمی‌تواند این کار را برای آنها بکند." },
  { "ur", "کشتیاں منگل کو بندرگاہ میں رہیں کیونکہ عملے نے جانے سے انکار کر دیا۔ میئر نے کہا کہ وہ کچھ نہیں کر سکتے ہیں۔" },
  { "he", "המעבורות נשארו בנמל ביום שלישי אחרי שהצוותים סירבו לצאת. ראש העיר אמר שהוא לא יכול לעשות דבר." },
  { "hi", "नावें मंगलवार को बंदरगाह में रहीं क्योंकि नाविकों ने जाने से मना कर दिया था। मेयर ने कहा कि वह कुछ नहीं कर सकते हैं।" },
  { "mr", "बोटी मंगळवारी बंदरातच होत्या, कारण खलाशांनी जाण्यास नकार दिला होता. महापौर म्हणाले की ते काही करू शकत नाही आणि हे खरे आहे." },
  { "bn", "নাবিকেরা যেতে না চাওয়ায় ফেরিগুলো মঙ্গলবার বন্দরেই ছিল।" },
  { "ta", "படகுகள் செவ்வாய்க்கிழமை துறைமுகத்தில் இருந்தன." },
  { "te", "పడవలు మంగళవారం ఓడరేవులో ఉన్నాయి." },
  { "th", "เรือข้ามฟากยังอยู่ที่ท่าเรือเมื่อวันอังคาร" },
  { "ka", "ბორნები სამშაბათს ნავსადგურში დარჩა." },
  { "hy", "Լաստանավերը երեքշաբթի մնացին նավահանգստում։" },
  { "ko", "여객선은 화요일에 항구에 머물렀다. 시장은 할 수 있는 일이 없다고 말했다." },
  { "ja", "乗組員が出港を拒否したため、フェリーは火曜日、港にとどまった。市長は何もできないと述べた。" },
  { "zh", "由于船员拒绝出海，渡轮星期二留在港内。市长说他无能为力。" },
  /* What is in another language for the greater part is in that one. */
  { "de", "The Harbour Post reports from Hamburg.\n\nDie Fähren blieben am Dienstag im Hafen, weil die Mannschaften sich geweigert hatten, auszulaufen. Der "
          "Bürgermeister sagte, er könne nichts tun. Er werde aber mit ihnen sprechen, wenn der Nebel sich gehoben habe und die Reeder zu reden bereit seien." },
  { "uk", "NATO, EU, OSCE: пороми у вівторок залишилися в порту, бо екіпажі відмовилися виходити в море, і це вже не вперше." },
};

/* Of no language of the table, and with few accents. */
static const char *const untabled[] = {
  "Die veerbote het Dinsdag in die hawe gebly nadat die bemannings geweier het om uit te vaar. Die burgemeester het gesê dat hy niks daaraan kon doen "
  "nie, en dat hy met hulle sal praat wanneer die mis opgeklaar het.",
  "La pramoj restis en la haveno marde, post kiam la ŝipanoj rifuzis eliri. La urbestro diris ke li povas fari nenion por ili, kaj ke li parolos kun ili "
  "kiam la nebulo estos for.",
  "Naves die Martis in portu manserunt, postquam nautae exire noluerunt. Praefectus urbis dixit se nihil facere posse, sed cum illis locuturum esse cum "
  "nebula discessisset et domini navium parati essent.",
  "Ferry-yi a zauna tashar ruwa ranar Talata bayan ma'aikata sun ki fita. Magajin gari ya ce ba zai iya yin komai ba, amma zai yi magana da su idan hazo "
  "ya watse kuma masu jirgin sun shirya.",
  "Ferryak portuan geratu ziren asteartean, eskifaiek irteteari uko egin ondoren. Alkateak esan zuen ezin zuela ezer egin, baina haiekin hitz egingo "
  "zuela lainoa joaten zenean eta jabeak prest zeudenean.",
};

/* English, however it looks. */
static const char *const english[] = {
  "The harbour was closed on Tuesday after the crews of three ferries had refused to leave it. The mayor said that he could do nothing.",
  /* little */
  "", "Kyiv", "Ferries stay in the harbour", "Mayor resigns", "Sinn Féin leader quits", "Der Spiegel: Merkel in Paris", "Vive la France et la liberté!",
  "La Paz protests spread to El Alto, Santa Cruz de la Sierra, Sucre", "Señor Peña y los niños", "Mañana", "北约", "Да", "OK",
  "Putin: “Нет.”",
  /* capitals */
  "FERRIES STAY IN HARBOUR AS CREWS DEFY MAYOR, OWNERS SEEK COURT ORDER", "LOS ANGELES, LAS VEGAS, EL PASO, LA JOLLA, DES MOINES, BATON ROUGE, SAN JOSE, SANTA FE",
  "UKRAINE, RUSSIA TRADE PRISONERS; U.N. HAILS DEAL; E.U. WARY",
  /* lists of names */
  "Rio de Janeiro, São Paulo, La Paz, San José, Santiago de Chile, Bogotá, Asunción, Montevideo, Buenos Aires, Ciudad de México, Santo Domingo",
  "Jean-Claude Juncker, François Hollande, Ségolène Royal, Dominique de Villepin, Marine Le Pen, Nicolas Dupont-Aignan, Jean-Luc Mélenchon",
  "Ursula von der Leyen, Jaap de Hoop Scheffer, Hans van den Broek, Joseph van der Meer, Ludwig van Beethoven, Karl-Theodor zu Guttenberg",
  "El Salvador\nLa Rioja\nLos Ríos\nEl Oro\nLa Guajira\nLos Lagos\nEl Beni\nLas Tunas\nLa Libertad\nEl Paraíso",
  "Recep Tayyip Erdoğan, Ahmet Davutoğlu, Mevlüt Çavuşoğlu, Kemal Kılıçdaroğlu, Devlet Bahçeli, Abdullah Gül, Binali Yıldırım",
  "Nguyễn Phú Trọng, Võ Văn Thưởng, Phạm Minh Chính, Nguyễn Xuân Phúc, Trần Đại Quang, Hồ Chí Minh, Lê Duẩn, Phan Văn Khải",
  "Svenska Dagbladet, Dagens Nyheter, Göteborgs-Posten, Østlendingen, Jyllands-Posten, Frankfurter Allgemeine, Süddeutsche, Le Monde, El País, La Repubblica",
  /* names in telegrams */
  "Merz meets Macron. Warsaw rejects Berlin. Moscow threatens Kyiv. Beijing warns Tokyo. Orban visits Putin. Paris sues Rome. Ankara courts Baku. Seoul arms Oslo.",
  "Ursula von der Leyen meets Jaap de Hoop Scheffer; Dominique de Villepin shuns Hans van den Broek; Joseph van der Meer greets Karl-Theodor zu Guttenberg; "
  "Joaquín Almunia snubs Jürgen Trittin; Jean-Luc Mélenchon scolds Marine Le Pen",
  /* many foreign names in running text */
  "Ségolène Royal met Jean-Yves Le Drian at the Hôtel de Ville, before François Fillon and Alain Juppé flew to Aix-en-Provence and Saint-Étienne.",
  "Mevlüt Çavuşoğlu told Süleyman Soylu that İstanbul, Diyarbakır and Şanlıurfa would vote again.",
  "Partido dos Trabalhadores and Partido da Social Democracia Brasileira both claim São Paulo, while Movimento Democrático Brasileiro keeps Rio de Janeiro.",
  "The Alternative für Deutschland and the Bündnis 90/Die Grünen quarrelled in the Bundestag; the Sozialdemokratische Partei Deutschlands and the Union kept silent.",
  "Médecins Sans Frontières said that it had left Côte d’Ivoire.",
  "Vladimir Putin (Владимир Путин) met Xi Jinping (习近平) and Narendra Modi (नरेंद्र मोदी) in Samarkand (Самарқанд).",
  "Beijing (北京) and Taipei (臺北) have not talked since 2016, when Tsai Ing-wen (蔡英文) was elected.",
  /* foreign quotations, with what is said of them */
  "“Nous ne céderons pas”, the minister said in Paris, and her aides explained that she had meant the strike, which has lasted for two weeks now.",
  "He shouted “¡El pueblo unido jamás será vencido!” until the police came and led him away from the square, where thousands still stood.",
  "The banner read “Wir sind das Volk”, as it had in 1989, but those who carried it now were marching against refugees, not against a dictator.",
  "Zelensky answered “Мені потрібні боєприпаси, а не поїздка” when the Americans offered to take him out of Kyiv, and the words went around the world.",
  "The motto is “Liberté, égalité, fraternité”. The oath begins “Dulce et decorum est pro patria mori”, which Owen called the old lie.",
  /* accents that English has taken in */
  "The café’s pâté, crème brûlée and soufflé were a cliché, and the maître d’ was naïve: the protégé of a passé émigré with a résumé full of clichés and a fiancée in Curaçao.",
  "His coup d’état was a fait accompli; the junta’s raison d’être was realpolitik, its Weltanschauung a mixture of schadenfreude and machismo.",
  /* what newspapers leave out */
  "Crews defy mayor, ferries idle\n\nOwners sue union over strike\n\nCourt halts fish quota, boats return\n\nMinister quits amid graft probe\n\n"
  "Rivals trade blame as talks stall\n\nPolice seize guns in dawn raid, arrest five",
  /* other shapes */
  "lol u r so wrong about dis, de guy aint even from la, he from el paso or sumthin, no?", "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.", "Tags: fog ferries harbour mayor crews owners strike court union wages",
  "apples bananas cherries plums pears quinces medlars figs dates limes lemons oranges", "π α β γ δ are angles; Σ is their sum.", "http://example.org/la/de/el/los/que/en/para?con=por&los=las",
  "Ferries 3 4 12.5 1,200\nLos Angeles 5 6 7.7 1,300\nEl Paso 1 2 3.5 900\nDes Moines 9 4 2.2 800\nLas Vegas 8 8 8.8 100",
  "Thou art the man; whence comest thou, and whither goest? He hath said it, and ye shall do so, by the Lord, as of old.",
  "War, die, man, hat, fast, gut, rot, art, bin, den, list, not, also, tag: so many German words that English has.",
  "Die Hard is on. Die Another Day was on before. On dit, in Paris, that both men die in the end.",
  "I do no harm, a man said to me, or so I am told; as to us, we are at it, on and on, by sea or by air, an hour per day.",
  /* a text of two languages whose greater part is English */
  "Die Fähren blieben am Dienstag im Hafen, weil die Mannschaften sich geweigert hatten.\n\nThe ferries stayed in the harbour on Tuesday because the crews had refused "
  "to leave it. The mayor said that he could do nothing, and that he would talk to them when the fog had lifted and the owners were ready to talk.",
  "Пороми залишилися в порту.\n\nThe ferries stayed in the harbour on Tuesday because the crews had refused to leave it.",
};

static const char *
find_other (const char *text)
{
  g_autoptr (EntArticle) article = ent_article_new (text, NULL, NULL, NULL);

  return ent_language_find_other (article);
}

static void
test_others (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const char *code = find_other (others[i].text);

      if (g_strcmp0 (code, others[i].code) != 0)
        g_test_message ("%s, not %s: %s", code, others[i].code, others[i].text), n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* As long as articles are. */
static void
test_untabled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (untabled); i++)
    {
      g_autofree char *text = g_strjoin ("\n\n", untabled[i], untabled[i], untabled[i], NULL);

      g_assert_cmpstr (find_other (text), ==, ENT_LANGUAGE_UNKNOWN);
    }
}

static void
test_english (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      const char *code = find_other (english[i]);

      if (code != NULL)
        g_test_message ("%s: %s", code, english[i]), n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Letters whose marks stand apart are the same letters. */
static void
test_decomposed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *apart = g_utf8_normalize (others[i].text, -1, G_NORMALIZE_NFD);

      g_assert_cmpstr (find_other (apart), ==, others[i].code);
    }
}

/* The buttons of an English page are not the article, nor are those of another. */
static void
test_furniture (void)
{
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (page, "Read more: Why the fog came early this year and what the mayor said of it\n\n");
  g_string_append (page, others[0].text);
  g_assert_cmpstr (find_other (page->str), ==, "de");
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true ((ent_language_get_name (others[i].code) != NULL) == !g_str_equal (others[i].code, ENT_LANGUAGE_UNKNOWN));
  g_assert_null (ent_language_get_name (NULL));
  g_assert_null (ent_language_get_name ("xx"));
}

/* The message names what was read, the language where it is known, and what to do. */
static void
test_error (void)
{
  g_autoptr (EntArticle) from_file = ent_article_new (others[0].text, NULL, "file:///tmp/nachricht.txt", NULL);
  g_autoptr (EntArticle) pasted = ent_article_new (others[0].text, "Fähren im Hafen", NULL, NULL);
  g_autoptr (EntArticle) welsh = ent_article_new ("Борттар бейсенбі күні айлақта қалды: экипаждар теңізге шыққысы келмеді.", "Борттар", NULL, NULL);
  g_autoptr (EntArticle) empty = ent_article_new (" \n", NULL, NULL, NULL);
  g_autoptr (GError)     error = NULL;

  g_assert_false (ent_language_check (from_file, &error));
  g_assert_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_LANGUAGE);
  g_assert_true (g_str_has_prefix (error->message, "/tmp/nachricht.txt: "));
  g_assert_nonnull (strstr (error->message, "German"));
  g_assert_nonnull (strstr (error->message, "an English version"));
  g_clear_error (&error);
  g_assert_false (ent_language_check (pasted, &error));
  g_assert_true (g_str_has_prefix (error->message, "“Fähren im Hafen”: "));
  g_clear_error (&error);
  g_assert_false (ent_language_check (welsh, &error));
  g_assert_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_LANGUAGE);
  g_assert_nonnull (strstr (error->message, "not in English"));
  g_clear_error (&error);
  g_assert_true (ent_language_check (empty, &error));
  g_assert_no_error (error);
}

/* A megabyte of anything is soon looked through. */
static void
test_hostile (void)
{
  static const char *const bits[] = { "de ", "De ", "x", "é", "é ", "\u0301", "漢", "ﷺ", "𐍈", "—", "1 " };
  clock_t start = clock ();

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 1 << 20)
        g_string_append (text, bits[i]);
      find_other (text->str);
    }
  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
}

/* ── English of others, where it lies beside the checkout ───────────────────────────────────────────────────────── */

static char *shared;

#define MIN_SENTENCE_WORDS 4

/* As many as say something. */
static gboolean
has_words (const char *text)
{
  guint n_words = 0;

  for (const char *at = text; *at != '\0'; at += strspn (at, " "))
    {
      n_words++;
      at += strcspn (at, " ");
    }
  return n_words >= MIN_SENTENCE_WORDS;
}

static void
count_refused (const char *name, const char *prefix, guint *n_read, guint *n_refused)
{
  g_autofree char   *path = g_build_filename (shared, name, NULL);
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     lines = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = g_str_has_prefix (lines[i], prefix) ? lines[i] + strlen (prefix) : "";
      const char *code;

      /* A sentence may have its two parties in brackets, and again in columns behind it. */
      lines[i][strcspn (lines[i], "\t")] = '\0';
      g_strdelimit (lines[i], "[]", ' ');

      if (!has_words (text))
        continue;
      (*n_read)++;
      code = find_other (text);
      if (code != NULL)
        g_test_message ("%s: %s: %s", name, code, text), (*n_refused)++;
    }
}

static void
test_shared (void)
{
  guint n_read = 0, n_refused = 0;

  count_refused ("corpora/ud/ewt-dev.conllu", "# text = ", &n_read, &n_refused);
  count_refused ("corpora/ud/gum-dev.conllu", "# text = ", &n_read, &n_refused);
  count_refused ("corpora/dse/valid.txt", "", &n_read, &n_refused);
  g_test_message ("%u sentences, %u refused", n_read, n_refused);
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_refused, ==, 0);
}

static void
test_absent (void)
{
  g_test_skip ("there are no ../shared/corpora beside the checkout");
}

int
main (int argc, char *argv[])
{
  g_autofree char *corpora = NULL;

  g_test_init (&argc, &argv, NULL);
  shared = g_strdup (g_getenv ("ENTENTE_SHARED") != NULL ? g_getenv ("ENTENTE_SHARED") : "");
  corpora = g_build_filename (shared, "corpora", "ud", NULL);
  g_test_add_func ("/article/language/others", test_others);
  g_test_add_func ("/article/language/untabled", test_untabled);
  g_test_add_func ("/article/language/english", test_english);
  g_test_add_func ("/article/language/decomposed", test_decomposed);
  g_test_add_func ("/article/language/furniture", test_furniture);
  g_test_add_func ("/article/language/names", test_names);
  g_test_add_func ("/article/language/error", test_error);
  g_test_add_func ("/article/language/hostile", test_hostile);
  g_test_add_func ("/article/language/shared", g_file_test (corpora, G_FILE_TEST_IS_DIR) ? test_shared : test_absent);
  return g_test_run ();
}
