import type { Entry } from '../reader/entry.ts';
import type { Library } from '../reader/library.ts';
import type { Position } from '../reader/problem.ts';

/** An address of another site, and the first place in `content/` that gives it. */
export interface OutsideAddress extends Position {
  address: string;
  file: string;
  /** How many other places give it too. */
  others: number;
}

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\//i.test(value);

/** The addresses in a header, with their paths. */
const inFacts = (value: unknown, path: readonly PropertyKey[] = []): { address: string; path: readonly PropertyKey[] }[] => {
  if (isAddress(value)) return [{ address: value, path }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => inFacts(inner, [...path, Array.isArray(value) ? Number(key) : key]));
};

/** Every address of another site that an entry names in its header (sources, stored copies, websites), each once. */
export const outsideAddresses = ({ practices, lessons, visits, organisations }: Library): OutsideAddress[] => {
  const found = new Map<string, OutsideAddress>();
  for (const { file, header, facts } of [practices, lessons, visits, organisations].flatMap((entries): Entry<unknown>[] => [...entries.values()]))
    for (const { address, path } of inFacts(facts)) {
      const known = found.get(address);
      if (known) known.others += 1;
      else found.set(address, { address, file, ...header.at(path), others: 0 });
    }
  return [...found.values()];
};
