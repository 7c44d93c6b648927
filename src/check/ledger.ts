import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ledgerFile, readLedger, type Recorded } from '../domain/ledger.ts';
import { addressedIn, entryAt, movesIn, type Archive } from '../domain/permalinks.ts';
import { redirectTarget } from '../domain/redirect.ts';
import { base } from '../domain/urls.ts';
import { meantBy, type Problem } from '../reader/problem.ts';

const at = (line: number, kind: Problem['kind'], values: Problem['values'] = {}, meant?: string): Problem => ({
  file: ledgerFile,
  line,
  column: 1,
  kind,
  values: { file: ledgerFile, ...values },
  ...(meant && { meant }),
});
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

/** An address of the ledger below its language; an embedded card follows its entry. */
const belowLanguage = (address: string): string => /^\/(?:embed\/)?[a-z]{2,3}\/(?<rest>.+)$/.exec(address)?.groups?.rest ?? '';

/**
 * Judges a change before anything is built: no line of the ledger may go, and every entry ever published must be here,
 * have moved (`formerSlugs`) or have a tombstone. What entries cannot tell, `deadAddresses` finds in the built site.
 */
export const ledgerProblems = async (root: string, archive: Archive): Promise<Problem[]> => {
  const text = await ledgerText(root);
  const { recorded, sealed } = readLedger(text);
  const present = new Set(recorded.map(({ address }) => address));
  const committed = (await committedLedgers(root)).flatMap((ledger) => readLedger(ledger).recorded.map(({ address }) => address));
  const lost = [...new Set(committed)].filter((address) => !present.has(address));
  return [
    ...lost.map((address) => at(1, 'ledger-line-removed', { address })),
    ...(!sealed && text !== '' && lost.length === 0 ? [at(2, 'ledger-changed')] : []),
    ...unansweredProblems(recorded, archive),
    ...unpublishedProblems(present, archive),
  ];
};

/** Entries that were published once and are now neither here, nor moved, nor under a tombstone: one problem an entry, at its first line. */
const unansweredProblems = (recorded: readonly Recorded[], archive: Archive): Problem[] => {
  const answered = new Set([
    ...addressedIn(archive).flatMap(({ address, former }) => [address, ...former.map((old) => old.address)]),
    ...[...archive.tombstones.values()].map(({ facts }) => facts.address),
  ]);
  const missing = new Map<string, number>();
  for (const { address, line } of recorded) {
    const below = belowLanguage(address);
    if (entryAt(below) && !answered.has(below) && !missing.has(below)) missing.set(below, line);
  }
  return [...missing].map(([address, line]) => {
    const { collection, id } = entryAt(address)!;
    const file = `content/${collection}/${id}.${collection === 'organisations' ? 'yaml' : 'md'}`;
    return at(line, 'address-unanswered', { address, id, file }, meantBy(id, [...archive[collection].keys()]));
  });
};

/** Former slugs and tombstones of what was never published: most likely a slip of the keyboard. */
const unpublishedProblems = (present: ReadonlySet<string>, archive: Archive): Problem[] => {
  if (present.size === 0) return [];
  const published = new Set([...present].map(belowLanguage));
  const claims = [
    ...addressedIn(archive).flatMap(({ file, former }) => former.map(({ path, ...old }) => ({ file, field: path.join('.'), ...old }))),
    ...[...archive.tombstones.values()].map(({ file, at: place, facts: { address } }) => ({
      file,
      field: 'address',
      address,
      line: 1,
      column: 1,
      ...place?.(['address']),
    })),
  ];
  return claims
    .filter(({ address }) => !published.has(address))
    .map(({ address, ...where }) => ({ ...where, kind: 'never-published', values: { address }, meant: meantBy(address, [...published]) }));
};

/** What answers at an address of the built site. */
const fileAt = (folder: string, address: string) => join(folder, address.endsWith('/') ? `${address}index.html` : address);

/**
 * Judges the built site in `folder`: every address of the ledger answers with a page, with a tombstone, or with a redirect
 * whose target is a page and not another redirect.
 */
export const deadAddresses = async (folder: string, text: string, archive: Archive): Promise<Problem[]> => {
  const moves = movesIn(archive);
  const buried = new Set([...archive.tombstones.values()].map(({ facts }) => facts.address));
  const problems = await Promise.all(
    readLedger(text).recorded.map(async ({ address, line }): Promise<Problem[]> => {
      const file = fileAt(folder, address);
      const below = belowLanguage(address);
      // The feed of a topic ends with its page.
      if (!existsSync(file)) return buried.has(below.replace(/feed\.xml$/, '')) ? [] : [at(line, 'address-dead', { address })];
      if (!moves.has(below)) return [];
      const target = redirectTarget(await readFile(file, 'utf8'));
      if (!target?.startsWith(base)) return [at(line, 'redirect-missing', { address })];
      const next = fileAt(folder, `/${target.slice(base.length)}`);
      if (!existsSync(next)) return [at(line, 'redirect-to-nothing', { address, target })];
      return redirectTarget(await readFile(next, 'utf8')) ? [at(line, 'redirect-chain', { address, target })] : [];
    }),
  );
  return problems.flat();
};
