import { createHash } from 'node:crypto';

/** The file of the ledger, from the project's root. */
export const ledgerFile = 'addresses.txt';

const heading = '# Every address ever published here, without host and base path. `npm run ledger` adds to it; no line is ever changed or removed.';
const sealOf = (addresses: readonly string[]) => `# ${addresses.length} addresses, sha256 ${createHash('sha256').update(addresses.join('\n')).digest('hex')}`;

/** A line of the ledger; lines count from 1. */
export interface Recorded {
  address: string;
  line: number;
}

/** The ledger as read: its addresses in order, and whether its seal fits them. */
export const readLedger = (text: string): { recorded: Recorded[]; sealed: boolean } => {
  const lines = text.split(/\r?\n/);
  const recorded = lines.flatMap((address, index) => (address === '' || address.startsWith('#') ? [] : [{ address, line: index + 1 }]));
  return { recorded, sealed: lines.includes(sealOf(recorded.map(({ address }) => address))) };
};

/** The ledger with the addresses that are new to it at its end, in alphabetical order. */
export const grownLedger = (text: string, published: Iterable<string>): { text: string; added: number } => {
  const known = readLedger(text).recorded.map(({ address }) => address);
  const before = new Set(known);
  const added = [...new Set(published)].filter((address) => !before.has(address)).sort();
  const all = [...known, ...added];
  return { text: `${[heading, sealOf(all), ...all].join('\n')}\n`, added: added.length };
};

/**
 * The address that a file of the built site answers at, without base path; undefined for files that nobody links to:
 * the search index, hashed assets, the "not found" page, and what stands beside an entry and follows its address.
 */
export const addressOf = (file: string): string | undefined => {
  if (/^(?:_astro|pagefind|og)\//.test(file)) return undefined;
  if (/(?:^|\/)index\.html$/.test(file)) return `/${file.slice(0, -'index.html'.length)}`;
  return /^(?:data|schema)\/[^/]+$|(?:^|\/)feed\.(?:xml|atom|json)$/.test(file) ? `/${file}` : undefined;
};
