import CSL from 'citeproc';
import type { CslItem } from './citation.ts';
import apa from '../assets/citation-styles/apa.csl?raw';
import chicago from '../assets/citation-styles/chicago-author-date.csl?raw';
import iso690 from '../assets/citation-styles/iso690-author-date-en.csl?raw';

/** The styles a citation is shown in. A new one is its file in assets/citation-styles and one more line here. */
export const citationStyles = {
  apa: { label: 'APA', xml: apa },
  chicago: { label: 'Chicago', xml: chicago },
  iso690: { label: 'ISO 690', xml: iso690 },
} as const;
export type CitationStyle = keyof typeof citationStyles;

const locales = import.meta.glob<string>('../assets/citation-styles/locales-*.xml', { query: '?raw', import: 'default', eager: true });
/** The words a style uses ("and", "n.d."), in the reader's language; British English where there are none. */
const localeOf = (lang: string) =>
  Object.keys(locales)
    .find((path) => path.includes(`locales-${lang}-`))
    ?.match(/locales-(.+)\.xml/)?.[1] ?? 'en-GB';

/** What a style may show of an item; a summary does not belong in a citation. */
type Quoted = Omit<CslItem, 'abstract' | 'keyword'>;
interface Writer {
  write: (item: Quoted) => string;
  /** A title with the capitals of English headlines, the way the style sets it. */
  titleCase: (title: string) => string;
}
const engines = new Map<string, Writer>();

/** citeproc-js set up for one style and language; setting it up costs as much as fifty citations. */
const engineFor = (style: CitationStyle, lang: string): Writer => {
  const key = `${style}/${lang}`;
  const known = engines.get(key);
  if (known) return known;
  let current: Quoted | undefined;
  const system = {
    retrieveLocale: (tag: string) => locales[`../assets/citation-styles/locales-${tag}.xml`] ?? locales['../assets/citation-styles/locales-en-GB.xml']!,
    retrieveItem: () => current,
  };
  const engine = new CSL.Engine(system, citationStyles[style].xml, localeOf(lang), true);
  engine.setOutputFormat('text');
  const write = (item: Quoted) => {
    current = item;
    // citeproc keeps what it knows of an id: an id of its own each time, so that none is taken for another.
    engine.updateItems([]);
    engine.updateItems([item.id]);
    return engine.makeBibliography()[1][0]!.trim();
  };
  const made = { write, titleCase: (title: string) => CSL.Output.Formatters.title(engine, title) };
  engines.set(key, made);
  return made;
};

/** Words that no style changes or has an opinion on; they stand for the title, the address and the version. */
const stand = { title: 'xqzt vqzt', url: 'https://xqzu.example/', genre: 'xqzg' };
/** Signs in a title that a style may answer to: quotation marks inside quotation marks, a question mark before its full stop. */
const delicate = /["'“”„«»‘’‚‹›<>]|[.?!…:;,]$/u;
const frames = new Map<string, string>();

/** The citation of an item in a style, written by citeproc-js. */
export const citationInFull = (style: CitationStyle, { abstract: _abstract, keyword: _keyword, ...item }: CslItem): string =>
  engineFor(style, item.language).write(item);

/**
 * The citation of an entry in a style, as plain text in the language of the item. All that entries have in common is
 * written once by citeproc-js and remembered; an entry whose title a style might change is written in full.
 */
export const citationText = (style: CitationStyle, item: CslItem): string => {
  if (delicate.test(item.title)) return citationInFull(style, item);
  const { id: _id, title, URL, genre, version: _version, abstract: _abstract, keyword: _keyword, ...common } = item;
  const key = JSON.stringify([style, common, genre !== undefined]);
  const frame = frames.get(key) ?? citationInFull(style, { ...item, id: 'frame', title: stand.title, URL: stand.url, ...(genre && { genre: stand.genre }) });
  frames.set(key, frame);
  const { titleCase } = engineFor(style, item.language);
  const casing = [(text: string) => text, titleCase].find((set) => frame.includes(set(stand.title)));
  if (!casing || !frame.includes(stand.url)) return citationInFull(style, item);
  return frame
    .split(casing(stand.title))
    .join(casing(title))
    .split(stand.url)
    .join(URL)
    .replace(new RegExp(stand.genre, 'i'), (sign) => (sign === stand.genre ? (genre ?? '') : capitalised(genre ?? '')));
};

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
