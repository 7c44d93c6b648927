import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ledgerFile, readLedger } from '../domain/ledger.ts';
import { addressedIn, entryAt, movesIn } from '../domain/permalinks.ts';
import { redirectTarget } from '../domain/redirect.ts';
import { base } from '../domain/urls.ts';
import type { Library } from '../reader/library.ts';
import { suggestion, type Problem } from '../reader/problem.ts';

const at = (line: number, message: string): Problem => ({ file: ledgerFile, line, column: 1, message });
const run = promisify(execFile);

/** The ledger of this folder; empty before the first publication. */
export const ledgerText = (root: string): Promise<string> => readFile(join(root, ledgerFile), 'utf8').catch(() => '');

/** The ledger as the repository has it, here and on the branch that is published; none where there is no repository. */
const committedLedgers = (root: string): Promise<string[]> =>
  Promise.all(
    ['HEAD', 'origin/HEAD', 'origin/main'].map((ref) =>
      run('git', ['show', `${ref}:./${ledgerFile}`], { cwd: root, maxBuffer: 1 << 28 }).then(
        ({ stdout }) => stdout,
        () => '',
      ),
    ),
  );

/** The language prefix of an address in the ledger, and the rest; an embedded card follows its entry. */
const withoutLanguage = (address: string) => /^\/(?:embed\/)?[a-z]{2,3}\/(?<rest>.+)$/.exec(address)?.groups?.rest;

/**
 * Judges a change before anything is built: no line of the ledger may go, and every entry ever published must be here,
 * have moved (`formerSlugs`) or have a tombstone. What entries cannot tell, `deadAddresses` finds in the built site.
 */
export const ledgerProblems = async (root: string, library: Library): Promise<Problem[]> => {
  const text = await ledgerText(root);
  const { recorded, sealed } = readLedger(text);
  const present = new Set(recorded.map(({ address }) => address));
  const lost = new Set((await committedLedgers(root)).flatMap((committed) => readLedger(committed).recorded.filter(({ address }) => !present.has(address)).map(({ address }) => address)));
  const problems: Problem[] = [...lost].map((address) =>
    at(1, `The line ${address} has been removed. An address once published is kept for ever: restore it with "git checkout HEAD -- ${ledgerFile}".`),
  );
  if (!sealed && text !== '' && lost.size === 0)
    problems.push(at(2, 'The lines do not fit the seal in line 2: one was changed, added or removed by hand. Restore the file with "git checkout HEAD -- addresses.txt"; "npm run ledger" is what adds to it.'));
  return [...problems, ...unansweredProblems(recorded, library), ...unpublishedProblems(present, library)];
};

/** Entries that were published once and are now neither here, nor moved, nor under a tombstone: one problem an entry, at its first line. */
const unansweredProblems = (recorded: readonly { address: string; line: number }[], library: Library): Problem[] => {
  const living = addressedIn(library);
  const answered = new Set([...living.flatMap(({ address, former }) => [address, ...former]), ...[...library.tombstones.values()].map(({ facts }) => facts.address)]);
  // A file with a mistake in it is not gone; its own problem has been reported.
  const missing = new Map<string, number>();
  for (const { address, line } of recorded) {
    const rest = withoutLanguage(address);
    if (rest && entryAt(rest) && !answered.has(rest) && !missing.has(rest)) missing.set(rest, line);
  }
  return [...missing].map(([address, line]) => {
    const { collection, id } = entryAt(address)!;
    const near = suggestion(id, [...library[collection].keys()]);
    return at(
      line,
      `${address} was published and is gone. If it was renamed, write "formerSlugs: [${id}]" in the header of the file that has taken its place.${near} If it was taken away, say so in content/tombstones/${id}.yaml. If neither, restore content/${collection}/${id}.${collection === 'organisations' ? 'yaml' : 'md'}.`,
    );
  });
};

/** Former slugs and tombstones of what was never published: most likely a slip of the keyboard. */
const unpublishedProblems = (present: ReadonlySet<string>, library: Library): Problem[] => {
  if (present.size === 0) return [];
  const published = new Set([...present].flatMap((address) => withoutLanguage(address) ?? []));
  const where = new Map<string, Problem>();
  for (const { file, former, address } of addressedIn(library))
    for (const old of former) {
      const lead = address.slice(0, address.slice(0, -1).lastIndexOf('/') + 1);
      const near = [...published].filter((known) => known.startsWith(lead));
      where.set(old, { file, line: 1, column: 1, field: 'formerSlugs', message: `${old} was never published.${suggestion(old, near) || ' Correct the slug, or remove it.'}` });
    }
  for (const { file, header, facts } of library.tombstones.values())
    where.set(facts.address, { file, ...header.at(['address']), field: 'address', message: `${facts.address} was never published.${suggestion(facts.address, [...published]) || ' Correct the address, or remove this file.'}` });
  return [...where].flatMap(([address, problem]) => (published.has(address) ? [] : [problem]));
};

/** What answers at an address of the built site. */
const fileAt = (folder: string, address: string) => join(folder, address.endsWith('/') ? `${address}index.html` : address);

/**
 * Judges the built site in `folder`: every address of the ledger answers with a page, with a tombstone, or with a redirect
 * whose target is a page and not another redirect.
 */
export const deadAddresses = async (folder: string, text: string, library: Library): Promise<Problem[]> => {
  const moves = movesIn(library);
  const buried = new Set([...library.tombstones.values()].map(({ facts }) => facts.address));
  const problems = await Promise.all(
    readLedger(text).recorded.map(async ({ address, line }): Promise<Problem[]> => {
      const file = fileAt(folder, address);
      // The feed of a topic ends with its page.
      if (!existsSync(file) && buried.has((withoutLanguage(address) ?? '').replace(/feed\.xml$/, ''))) return [];
      if (!existsSync(file)) return [at(line, `Nothing answers at ${address}. Bring the page back, or write a tombstone for it in content/tombstones.`)];
      if (!moves.has(withoutLanguage(address) ?? '')) return [];
      const target = redirectTarget(await readFile(file, 'utf8'));
      if (!target?.startsWith(base)) return [at(line, `${address} has moved, but the page there does not say where to.`)];
      const next = fileAt(folder, `/${target.slice(base.length)}`);
      if (!existsSync(next)) return [at(line, `${address} leads to ${target}, where there is nothing.`)];
      return redirectTarget(await readFile(next, 'utf8')) ? [at(line, `${address} leads to ${target}, which leads on again: an old address takes one hop only.`)] : [];
    }),
  );
  return problems.flat();
};
