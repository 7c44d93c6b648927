/**
 * Light stemmers on folded words (no case, no diacritics): they cut the endings of nouns, adjectives and verbal nouns and
 * undo the sound changes that survive folding. What they leave need not be a word; it has to be the same for all forms.
 */

interface Stemmer {
  /** Each step cuts the longest of its endings that leaves at least `least` letters. */
  steps: readonly { least: number; endings: readonly string[] }[];
  /** Stems that alternate within a paradigm, led back to one of them: pattern and what stands for it. */
  alike?: readonly (readonly [RegExp, string])[];
}

const words = (text: string) => text.split(' ').sort((a, b) => b.length - a.length);

/** Endings of both genders and both definitenesses, after K. Kreslins, "A stemming algorithm for Latvian" (1996), as in Lucene's LatvianStemmer. */
const latvian: Stemmer = {
  steps: [
    { least: 3, endings: words('ajiem ajai ajam ajos ajas aja iem ais ai ei am em im um us as es os ij is ie at et it ot u a i e o s') },
    // Verbal nouns: izmitināšana → izmitināt.
    { least: 4, endings: words('asan esan isan osan san at et it ot') },
  ],
  alike: [
    [/([bmpv])j$/, '$1'],
    // jaunietis, jaunieša; in short words s and t are told apart (viesis, vieta).
    [/(?<=\w{3})ies$/, 'iet'],
    [/(?<=\w{3})niec$/, 'niek'],
  ],
};

/** Case endings of nouns and adjectives, simple, pronominal and reflexive, as in Snowball's Lithuanian stemmer (D. Jocas, 2015). */
const lithuanian: Stemmer = {
  steps: [
    {
      least: 3,
      endings: words(
        'iesiems aisiais iuosiuose uosiuose iuosius uosius osiomis osioms osiose iausias iems iams ioms emis imis umis omis iose iuose uose yse ese ose ieji iuju uju ajam ajame iajam iojo ojo iuoju uoju oji osios oja ojoje aji iaji asis ysis ioje oje eje yje uje iame ame iais ais iai ius ias ies ios iui iu iam iomis ams oms ems ims ums amas us as is es ys os ai ui ei oj am iam om em ia ie io is im ti tis u a e i y o s',
      ),
    },
    { least: 4, endings: words('imosi ymosi imasi ymasi imusi ymusi imuisi ymuisi im ym yst yt in') },
  ],
  alike: [
    // Before a soft ending t and d become č and dž.
    [/dz$/, 'd'],
    [/(?<=\w{3})c$/, 't'],
  ],
};

/** Plural and case endings, then the theme vowel, as the first and last steps of Snowball's Estonian stemmer (L. Freienthal, 2020). */
const estonian: Stemmer = {
  steps: [
    { least: 3, endings: words('desse tesse dele tele delt telt dest test des tes dega tega deks teks deta teta del tel isse sse sid le lt st ks ga ta ni na de te d t s l') },
    { least: 4, endings: words('mise misi mis mine min lase las lane lan se si ne ik iku ikk ikku') },
    { least: 3, endings: words('a e i u') },
  ],
  alike: [
    // The strong grade of the partitive and the short illative: õppe, õpe; vabatahtlikku, vabatahtliku.
    [/([bdgkpt])\1$/, '$1'],
  ],
};

/** The S-stemmer of D. Harman, "How effective is suffixing?" (1991), and the endings of verbal nouns and agents. */
const english: Stemmer = {
  steps: [
    { least: 3, endings: words('ies es s') },
    { least: 4, endings: words('ings ing ed ment ship ian ly') },
    { least: 3, endings: words('e y i') },
  ],
  alike: [[/([bdglmnprt])\1$/, '$1']],
};

/** Definite and plural endings of Swedish, Danish and Norwegian nouns, as in the first step of Snowball's stemmers for them. */
const scandinavian: Stemmer = {
  steps: [{ least: 4, endings: words('arnas ernas ornas arna erna orna ernes erne ene enes ens ets ers ars or ar er en et es as a e s') }],
};

/** Case endings of Finnish, after J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages" (2006), as in his Finnish stemmer. */
const finnish: Stemmer = {
  steps: [
    { least: 4, endings: words('issa ista ille illa ilta iden ien itten ssa sta lle lla lta ksi tta in en an on un n t ja ia a') },
    { least: 4, endings: words('a e i o u') },
  ],
};

/** Case and definite endings of Icelandic nouns. */
const icelandic: Stemmer = {
  steps: [{ least: 4, endings: words('anna unum inum inni ina inn ins um ar ir ur na a i u s') }],
};

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

/** The stem of a folded word in `lang` (BCP 47); words of languages without a stemmer and words with digits stay as they are. */
export const stem = (word: string, lang: string): string => {
  const stemmer = stemmers[lang];
  if (!stemmer || /\d/.test(word)) return word;
  let stemmed = word;
  for (const { least, endings } of stemmer.steps) {
    const ending = endings.find((candidate) => stemmed.endsWith(candidate) && stemmed.length - candidate.length >= least);
    if (ending) stemmed = stemmed.slice(0, -ending.length);
  }
  for (const [pattern, common] of stemmer.alike ?? []) stemmed = stemmed.replace(pattern, common);
  return stemmed;
};
