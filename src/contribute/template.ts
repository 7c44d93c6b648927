import { folders, patterns, schemasOf, type FileKind } from '../schema/collections.ts';
import type { TermIds } from '../schema/values.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { draftOf } from './draft.ts';
import { interviewed, type Question } from './interview.ts';

/** What a template is made from. */
export interface Material {
  terms: TermIds;
  langs: readonly string[];
  sections: Vocabulary;
  /** An entry of each collection, to stand where one must be named. */
  anEntry: (collection: string) => string;
  /** YYYY-MM-DD, to stand where a day must be. */
  day: string;
  /** The words of a language: what to write in a field, and where all fields are explained. */
  say: (key: string) => string;
  first: string;
}

/** What stands in a field until somebody fills it in: valid, and honest about what is not known. */
const sampleFor = ({ field }: Question, { terms, anEntry, day, say }: Material, lang: string): unknown => {
  const { type, path, list, vocabulary, collection, allowed } = field;
  const ids = vocabulary ? terms[vocabulary] : [];
  const name = path.join('.');
  const one = {
    term: ids.includes('unknown') ? 'unknown' : ids[0],
    choice: allowed?.at(-1),
    reference: collection && anEntry(collection),
    country: 'LV',
    language: lang,
    day,
    'date-or-unknown': 'unknown',
    'source-key': 's1',
    address: 'https://example.org/',
    'true-or-false': false,
    text: say(`template.${name}`),
  }[type as string];
  if (one === undefined || one === '') throw new Error(`No sample for the field ${name}, which takes ${type}`);
  return list ? [one] : one;
};

/** What is filled in without asking: the keys of sources, the day, the beginning of every review. */
export const givenFor = (day: string): Record<string, unknown> => ({
  'sources.key': 's1',
  published: day,
  translated: day,
  reviewStatus: 'draft',
});

/** A file of a kind in `lang` that passes the check, to be written over field by field. */
export const templateOf = async (kind: FileKind, lang: string, material: Material): Promise<{ folder: string; filename: string; text: string }> => {
  const { terms, langs, sections, day, first } = material;
  const notes: Record<string, string> = {};
  const facts = await interviewed(
    schemasOf(terms, langs)[kind],
    (question) => {
      const { path, vocabulary, allowed } = question.field;
      const ids = vocabulary ? terms[vocabulary] : allowed;
      if (ids && path.length === 1) notes[path[0]!] = ids.join(', ');
      return Promise.resolve(sampleFor(question, material, lang));
    },
    givenFor(day),
  );
  const filename = patterns[kind].replace('<slug>', `name-of-the-${kind}`).replace('<language>', lang);
  return { folder: `content/${folders[kind][0]}`, filename, text: draftOf(kind, facts, { sections, lang, notes, first }) };
};
