/**
 * `node src/commands/path-policy.ts < list`: reads the changed files of a pull request, one a line, and says which of them
 * a proposal of content may not touch; exit code 1 when there are any. `--author` is who proposes it, in GitHub's words;
 * with `--content-only` a proposal of code is refused too.
 * It runs with rights on the repository before anything is installed: only what Node brings may be imported.
 */
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { annotation } from '../check/annotation.ts';

/** Those who may change anything. GitHub calls them so only when their membership is public. */
const maintainers = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** Where content is more than text: pages are programs, and the texts of the interface stand on every page. */
const forMaintainers = ['content/pages/', 'content/languages/'];
/** The shorter of GitHub's lists of changed files ends here, so that a longer one cannot be trusted to be whole. */
const mostListed = 300;

/** A file that a proposal may not touch, and why. */
export interface Refusal {
  file: string;
  why: string;
}

const outside = (file: string) => !file.startsWith('content/') || file.split('/').includes('..') || file.includes('\\');
const whyNot = (file: string): string | undefined => {
  if (outside(file)) return 'A proposal that changes content/ may change nothing else. Propose this file on its own, or undo the change to it.';
  if (forMaintainers.some((folder) => file.startsWith(folder)))
    return 'Pages and texts of the interface are changed by the maintainers. Open an issue that says what should be different.';
  return undefined;
};

/**
 * What a pull request may not touch, given the paths it changes: when any of them lies in `content/`, it is a proposal of
 * content, and the others may not come along. One that leaves content alone is code, which people read before it is merged;
 * with `contentOnly` it is refused like the rest.
 */
export const refusals = (files: readonly string[], author: string, contentOnly = false): Refusal[] => {
  if (maintainers.has(author)) return [];
  if (files.length >= mostListed) return [{ file: files[0]!, why: `The proposal changes ${mostListed} files or more. Make several smaller ones.` }];
  if (!contentOnly && !files.some((file) => file.startsWith('content/'))) return [];
  return files.flatMap((file) => {
    const why = whyNot(file);
    return why ? [{ file, why }] : [];
  });
};

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const { values } = parseArgs({
    options: { author: { type: 'string', default: 'NONE' }, 'content-only': { type: 'boolean', default: false } },
  });
  const files = (await text(process.stdin)).split(/[\r\n]+/).filter((line) => line !== '');
  if (files.length === 0) throw new Error('No changed files came in on standard input.');
  const refused = refusals(files, values.author, values['content-only']);
  for (const { file, why } of refused) console.log(process.env.GITHUB_ACTIONS ? annotation('error', { file }, why) : `${JSON.stringify(file)}: ${why}`);
  console.log(refused.length === 0 ? `✓ ${files.length} changed, all of them allowed` : `${refused.length} of ${files.length} are not allowed`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
