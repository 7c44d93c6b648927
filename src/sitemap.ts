import type { SitemapItem } from '@astrojs/sitemap';
import { movesIn } from './domain/permalinks.ts';
import { absolute, base, href } from './domain/urls.ts';
import { archiveOf } from './reader/archive.ts';
import { settings } from './settings.ts';

let unlisted: Promise<ReadonlySet<string>> | undefined;

/** Addresses that answer, but that nobody should search for: where a page has moved from, and where one was taken away. */
const former = async (): Promise<ReadonlySet<string>> => {
  const archive = await archiveOf(process.cwd());
  const addresses = [...movesIn(archive).keys(), ...[...archive.tombstones.values()].map(({ facts }) => facts.address)];
  return new Set(settings.languages.flatMap((lang) => addresses.map((address) => absolute(href(lang, address)))));
};

/** Whether an address belongs in the sitemap: the item, or nothing. */
export const listed = async (item: SitemapItem): Promise<SitemapItem | undefined> =>
  (await (unlisted ??= former())).has(item.url) || item.url.startsWith(absolute(`${base}embed/`)) ? undefined : item;
