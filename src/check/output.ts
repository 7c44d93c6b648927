import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Problem } from '../reader/problem.ts';

/** One built page as far as its links go. */
interface BuiltPage {
  /** Its path in the output folder. */
  file: string;
  tree: Root;
  ids: ReadonlySet<string>;
}

const attribute = (element: Element | undefined, name: string) => String(element?.properties[name] ?? '');
/** Schemes a page may link to; anything else could run something or track someone. */
const outside = /^(?:https?:|mailto:)/i;

/**
 * Scans the built site in `folder`, which will be served under `base`: every page has one h1, a language, a title,
 * a description, and a canonical address unless it is not to be indexed; every link inside the site leads to a file and,
 * where it names one, to a fragment of it.
 */
export const scanOutput = async (folder: string, base: string): Promise<{ pages: number; problems: Problem[] }> => {
  const files = (await Array.fromAsync(glob('**/*', { cwd: folder, withFileTypes: true })))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const exists = new Set(files);
  const pages = new Map<string, BuiltPage>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const tree = fromHtml(await readFile(join(folder, file), 'utf8'));
    pages.set(file, { file, tree, ids: new Set(selectAll('[id]', tree).map((element) => attribute(element, 'id'))) });
  }
  return { pages: pages.size, problems: [...pages.values()].flatMap((page) => [...headProblems(page), ...linkProblems(page, base, pages, exists)]) };
};

const at = (file: string, message: string, element?: Element): Problem => ({
  file,
  line: element?.position?.start.line ?? 1,
  column: element?.position?.start.column ?? 1,
  message,
});

const headProblems = ({ file, tree }: BuiltPage): Problem[] => {
  const headings = selectAll('h1', tree).length;
  const indexed = !select('meta[name=robots][content=noindex]', tree);
  const missing = {
    'a language': attribute(select('html', tree), 'lang'),
    'a title': select('title', tree)?.children.length,
    'a description': attribute(select('meta[name=description]', tree), 'content'),
    ...(indexed && { 'a canonical address': attribute(select('link[rel=canonical]', tree), 'href') }),
  };
  return [
    ...(headings === 1 ? [] : [at(file, `The page has ${headings} h1 headings instead of one.`)]),
    ...Object.entries(missing).flatMap(([what, value]) => (value ? [] : [at(file, `The page lacks ${what}.`)])),
  ];
};

const linkProblems = ({ file, tree }: BuiltPage, base: string, pages: ReadonlyMap<string, BuiltPage>, exists: ReadonlySet<string>): Problem[] =>
  selectAll('a[href], link[href], script[src], img[src], use[href], form[action]', tree).flatMap((element) => {
    const target = attribute(element, 'href') || attribute(element, 'src') || attribute(element, 'action');
    if (outside.test(target)) return [];
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [at(file, `The link "${target}" has a scheme that is not allowed.`, element)];
    const { pathname, hash } = new URL(target, `http://site${base}${file}`);
    if (!pathname.startsWith(base)) return [at(file, `The link "${target}" leaves the base path ${base}.`, element)];
    const path = decodeURI(pathname.slice(base.length));
    const found = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`].find((name) => exists.has(name));
    if (found === undefined) return [at(file, `The link "${target}" leads nowhere.`, element)];
    const page = pages.get(found);
    return hash === '' || !page || page.ids.has(decodeURIComponent(hash.slice(1)))
      ? []
      : [at(file, `The link "${target}" names a part that ${found} does not have.`, element)];
  });
