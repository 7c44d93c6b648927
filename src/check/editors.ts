import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { termIdsOf } from '../contribute/material.ts';
import { absolute, schemaAddress } from '../domain/urls.ts';
import { readFiles, walk } from '../reader/folder.ts';
import { readLibrary } from '../reader/library.ts';
import { fileKinds, folders, schemasOf, type FileKind } from '../schema/collections.ts';
import { jsonSchemaOf } from '../schema/jsonSchema.ts';
import { vocabularyNames } from '../schema/values.ts';
import { wordsIn } from '../schema/words.ts';

/** Where Astro's extension for VS Code looks for the schemas of front matter; Git knows nothing of it. */
const folder = '.astro/collections';

const nameOf = (kind: FileKind) => (kind === 'translation' ? 'translations' : folders[kind][0]);
const frontMatter = /^content\/(?<collection>practices|lessons|visits)\/[^./]+(?<translated>\.[a-z]+)?\.md$/;

/** Writes a file only when it says something new, so that editors do not load it again after each check. */
const keep = async (path: string, text: string) => {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(path, text);
};

/**
 * Lays down what editors of text need to explain and check a header while it is typed: the JSON Schema of every kind of file,
 * with labels in `lang`, and which file is of which kind. Made anew at each check, so that a new term is known at once;
 * while a vocabulary is broken, what was there stays. Read by VS Code as .vscode/settings.json says.
 */
export const writeEditorSchemas = async (root: string, langs: readonly string[], lang: string): Promise<void> => {
  const { paths } = await walk(root, 'content');
  const { files } = await readFiles(
    root,
    paths.filter((path) => path.startsWith('content/vocabularies/')),
  );
  const { vocabularies } = readLibrary(files, langs, new Set(paths)).library;
  if (vocabularyNames.some((name) => !vocabularies.has(name))) return;
  const schemas = schemasOf(termIdsOf(vocabularies), langs);
  const words = wordsIn(langs.includes(lang) ? lang : langs[0]!, vocabularies);
  await mkdir(join(root, folder), { recursive: true });
  for (const kind of fileKinds) {
    const schema = jsonSchemaOf(schemas[kind], { title: kind, id: absolute(schemaAddress(kind)), words });
    await keep(join(root, folder, `${nameOf(kind)}.schema.json`), JSON.stringify(schema));
  }
  const entries = paths.flatMap((path): [string, string][] => {
    const { collection, translated } = frontMatter.exec(path)?.groups ?? {};
    // The extension looks a file up by its address in small letters, with nothing encoded.
    return collection ? [[decodeURIComponent(pathToFileURL(join(root, path)).href).toLowerCase(), translated ? 'translations' : collection]] : [];
  });
  const collections = fileKinds.map((kind) => ({ hasSchema: true, name: nameOf(kind) }));
  await keep(join(root, folder, 'collections.json'), JSON.stringify({ collections, entries: Object.fromEntries(entries) }));
};
