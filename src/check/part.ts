import { readFiles } from '../reader/folder.ts';
import { readLibrary } from '../reader/library.ts';
import type { Problem } from '../reader/problem.ts';
import { imageProblems } from './images.ts';

/** How many entries of each kind were read. */
export type Counts = Record<'practices' | 'lessons' | 'visits' | 'organisations' | 'translations' | 'vocabularies', number>;

/** What is wrong in the files at `read`, knowing that all of `paths` exist; and how many entries they are. */
export const checkPart = async (
  root: string,
  langs: readonly string[],
  read: readonly string[],
  paths: ReadonlySet<string>,
): Promise<{ problems: Problem[]; counts: Counts }> => {
  const { files, images, problems } = await readFiles(root, read);
  const { library, problems: found } = readLibrary(files, langs, paths, { render: false });
  const ofImages = await Promise.all(images.map(imageProblems));
  const { practices, lessons, visits, organisations, translations, vocabularies } = library;
  return {
    problems: [...problems, ...found, ...ofImages.flat()],
    counts: {
      practices: practices.size,
      lessons: lessons.size,
      visits: visits.size,
      organisations: organisations.size,
      translations: translations.length,
      vocabularies: vocabularies.size,
    },
  };
};
