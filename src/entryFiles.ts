/** The files beside every entry's page; an entry that was renamed has them under its former names too. */
import { readFileSync } from 'node:fs';
import { publishedRecords } from './dataset.ts';
import { citableOf, usualLicence, type Entry } from './domain/citable.ts';
import { citationFiles, cslOf } from './domain/citation.ts';
import { oEmbedOf } from './domain/embed.ts';
import { langs } from './domain/languages.ts';
import { base, embedAddress, pictureAddress } from './domain/urls.ts';
import { formerSlugsOf, lessonsIn, practicesIn, visitsIn } from './queries.ts';
import { splitHeader } from './reader/header.ts';
import { settings } from './settings.ts';

/** One file beside a page: where it stands, and how it is written when it is asked for. */
export interface EntryFile {
  lang: string;
  collection: string;
  file: string;
  type: string;
  write: () => string;
}
type Written = Entry & { bodyFile: string; sources: readonly { key: string; title: string; publisher: string; year: string; url?: string | undefined }[] };

const bodyIn = (text: string): string => {
  const parts = splitHeader(text);
  return typeof parts === 'string' ? '' : parts.body.trim();
};

/** The text as Markdown: what it is called, what it says, what it rests on, where it is from. */
const markdownOf = (entry: Written): string => {
  const { url, licence } = citableOf(entry, settings.name);
  const body = bodyIn(readFileSync(entry.bodyFile, 'utf8'));
  const sources = entry.sources.map(
    ({ key, title, publisher, year, url: at }) => `[^${key}]: ${[title, publisher, year === 'unknown' ? '' : year, at ?? ''].filter(Boolean).join('. ')}`,
  );
  return [`# ${entry.title}`, entry.summary, body, sources.join('\n'), `${settings.name}, <${url}>, ${licence}`].filter(Boolean).join('\n\n') + '\n';
};

const dataOf = (entry: Written): string => {
  const record = publishedRecords(entry.collection).find(({ id }) => id === entry.id);
  return `${JSON.stringify({ ...record, address: citableOf(entry, settings.name).url, licence: entry.licence ?? usualLicence.name, version: citableOf(entry, settings.name).version }, null, 1)}\n`;
};

/** Every form an entry has beside its page, by the ending of the file. A new one is one more line here. */
const forms: Record<string, { type: string; write: (entry: Written) => string; only?: 'practices' }> = {
  ...Object.fromEntries(
    Object.entries(citationFiles).map(([ending, { type, write }]) => [
      ending,
      { type: `${type}; charset=utf-8`, write: (entry: Written) => write(cslOf(citableOf(entry, settings.name))) },
    ]),
  ),
  md: { type: 'text/markdown; charset=utf-8', write: markdownOf },
  json: { type: 'application/json', write: dataOf },
  'oembed.json': {
    type: 'application/json',
    only: 'practices',
    write: ({ lang, collection, id, title }) =>
      `${JSON.stringify(oEmbedOf({ title, address: embedAddress(lang, collection, id), site: settings.name, home: base, picture: pictureAddress(lang, collection, id) }))}\n`,
  },
};

/** Every file beside a page, in all languages. */
export const entryFiles = (): EntryFile[] =>
  langs.flatMap((lang) =>
    [
      ...practicesIn(lang).map((entry): Written => ({ ...entry, collection: 'practices' })),
      ...lessonsIn(lang).map((entry): Written => ({ ...entry, collection: 'lessons', countries: [] })),
      ...visitsIn(lang).map((entry): Written => ({ ...entry, collection: 'visits' })),
    ].flatMap((entry) =>
      [entry.id, ...formerSlugsOf(entry.collection, entry.id)].flatMap((slug) =>
        Object.entries(forms)
          .filter(([, { only }]) => !only || only === entry.collection)
          .map(([ending, { type, write }]) => ({ lang, collection: entry.collection, file: `${slug}.${ending}`, type, write: () => write(entry) })),
      ),
    ),
  );
