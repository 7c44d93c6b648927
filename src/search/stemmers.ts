/**
 * Light stemmers on folded words (no case, no diacritics): they cut the endings of nouns, adjectives and verbal nouns and
 * undo the sound changes that survive folding. What they leave need not be a word; it has to be the same for all forms.
 */

/** Cuts the longest of its endings that leaves at least `least` letters, of which the last is as `after` says. */
interface Cut {
  least: number;
  endings: readonly string[];
  after?: RegExp;
}
/** Leads stems that alternate within a paradigm back to one of them: pattern, and what stands for it. */
type Alike = readonly [pattern: RegExp, common: string];
type Stemmer = readonly (Cut | Alike)[];

/** Endings as a list, the longest first. */
const words = (text: string) => text.split(' ').sort((a, b) => b.length - a.length);

/** Endings of both genders and both definitenesses, after K. Kreslins, "A stemming algorithm for Latvian" (1996), as in Lucene's LatvianStemmer. */
const latvian: Stemmer = [
  { least: 3, endings: words('ajiem ajai ajam ajos ajas aja iem ais ai ei am em im um us as es os ij is ie at et it ot u a i e o s') },
  [/([bmpv])j$/, '$1'],
  // jaunietis, jaunieša; in short words s and t are told apart (viesis, vieta).
  [/(?<=\w{3})ies$/, 'iet'],
  // Verbal nouns and agents with their verb: izmitināšana, izmitināt; iedzīvotājs.
  { least: 4, endings: words('asan esan isan osan san ataj etaj itaj otaj at et it ot') },
];

/** Case endings of nouns and adjectives, simple, pronominal and reflexive, as in Snowball's Lithuanian stemmer (D. Jocas, 2015). */
const lithuanian: Stemmer = [
  // Agents (mokytojo) end as definite adjectives do (jaunojo), after a t.
  { least: 3, endings: words('ojo oje oja oji osios ojoje ojas ojus ojai ojui ojams ojais ojuose oju oj'), after: /[^t]/ },
  {
    least: 3,
    endings: words(
      'iesiems aisiais iuosiuose uosiuose iuosius uosius osiomis osioms osiose iausias iems iams ioms emis imis umis omis iose iuose uose yse ese ose ieji iuju uju ajam ajame iajam iojo iuoju uoju aji iaji asis ysis ioje eje yje uje iame ame iais ais iai ius ias ies ios iui iu iam iomis ams oms ems ims ums amas us as is es ys os ai ui ei am iam om em ia ie io is im ti tis oje u a e i y o s',
    ),
  },
  // Before a soft ending t and d become č and dž.
  [/dz$/, 'd'],
  [/(?<=\w{3})c$/, 't'],
  { least: 4, endings: words('imosi ymosi imasi ymasi imusi ymusi imuisi ymuisi im ym yst yt in') },
];

/**
 * Case and plural endings, theme vowel, then the suffixes -us, -ne/-se and -mine, as the steps of Snowball's Estonian stemmer
 * (L. Freienthal, 2020); at the end grades of consonants are made one.
 */
const estonian: Stemmer = [
  // Nouns in -us, before the inessive in -s is looked for: teenus, teenuse, teenustele.
  [/(?<=\w{3})us(?:t|i|t?e(?:sse|st?|lt?|le|ks|ni|na|ta|ga|d|id)?)?$/, 'u'],
  // Cases stand after the vowel of the genitive.
  { least: 4, endings: words('sse s st le l lt ks ni na ta ga'), after: /[aeiou]/ },
  { least: 3, endings: words('sid id de') },
  // Not the te of ettevõte, ettevõtte.
  { least: 3, endings: ['te'], after: /[^oudt]/ },
  { least: 4, endings: words('d t'), after: /[aeiou]/ },
  { least: 3, endings: words('a e i u') },
  { least: 4, endings: words('amin amis am umin umis um emin emis em an as us is n s') },
  // perekond, perekonna; vald, valla; keelt; riik, riigi; võtt, võtu; koostöö, koostöid.
  [/(?<=[^aeiou])[dt]$/, ''],
  [/([b-df-hj-np-tv-z])\1$/, '$1'],
  [/g$/, 'k'],
  [/b$/, 'p'],
  [/d$/, 't'],
  [/oo$/, 'o'],
];

/** The S-stemmer of D. Harman, "How effective is suffixing?" (1991), and the endings of verbal nouns and agents. */
const english: Stemmer = [
  { least: 3, endings: words('ies es s') },
  { least: 4, endings: words('ings ing ed ment ship ian') },
  { least: 3, endings: words('e y i') },
  [/([bdglmnprt])\1$/, '$1'],
  [/(?<=\w{3})e$/, ''],
];

/** Definite and plural endings of Swedish, Danish and Norwegian nouns, as in the first step of Snowball's stemmers for them. */
const scandinavian: Stemmer = [{ least: 4, endings: words('arnas ernas ornas arna erna orna ernes erne ene enes ens ets ers ars or ar er en et es as a e s') }];

/** Case endings of Finnish, as in the light stemmer of J. Savoy (2006). */
const finnish: Stemmer = [
  { least: 4, endings: words('issa ista ille illa ilta iden ien itten ssa sta lle lla lta ksi tta in en an on un n t ja ia a') },
  { least: 4, endings: words('a e i o u') },
];

/** Case and definite endings of Icelandic nouns. */
const icelandic: Stemmer = [{ least: 4, endings: words('anna unum inum inni ina inn ins um ar ir ur na a i u s') }];

const stemmers: Record<string, Stemmer> = {
  lv: latvian,
  lt: lithuanian,
  et: estonian,
  en: english,
  sv: scandinavian,
  da: scandinavian,
  nb: scandinavian,
  fi: finnish,
  is: icelandic,
};

const isCut = (step: Cut | Alike): step is Cut => 'endings' in step;

/** The stem of a folded word in `lang` (BCP 47); words of languages without a stemmer and words with digits stay as they are. */
export const stem = (word: string, lang: string): string => {
  const stemmer = stemmers[lang];
  if (!stemmer || /\d/.test(word)) return word;
  let stemmed = word;
  for (const step of stemmer) {
    if (!isCut(step)) {
      stemmed = stemmed.replace(...(step as [RegExp, string]));
      continue;
    }
    const { least, endings, after } = step;
    const fits = (ending: string) => {
      const rest = stemmed.length - ending.length;
      return rest >= least && stemmed.endsWith(ending) && (!after || after.test(stemmed[rest - 1]!));
    };
    const ending = endings.find(fits);
    if (ending) stemmed = stemmed.slice(0, -ending.length);
  }
  return stemmed;
};
