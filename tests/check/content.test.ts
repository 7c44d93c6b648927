import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAll, groupsIn, judgeMany, lookAround, ruleOf } from '../../src/check/content.ts';
import { reporters } from '../../src/check/reporters.ts';
import { judge } from '../../src/check/verdict.ts';
import { readAllFiles } from '../../src/reader/folder.ts';
import { isFrame } from '../../src/reader/frame.ts';
import { groupOf } from '../../src/reader/group.ts';
import { kinds } from '../../src/reader/kinds.ts';
import { readLibrary } from '../../src/reader/library.ts';
import { asLine, saidIn, type Problem } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';
import { changed, file as practice, withParagraph } from './contributions/valid.ts';

let all: Awaited<ReturnType<typeof readAllFiles>>;
beforeAll(async () => {
  all = await readAllFiles(process.cwd());
});

const judgedWith = (file: string) => all.paths.filter((other) => isFrame(other) || groupOf(other) === groupOf(file));
/** The problems of a file put in the place of another, or beside the rest, with what is read to judge it; `among` may name more. */
const problemsWith = (file: string, text: string, among: readonly string[] = judgedWith(file)): Problem[] =>
  readLibrary([...all.files.filter((other) => other.file !== file && among.includes(other.file)), { file, text }], settings.languages, new Set(all.paths))
    .problems;

test('the content as it is has no problem, and nothing to warn of', async () => {
  const { problems, counts } = await checkAll(process.cwd(), settings.languages);
  expect(problems.map((problem) => asLine(problem))).toEqual([]);
  expect(counts.practices).toBeGreaterThan(30);
});

test('all problems are told at once, by place, those of the text even when the header cannot be read', () => {
  const text = withParagraph('<b>x</b> and [y](javascript:z)').replace('lang: en', 'lang: en: fi');
  expect(problemsWith(practice, text).map(({ kind }) => kind)).toEqual(['yaml-colon', 'html', 'html', 'link-not-allowed']);
  const places = problemsWith(practice, changed('lead: punkalaidun', 'lead: nobody').replace('scope: municipality', 'scope: x'))
    .filter(({ file }) => file === practice)
    .map(({ line }) => line);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('near-misses are suggested: fields, terms, slugs, countries, headings, source keys', () => {
  const meant = (text: string) => problemsWith(practice, text).find((problem) => problem.meant !== undefined)?.meant;
  expect(meant(changed('nativeTitle:', 'nativeTitel:'))).toBe('nativeTitle');
  expect(meant(changed('scope: municipality', 'scope: municipalty'))).toBe('municipality');
  expect(meant(changed('lead: punkalaidun', 'lead: punkalaidum'))).toBe('punkalaidun');
  expect(meant(changed('## How it works', '## How it wroks'))).toBe('How it works');
  for (const [written, code] of [
    ['FIN', 'FI'],
    ['Finland', 'FI'],
    ['fi', 'FI'],
    ['UK', 'GB'],
    ['EST', 'EE'],
    ['LVA', 'LV'],
    ['ISL', 'IS'],
    ['SWE', 'SE'],
  ] as const)
    expect(meant(changed('countries: [FI]', `countries: [${written}]`)), written).toBe(code);
});

test('a warning is told and stops nothing', () => {
  const problems = problemsWith(practice, withParagraph('An innovative town spent EUR 90,000.'));
  expect(problems.map(({ kind }) => kind).sort()).toEqual(['figure-without-source', 'promotional-word']);
});

describe('a vocabulary or a file of the interface', () => {
  const themes = () => all.files.find(({ file }) => file === 'content/vocabularies/themes.yaml')!;
  test('with a label missing in one language is refused, and the rest is still checked', () => {
    const text = themes().text.replace(/^( +)et: .*\n/m, '');
    expect(text).not.toBe(themes().text);
    expect(problemsWith(themes().file, text).map(({ kind }) => kind)).toContain('required');
    expect(problemsWith(themes().file, text, all.paths).filter(({ kind }) => kind === 'not-allowed')).toEqual([]);
  });
  test('that is gone is missed', () => {
    const rest = all.files.filter(({ file }) => file !== themes().file);
    expect(readLibrary(rest, settings.languages).problems).toContainEqual(expect.objectContaining({ file: themes().file, kind: 'vocabulary-missing' }));
  });
  test('that is not JSON is refused', () => {
    expect(problemsWith('content/languages/lv.json', '{ "ui": ')).toContainEqual(expect.objectContaining({ kind: 'json' }));
  });
});

test('an entry, its translations and its pictures are judged together', () => {
  const ofA = ['content/practices/a.md', 'content/practices/a.lv.md', 'content/practices/a/p.jpg'];
  const others = ['content/practices/b.md', 'content/lessons/a.md', 'content/organisations/a.yaml'];
  expect([...groupsIn(['content/vocabularies/x.yaml', ...ofA, ...others]).values()]).toEqual([ofA, ...others.map((file) => [file])]);
});

test('threads find what one finds', async () => {
  const { paths } = await lookAround(process.cwd());
  const { rule } = await ruleOf(process.cwd(), settings.languages, paths);
  const groups = [...groupsIn(paths).values()].slice(0, 30);
  const alone = await judge(process.cwd(), rule, groups);
  expect(alone.flatMap(({ mentions }) => mentions).length).toBeGreaterThan(30);
  expect(await judgeMany(process.cwd(), rule, groups, 3)).toEqual(alone);
});

test('what an earlier check has found is believed as long as nothing has changed that it rests on', async () => {
  const root = resolve('.cache/tests/known');
  await rm(root, { recursive: true, force: true });
  await cp('content', join(root, 'content'), { recursive: true });
  const found = async () => (await checkAll(root, settings.languages)).problems.map(({ file, kind }) => [file, kind]);
  expect(await found()).toEqual([]);
  const known = join(root, '.cache/check.json');
  const lie = async () => {
    const text = await readFile(known, 'utf8');
    const kept = JSON.parse(text) as { verdicts: [string, { problems: Problem[]; mentions: { file: string }[] }][] };
    const [, verdict] = kept.verdicts.find(([, { mentions }]) => mentions.some(({ file }) => file === practice))!;
    verdict.problems = [{ file: practice, line: 1, column: 1, kind: 'html' }];
    await writeFile(known, JSON.stringify(kept));
    return text;
  };
  await lie();
  expect(await found()).toEqual([[practice, 'html']]);
  await writeFile(join(root, practice), `${await readFile(practice, 'utf8')}\n`);
  expect(await found()).toEqual([]);
  await lie();
  const vocabulary = 'content/vocabularies/themes.yaml';
  await writeFile(join(root, vocabulary), `${await readFile(vocabulary, 'utf8')}\n`);
  expect(await found()).toEqual([]);
  await writeFile(
    known,
    (await lie()).replace(/"code":"[^"]+"/, '"code":"another"').replaceAll('"problems":[]', '"problems":[{"file":"x","line":1,"column":1,"kind":"html"}]'),
  );
  expect(await found()).toEqual([]);
  await writeFile(known, '{"half a file');
  expect(await found()).toEqual([]);
  await rm(root, { recursive: true });
});

describe('a problem is told', () => {
  const problem: Problem = {
    file: 'content/practices/a,b.md',
    line: 7,
    column: 13,
    field: 'countries.0',
    kind: 'not-a-country',
    values: { value: '"EST"' },
    meant: 'EE',
  };
  const report = { problems: [problem], lang: 'en', textOf: () => 'a\n'.repeat(6) + 'countries: [EST]\n' };
  test('in one line that names place, field, what is wrong and how to mend it', () => {
    expect(asLine(problem)).toBe(
      'content/practices/a,b.md:7:13  countries.0: "EST" is not a country code. Did you mean "EE"? Use two capital letters, for example EE.',
    );
  });
  test('in the terminal, with the line itself and a mark under the place', () => {
    const lines = reporters
      .terminal(report)
      .replace(/\u001b\[\d+m/g, '')
      .split('\n');
    expect(lines[1]).toBe('    7 | countries: [EST]');
    expect(lines[2]!.indexOf('^')).toBe(lines[1]!.indexOf('EST'));
    expect(lines.at(-1)).toBe('✗ 1 problem in 1 file.');
  });
  test('on GitHub, as an annotation whose text cannot start another command', () => {
    const evil = { ...problem, values: { value: '"x\n::set-output name=a::b"' } };
    const [line, ...rest] = reporters.github({ ...report, problems: [evil] }).split('\n');
    expect(line).toMatch(/^::error file=content\/practices\/a%2Cb\.md,line=7,col=13,title=countries\.0::/);
    expect(line).toContain('%0A::set-output');
    expect(rest).toEqual(['1 problem in 1 file']);
  });
  test('to programs, as JSON', () => {
    expect(JSON.parse(reporters.json(report))).toEqual([
      {
        ...problem,
        values: undefined,
        severity: 'error',
        what: '"EST" is not a country code.',
        mend: 'Did you mean "EE"? Use two capital letters, for example EE.',
      },
    ]);
  });
});

test('every kind of problem says what is wrong and how to mend it, in every language with the same blanks', async () => {
  const source = await readFile('src/reader/kinds.ts', 'utf8');
  for (const [kind, row] of Object.entries(kinds)) {
    const blanks = (lang: string) =>
      JSON.stringify((row as unknown as Record<string, string[]>)[lang] ?? row.en)
        .match(/\{\w+\}/g)
        ?.sort() ?? [];
    for (const lang of settings.languages) expect(new Set(blanks(lang)), `${kind} in ${lang}`).toEqual(new Set(blanks('en')));
    expect(saidIn('en', { file: 'f', line: 1, column: 1, kind: kind as Problem['kind'] }).mend, kind).not.toBe('');
    expect(source.match(new RegExp(`^ {2}'?${kind}'?: \\{`, 'gm')), kind).toHaveLength(1);
  }
});
