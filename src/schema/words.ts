import type { Words } from './jsonSchema.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of `lang` for terms and countries, from the vocabularies. */
export const wordsIn = (lang: string, vocabularies: ReadonlyMap<string, { facts: Vocabulary }>): Words => {
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  return {
    term: (vocabulary, id) => {
      const term = vocabularies.get(vocabulary)?.facts.terms.find((candidate) => candidate.id === id);
      return term?.label[lang] ?? term?.label.en ?? id;
    },
    country: (code) => countries.of(code) ?? code,
  };
};
