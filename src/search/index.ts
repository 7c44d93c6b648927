import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Library } from '../reader/library.ts';
import { compacted, type IndexFile } from './compact.ts';
import { Forms } from './forms.ts';
import { compoundParts, stems, tokens } from './normalise.ts';
import { recordsOf, type SearchRecord } from './records.ts';
import { stem } from './stemmers.ts';
import { spokenOf } from './spoken.ts';
import { suggestionsIn } from './suggestions.ts';
import { labelsOf, usedLabels, type Labels } from './vocabulary.ts';
import { isConcept, marked, rowsInFile, writeWords, type Manifest, type Row } from './words.ts';

/** How much a word counts by where it stands, up to 10. */
const weights = { title: 10, named: 8, summary: 6, carried: 5, text: 2 };
/** A concept counts more the oftener the text speaks of it, ever more slowly. */
const weightOfConcept = (inTitle: boolean, inSummary: boolean, times: number) =>
  Math.min(10, (inTitle ? 5 : 0) + (inSummary ? 3 : 0) + Math.min(5, Math.round(1 + 1.3 * Math.log2(1 + times))));
/** A lesson repeats what practices have shown: where both fit alike, the practice comes first. */
const shareOfLesson = 0.5;
/** How many words a language tells the browser; the rarest of a large base are left out. */
const mostForms = 8000;

/** Words each with the greatest weight it has in the entry. */
class Weighed extends Map<string, number> {
  add(words: Iterable<string>, weight: number) {
    for (const word of words) if ((this.get(word) ?? 0) < weight) this.set(word, weight);
  }
}

const noLabels: ReadonlyMap<string, readonly string[]> = new Map();
const countryName = (code: string, lang: string) => new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
const allNames = ({ names, countries }: SearchRecord, langs: readonly string[]) => [
  ...names,
  ...countries.flatMap((code) => langs.map((lang) => countryName(code, lang))),
];

/** The words of an entry as they stand in the index: its own as stems by language, its names, its concepts and terms. */
const wordsOf = (record: SearchRecord, labels: Labels, langs: readonly string[]): Weighed => {
  const weighed = new Weighed();
  for (const [lang, { title, summary, text }] of record.wordings) {
    const [inTitle, inSummary, inText] = [stems(title, lang), stems(summary, lang), stems(text, lang)];
    const known = new Set([...inTitle, ...inSummary]);
    weighed.add(
      inTitle.map((word) => marked.word(lang, word)),
      weights.title,
    );
    weighed.add(
      inSummary.map((word) => marked.word(lang, word)),
      weights.summary,
    );
    weighed.add(
      inText.filter((word) => !known.has(word)).map((word) => marked.text(lang, word)),
      weights.text,
    );
    const table = labels.byLang.get(lang) ?? noLabels;
    const [ofTitle, ofSummary, ofText] = [spokenOf(inTitle, table), spokenOf(inSummary, table), spokenOf(inText, table)];
    for (const mark of new Set([...ofTitle.keys(), ...ofSummary.keys(), ...ofText.keys()]))
      if (isConcept(mark)) weighed.add([mark], weightOfConcept(ofTitle.has(mark), ofSummary.has(mark), ofText.get(mark) ?? 0));
  }
  // A name is looked for with the endings of the reader's language: Tartus, Tartā.
  const names = allNames(record, langs).flatMap(tokens);
  weighed.add(
    names.flatMap((word) => langs.map((lang) => marked.name(stem(word, lang)))),
    weights.named,
  );
  for (const [vocabulary, ids] of record.terms)
    weighed.add(
      ids.map((id) => labels.termMark(vocabulary, id)),
      weights.carried,
    );
  if (record.path.startsWith('lessons/')) for (const [word, weight] of weighed) weighed.set(word, Math.max(1, Math.round(weight * shareOfLesson)));
  return weighed;
};

/** Adds the parts of compounds, where both are words of titles and summaries, so that a compound is found by them. */
const addCompoundParts = (pages: readonly { record: SearchRecord; weighed: Weighed }[], forms: ReadonlyMap<string, ReadonlyMap<string, string>>) => {
  for (const { record, weighed } of pages)
    for (const [lang, { title, summary }] of record.wordings) {
      const parts = tokens(`${title} ${summary}`).flatMap((word) => compoundParts(word, lang, (part) => forms.get(lang)?.has(part) ?? false) ?? []);
      weighed.add(
        parts.map((part) => marked.word(lang, part)),
        weights.text,
      );
    }
};

/**
 * An entry's words as fields of Pagefind's metadata, one a weight: what stands in a field is found with the field's weight.
 * The commonest words come first: their places in the field are then small and alike, and the index smaller.
 */
const fieldsOf = (weighed: Weighed, frequency: ReadonlyMap<string, number>): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(weighed, ([, weight]) => weight)].map(([weight, words]) => [
      `w${weight}`,
      words
        .map(([word]) => word)
        .sort((a, b) => frequency.get(b)! - frequency.get(a)! || (a < b ? -1 : 1))
        .join(' '),
    ]),
  );

/** What a result row shows to a reader of `lang`. */
const rowFor = (lang: string, { path, lang: original, wordings, row, facets }: SearchRecord): Row => {
  const shown = wordings.has(lang) ? lang : original;
  const { title, summary } = wordings.get(shown)!;
  return {
    path,
    lang: shown,
    title,
    summary,
    ...row,
    kind: facets.kind![0]!,
    ...(facets.country?.length && { country: facets.country }),
    ...(facets.theme && { theme: facets.theme }),
    ...(facets.evidence && { evidence: facets.evidence[0]! }),
  };
};

/** Part of a file's name that changes with what is in it. */
const digestOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 10);

/** The entry that a file of Pagefind's is about, by the path in it. */
const urlIn = (fragment: Uint8Array): string => {
  const { url } = JSON.parse(
    gunzipSync(fragment)
      .toString('utf8')
      .replace(/^pagefind_dcd/, ''),
  ) as { url: string };
  return url;
};

/**
 * In place of Pagefind's files of entries, which hold all their words and every language: what the rows show, by language, for
 * entries in the order of their numbers in the index. The folder's name changes with what lies in it.
 */
const rowFiles = (records: readonly SearchRecord[], langs: readonly string[]): { folder: string; files: IndexFile[] } => {
  const files = langs.flatMap((lang) =>
    Array.from({ length: Math.ceil(records.length / rowsInFile) }, (_, number) => ({
      path: `${lang}/${number}.json`,
      text: JSON.stringify(records.slice(number * rowsInFile, (number + 1) * rowsInFile).map((record) => rowFor(lang, record))),
    })),
  );
  const folder = `rows-${digestOf(files.map(({ text }) => text).join('\n'))}`;
  return { folder, files: files.map(({ path, text }) => ({ path: `${folder}/${path}`, content: new TextEncoder().encode(text) })) };
};

/** Pagefind's own interfaces, which the site does not use, and its worker: the index is small enough to do without. */
const isUnused = (path: string) => /^pagefind-(?:ui|modular-ui|component-ui|highlight|playground|worker)/.test(path);

const failed = (errors: readonly string[]) => {
  if (errors.length > 0) throw new Error(`The search index could not be built: ${errors.join('; ')}`);
};

/** The index of these entries as Pagefind writes it. */
const pagefindFiles = async (pages: readonly { record: SearchRecord; weighed: Weighed }[]): Promise<IndexFile[]> => {
  const frequency = new Map<string, number>();
  for (const { weighed } of pages) for (const word of weighed.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  failed(errors);
  try {
    for (const { record, weighed } of pages) {
      const filters = { ...record.facets, ...(record.row.started && { year: [record.row.started] }) } as Record<string, string[]>;
      // Pagefind passes over a record without a text.
      const added = await index!.addCustomRecord({ url: record.path, content: 'x', language: 'en', meta: fieldsOf(weighed, frequency), filters });
      failed(added.errors);
    }
    const { files, errors: unwritten } = await index!.getFiles();
    failed(unwritten);
    return files;
  } finally {
    await close();
  }
};

/** The files of the search, below its folder. Throws when Pagefind refuses a record. */
export const searchFiles = async (library: Library, langs: readonly string[]): Promise<IndexFile[]> => {
  const records = recordsOf(library);
  const allLabels = labelsOf(library);
  const pages = records.map((record) => ({ record, weighed: wordsOf(record, allLabels, langs) }));
  const labels = usedLabels(allLabels, (mark) => pages.some(({ weighed }) => weighed.has(mark)));

  const forms = new Map(
    [...new Set([...langs, ...labels.byLang.keys()])].map((lang) => {
      const own = new Forms(lang);
      for (const { label } of labels.texts.get(lang) ?? []) own.add(label);
      for (const { wordings } of records) own.add(`${wordings.get(lang)?.title ?? ''} ${wordings.get(lang)?.summary ?? ''}`);
      return [lang, own.commonest(mostForms)] as const;
    }),
  );
  addCompoundParts(pages, forms);

  const manifest: Manifest = {
    entries: records.length,
    years: [...new Set(records.map(({ row }) => row.started).filter(Boolean))].sort().reverse(),
    words: {},
    suggestions: {},
    rows: '',
  };
  const own: IndexFile[] = [];
  const add = (kind: 'words' | 'suggestions', lang: string, text: string) => {
    const content = new TextEncoder().encode(text);
    const path = `${kind}-${lang}.${digestOf(content)}.txt`;
    manifest[kind][lang] = path;
    own.push({ path, content });
  };
  for (const [lang, known] of forms) add('words', lang, writeWords({ forms: known, labels: labels.byLang.get(lang) ?? noLabels }));
  for (const lang of langs) {
    // Names are stemmed by the reader's language, so each reader has a file of her own to read them by.
    const names = new Forms(lang);
    for (const record of records) for (const name of allNames(record, langs)) names.add(name);
    add('words', `names-${lang}`, writeWords({ forms: names.commonest(mostForms), labels: noLabels }));
    add('suggestions', lang, suggestionsIn(lang, library, records));
  }
  const byPath = new Map(records.map((record) => [record.path, record]));
  const { files, names } = compacted((await pagefindFiles(pages)).filter(({ path }) => !isUnused(path)));
  const numbered: SearchRecord[] = [];
  for (const { path, content } of files) {
    const name = fragmentName(path);
    if (name !== undefined) numbered[parseInt(names.get(name)!, 36)] = byPath.get(urlIn(content))!;
  }
  const rows = rowFiles(numbered, langs);
  manifest.rows = rows.folder;
  return [
    ...files.filter(({ path }) => fragmentName(path) === undefined),
    ...rows.files,
    ...own,
    { path: 'tilts.json', content: new TextEncoder().encode(JSON.stringify(manifest)) },
  ];
};
const fragmentName = (path: string) => /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
