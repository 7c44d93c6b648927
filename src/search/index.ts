import { close, createIndex } from 'pagefind';
import type { Library } from '../reader/library.ts';
import { tokens } from './normalise.ts';
import { recordsOf, type SearchRecord } from './records.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const folded = (texts: readonly string[]) => [...tokens(texts.join(' '))].join(' ');

/** A record as the small page Pagefind reads: only the folded words are searched, by weight; the rest is shown or filtered by. */
const pageOf = ({ meta, facets, titles, summaries, labels, text }: SearchRecord): string => {
  const metas = Object.entries(meta).map(([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escaped(value)}">`);
  const filters = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escaped(value)}">`),
  );
  return `<!doctype html><html lang="unknown"><head>${metas.join('')}${filters.join('')}</head><body>
<p data-pagefind-weight="8">${folded(titles)}</p>
<p data-pagefind-weight="4">${folded(labels)}</p>
<p data-pagefind-weight="2">${folded(summaries)}</p>
<p>${folded([text])}</p>
</body></html>`;
};

/** The files of the search index: path below `/pagefind/`, and bytes. Throws when Pagefind refuses a record. */
export const searchIndex = async (library: Library, langs: readonly string[]): Promise<{ path: string; content: Uint8Array }[]> => {
  const failed = (errors: readonly string[]) => {
    if (errors.length > 0) throw new Error(`The search index could not be built: ${errors.join('; ')}`);
  };
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  failed(errors);
  try {
    for (const record of recordsOf(library, langs)) failed((await index!.addHTMLFile({ url: record.path, content: pageOf(record) })).errors);
    const { files, errors: unwritten } = await index!.getFiles();
    failed(unwritten);
    return files;
  } finally {
    await close();
  }
};
