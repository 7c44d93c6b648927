/** What the repository knows of the content: one call of git for the whole site, and nothing where there is no repository. */
import { spawnSync } from 'node:child_process';
import { changesIn, logFormat, type Change } from './domain/history.ts';

const git = (...options: string[]): string => {
  const { status, stdout } = spawnSync('git', options, { encoding: 'utf8', maxBuffer: 1 << 30 });
  return status === 0 ? stdout : '';
};

/**
 * The changes of every file of the content by its path. Empty without a repository, and in a shallow clone, which would
 * credit everything to its only commit.
 */
export const changes: ReadonlyMap<string, readonly Change[]> =
  git('rev-parse', '--is-shallow-repository').trim() === 'false'
    ? changesIn(git('log', '--no-renames', '--name-only', '--relative', '-z', `--format=${logFormat}`, '--', 'content'))
    : new Map();
