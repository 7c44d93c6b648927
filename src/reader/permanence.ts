import { addressedIn, movesIn, type Addressed } from '../domain/permalinks.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { suggestion, type Problem } from './problem.ts';
import type { Tombstone } from '../schema/tombstone.ts';

/** What would break an address for good: two claims to one, a loop, a tombstone for what lives. The ledger itself is judged by src/check/ledger.ts. */
export const permanenceProblems = (library: Library): Problem[] => {
  const all = addressedIn(library);
  const living = new Map(all.map(({ address, file }) => [address, file]));
  return [...formerProblems(library, all, living), ...tombstoneProblems(library, living)];
};

/** Where a former slug stands in its file. */
const placeOf = (library: Library, { file, address }: Addressed, index: number): Pick<Problem, 'file' | 'line' | 'column' | 'field'> => {
  const entries = [library.practices, library.lessons, library.visits, library.organisations, library.vocabularies].flatMap((map): Entry<unknown>[] => [
    ...map.values(),
  ]);
  const entry = entries.find((candidate) => candidate.file === file)!;
  const term = (entry.facts as { terms?: { id: string }[] }).terms?.findIndex(({ id }) => address.endsWith(`/${id}/`));
  const path = [...(term === undefined ? [] : ['terms', term]), 'formerSlugs', index];
  return { file, ...entry.header.at(path), field: path.join('.') };
};

const formerProblems = (library: Library, all: readonly Addressed[], living: ReadonlyMap<string, string>): Problem[] => {
  const claimed = new Map<string, string>();
  return all.flatMap((addressed) =>
    addressed.former.flatMap((old, index): Problem[] => {
      const complain = (message: string) => [{ ...placeOf(library, addressed, index), message }];
      const owner = living.get(old);
      const other = claimed.get(old);
      claimed.set(old, addressed.file);
      if (old === addressed.address) return complain('An entry cannot have moved to itself. Remove this slug.');
      if (owner)
        return complain(
          `The address ${old} belongs to ${owner}, which is published: it cannot lead here as well. Remove this slug, or give ${owner} another name; a slug is never used twice.`,
        );
      return other ? complain(`${other} has claimed the address ${old} already. An old address can lead to one place only: keep the slug in one of the two.`) : [];
    }),
  );
};

const tombstoneProblems = ({ tombstones, ...library }: Library, living: ReadonlyMap<string, string>): Problem[] => {
  const moves = movesIn(library);
  const buried = new Map<string, string>();
  return [...tombstones.values()].flatMap((entry: Entry<Tombstone>): Problem[] => {
    const { file, facts, header } = entry;
    const complain = (path: (string | number)[], message: string): Problem => ({ file, ...header.at(path), field: path.join('.'), message });
    const problems: Problem[] = [];
    const owner = living.get(facts.address);
    const target = moves.get(facts.address);
    const other = buried.get(facts.address);
    buried.set(facts.address, file);
    if (owner)
      problems.push(
        complain(
          ['address'],
          `${owner} is published at this address. A slug is never used again after what it named was taken away: rename ${owner}, or remove this tombstone if it is the same entry come back.`,
        ),
      );
    if (target) problems.push(complain(['address'], `This address leads on to ${target} by "formerSlugs". Remove this tombstone, or that slug.`));
    if (other) problems.push(complain(['address'], `${other} is a tombstone for this address already. Remove one of the two.`));
    (facts.instead ?? []).forEach((address, index) => {
      const path = ['instead', index];
      const moved = moves.get(address);
      if (address === facts.address) problems.push(complain(path, 'A tombstone cannot send the reader to itself. Remove this line.'));
      else if (moved) problems.push(complain(path, `${address} has moved: name ${moved}, so that the reader is sent only once.`));
      else if (!living.has(address)) problems.push(complain(path, `Nothing is published at ${address}.${suggestion(address, [...living.keys()]) || ' Correct the address, or remove it.'}`));
    });
    return problems;
  });
};
