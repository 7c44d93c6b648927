import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Problem } from '../reader/problem.ts';
import { settings } from '../settings.ts';
import { foreignPart } from './elements.ts';
import type { Counts } from './verdict.ts';

/** A link of a page, and where it stands. */
interface Link {
  target: string;
  line: number;
  column: number;
}
/** One built page as far as it is checked. */
interface BuiltPage {
  /** Its path in the output folder. */
  file: string;
  ids: Set<string>;
  links: Link[];
  headings: number;
  /** What the head says, by name. */
  head: { lang?: string; title?: string; description?: string; canonical?: string; robots?: string };
  foreign: Problem[];
}
type Indexed = Pick<Counts, 'practices' | 'lessons' | 'visits'>;

/** Schemes a page may link to; anything else could run something or track someone. */
const outside = /^(?:https?:|mailto:)/i;
/** Elements whose address must lead somewhere, and the attribute that holds it. */
const linking: Readonly<Record<string, string>> = { a: 'href', link: 'href', use: 'href', script: 'src', img: 'src', iframe: 'src', form: 'action' };

const textIn = (element: Element, name: string) => (typeof element.properties[name] === 'string' ? element.properties[name] : '');

const readPage = async (folder: string, file: string): Promise<BuiltPage> => {
  const page: BuiltPage = { file, ids: new Set(), links: [], headings: 0, head: {}, foreign: [] };
  visit(fromHtml(await readFile(join(folder, file), 'utf8')), 'element', (element) => {
    const { tagName, properties, position } = element;
    const { line, column } = position?.start ?? { line: 1, column: 1 };
    if (typeof properties.id === 'string') page.ids.add(properties.id);
    const address = linking[tagName] && textIn(element, linking[tagName]);
    if (address) page.links.push({ target: address, line, column });
    if (tagName === 'h1') page.headings += 1;
    if (tagName === 'html') page.head.lang = textIn(element, 'lang');
    if (tagName === 'title' && element.children.length > 0) page.head.title ??= 'set';
    if (tagName === 'meta') Object.assign(page.head, { [textIn(element, 'name')]: textIn(element, 'content') });
    if (tagName === 'link' && String(properties.rel) === 'canonical') page.head.canonical = textIn(element, 'href');
    for (const part of foreignPart(element)) page.foreign.push({ file, line, column, ...part });
  });
  return page;
};

/**
 * Scans the built site in `folder`, which will be served under `base`: every page is made of known elements and addresses,
 * has one h1, a language, a title, a description, and a canonical address unless it is not to be indexed; every link inside
 * the site leads to a file and, where it names one, to a fragment of it; the search index has every entry once, and no other.
 */
export const scanOutput = async (folder: string, base: string, indexed?: Indexed): Promise<{ pages: number; problems: Problem[] }> => {
  const files = (await Array.fromAsync(glob('**/*', { cwd: folder, withFileTypes: true })))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const exists = new Set(files);
  const pages = new Map<string, BuiltPage>();
  for (const file of files.filter((name) => name.endsWith('.html'))) pages.set(file, await readPage(folder, file));
  const problems = [...pages.values()].flatMap((page) => [...page.foreign, ...headProblems(page), ...linkProblems(page, base, pages, exists)]);
  return { pages: pages.size, problems: [...problems, ...(indexed ? await indexProblems(folder, files, indexed) : [])] };
};

/** The pages to which the rows of the search in a file lead. */
const rowsIn = async (path: string, lang: string) =>
  (JSON.parse(await readFile(path, 'utf8')) as { path: string }[]).map((row) => ({ lang, page: `${lang}/${row.path}index.html` }));

/** Whether the search can show each entry that has a page once in every language. */
const indexProblems = async (folder: string, files: readonly string[], { practices, lessons, visits }: Indexed): Promise<Problem[]> => {
  const wanted = practices + lessons + visits;
  const pages = new Set(files.filter((file) => /^[^/]+\/(?:practices|lessons|visits)\/[^/]+\/index\.html$/.test(file)));
  const found = await Promise.all(
    files.flatMap((file) => {
      const lang = /(?:^|\/)rows-\w+\/([^/]+)\/\d+\.json$/.exec(file)?.[1];
      return lang ? [rowsIn(join(folder, file), lang)] : [];
    }),
  ).then((all) => all.flat());
  return settings.languages.flatMap((lang): Problem[] => {
    const shown = found.filter((row) => row.lang === lang).map(({ page }) => page);
    const odd = shown.filter((page, index) => shown.indexOf(page) < index || !pages.has(page));
    return shown.length === wanted && odd.length === 0
      ? []
      : [{ file: `${lang}/search/index.html`, line: 1, column: 1, kind: 'not-indexed', values: { found: shown.length, wanted, value: odd.join(', ') || '-' } }];
  });
};

const headProblems = ({ file, headings, head }: BuiltPage): Problem[] => {
  const at = { file, line: 1, column: 1 };
  const missing = {
    'a language': head.lang,
    'a title': head.title,
    'a description': head.description,
    ...(head.robots !== 'noindex' && { 'a canonical address': head.canonical }),
  };
  return [
    ...(headings === 1 ? [] : [{ ...at, kind: 'page-heading' as const, values: { count: headings } }]),
    ...Object.entries(missing).flatMap(([what, value]) => (value ? [] : [{ ...at, kind: 'page-lacks' as const, values: { what } }])),
  ];
};

const linkProblems = ({ file, links }: BuiltPage, base: string, pages: ReadonlyMap<string, BuiltPage>, exists: ReadonlySet<string>): Problem[] =>
  links.flatMap(({ target, line, column }): Problem[] => {
    // Schemes that are not allowed have been found with the foreign parts.
    if (outside.test(target) || /^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
    const at = { file, line, column };
    const { pathname, hash } = new URL(target, `http://site${base}${file}`);
    if (!pathname.startsWith(base)) return [{ ...at, kind: 'link-leaves-base', values: { value: target, base } }];
    const path = decodeURI(pathname.slice(base.length));
    const found = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`].find((name) => exists.has(name));
    if (found === undefined) return [{ ...at, kind: 'page-leads-nowhere', values: { value: target } }];
    const page = pages.get(found);
    return hash === '' || !page || page.ids.has(decodeURIComponent(hash.slice(1)))
      ? []
      : [{ ...at, kind: 'fragment-missing', values: { value: target, target: found } }];
  });
