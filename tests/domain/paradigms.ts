/** Paradigms of words of the field, made from their principal parts by the declensions of school grammars. */

/** Lemma → all its forms. */
export type Paradigms = Record<string, readonly string[]>;

const declined = (stems: string, endings: string): Paradigms =>
  Object.fromEntries(
    stems.split(' ').map((pair) => {
      // "bēgl/bēgļ": the second stem stands before the endings marked with +.
      const [hard = '', soft = hard] = pair.split('/');
      const forms = endings.split(' ').map((ending) => (ending.startsWith('+') ? soft + ending.slice(1) : hard + ending));
      return [forms[0]!, forms];
    }),
  );

const latvianAdjective = 's a am u ā i iem us os as ai ām ās ais ie ajam ajā ajiem ajos ajai ajām ajās';
export const latvian: Paradigms = {
  ...declined(
    'darb kurs centr mentor projekt migrant student koordinator uzņēmum līgum pabalst iedzīvotāj skolotāj tulk psiholog ārst bērn darbiniek tirg konkurs vizīt',
    's a am u ā i iem us os',
  ),
  ...declined('bēgl/bēgļ dzīvokl/dzīvokļ mājokl/mājokļ jauniet/jaunieš latviet/latvieš', 'is +a im i ī +i +u +iem +us +os'),
  ...declined(
    'valod skol pašvaldīb bibliotēk palīdzīb biedrīb programm izglītīb nodarbinātīb veselīb integrācij stratēģij sadarbīb atziņ apmācīb diskriminācij',
    'a as ai u ā ām ās',
  ),
  ...declined('ģimen sieviet konferenc prasm', 'e es ei i ē ēm ēs'),
  ...declined('izmitināšan uzņemšan iesaistīšan tulkošan atzīšan novērtēšan konsultēšan iekļaušan', 'a as ai u ā ām ās'),
  ...declined('sociāl jaun brīv vesel juridisk psiholoģisk profesionāl', latvianAdjective),
};

const lithuanianAdjective = 'is io iam į iu iame iai ių iems ius iais iuose ė ės ei ę e ėje ėms es ėmis ėse';
export const lithuanian: Paradigms = {
  ...declined('darb kurs centr projekt migrant student būst vaik tinkl darbinink mokytoj gyventoj darbuotoj psicholog', 'as o ui ą u ai ų ams us ais uose'),
  ...declined('pabėgėl jaunuol', 'is io iui į iu yje iai ių iams ius iais iuose'),
  ...declined('kalb mokykl bibliotek pagalb šeim sveikat integracij strategij asociacij diskriminacij organizacij', 'a os ai ą oje ų oms as omis ose'),
  ...declined('savivaldyb bendruomen galimyb įmon pilietyb tarnyb', 'ė ės ei ę ėje ių ėms es ėmis ėse'),
  ...declined(
    'apgyvendinim priėmim įtraukim vertim pripažinim vertinim konsultavim mokym užimtum bendradarbiavim įdarbinim',
    'as o ui ą u e ai ų ams us ais uose',
  ),
  ...declined('socialin profesin kultūrin teisin psichologin', lithuanianAdjective),
};

/** From nominative, genitive, partitive, and the genitive and partitive of the plural, which tell all other forms. */
const inflected = (words: string): Paradigms =>
  Object.fromEntries(
    words.split('\n').map((line) => {
      const [nominative = '', genitive = '', partitive = '', plural = '', partitives = ''] = line.trim().split(' ');
      const cases = (stem: string, endings: string) => endings.split(' ').map((ending) => stem + ending);
      return [
        nominative,
        [
          nominative,
          genitive,
          partitive,
          plural,
          partitives,
          ...cases(genitive, 'sse s st le l lt ks ni na ta ga d'),
          ...cases(plural, 'sse s st le l lt ks ni na ta ga'),
        ],
      ];
    }),
  );
export const estonian: Paradigms = inflected(
  `keel keele keelt keelte keeli
kool kooli kooli koolide koole
raamatukogu raamatukogu raamatukogu raamatukogude raamatukogusid
omavalitsus omavalitsuse omavalitsust omavalitsuste omavalitsusi
teenus teenuse teenust teenuste teenuseid
haridus hariduse haridust hariduste haridusi
ettevõtlus ettevõtluse ettevõtlust ettevõtluste ettevõtlusi
pagulane pagulase pagulast pagulaste pagulasi
põgenik põgeniku põgenikku põgenike põgenikke
vabatahtlik vabatahtliku vabatahtlikku vabatahtlike vabatahtlikke
tööandja tööandja tööandjat tööandjate tööandjaid
õpetaja õpetaja õpetajat õpetajate õpetajaid
elanik elaniku elanikku elanike elanikke
ametnik ametniku ametnikku ametnike ametnikke
sisserändaja sisserändaja sisserändajat sisserändajate sisserändajaid
välismaalane välismaalase välismaalast välismaalaste välismaalasi
üliõpilane üliõpilase üliõpilast üliõpilaste üliõpilasi
õpilane õpilase õpilast õpilaste õpilasi
perekond perekonna perekonda perekondade perekondi
kogukond kogukonna kogukonda kogukondade kogukondi
naine naise naist naiste naisi
linn linna linna linnade linnu
vald valla valda valdade valdu
riik riigi riiki riikide riike
mentor mentori mentorit mentorite mentoreid
projekt projekti projekti projektide projekte
programm programmi programmi programmide programme
kursus kursuse kursust kursuste kursusi
koolitus koolituse koolitust koolituste koolitusi
nõustamine nõustamise nõustamist nõustamiste nõustamisi
lõimumine lõimumise lõimumist lõimumiste lõimumisi
kohanemine kohanemise kohanemist kohanemiste kohanemisi
hindamine hindamise hindamist hindamiste hindamisi
tunnustamine tunnustamise tunnustamist tunnustamiste tunnustamisi
kaasamine kaasamise kaasamist kaasamiste kaasamisi
vastuvõtt vastuvõtu vastuvõttu vastuvõttude vastuvõtte
koostöö koostöö koostööd koostööde koostöid
tervis tervise tervist terviste terviseid
toetus toetuse toetust toetuste toetusi
konverents konverentsi konverentsi konverentside konverentse
sotsiaalne sotsiaalse sotsiaalset sotsiaalsete sotsiaalseid
kohalik kohaliku kohalikku kohalike kohalikke`,
);

export const english: Paradigms = Object.fromEntries(
  `volunteer volunteers volunteering volunteered
mentor mentors mentoring mentored mentorship
library libraries librarian librarians
municipality municipalities
family families
community communities
school schools schooling
house houses housing housed
employer employers
refugee refugees
child children
course courses
conference conferences
language languages
skill skills skilled
recognise recognises recognised recognising
settle settles settled settling settlement settlements
integrate integrates integrated integrating
involve involves involved involving involvement
train trains trained training trainings
support supports supported supporting
teach teaches teaching
learn learns learned learning
evaluate evaluates evaluated evaluating
register registers registered registering
interpret interprets interpreted interpreting
host hosts hosted hosting
visit visits visited visiting
neighbour neighbours neighbouring
parent parents parenting
partner partners partnered partnering partnership partnerships
citizen citizens citizenship
worker workers
city cities
country countries
policy policies
strategy strategies
agency agencies
match matches matched matching
plan plans planned planning`
    .split('\n')
    .map((line) => line.split(' '))
    .map((forms) => [forms[0]!, forms]),
);
