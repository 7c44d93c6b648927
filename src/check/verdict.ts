import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Mention } from '../reader/across.ts';
import type { ContentFile } from '../reader/entry.ts';
import { frameDigest, readFrame, type Frame } from '../reader/frame.ts';
import { asTexts, isImage, readBytes, type BytesFile } from '../reader/folder.ts';
import { readGroup, type GroupReading } from '../reader/group.ts';
import type { Problem } from '../reader/problem.ts';
import { imageProblems } from './images.ts';

/** How many entries of each kind were read. */
export type Counts = Record<'practices' | 'lessons' | 'visits' | 'organisations' | 'translations', number>;

/** What the check has to say of an entry with its translations and pictures: it depends on their bytes and the frame alone. */
export interface Verdict {
  problems: readonly Problem[];
  /** The files it says there are. */
  mentions: readonly Mention[];
  counts: Counts;
}

const nothing: Counts = { practices: 0, lessons: 0, visits: 0, organisations: 0, translations: 0 };
/** How many entries several verdicts count. */
export const sumOf = (verdicts: Iterable<Verdict>): Counts => {
  const sum = { ...nothing };
  for (const { counts } of verdicts) for (const [name, count] of Object.entries(counts)) sum[name as keyof Counts] += count;
  return sum;
};

const countsOf = ({ entry, translations }: GroupReading): Counts => {
  const collection = entry?.file.split('/')[1];
  return { ...nothing, ...(collection && collection in nothing && { [collection]: 1 }), translations: translations.length };
};

/** The vocabularies and languages by which verdicts are found. */
export interface Rule {
  files: readonly ContentFile[];
  langs: readonly string[];
}

/** Changes when the verdict on some files might. */
export const digestFor = (rule: string, read: readonly BytesFile[]): string => {
  const hash = createHash('sha256').update(rule);
  for (const { file, bytes } of read) hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('base64url');
};
/** Changes when any verdict might. */
export const ruleDigest = ({ files, langs }: Rule): string => frameDigest(files, langs, { render: false });

/** The verdict on the files of one group. Without a frame, only what needs none is said. */
const verdictOn = async (root: string, frame: Frame | undefined, read: readonly BytesFile[]): Promise<Verdict> => {
  const { files, problems } = asTexts(read);
  const paths = read.map(({ file }) => file);
  const reading: GroupReading = frame ? readGroup(frame, { paths, files }) : { translations: [], problems: [], mentions: [] };
  const ofPictures = await Promise.all(paths.filter(isImage).map((file) => imageProblems({ file, path: join(root, file) })));
  return { problems: [...problems, ...reading.problems, ...ofPictures.flat()], mentions: reading.mentions, counts: countsOf(reading) };
};

/** The verdicts on groups of files, given by their paths, in the same order. */
export const judge = async (root: string, { files, langs }: Rule, groups: readonly (readonly string[])[]): Promise<Verdict[]> => {
  const { frame } = readFrame(files, langs, { render: false });
  const verdicts: Verdict[] = [];
  // One after the other, so that the texts of ten thousand entries are never in memory together.
  for (const paths of groups) verdicts.push(await verdictOn(root, frame, await readBytes(root, paths)));
  return verdicts;
};
