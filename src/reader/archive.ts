import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive, Named, Terms } from '../domain/permalinks.ts';
import type { Collection } from '../domain/urls.ts';
import { walk } from './folder.ts';
import { readYaml, splitHeader, type Header } from './header.ts';

const entryFile = /^content\/(?<collection>practices|lessons|visits|organisations)\/(?<id>[^./]+)\.(?:md|yaml)$/;
const termFile = /^content\/vocabularies\/(?<id>themes|target-groups)\.yaml$/;
const tombstoneFile = /^content\/tombstones\/(?<id>[^./]+)\.yaml$/;
const nowhere: Header = { data: undefined, at: () => ({ line: 1, column: 1 }), atKey: () => ({ line: 1, column: 1 }) };

/** The header of a file; what is wrong in it has been said by the reader of its collection. */
const headerOf = (file: string, text: string): Header => {
  const parts = file.endsWith('.md') ? splitHeader(text) : { yaml: text };
  return typeof parts === 'string' ? nowhere : readYaml(file, parts.yaml, file.endsWith('.md') ? 2 : 1).header;
};
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

/**
 * All that addresses depend on: which entries there are, what they were called before, and what was taken away. Quick,
 * because a header is only read where the file speaks of its past; a file with a mistake in it is still an entry.
 */
export const archiveOf = async (root: string): Promise<Archive> => {
  const { paths } = await walk(root, 'content');
  const entries = () => new Map<string, Named>();
  const archive = {
    practices: entries(),
    lessons: entries(),
    visits: entries(),
    organisations: entries(),
    vocabularies: new Map<string, Terms>(),
    tombstones: new Map<string, Named & { facts: { address: string; instead: string[] } }>(),
  };
  await Promise.all(
    paths.map(async (file) => {
      const entry = entryFile.exec(file)?.groups as { collection: Collection; id: string } | undefined;
      const other = (termFile.exec(file) ?? tombstoneFile.exec(file))?.groups?.id;
      if (!entry && !other) return;
      const text = await readFile(join(root, file), 'utf8');
      const speaks = other !== undefined || /^"?formerSlugs/m.test(text);
      const header = speaks ? headerOf(file, text) : nowhere;
      const data = (header.data ?? {}) as Record<string, unknown>;
      const common = { file, at: header.at };
      if (entry) archive[entry.collection].set(entry.id, { ...common, id: entry.id, facts: { formerSlugs: strings(data.formerSlugs) } });
      else if (termFile.test(file)) {
        const terms = Array.isArray(data.terms) ? (data.terms as Record<string, unknown>[]) : [];
        archive.vocabularies.set(other!, {
          ...common,
          facts: { terms: terms.map((term) => ({ id: String(term.id), formerSlugs: strings(term.formerSlugs) })) },
        });
      } else archive.tombstones.set(other!, { ...common, id: other!, facts: { address: String(data.address), instead: strings(data.instead) } });
    }),
  );
  return archive;
};
