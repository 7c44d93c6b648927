/**
 * `node src/commands/preview.ts --site FOLDER --into FOLDER --number 12 --open 12,15 --address URL`: takes over a site that
 * was built from a proposal, as data: looks at the names, kinds and sizes of its files, copies them as folder 12, removes the
 * folders of proposals that are no longer open, and prints what is to be said under the proposal. Exit code 1 when it is refused.
 * It runs with rights on the repository before anything is installed: only what Node brings may be imported.
 */
import { cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** The most a preview may have. The site of 71 practices in four languages has 45 MB in 1,300 files. */
export const limits = { megabytes: 400, files: 20_000, fileMegabytes: 20 };
/** The kinds of file a built site is made of. */
const kinds = new Set(
  '.html .js .css .json .xml .txt .svg .png .jpg .jpeg .webp .avif .ico .woff2 .csv .bib .ris .webmanifest .pagefind .pf_fragment .pf_index .pf_filter .pf_meta'.split(
    ' ',
  ),
);
/** Names that mean nothing to Git, to a shell or to Markdown. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_.@~-]*$/;

/** How large a preview is, in numbers only. */
export interface Size {
  files: number;
  pages: number;
  bytes: number;
}

/** The size of a site in `folder`. Throws, with the reason, when anything in it cannot be part of a built site. */
export const measured = async (folder: string): Promise<Size> => {
  const size: Size = { files: 0, pages: 0, bytes: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!plainName.test(entry.name)) throw new Error(`A name is not plain: ${JSON.stringify(path)}`);
    if (entry.isDirectory()) continue;
    const { size: bytes } = await lstat(path);
    if (!entry.isFile()) throw new Error(`Not a file: ${path}`);
    if (!kinds.has(extname(entry.name))) throw new Error(`Not a kind of file that a site is made of: ${path}`);
    if (bytes > limits.fileMegabytes * 1_000_000) throw new Error(`Larger than ${limits.fileMegabytes} MB: ${path}`);
    size.files += 1;
    size.pages += entry.name.endsWith('.html') ? 1 : 0;
    size.bytes += bytes;
    if (size.files > limits.files) throw new Error(`More than ${limits.files} files`);
    if (size.bytes > limits.megabytes * 1_000_000) throw new Error(`More than ${limits.megabytes} MB in all`);
  }
  if (size.pages === 0) throw new Error('There is no page.');
  return size;
};

/** Puts `site` into `into` as the preview of proposal `number`; only previews of the proposals in `open` stay beside it. */
export const takeOver = async (site: string, into: string, number: number, open: readonly number[]): Promise<void> => {
  const kept = new Set([...open, number].map(String));
  await mkdir(into, { recursive: true });
  for (const name of await readdir(into)) if (/^\d+$/.test(name) && !kept.has(name)) await rm(join(into, name), { recursive: true, force: true });
  await rm(join(into, String(number)), { recursive: true, force: true });
  await cp(site, join(into, String(number)), { recursive: true });
  // GitHub Pages would leave out folders that begin with an underscore.
  await writeFile(join(into, '.nojekyll'), '');
};

/** What is said under a proposal: made of numbers and our own address, nothing that the proposal could word. */
export const comment = (address: string, number: number, { pages, bytes }: Size): string =>
  [
    `This proposal can be looked at as a site: ${address}${number}/ (${pages} pages, ${(bytes / 1_000_000).toFixed(1)} MB; it may take some minutes to appear).`,
    '',
    'It is made anew after each change, and removed some time after the proposal is closed. Nobody has read or approved it yet.',
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const option = { type: 'string', default: '' } as const;
  const { values } = parseArgs({ options: { site: option, into: option, number: option, open: option, address: option } });
  const number = Number(values.number);
  if (!Number.isInteger(number) || number < 1) throw new Error('--number must be the number of a proposal.');
  const size = await measured(values.site);
  await takeOver(values.site, values.into, number, values.open.split(',').map(Number));
  console.log(comment(values.address, number, size));
}
