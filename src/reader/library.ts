import type { LessonFacts } from '../schema/lesson.ts';
import type { OrganisationFacts } from '../schema/organisation.ts';
import type { PracticeFacts } from '../schema/practice.ts';
import type { Tombstone } from '../schema/tombstone.ts';
import type { VisitFacts } from '../schema/visit.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { acrossFiles, slugsTaken } from './across.ts';
import type { ContentFile, Entry, TranslationEntry } from './entry.ts';
import { frameDigest, isFrame, readFrame, type ReadingOptions } from './frame.ts';
import { groupOf, readGroup, type GroupReading } from './group.ts';
import { remembered } from './memory.ts';
import { sorted, type Problem } from './problem.ts';

type Entries<Facts> = ReadonlyMap<string, Entry<Facts>>;

/** Everything in `content/` that passed, by collection and slug. */
export interface Library {
  vocabularies: Entries<Vocabulary>;
  practices: Entries<PracticeFacts>;
  lessons: Entries<LessonFacts>;
  visits: Entries<VisitFacts>;
  organisations: Entries<OrganisationFacts>;
  translations: readonly TranslationEntry[];
  tombstones: Entries<Tombstone>;
}

/**
 * Reads `content/`: `files` are its files, `langs` the languages of the site. `paths` are all the files there are, so that a
 * reference to one that is not read now is not taken for a mistake.
 * Gives the entries that passed and every problem found, sorted by place. When there are problems, nothing may be published.
 */
export const readLibrary = (
  files: readonly ContentFile[],
  langs: readonly string[],
  paths: ReadonlySet<string> = new Set(files.map(({ file }) => file)),
  options: ReadingOptions = {},
): { library: Library; problems: Problem[] } => {
  const { frame, vocabularies, problems } = readFrame(files, langs, options);
  const digest = frameDigest(files, langs, options);
  const pathsOf = Map.groupBy(paths, groupOf);
  const groups = Map.groupBy(
    files.filter(({ file }) => !isFrame(file)),
    ({ file }) => groupOf(file),
  );
  const readings = [...groups].map(([name, inside]): GroupReading => {
    if (!frame) return { translations: [], problems: [], mentions: [] };
    const group = { files: inside, paths: pathsOf.get(name) ?? [] };
    return remembered(name, digest + JSON.stringify(group), () => readGroup(frame, group));
  });
  const entriesIn = <Facts>(collection: string): Entries<Facts> =>
    new Map(readings.flatMap(({ entry }) => (entry?.file.startsWith(`content/${collection}/`) ? [[entry.id, entry as Entry<Facts>] as const] : [])));
  return {
    library: {
      vocabularies,
      practices: entriesIn('practices'),
      lessons: entriesIn('lessons'),
      visits: entriesIn('visits'),
      organisations: entriesIn('organisations'),
      tombstones: entriesIn('tombstones'),
      translations: readings.flatMap(({ translations }) => translations),
    },
    problems: sorted([
      ...problems,
      ...readings.flatMap((reading) => reading.problems),
      ...slugsTaken(paths),
      ...acrossFiles(
        readings.flatMap(({ mentions }) => mentions),
        paths,
      ),
    ]),
  };
};
