import { translationSchema } from '../schema/translation.ts';
import { linksOf, referencesOf, type Mention } from './across.ts';
import { readData, readText, type ContentFile, type Entry, type TranslationEntry } from './entry.ts';
import { written, type Frame, type Written, type WrittenFacts } from './frame.ts';
import { imagePath, located, type Located } from './paths.ts';
import { meantBy, type Problem } from './problem.ts';
import { sourceProblems } from './sources.ts';

/** An entry with its translations and pictures: all that has to be read to judge any of them, and nothing else. */
export interface Group {
  /** The paths of all its files, and the text of those that are text. */
  paths: readonly string[];
  files: readonly ContentFile[];
}

/** What a group holds, what is wrong in it, and which files it says there are. */
export interface GroupReading {
  entry?: Entry<unknown>;
  translations: TranslationEntry[];
  problems: Problem[];
  mentions: Mention[];
}

const text = /^content\/(?<collection>practices|lessons|visits)\/(?<id>[^./]+)(?:\.(?<lang>\w+))?\.md$/;
const picture = /^content\/(?<collection>practices)\/(?<id>[^/]+)\/[^/]+$/;

/** The name of the group that a file belongs to: the entry's, for its translations and pictures as well. */
export const groupOf = (file: string): string => {
  const { collection, id } = (text.exec(file) ?? picture.exec(file))?.groups ?? {};
  return collection && id ? `${collection}/${id}` : file;
};

const isWritten = (folder: string): folder is Written => (written as readonly string[]).includes(folder);

/** Reads one group. */
export const readGroup = (frame: Frame, { paths, files }: Group): GroupReading => {
  const { byFolder, problems } = located(files);
  const [folder = ''] = [...byFolder].find(([, inside]) => inside.length > 0) ?? [];
  if (isWritten(folder)) return readWritten(frame, folder, paths, byFolder.get(folder)!);
  const [file] = byFolder.get(folder) ?? [];
  if (!file || (folder !== 'organisations' && folder !== 'tombstones')) return { translations: [], problems, mentions: [] };
  const { entry, problems: wrong } =
    folder === 'organisations' ? readData(file, file.id, frame.schemas.organisations) : readData(file, file.id, frame.schemas.tombstones);
  return {
    ...(entry && { entry }),
    translations: [],
    problems: [...problems, ...wrong],
    mentions: entry && folder === 'organisations' ? referencesOf(entry) : [],
  };
};

/** A text with its translations. */
const readWritten = (frame: Frame, collection: Written, paths: readonly string[], files: readonly Located[]): GroupReading => {
  const { langs, rules, schemas, sections: sectionsOf } = frame;
  const sections = sectionsOf(collection);
  const original = files.find(({ lang }) => !lang);
  const reading = original && readText(original, original.id, { schema: schemas[collection], sections, rules });
  const entry = reading?.entry;
  const problems = [...(reading?.problems ?? [])];
  const mentions: Mention[] = [];
  const translations = files.flatMap((file): TranslationEntry[] => {
    const { id, lang } = file;
    if (!lang) return [];
    const at = { file: file.file, line: 1, column: 1 };
    if (!entry) {
      // A broken original has said so itself.
      mentions.push({ ...at, target: `content/${collection}/${id}.md`, kind: 'nothing-to-translate' });
      return [];
    }
    if (entry.facts.lang === lang) problems.push({ ...at, kind: 'translation-into-own-language', values: { value: lang } });
    if (!langs.includes(lang))
      problems.push({ ...at, kind: 'translation-language', values: { value: lang, allowed: langs.join(', ') }, meant: meantBy(lang, langs) });
    const { sources, waivers = [] } = entry.facts;
    const translation = readText(file, id, { schema: translationSchema, sections, rules, translation: { lang, sources, waivers } });
    problems.push(...translation.problems);
    return translation.entry ? [{ ...translation.entry, collection, of: id, lang }] : [];
  });
  if (entry) {
    problems.push(...sourceProblems(entry));
    mentions.push(...referencesOf(entry));
  }
  return {
    ...(entry && { entry }),
    translations,
    problems: [...problems, ...pictureProblems(entry, `content/${collection}/${files[0]?.id}.md`, paths)],
    mentions: [...mentions, ...[...(entry ? [entry] : []), ...translations].flatMap(linksOf)],
  };
};

/** Pictures that an entry names and that are not there; pictures that lie there and that it does not name. */
const pictureProblems = (entry: Entry<WrittenFacts[Written]> | undefined, target: string, paths: readonly string[]): Problem[] => {
  const images = entry && 'images' in entry.facts ? (entry.facts.images ?? []) : [];
  const pictures = paths.filter((path) => imagePath.test(path));
  const missing = images.flatMap((image, index): Problem[] => {
    const picture = `${target.replace(/\.md$/, '')}/${image.file}`;
    const path = ['images', index, 'file'];
    return pictures.includes(picture)
      ? []
      : [{ file: entry!.file, ...entry!.header.at(path), field: path.join('.'), kind: 'image-missing', values: { target: picture } }];
  });
  // A practice that has mistakes cannot be asked for its pictures.
  const unused = entry || !paths.includes(target) ? pictures.filter((picture) => !images.some(({ file }) => picture.endsWith(`/${file}`))) : [];
  return [...missing, ...unused.map((file): Problem => ({ file, line: 1, column: 1, kind: 'image-unused', values: { target } }))];
};
