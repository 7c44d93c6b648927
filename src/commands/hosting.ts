import { glob, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersFile, nginxMaps, nginxSite, redirectsFile } from '../domain/hosting.ts';
import { addressOf } from '../domain/ledger.ts';
import { entryAt, movesIn, type Archive } from '../domain/permalinks.ts';
import { base, embedAddress, href } from '../domain/urls.ts';
import { settings } from '../settings.ts';

/** The rules for hosts that take them, beside the pages they are about: `_headers`, `_redirects`, and nginx's in `.nginx/`. */
export const writeHostRules = async (folder: string, archive: Archive): Promise<void> => {
  const moves = new Map(
    settings.languages.flatMap((lang) =>
      [...movesIn(archive)].flatMap(([from, to]) => {
        const [old, now] = [entryAt(from), entryAt(to)];
        const card =
          old?.collection === 'practices' && now ? [[embedAddress(lang, 'practices', old.id), embedAddress(lang, 'practices', now.id)] as const] : [];
        return [[href(lang, from), href(lang, to)] as const, ...card];
      }),
    ),
  );
  const gone = settings.languages.flatMap((lang) => [...archive.tombstones.values()].map(({ facts }) => href(lang, facts.address)));
  const files = await Array.fromAsync(glob('**/*', { cwd: folder }));
  const known = files
    .flatMap((file) => addressOf(file.replaceAll('\\', '/')) ?? [])
    .map((address) => base + address.slice(1))
    .sort();
  await mkdir(join(folder, '.nginx'), { recursive: true });
  await Promise.all([
    writeFile(join(folder, '_headers'), headersFile(base)),
    writeFile(join(folder, '_redirects'), redirectsFile(moves)),
    writeFile(join(folder, '.nginx/maps.conf'), nginxMaps(base, { moves, gone, known })),
    writeFile(join(folder, '.nginx/site.conf'), nginxSite(base)),
  ]);
};
