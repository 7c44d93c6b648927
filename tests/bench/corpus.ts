/**
 * `node tests/bench/corpus.ts COUNT FOLDER [--seed 1]`: a copy of the project with COUNT invented practices beside the real
 * entries, each with its translations, to measure what a large base costs. The same seed gives the same files, and practice
 * number i is the same whatever the count. Words are the project's own, each as often as Zipf's law has it; the rare ones are
 * made of the halves of two others.
 */
import { cp, glob, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../../src/reader/folder.ts';
import type { Library } from '../../src/reader/library.ts';
import type { VocabularyName } from '../../src/schema/values.ts';
import { fold } from '../../src/search/normalise.ts';
import { settings } from '../../src/settings.ts';

type Random = () => number;
type InventedFile = readonly [file: string, text: string];
interface Vocabulary {
  words: readonly string[];
  /** How far the words up to each one reach, of all that is written. */
  reach: Float64Array;
}

const langs: readonly string[] = settings.languages;
/** How many words a language has, rare ones included. */
const mostWords = 15_000;
const newest = Date.UTC(2026, 5, 30);
const countries = ['LV', 'LT', 'EE', 'FI', 'SE', 'NO', 'DK', 'IS', 'PL'];

/** The generator mulberry32 (T. Ettinger, 2017): numbers from 0 to 1 that depend on the seed alone. */
const randomFrom = (seed: number): Random => {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const between = (random: Random, least: number, most: number) => least + below(random, most - least + 1);
const pick = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)]!;
/** The first of a list are picked far oftener than the last. */
const pickEarly = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() ** 2.5 * all.length)]!;
const several = <T>(random: Random, all: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: between(random, 1, most) }, () => pickEarly(random, all))),
];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const labelOf = ({ id, label }: { id: string; label?: Readonly<Record<string, string>> | undefined }, lang: string) => label?.[lang] ?? id;
const quoted = (text: string) => JSON.stringify(text);

/** The words of a language by how often the project writes them, then invented ones: beginnings of words with the ends of others. */
const vocabularyOf = (texts: readonly string[], praise: readonly string[], random: Random): Vocabulary => {
  const counts = new Map<string, number>();
  for (const [word] of texts
    .join(' ')
    .toLowerCase()
    .normalize('NFC')
    .matchAll(/(?<![\p{L}\p{N}])[\p{Script=Latin}]{2,}(?![\p{L}\p{N}])/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const isPraise = (word: string) => praise.some((beginning) => word.startsWith(beginning));
  const written = [...counts]
    .filter(([word]) => !isPraise(word))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word);
  const long = written.filter((word) => word.length > 5);
  const words = new Set(written.slice(0, mostWords));
  while (words.size < mostWords) {
    const [first, second] = [pick(random, long), pick(random, long)];
    const made = first.slice(0, between(random, 3, 5)) + second.slice(-between(random, 3, 5));
    if (!isPraise(made)) words.add(made);
  }
  // Zipf's law with Mandelbrot's correction.
  let sum = 0;
  const reach = Float64Array.from({ length: words.size }, (_, rank) => (sum += 1 / (rank + 2.7) ** 1.1));
  return { words: [...words], reach };
};

const wordIn = ({ words, reach }: Vocabulary, random: Random): string => {
  const wanted = random() * reach.at(-1)!;
  let [low, high] = [0, reach.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low]!;
};

/** Writes invented practices in the words of `library`. */
const writerOf = (library: Library, praise: ReadonlyMap<string, readonly string[]>, seed: number) => {
  const ids = (name: VocabularyName) => library.vocabularies.get(name)!.facts.terms.map(({ id }) => id);
  const terms = {
    themes: ids('themes'),
    groups: ids('target-groups'),
    scopes: ids('scopes'),
    statuses: ids('statuses'),
    stages: ids('stages'),
    methods: ids('methods'),
    prerequisites: ids('prerequisites'),
    funding: ids('funding'),
    roles: ids('roles'),
    bands: ids('population-bands'),
    types: ids('organisation-types'),
  };
  const concepts = library.vocabularies.get('concepts')!.facts.terms;
  const sections = library.vocabularies.get('sections')!.facts.terms.filter(({ template }) => template === 'practices');
  const entries = [...library.practices.values(), ...library.lessons.values(), ...library.visits.values()];
  const vocabularies = new Map(
    langs.map((lang, index) => {
      const own = entries
        .filter(({ facts }) => facts.lang === lang)
        .map(({ facts, body }) => `${facts.title} ${'summary' in facts ? facts.summary : facts.statement} ${body.text}`);
      const translated = library.translations.filter((entry) => entry.lang === lang).map(({ facts, body }) => `${facts.title} ${facts.summary} ${body.text}`);
      return [lang, vocabularyOf([...own, ...translated], praise.get(lang) ?? [], randomFrom(seed * 31 + index))] as const;
    }),
  );
  const places = Array.from({ length: 300 }, (_, index) => {
    const random = randomFrom(seed * 77_000 + index);
    const long = vocabularies.get(pick(random, langs.slice(1)))!.words.filter((word) => word.length > 5);
    const name = capital(pick(random, long).slice(0, 3) + pick(random, long).slice(-4));
    return { name, lat: 54 + below(random, 120) / 10, lon: 10 + below(random, 180) / 10, population: pick(random, terms.bands) };
  });

  /** What is decided first of a practice, and needed by those that link to it. */
  const headOf = (index: number) => {
    const random = randomFrom(seed * 1_000_003 + index);
    const lang = langs[index % langs.length]!;
    const subjects = [...new Set([pickEarly(random, concepts), pick(random, concepts), pick(random, concepts)])];
    const place = pick(random, places);
    /** One of the labels of a subject of this practice. */
    const subject = (into: string): string => {
      const term = pickEarly(random, subjects);
      return pickEarly(random, [labelOf(term, into), ...(term.alt?.[into] ?? [])]);
    };
    const words = (into: string, count: number) => Array.from({ length: count }, () => wordIn(vocabularies.get(into)!, random));
    const sentence = (into: string): string => {
      const all = words(into, between(random, 7, 19));
      if (random() < 0.3) all.splice(between(random, 1, all.length - 1), 0, subject(into));
      return `${capital(all.join(' '))}.`;
    };
    const title = (into: string): string =>
      `${capital([...words(into, between(random, 1, 3)), subject(into), ...words(into, between(random, 1, 2))].join(' '))}, ${place.name}`.slice(0, 118).trim();
    const slug = `${fold(place.name)}-${subjects[0]!.id.slice(0, 30)}-${index + 1}`.toLowerCase().replace(/-+/g, '-');
    return { random, lang, place, slug, sentence, title, ownTitle: title(lang) };
  };
  type Head = ReturnType<typeof headOf>;

  const summaryOf = ({ sentence }: Head, lang: string): string => {
    let text = sentence(lang);
    while (text.length < 260) text += ` ${sentence(lang)}`;
    return text.slice(0, 690).trim();
  };
  const paragraphOf = ({ sentence, lang, random }: Head): string => Array.from({ length: between(random, 3, 6) }, () => sentence(lang)).join(' ');

  const organisationOf = (number: number) => {
    const random = randomFrom(seed * 501_001 + number);
    const [place, lang] = [pick(random, places), pick(random, langs)];
    const name = capital([wordIn(vocabularies.get(lang)!, random), wordIn(vocabularies.get(lang)!, random)].join(' '));
    return [
      `names: { native: ${quoted(`${place.name} ${name}`)}, en: ${quoted(`${name} of ${place.name}`)} }`,
      `nativeLang: ${lang}`,
      `type: ${pickEarly(random, terms.types)}`,
      `country: ${pickEarly(random, countries)}`,
      `place: { name: ${quoted(place.name)} }`,
      '',
    ].join('\n');
  };
  const organisationSlug = (number: number) => `organisation-${number + 1}`;
  /** How many organisations there are when there are so many practices. */
  const organisationsFor = (count: number) => Math.max(20, Math.ceil(count / 8));

  const headerOf = (head: Head, index: number, related: readonly string[], sources: number): string[] => {
    const { random, lang, place, ownTitle } = head;
    const [scope, status] = [pick(random, terms.scopes), pick(random, terms.statuses)];
    const started = between(random, 2004, 2023);
    const published = newest - below(random, 1000) * 86_400_000;
    const source = () => `[s${between(random, 1, sources)}]`;
    const organisation = () => organisationSlug(below(random, organisationsFor(index + 1)));
    return [
      `title: ${quoted(ownTitle)}`,
      `summary: ${quoted(summaryOf(head, lang))}`,
      `lang: ${lang}`,
      `countries: [${pickEarly(random, countries)}]`,
      `places: [{ name: ${quoted(place.name)}, lat: ${place.lat}, lon: ${place.lon}, population: ${place.population} }]`,
      `scope: ${scope}`,
      `status: ${status}`,
      `started: ${started}`,
      ...(status === 'ended' ? [`ended: ${started + between(random, 0, 2)}`, `endedReason: ${quoted(head.sentence(lang))}`] : []),
      `themes: [${several(random, terms.themes, 3).join(', ')}]`,
      `targetGroups: [${several(random, terms.groups, 3).join(', ')}]`,
      `stages: [${pick(random, terms.stages)}]`,
      `lead: ${organisation()}`,
      `partners: [{ organisation: ${organisation()}, role: ${pick(random, terms.roles)} }]`,
      'results:',
      ...Array.from(
        { length: between(random, 1, 4) },
        () =>
          `  - { statement: ${quoted(head.sentence(lang))}, value: ${between(random, 2, 900)}, method: ${pick(random, terms.methods)}, sources: ${source()} }`,
      ),
      `prerequisites: [{ term: ${pick(random, terms.prerequisites)}, note: ${quoted(head.sentence(lang))}, sources: ${source()} }]`,
      `funding: [{ term: ${pick(random, terms.funding)}, sources: ${source()} }]`,
      ...(related.length > 0 ? [`related: [${related.join(', ')}]`] : []),
      'sources:',
      ...Array.from(
        { length: sources },
        (_, at) =>
          `  - { key: s${at + 1}, title: ${quoted(head.sentence(lang).slice(0, 240))}, publisher: ${quoted(`${place.name} ${at + 1}`)}, year: ${started + at}, url: "https://example.org/${index + 1}/${at + 1}", accessed: ${day(newest)} }`,
      ),
      'contributors: [{ name: Tilts editors }]',
      `published: ${day(published)}`,
      ...(random() < 0.4 ? [`updated: ${day(published + 30 * 86_400_000)}`] : []),
      'reviewStatus: editor-checked',
    ];
  };

  const bodyOf = (head: Head, links: readonly Head[], sources: number): string => {
    const { random, lang, sentence } = head;
    const cite = () => `[^s${between(random, 1, sources)}]`;
    const all = Array.from({ length: sources }, (_, at) => `[^s${at + 1}]`).join('');
    return sections
      .map((section, at) => {
        const linked = links[at] ? ` [${links[at].ownTitle}](${links[at].slug}.md)` : '';
        const parts = [`## ${labelOf(section, lang)}`, `${paragraphOf(head)}${at === 0 ? all : cite()}${linked}`];
        if (at === 1) parts.push(Array.from({ length: between(random, 3, 6) }, () => `- ${sentence(lang)}${cite()}`).join('\n'));
        if (at === 2 && random() < 0.35)
          parts.push(
            [
              `| ${capital(wordIn(vocabularies.get(lang)!, random))} | 2019 | 2023 |`,
              '| --- | ---: | ---: |',
              ...Array.from({ length: 4 }, () => `| ${sentence(lang).slice(0, 30).trim()}${cite()} | ${between(random, 1, 90)} | ${between(random, 1, 90)} |`),
            ].join('\n'),
          );
        parts.push(paragraphOf(head));
        return parts.join('\n\n');
      })
      .join('\n\n');
  };

  /** The files of a practice and of its translations. */
  const practiceFiles = (index: number): InventedFile[] => {
    const head = headOf(index);
    const { random, slug, lang, title } = head;
    const links = index === 0 ? [] : Array.from({ length: between(random, 1, 4) }, () => headOf(Math.floor(random() ** 2 * index)));
    const sources = between(random, 1, 4);
    const related = [...new Set(links.slice(0, 2).map((link) => link.slug))];
    const text = ['---', ...headerOf(head, index, related, sources), '---', '', bodyOf(head, links, sources), ''].join('\n');
    return [
      [`practices/${slug}.md`, text],
      ...langs
        .filter((into) => into !== lang)
        .map((into) => {
          const lines = [
            `title: ${quoted(title(into))}`,
            `summary: ${quoted(summaryOf(head, into))}`,
            `translated: ${day(newest)}`,
            'by: machine',
            'reviewed: false',
          ];
          return [`practices/${slug}.${into}.md`, ['---', ...lines, '---', ''].join('\n')] as const;
        }),
    ];
  };
  return {
    practiceFiles,
    organisationFiles: (count: number): InventedFile[] =>
      Array.from({ length: organisationsFor(count) }, (_, number) => [`organisations/${organisationSlug(number)}.yaml`, organisationOf(number)]),
  };
};

/** The files below `content/` of so many invented practices and of the organisations they name, one practice at a time. */
export async function* inventedFiles(count: number, seed = 1): AsyncGenerator<InventedFile[]> {
  const { library } = await readContent(process.cwd(), langs);
  const praise = new Map<string, readonly string[]>();
  for await (const file of glob('content/languages/*.json'))
    praise.set(file.slice(-7, -5), (JSON.parse(await readFile(file, 'utf8')) as { praise?: string[] }).praise ?? []);
  const { practiceFiles, organisationFiles } = writerOf(library, praise, seed);
  yield organisationFiles(count);
  for (let index = 0; index < count; index += 1) yield practiceFiles(index);
}

/** Writes a copy of the project into `folder`, which is emptied first, with so many invented practices beside the real entries. */
const writeProject = async (count: number, folder: string, seed: number): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of ['src', 'public', 'content', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs'])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for await (const files of inventedFiles(count, seed)) await Promise.all(files.map(([file, text]) => writeFile(join(folder, 'content', file), text)));
};

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } });
  const [count, folder] = [Number(positionals[0]), positionals[1]];
  if (!Number.isInteger(count) || !folder) throw new Error('Use: node tests/bench/corpus.ts COUNT FOLDER [--seed 1]');
  await writeProject(count, folder, Number(values.seed));
  console.log(`${count} invented practices beside the real entries in ${folder}`);
}
