# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up sentences that state one relation each, after PLOVER's codebook: the rare types have too few examples in annotated text.

A pattern has one {p} and one {q}; [a|b] chooses; {word} draws from FILL. Nothing here is taken from any corpus."""
import random
import re

from corpora import KINDS, TYPES, Document, Mention, Relation, Sentence
from pieces import tokenise

FILL = {
    "aid": "aid|military aid|economic aid|food aid|humanitarian assistance|medical supplies|development assistance|a loan of $200 million|weapons|"
           "ammunition|emergency relief|financial support|grain|fuel|vaccines|training for pilots|a $40 million grant",
    "issue": "the border dispute|trade|security|the ceasefire|migration|energy prices|the nuclear programme|fishing rights|the water treaty|terrorism|"
             "the election|human rights|the hostages|the pipeline|defence|the peace plan|climate change|the budget",
    "crime": "corruption|war crimes|espionage|fraud|treason|torture|genocide|human rights abuses|money laundering|supporting terrorists|"
             "violating the ceasefire|meddling in its elections|lying|breaking international law|abusing prisoners|arming the rebels|tax evasion|bribery",
    "force": "air strikes|military force|an invasion|missile attacks|retaliation|war|violence|a ground offensive",
    "penalty": "sanctions|tariffs|a boycott|an embargo|a ban|visa bans|legal action|expulsion|a blockade",
    "reform": "political reform|a new constitution|free elections|higher wages|the minister's resignation|democracy|equal rights|the release of prisoners|"
              "a change of policy|lower fuel prices|independence|better working conditions",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday", "n": "12|30|two|three|dozens of|200|1,500|several|hundreds of|45",
    "city": "the capital|Eastport|Geneva|Vienna|Cairo|Lusaka|New York|Madrid|Bogota|Hanoi|Ankara|the port|the border town",
    "deal": "a peace agreement|a trade deal|a treaty|a memorandum of understanding|an accord on fishing|a defence pact|a contract|an agreement on visas",
    "people": "prisoners|hostages|detainees|sailors|journalists|soldiers|activists|prisoners of war|fishermen|opposition figures",
    "place": "the disputed region|the border|the capital|the islands|the north of the country|the valley|the occupied territory|the strait|the enclave"}

PATTERNS = {
    "agree": """{p} [agreed to|has agreed to|promised to|pledged to|is willing to|said it was ready to|offered to|announced plans to|intends to|will] cooperate with {q} on {issue}
{p} [agreed|has agreed|promised|offered|is prepared|vowed|pledged] to [provide|send|give|grant] {aid} to {q}
{p} [offered|agreed|promised|is ready|plans] to send [peacekeepers|troops|experts|observers] to help {q}
{p} [agreed|is willing|said it was ready|has promised|offered] to [meet|hold talks with|negotiate with] {q}
{p} [agreed|offered|promised|pledged|is willing] to withdraw its [troops|forces] from {q}
{p} [agreed|promised|offered|will agree] to [lift|ease] [sanctions|the embargo|restrictions] on {q}
{p} [agreed|promised|announced they would agree|offered|is willing] to [return|hand over] {n} {people} to {q}
{p} [accepted|has accepted|agreed to|welcomed] [an offer from|a proposal by|the invitation of] {q} to [mediate|discuss {issue}|settle the dispute]
{p} and {q} [agreed|have agreed|decided] [to settle their dispute|on a new free-trade pact|to share information on missing people|to resume talks|to work together on {issue}]
{p} [offered|is willing|has offered] to mediate [between the rivals in|in the conflict in|in] {q}
{p} [expressed readiness|voiced its intention|declared its intention] to [work with|strengthen ties with|expand cooperation with] {q}
{p} [will|plans to|is set to|is to] [visit|host|receive] {q} [next week|next month|for talks on {issue}]
{p} [promised|vowed|agreed] [reforms|new elections|to carry out reforms] to satisfy {q}
{p} plans to [ease|relax] [rules|restrictions] for {q}""",
    "consult": """{p} [met|has met|met with|will meet|is meeting] {q} [in {city}|to discuss {issue}|on {day}|for talks on {issue}]
{p} [held|has held|is holding|resumed|began] [talks|discussions|negotiations|a meeting|consultations] with {q} [on {issue}|about {issue}|in {city}]
{p} [discussed|has discussed] {issue} with {q} [by telephone|over the phone|in a phone call|in {city}]
{p} [visited|travelled to|arrived in|paid a visit to|is on a visit to|flew to] {q} [for talks|on {day}|to discuss {issue}]
{p} [hosted|received|welcomed] {q} [at the presidential palace|in {city}|for talks on {issue}]
{p} and {q} [met|held talks|conferred|spoke by phone|discussed {issue}|negotiated] [in {city}|on {day}|over {issue}]
{p} [called|telephoned|phoned|briefed|consulted|spoke with|spoke to] {q} [on {day}|about {issue}]
{p} [mediated|brokered talks|is mediating] between the parties in {q}
Talks between {p} and {q} [on {issue}|opened in {city}|ended on {day}|resumed]
A [meeting|summit|phone call|conversation] between {p} and {q} [took place in {city}|dealt with {issue}|lasted two hours]""",
    "support": """{p} [praised|hailed|applauded|commended|lauded|has praised] {q} for [its role in the peace process|progress on {issue}|their courage]
{p} [endorsed|backs|supported|has endorsed|backed|defended|stood by|threw its weight behind] {q}
{p} [expressed support for|voiced support for|reaffirmed its support for|declared solidarity with|stands with|rallied behind] {q} [over {issue}|]
{p} [recognised|recognized|formally recognised|granted diplomatic recognition to] {q} [as an independent state|as the legitimate government|]
{p} [apologised|apologized|has apologised] to {q} for [the incident|its role in the war|the delay|past abuses]
{p} [forgave|pardoned|forgave the debts of] {q}
{p} [signed|has signed|ratified|concluded|initialled] {deal} with {q}
{p} and {q} [signed|have signed|reached|concluded|sealed] {deal}
{p} [voted for|campaigned for|rallied support for|lobbied for|spoke in favour of] {q}
{p} [congratulated|thanked|welcomed the election of|paid tribute to] {q}
{p} [established|restored|upgraded|opened] diplomatic relations with {q}
{p} [defended|justified] the [policy|decision|conduct] of {q}""",
    "concede": """{p} [gave in to|yielded to|bowed to|accepted|has accepted|met|acceded to] the [demands|key demands|conditions] of {q}
{p} [accepted|granted|approved] [demands by|the demands of|calls from] {q} for {reform}
{p} [resigned|stepped down|quit] [under pressure from|after demands by|after protests by] {q}
{p} [eased|relaxed|lifted] [restrictions on|the ban on|curbs on|press censorship imposed on] {q}
{p} [legalised|legalized|allowed|permitted] [the party of|demonstrations by|rallies by] {q}
{p} [dropped|backed down from|abandoned] its [plan|demand|bill|reform] after [pressure from|objections by|protests by] {q}
{p} [dismissed|replaced|sacked] the [minister|police chief|governor] as demanded by {q}
{p} [conceded|admitted] defeat to {q}
{p} [dropped|withdrew] [charges against|its lawsuit against|the complaint against|its objections to] {q}
{p} [pardoned|granted amnesty to|gave amnesty to|restored the rights of] {q}
{p} [gave up|relinquished|surrendered] its [seat|post|claim] to {q}
{p} will [allow|let] {q} [to take part in the election|to march|to form a party]""",
    "cooperate": """{p} and {q} [launched|held|staged|conducted|began|carried out] [joint military exercises|a joint naval drill|war games|joint patrols|a joint operation]
{p} [shared|is sharing|exchanged] [intelligence|information|data|technology] with {q}
{p} [worked|works|is working|has worked] [together with|closely with|alongside] {q} on {issue}
{p} [trades with|exports oil to|sells gas to|buys oil from|does business with|invests in] {q}
{p} [extradited|handed over] a suspect to {q}
{p} and {q} [cooperate on|have teamed up on|joined forces on|formed an alliance on|are partners in] {issue}
{p} [helped|assisted] police in {q} [in their investigation|to trace the suspects]
{p} [joined|took part in] [the coalition led by|exercises organised by|a joint venture with] {q}
{p} [sold|delivered|supplied] [aircraft|gas|equipment|grain] to {q} under [a contract|their trade deal]
The [partnership|alliance|cooperation|trade|joint exercise] between {p} and {q} [continues|has grown|began in {city}]
{p} [trained|developed a course for|runs a training programme for] [officers of|soldiers of|] {q}
{p} [ran|staged|held] [manoeuvres|maneuvers|drills] with {q} near {place}""",
    "aid": """{p} [provided|gave|sent|delivered|supplied|donated|granted|is providing|has sent|is sending] {aid} to {q}
{p} [sent|deployed|is sending|has sent] [peacekeepers|a peacekeeping force|doctors|rescue teams|aid workers] to {q} [as part of a UN mission|after the floods|to help after the earthquake|]
{p} [granted asylum to|gave shelter to|sheltered|took in|offered refuge to] {q}
{p} [protected|guarded|escorted|evacuated|rescued] {q}
{p} [provided|supplied|gave] {q} with {aid}
{p} [lent|gave|transferred|paid|donated|approved] [$20 million|€45m|a loan of $3 billion|funds] [to|for|in support of] {q}
{q} [received|got|has received] {aid} from {p}
{p} [helps|funds|finances|armed|trained|equips|bankrolls] {q}
{p} [airlifted|shipped|dropped|distributed] [food|tents|medicine|supplies] to {q}
{aid} from {p} [arrived in|reached|is helping] {q}""",
    "retreat": """{p} [released|freed|has released|set free] {n} {people} [of|from|belonging to] {q}
{p} [released|freed|set free|has freed] {q} [from prison|from jail|after two years|on bail|]
{p} [returned|handed back|gave back] [the bodies of soldiers|stolen art|seized ships|the territory|property] to {q}
{p} [lifted|eased|ended|suspended|has lifted] [sanctions|the embargo|the boycott|the blockade|tariffs] [on|against] {q}
{p} [lifted|eased|ended|relaxed] [the curfew|the state of emergency|martial law|the travel ban|the lockdown] in {q}
{p} [allowed|let|admitted|gave access to] [inspectors from|observers from|aid convoys of|] {q} [into {place}|to deliver aid|to visit the sites|]
{p} [withdrew|pulled out|pulled back|is withdrawing|began withdrawing] its [troops|forces|soldiers|tanks] from {q}
{p} [declared|announced|agreed] a [ceasefire|truce|halt to the fighting] [with|against] {q}
{p} [surrendered|retreated|laid down its arms|laid down their weapons] [to|before] {q}
{p} and {q} [declared a ceasefire|agreed a truce|ended hostilities|exchanged prisoners]
{p} [stopped|halted|suspended|ended] [attacks on|the bombing of|operations against|the siege of] {q}
{p} [retreated from|left|abandoned positions in|evacuated its bases in] {q}""",
    "align": """{p} [seeks|wants|hopes|applied|aspires] to join {q}
{p} [turned towards|moved closer to|leans towards|aligned itself with|sided with|has drifted towards] {q}
{p} [applied for membership of|wants membership in|sees its future in|seeks closer ties with] {q}""",
    "request": """{p} [asked|has asked|urged|called on|appealed to|demanded that|pressed|implored|begged] {q} [to provide {aid}|to send {aid}|to cooperate on {issue}|to stop the fighting|to release the {people}|to hold talks on {issue}|to lift the sanctions|to carry out {reform}]
{p} [demanded|called for|requested|wants|seeks|asked for] {aid} from {q}
{p} [demanded|called for|insisted on] {reform} [from|in] {q}
{p} [called for|demanded|urged|requested] [a meeting with|talks with|negotiations with|an urgent meeting of] {q}
{p} [demanded|called for] the [resignation|release|withdrawal|extradition] of {q}
{p} said that {q} must [do more on {issue}|withdraw its troops|respect human rights|hold elections|mediate|stop the attacks]
{p} [urged|asked|called on] the [parties|sides|rivals] in {q} to [talk|end the violence|accept mediation]
{p} [wrote to|petitioned|turned to] {q} [for help|for {aid}|asking for mediation]
{p} told {q} to [leave|stop|act on {issue}|return the {people}]
{q} [should|must|needs to] [act on {issue}|end the war|ease restrictions] , {p} said
{p} [put pressure on|pressured|lobbied] {q} to [change its policy|agree to {deal}]
An [appeal|request|demand|plea] by {p} to {q} for {aid}""",
    "accuse": """{p} [accused|has accused|blamed|is accusing] {q} of {crime}
{p} [criticised|criticized|condemned|denounced|slammed|attacked|blasted|has condemned] {q} [over {issue}|for {crime}|]
{p} [sued|is suing|filed a lawsuit against|filed a complaint against|brought charges against|indicted] {q} [over {issue}|for {crime}|]
{p} [launched|opened|began|has opened|started] an [investigation|inquiry] into {q} [over {crime}|]
{p} [is investigating|investigated|probes|will investigate|questioned] {q} [over {crime}|for {crime}|]
{p} [found|convicted] {q} [guilty of|of] {crime}
{p} [charged|prosecuted] {q} with {crime}
{p} [convicted|sentenced|fined] {q} [to pay a fine of $3 million|to five years in prison|] for {crime}
{p} [complained about|lodged a protest with|complained to the UN about|voiced anger at|expressed concern about] {q}
{p} said {q} [was guilty of {crime}|was responsible for the crisis|had failed its people|was behind the attack]
{p} [rallied|mobilised] [opposition|public opinion] against {q}
{p} [called|described] {q} [a dictator|a liar|as corrupt|a threat to democracy|irresponsible]
{q} was [accused|blamed|denounced|criticised|condemned] by {p} [for {crime}|]
[Accusations|Criticism|A lawsuit|Allegations] by {p} against {q}""",
    "reject": """{p} [rejected|has rejected|dismissed|refused|turned down|spurned] [a proposal by|demands by|an offer from|a request from|the appeal of|criticism from|the claims of] {q}
{p} [refused|declined|has refused] to [meet|negotiate with|cooperate with|recognise|talk to|support|help] {q}
{p} [refused|declined|will refuse] to [release {people} to|provide {aid} to|lift the sanctions on|ease restrictions on|withdraw from|hand over the suspects to] {q}
{p} [vetoed|blocked|voted against|opposed|opposes|objected to] [a resolution on|the bid of|the plan of|the membership of|] {q}
{p} [defied|ignored|disobeyed|flouted] [orders from|a ruling by|the demands of|the law of] {q}
{p} will not [lift the ban on|negotiate with|accept the terms of|give in to|meet|end the strike against] {q}
{p} [ruled out|rejected] [talks with|negotiations with|concessions to|a deal with|mediation by] {q}
{p} [denied|dismissed] [accusations by|charges by] {q}
{p} [refused|denied] {q} [entry|access to {place}|permission to land|a visa]
{p} [broke ranks with|disagreed with|disagrees with|is at odds with|resists] {q} over {issue}
[Tension|Tensions|A dispute|A standoff|A row] between {p} and {q} over {issue}
{p} [upheld|confirmed] the [sentence|conviction] of {q} and threw out the appeal""",
    "threaten": """{p} [threatened|has threatened|is threatening] {q} with {force}
{p} [threatened|has threatened|warned it would] to [attack|bomb|invade|strike|retaliate against|punish|destroy|close its borders with] {q}
{p} [threatened|is threatening|warned of] {penalty} against {q}
{p} [warned|has warned] {q} [of serious consequences|that it would face {force}|that it will respond with {force}|not to cross the border|that it would expel its diplomats]
{p} [issued|gave|delivered|has issued] an ultimatum to {q}
{p} [vowed|swore] to [avenge|destroy|crush|take revenge on] {q}
{p} [threatened|threatens] to [cut off {aid} to|stop {aid} to|break off talks with|sever ties with|withdraw from talks with|impose {penalty} on|go on strike against] {q}
{p} [said it would|may] [respond with {force} against|use {force} against] {q} if [provoked|it did not withdraw]
{q} was [threatened|warned] by {p} [with {penalty}|with {force}|]
{p} set a deadline for {q} to [withdraw|comply|surrender] or face {force}""",
    "protest": """{p} [protested|demonstrated|rallied|marched|took to the streets|have protested] against {q} [to demand {reform}|in {city}|]
{p} [staged|held|organised|began] a [protest|demonstration|sit-in|rally|march|hunger strike|strike|general strike] [against|to protest against] {q}
{p} [went on strike|are on hunger strike|walked out] [to protest|against|over the policy of] {q}
{p} [boycotted|are boycotting|has boycotted] {q} [over {issue}|]
{p} [blocked|blockaded|occupied] [roads|the entrance of|the building of|offices of] {q} [demanding {reform}|in protest|]
{p} [clashed with police|rioted|set cars on fire|threw stones] in a protest against {q}
[Thousands of people|Crowds|{n} protesters] joined {p} in a [demonstration|march] against {q}
{p} demanding {reform} [rallied outside|gathered in front of|marched on] {q}
A [strike|hunger strike|protest|rally|sit-in] by {p} [against|at the offices of] {q}
{p} burned flags of {q} in a [demonstration|rally]
{p} [protested|demonstrated|marched|held a vigil|have taken to the streets] in {q} [to demand {reform}|calling for {reform}]""",
    "sanction": """{p} [imposed|has imposed|slapped|announced|extended|tightened] [sanctions|economic sanctions|an embargo|tariffs|visa bans|an arms embargo] [on|against] {q}
{p} [broke off|cut|severed|suspended|downgraded|has cut] [diplomatic relations|ties|relations|diplomatic ties] with {q}
{p} [suspended|cut|halted|stopped|froze|reduced|cut off|has suspended] {aid} to {q}
{p} [broke off|halted|suspended|walked out of|pulled out of|called off|cancelled] [talks|negotiations|mediation|peace talks] with {q}
{p} [expelled|threw out|kicked out] [diplomats|inspectors|the ambassador|observers|aid agencies|peacekeepers] [of|from] {q}
{p} [recalled|withdrew] its ambassador [from|to] {q}
{p} [closed|shut] its embassy in {q}
{p} [sanctioned|blacklisted|suspended|has sanctioned] {q} [over {issue}|for {crime}|]
{p} [cancelled|canceled|called off|postponed] [a visit to|a summit with|a contract with|exercises with] {q}
{p} [banned imports from|stopped trading with|cut trade with|stopped buying oil from] {q}
{p} [withdrew|pulled] its [observers|inspectors|peacekeepers|aid workers] from {q} in protest
{p} [dismissed|fired|removed|stripped of office|excluded] {q} [over {issue}|for {crime}]""",
    "mobilize": """{p} [mobilised|mobilized|has mobilized|called up|is mobilising] [troops|reservists|its army|forces|police] [against|near|on the border with|to face] {q}
{p} [massed|amassed|deployed|moved|sent|concentrated|reinforced] [troops|tanks|warships|soldiers|missiles] [near|on the border with|off the coast of|close to|along the frontier with] {q}
{p} [put|placed] its [army|forces|troops|police] on [alert|high alert] [against|over|near the border with] {q}
{p} [remained|are|stayed|went] on [alert|high alert|standby] [in|near|along the border with|for fear of] {q}
{p} [stepped up|increased|strengthened] [security|police patrols|its military presence|patrols|its troops] [in|around|near|against] {q}
{p} [deployed|sent in|stationed|dispatched] [{n} police officers|riot police|the army|extra troops|an aircraft carrier] [in|to|around|against] {q}
{p} [test-fired|tested|launched] a missile [near|in the direction of|over] {q}
{p} [prepared|is preparing|gathered its forces|armed itself] for [war|battle|an attack] [with|against|on] {q}
{p} [flew bombers|sailed warships|paraded troops|held live-fire drills] near {q} in a show of force
A [military build-up|troop buildup|show of force|mobilisation] by {p} [near|against] {q}""",
    "coerce": """{p} [arrested|detained|jailed|imprisoned|has arrested|took into custody|rounded up] {q} [for {crime}|on suspicion of {crime}|in {city}|]
{p} [deported|expelled|extradited|evicted] {q} [from the country|]
{p} [banned|outlawed|has banned|barred] {q} [from holding office|from leaving the country|from the election|]
{p} [seized|confiscated|froze|impounded|took over] [the assets of|property of|ships of|the offices of|land belonging to|] {q}
{p} [imposed|declared] [a curfew|martial law|a state of emergency|emergency rule] [in|on] {q}
{p} [restricted|censored|silenced|shut down|closed|blocked] {q}
{p} [blockaded|besieged|imposed a blockade on|sealed off|encircled] {q}
{p} [occupied|annexed|took control of|captured|has occupied] {q}
{p} [raided|searched|stormed the offices of] {q}
{p} [forced|compelled|coerced] {q} to [resign|pay|leave|sign {deal}]
{q} was [arrested|detained|jailed|deported|placed under house arrest] by {p} [for {crime}|]
{p} [dispersed|cracked down on|suppressed] {q}
{p} [restricted|curbed|limited] the [movements|freedom|rights|broadcasts] of {q}
{p} [hacked|launched a cyberattack against|jammed the signals of] {q}""",
    "assault": """{p} [attacked|has attacked|bombed|shelled|struck|raided|hit|fired on|fired rockets at|invaded|ambushed|assaulted] {q} [in {city}|on {day}|near {place}|]
{p} [killed|shot dead|murdered|massacred|wounded|beat|tortured|injured|has killed] {q} [in {city}|on {day}|in an ambush|]
{p} [killed|wounded|injured] {n} [members of|fighters of|soldiers from|people in] {q}
{p} [kidnapped|abducted|took hostage|hijacked a plane of] {q}
{p} [assassinated|tried to assassinate|attempted to kill|poisoned] {q}
{p} [carried out|launched|conducted|claimed] [air strikes|an attack|a suicide bombing|a raid|a rocket attack|an offensive|a drone strike|a car bombing] [on|against] {q}
{p} [fought|battled|clashed with|exchanged fire with|has clashed with|are fighting] {q} [in {city}|near {place}|]
{q} was [killed|attacked|bombed|shot|beaten|tortured|abducted|raped] by {p} [in {city}|]
{p} [used chemical weapons against|dropped bombs on|opened fire on|fired missiles at|burned the homes of|destroyed villages of] {q}
{p} [violated|broke] the ceasefire with an attack on {q}
[Fighting|War|Clashes|A gun battle|Heavy fighting] between {p} and {q} [in {city}|near {place}|continued]
{p} [fired tear gas at|beat|shot at|opened fire at] {q} [during a protest|]
The [killing|murder|bombing|abduction] of {q} by {p}""",
    "distrust": """{p} [fears|distrusts|is wary of|is suspicious of|is afraid of|sees a threat in|regards with suspicion] {q}
{p} [worries about|is concerned about|is alarmed by] the [ambitions|growing power|intentions] of {q}"""}
MUTUAL = re.compile(r"\{p\} and \{q\}|between \{p\}")

LANDS = """Norway Norwegian|Chile Chilean|Iran Iranian|Israel Israeli|Russia Russian|China Chinese|Egypt Egyptian|Turkey Turkish|Ukraine Ukrainian|
Sudan Sudanese|Kenya Kenyan|India Indian|Pakistan Pakistani|France French|Germany German|Britain British|Japan Japanese|Mexico Mexican|Peru Peruvian|
Cuba Cuban|Syria Syrian|Iraq Iraqi|Libya Libyan|Nigeria Nigerian|Ethiopia Ethiopian|Serbia Serbian|Greece Greek|Poland Polish|Spain Spanish|
Brazil Brazilian|Colombia Colombian|Vietnam Vietnamese|Thailand Thai|Nepal Nepalese|Canada Canadian|Australia Australian|Zambia Zambian|
Armenia Armenian|Georgia Georgian|Yemen Yemeni|Lebanon Lebanese|Jordan Jordanian|Indonesia Indonesian|Malaysia Malaysian|Haiti Haitian|
North Korea|South Africa|Saudi Arabia Saudi|the United States American|the US|the European Union|the U.S.|Washington|Moscow|Beijing|Norland Norlandic"""
LANDS = LANDS.replace("\n", "").split("|")
GIVEN = "John Maria Ahmed Chen Olga Ivan Fatima Pedro Anna David Yusuf Hassan Mikhail Rosa Peter Amina Kenji Laura Omar Viktor Elena Joseph Sara Nguyen".split()
FAMILY = """Keller Ivanov Hassan Mbeki Tanaka Silva Petrov Nasser Garcia Okafor Larsen Khan Rossi Novak Haddad Mendes Park Cohen Dubois Schmidt
Abdullah Reyes Costa Banda Yilmaz Kim Smith Johnson Moreau Popescu Santos Lungu Wang Berg Osman""".split()
OFFICES = "President|Prime Minister|Foreign Minister|Defence Minister|opposition leader|Senator|Secretary of State|Interior Minister|army chief|ambassador"
BODIES = """the United Nations|the UN Security Council|NATO|the World Bank|the Red Cross|the African Union|the Taliban|Hezbollah|Hamas|the Democratic Party|
the Supreme Court|Human Rights Watch|the FBI|the Islamic State|Doctors Without Borders|the IMF|the Labour Party|Parliament|Congress|the Senate|OPEC|
the European Commission|the Workers ' Union|Northern Oil|the World Food Programme|the constitutional court|a court in Lusaka|the opposition|the rebels|
the junta|the police|the militants|the protesters|the separatists|the opposition party|the military|the government|the guerrillas|the Church""".replace("\n", "").split("|")
GROUPS = """troops|police|soldiers|protesters|students|workers|farmers|rebels|officials|authorities|lawmakers|refugees|migrants|activists|journalists|
militants|citizens|prisoners|fishermen|teachers|doctors|gunmen|forces|border guards|security forces|warships|negotiators|villagers""".replace("\n", "").split("|")


def land(rng):
    words = rng.choice(LANDS).split()
    adjective = words[-1] if len(words) > 1 and words[-1] not in ("Korea", "Africa", "States", "US", "Union", "U.S.") and words[0] != "the" or words[-1] == "American" else ""
    name = " ".join(words[:-1] if adjective else words)
    return name, adjective


def actor(rng):
    """(text before, the mention, text after, kind): only the mention is marked, as the annotation does, or all of it."""
    name, adjective = land(rng)
    person = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}" if rng.random() < 0.75 else rng.choice(FAMILY)
    office = rng.choice(OFFICES.split("|"))
    form = rng.random()
    if form < 0.27:
        return "", name, "", "country"
    if form < 0.34 and adjective:
        return "", f"{adjective} {rng.choice(GROUPS)}", "", "group"
    if form < 0.4:
        return "", f"the {adjective} {rng.choice(['government', 'army', 'military', 'parliament', 'navy', 'authorities', 'opposition'])}".replace("  ", " "), "", "country"
    if form < 0.58:
        return (f"{adjective} {office} ".lstrip(), person, "", "person") if rng.random() < 0.7 else ("", person, f" , the {office} ,", "person")
    if form < 0.64:
        return "", f"{rng.choice(['thousands of', 'dozens of', 'the', 'some', 'two', 'several', ''])} {rng.choice(GROUPS)}".strip(), f" in {name}" if rng.random() < 0.6 else "", "group"
    if form < 0.7:
        return f"{name} 's ", rng.choice(["army", "parliament", "government", "central bank", "neighbours", "allies", "foreign ministry"]), "", "organisation"
    return "", rng.choice(BODIES), "", "organisation"


BEFORE = ["", "", "", "", "", "On {day} , ", "{city} ( AP ) -- ", "Meanwhile , ", "In a statement , officials said that ", "According to local media , ", "After weeks of talks , ",
          "Earlier this month , ", "The minister said that ", "Reports say that ", "In response , ", "For the first time , ", "It emerged on {day} that "]
AFTER = ["", "", "", "", " , officials said", " on {day}", " , state media reported", " after months of tension", " , according to a statement", " , a spokesman said on {day}",
         " ahead of the summit", " , despite criticism at home", " following the elections", " , sources told reporters", " , who has been in office since 2015", " amid {issue}"]


def expand(text, rng):
    while True:
        new = re.sub(r"\[([^\[\]]*)\]", lambda m: rng.choice(m.group(1).split("|")), text)
        new = re.sub(r"\{(\w{2,}|n)\}", lambda m: rng.choice(FILL[m.group(1)].split("|")), new)
        if new == text:
            return new
        text = new


def sentence(kind, pattern, rng):
    text = expand(rng.choice(BEFORE) + pattern + rng.choice(AFTER), rng)
    marks, kinds, out = {}, {}, ""
    for part in re.split(r"(\{[pq]\})", text):
        if part in ("{p}", "{q}"):
            before, mention, after, what = actor(rng)
            if not out.strip():
                before, mention = (before[:1].upper() + before[1:], mention) if before else (before, mention[:1].upper() + mention[1:])
            start = len(out) + (0 if rng.random() < 0.4 else len(before))
            out += before + mention
            end = len(out)
            out += after
            if rng.random() < 0.3 and not after.endswith(","):
                end = len(out)
            marks[part[1]], kinds[part[1]] = (start, end), what
        else:
            out += part
    out = out[:1].upper() + out[1:] + ("" if rng.random() < 0.1 else " .")
    spans = tokenise(out)
    mentions = []
    for name in sorted(marks, key=lambda n: marks[n]):
        inside = [k for k, (a, b) in enumerate(spans) if a < marks[name][1] and b > marks[name][0]]
        mentions.append((name, Mention(inside[0], inside[-1], 0, KINDS.index(kinds[name]), name)))
    at = {name: k for k, (name, _) in enumerate(mentions)}
    t = [TYPES.index(kind)]
    relations = [Relation(at["p"], at["q"], t)]
    if MUTUAL.search(pattern):
        relations.append(Relation(at["q"], at["p"], t))
    return Sentence([out[a:b] for a, b in spans], mentions=[m for _, m in mentions], coref_only=True, relations=relations)


def read(n, seed):
    rng = random.Random(seed)
    out = []
    kinds = [k for k in PATTERNS for _ in range(1 if k in ("align", "distrust") else 4)]
    for k in range(n):
        kind = kinds[k % len(kinds)]
        out.append(Document(f"drill-{k}", [sentence(kind, rng.choice(PATTERNS[kind].split("\n")), rng)]))
    return out
