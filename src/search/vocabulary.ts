import type { Library } from '../reader/library.ts';
import type { VocabularyName } from '../schema/values.ts';
import { stems } from './normalise.ts';
import { marked } from './words.ts';

/** Labels by language: the stems of a label, joined by spaces → the marks of all that it stands for. */
export interface Labels {
  /** The label tables of every language that has labels. */
  byLang: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The labels as they are written, by language. */
  texts: ReadonlyMap<string, readonly { label: string; mark: string }[]>;
  /** The mark of a term that an entry carries. */
  termMark: (vocabulary: VocabularyName, id: string) => string;
}

/** The vocabularies whose terms entries carry and readers may search for by name. */
const carried: readonly VocabularyName[] = [
  'themes',
  'target-groups',
  'scopes',
  'statuses',
  'methods',
  'prerequisites',
  'funding',
  'audiences',
  'uses',
  'visit-kinds',
  'programmes',
];

/** Every label and alternative label of the concepts and of the terms that entries carry, as the marks that stand for them in the index. */
export const labelsOf = (library: Library): Labels => {
  const byLang = new Map<string, Map<string, string[]>>();
  const texts = new Map<string, { label: string; mark: string }[]>();
  const add = (lang: string, label: string, mark: string) => {
    const key = stems(label, lang).join(' ');
    if (key === '') return;
    const table = byLang.get(lang) ?? new Map<string, string[]>();
    texts.set(lang, [...(texts.get(lang) ?? []), { label, mark }]);
    byLang.set(lang, table.set(key, [...new Set([...(table.get(key) ?? []), mark])]));
  };
  const marks = new Map<string, string>();
  for (const vocabulary of ['concepts', ...carried] as const) {
    for (const { id, label, alt = {} } of library.vocabularies.get(vocabulary)!.facts.terms) {
      const kind = vocabulary === 'concepts' ? 'concept' : vocabulary === 'themes' ? 'theme' : 'term';
      const mark = marked[kind](marks.size);
      marks.set(`${vocabulary}/${id}`, mark);
      for (const [lang, text] of Object.entries<string>(label)) add(lang, text, mark);
      for (const [lang, texts] of Object.entries(alt)) for (const text of texts) add(lang, text, mark);
    }
  }
  return { byLang, texts, termMark: (vocabulary, id) => marks.get(`${vocabulary}/${id}`)! };
};

/** The same labels without the marks that no entry has: a label the browser knows always finds something. */
export const usedLabels = ({ byLang, texts, termMark }: Labels, isUsed: (mark: string) => boolean): Labels => ({
  byLang: new Map(
    [...byLang].map(([lang, table]) => [
      lang,
      new Map([...table].map(([label, marks]) => [label, marks.filter(isUsed)] as const).filter(([, marks]) => marks.length > 0)),
    ]),
  ),
  texts: new Map([...texts].map(([lang, all]) => [lang, all.filter(({ mark }) => isUsed(mark))])),
  termMark,
});
