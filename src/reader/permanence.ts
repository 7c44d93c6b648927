import { addressedIn, movesIn, type Addressed, type Archive } from '../domain/permalinks.ts';
import { meantBy, type Problem } from './problem.ts';

/** What would break an address for good: two claims to one, a loop, a tombstone for what lives. The ledger itself is judged by src/check/ledger.ts. */
export const permanenceProblems = (archive: Archive): Problem[] => {
  const all = addressedIn(archive);
  const living = new Map(all.map(({ address, file }) => [address, file]));
  return [...formerProblems(all, living), ...tombstoneProblems(archive, living)];
};

const formerProblems = (all: readonly Addressed[], living: ReadonlyMap<string, string>): Problem[] => {
  const claimed = new Map<string, string>();
  return all.flatMap(({ file, address: own, former }) =>
    former.flatMap(({ address, path, line, column }): Problem[] => {
      const problem = (kind: Problem['kind'], values: Problem['values'] = {}): Problem[] => [{ file, line, column, field: path.join('.'), kind, values }];
      const owner = living.get(address);
      const other = claimed.get(address);
      claimed.set(address, file);
      if (address === own) return problem('moved-to-itself');
      if (owner) return problem('former-slug-lives', { address, other: owner });
      return other ? problem('former-slug-twice', { address, other }) : [];
    }),
  );
};

const tombstoneProblems = (archive: Archive, living: ReadonlyMap<string, string>): Problem[] => {
  const moves = movesIn(archive);
  const buried = new Map<string, string>();
  return [...archive.tombstones.values()]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ file, at, facts: { address, instead = [] } }): Problem[] => {
      const problem = (path: readonly PropertyKey[], kind: Problem['kind'], values: Problem['values'] = {}, meant?: string): Problem => ({
        file,
        line: 1,
        column: 1,
        ...at?.(path),
        field: path.join('.'),
        kind,
        values,
        ...(meant && { meant }),
      });
      const [owner, target, other] = [living.get(address), moves.get(address), buried.get(address)];
      buried.set(address, file);
      return [
        ...(owner ? [problem(['address'], 'tombstone-of-living', { other: owner })] : []),
        ...(target ? [problem(['address'], 'tombstone-of-moved', { target })] : []),
        ...(other ? [problem(['address'], 'tombstone-twice', { other })] : []),
        ...instead.flatMap((next, index): Problem[] => {
          const path = ['instead', index];
          const moved = moves.get(next);
          if (next === address) return [problem(path, 'instead-of-itself')];
          if (moved) return [problem(path, 'instead-has-moved', { address: next, target: moved })];
          return living.has(next) ? [] : [problem(path, 'instead-missing', { address: next }, meantBy(next, [...living.keys()]))];
        }),
      ];
    });
};
