import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ContentFile } from '../../src/reader/entry.ts';
import { readFiles } from '../../src/reader/folder.ts';
import { readLibrary } from '../../src/reader/library.ts';
import type { Problem } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';

const practice = 'content/practices/punkalaidun-rural-integration.md';
let files: ContentFile[];
let valid: string;

beforeAll(async () => {
  ({ files } = await readFiles(process.cwd()));
  valid = await readFile(practice, 'utf8');
});

/** The problems of the whole content with one file put in the place of another, or beside the rest. */
const problemsWith = (file: string, text: string): Problem[] =>
  readLibrary([...files.filter((other) => other.file !== file), { file, text }], settings.languages).problems;
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
/** The valid practice with one thing changed; complains when there was nothing to change. */
const changed = (from: string | RegExp, to: string) => {
  const text = valid.replace(from, to);
  if (text === valid) throw new Error(`nothing to change: ${from}`);
  return text;
};

test('the content as it is has no problem', () => {
  expect(readLibrary(files, settings.languages).problems).toEqual([]);
});

describe('a practice is refused at the right line, with the field and the remedy, when', () => {
  const cases: { when: string; from: string | RegExp; to: string; at: string; field?: string; says: RegExp }[] = [
    { when: 'a required field is missing', from: /^scope: .*\n/m, to: '', at: 'title:', field: 'scope', says: /is required\. Add it/ },
    { when: 'a field is not known', from: 'nativeTitle:', to: 'nativeTitel:', at: 'nativeTitel:', field: 'nativeTitel', says: /not a field.*"nativeTitle"/ },
    {
      when: 'a term is misspelt',
      from: 'scope: municipality',
      to: 'scope: municipalty',
      at: 'scope:',
      field: 'scope',
      says: /"municipalty" is not one of.*Did you mean "municipality"/,
    },
    {
      when: 'a country has three letters',
      from: 'countries: [FI]',
      to: 'countries: [FIN]',
      at: 'countries:',
      field: 'countries.0',
      says: /two capital letters, for example EE/,
    },
    {
      when: 'a day does not exist',
      from: 'started: 2011',
      to: 'started: 2023-02-30',
      at: 'started:',
      field: 'started',
      says: /"2023-02-30" must be a date that exists/,
    },
    {
      when: 'it ended without a reason',
      from: 'status: unknown',
      to: 'status: ended',
      at: 'title:',
      field: 'endedReason',
      says: /required because the status is ended\. Say why/,
    },
    { when: 'it ended before it began', from: 'started: 2011', to: 'started: 2011\nended: 2009', at: 'ended:', field: 'ended', says: /before started/ },
    { when: 'there are too many themes', from: 'themes: [', to: 'themes: [language, health, ', at: 'themes:', field: 'themes', says: /at most 3/ },
    {
      when: 'the summary is too short',
      from: /summary: >-\n(?: {2}.*\n)+/,
      to: 'summary: Short.\n',
      at: 'summary:',
      field: 'summary',
      says: /too short: 6 characters, at least 150/,
    },
    {
      when: 'the title is too long',
      from: /^title: .*$/m,
      to: `title: ${'x'.repeat(121)}`,
      at: 'title:',
      field: 'title',
      says: /too long: 121 characters, at most 120/,
    },
    {
      when: 'the lead is not in the collection',
      from: 'lead: punkalaidun',
      to: 'lead: punkalaidum',
      at: 'lead:',
      field: 'lead',
      says: /no content\/organisations\/punkalaidum\.yaml\. Did you mean "punkalaidun"/,
    },
    {
      when: 'a source address would run a script',
      from: /url: http:.*Punkalaidun\//,
      to: 'url: javascript:alert(1)',
      at: 'javascript:',
      field: 'sources.0.url',
      says: /must be a full web address/,
    },
    { when: 'a result names a source that is not there', from: 'sources: [s1]', to: 'sources: [s9]', at: 'sources: [s9]', says: /no source "s9"/ },
    { when: 'a header uses an alias', from: 'lead: punkalaidun', to: 'lead: &a punkalaidun', at: 'lead:', says: /anchor.*Write the value out/ },
    { when: 'a field stands twice', from: 'lang: en', to: 'lang: en\nlang: lv', at: 'lang: lv', says: /not valid YAML.*unique/ },
    { when: 'the header is not YAML', from: 'lang: en', to: 'lang: en: fi', at: 'lang:', says: /not valid YAML/ },
    { when: 'a footnote has no source', from: 'older and fewer.[^s1]', to: 'older and fewer.[^s7]', at: 'older and fewer', says: /\[\^s7\] has no source/ },
    {
      when: 'a footnote is defined in the text',
      from: '## Limits',
      to: '[^s1]: My own note\n\n## Limits',
      at: '[^s1]: My own',
      says: /Footnotes are made from the sources/,
    },
    { when: 'a section is missing', from: '## Limits\n', to: '### Limits\n', at: '\n## The need', says: /"## Limits" is missing/ },
    {
      when: 'a heading is misspelt',
      from: '## How it works',
      to: '## How it wroks',
      at: '## How it wroks',
      says: /not a heading of the template.*Did you mean "How it works"/,
    },
    {
      when: 'the text links to a script',
      from: '## Limits\n',
      to: '## Limits\n\n[x](javascript:alert%281%29)\n',
      at: '[x](java',
      says: /link "javascript:.*not allowed/,
    },
    {
      when: 'a reference definition links to data',
      from: '## Limits\n',
      to: '## Limits\n\n[x][y]\n\n[y]: data:text/html,x\n',
      at: '[y]: data',
      says: /link "data:.*not allowed/,
    },
    {
      when: 'the text links to an entry that is not there',
      from: '## Limits\n',
      to: '## Limits\n\n[x](narpes-modell.md)\n',
      at: '[x](narpes',
      says: /narpes-modell\.md, which does not exist\. Did you mean "narpes-model"/,
    },
    { when: 'the text holds a picture', from: '## Limits\n', to: '## Limits\n\n![x](photo.jpg)\n', at: '![x]', says: /Pictures cannot be placed/ },
    {
      when: 'the text has a title of its own',
      from: '## The need',
      to: '# Punkalaidun\n\n## The need',
      at: '# Punkalaidun\n',
      says: /the title stands in the header/,
    },
  ];
  test.each(cases)('$when', ({ from, to, at, field, says }) => {
    const text = changed(from, to);
    const problems = problemsWith(practice, text);
    const found = problems.find(({ message }) => says.test(message));
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found).toMatchObject({ file: practice, line: lineOf(text, at), ...(field && { field }) });
  });

  test.each(['<b>bold</b>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<!-- hidden -->', '<a href="javascript:alert(1)">x</a>'])(
    'the text has HTML: %s',
    (html) => {
      const text = changed('## Limits\n', `## Limits\n\n${html}\n`);
      expect(problemsWith(practice, text)).toContainEqual(
        expect.objectContaining({ file: practice, line: lineOf(text, html), message: expect.stringMatching(/HTML is not allowed/) as string }),
      );
    },
  );

  test('a source is never cited', () => {
    const text = changed('  - key: s1\n', '  - { key: s8, title: Unused, publisher: Nobody, year: 2020 }\n  - key: s1\n');
    expect(problemsWith(practice, text)).toContainEqual(
      expect.objectContaining({ line: lineOf(text, 'key: s8'), message: expect.stringMatching(/Nothing cites s8/) as string }),
    );
  });
});

describe('a file is refused when', () => {
  const says = (file: string, text: string) =>
    problemsWith(file, text)
      .filter((problem) => problem.file === file)
      .map(({ message }) => message)
      .join('\n');
  test('its slug belongs to another entry, of another collection too', () => {
    expect(says('content/visits/punkalaidun-rural-integration.md', valid)).toMatch(/taken by|is required/);
    const lesson = files.find(({ file }) => file.startsWith('content/lessons/') && !/\.\w\w\.md$/.test(file))!;
    const copy = { file: `content/lessons/punkalaidun-rural-integration.md`, text: lesson.text };
    expect(says(copy.file, copy.text)).toMatch(/slug "punkalaidun-rural-integration" is taken by content\/practices/);
  });
  test('its name cannot be an address', () => {
    expect(says('content/practices/Närpes model.md', valid)).toMatch(/cannot be an address/);
  });
  test('it is of a kind that nothing reads', () => {
    expect(says('content/practices/narpes.mdx', valid)).toMatch(/are named <slug>\.md/);
    expect(says('content/practises/narpes.md', valid)).toMatch(/Nothing is read.*Did you mean "practices"/);
  });
  test('it has no header', () => {
    expect(says('content/practices/no-header.md', '## The need\n')).toMatch(/does not begin with a header/);
  });
  test('it translates what is not there, or into its own language', () => {
    const translation =
      '---\ntitle: T\nsummary: A summary that is long enough to pass the check, sixty characters and more.\ntranslated: 2026-11-24\nby: machine\nreviewed: false\n---\n';
    expect(says('content/practices/narpes-modell.lv.md', translation)).toMatch(
      /no content\/practices\/narpes-modell\.md to translate\. Did you mean "narpes-model"/,
    );
    expect(says('content/practices/punkalaidun-rural-integration.en.md', translation)).toMatch(/original is in "en" already/);
    expect(says('content/practices/punkalaidun-rural-integration.sv.md', translation)).toMatch(/"sv" is not a language of this site/);
    expect(says('content/practices/punkalaidun-rural-integration.lv.md', translation)).toBe('');
  });
  test('a term lacks its label in one language', () => {
    const themes = files.find(({ file }) => file === 'content/vocabularies/themes.yaml')!;
    const text = themes.text.replace(/^( +)et: .*\n/m, '');
    expect(text).not.toBe(themes.text);
    expect(says(themes.file, text)).toMatch(/is required/);
  });
});

describe('odd but good: a practice passes with', () => {
  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a leap day', (text: string) => text.replace('started: 2011', 'started: 2024-02-29')],
    ['Cyrillic, Arabic and emoji', (text: string) => text.replace('## Limits\n', '## Limits\n\nДоброго дня, مرحبا, 👋🏽 and Łódź.\n')],
    [
      'a table, a nested list and code',
      (text: string) => text.replace('## Limits\n', '## Limits\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n  1. y\n     - z\n\n`<b>` is code\n'),
    ],
    ['a sign that only looks like HTML', (text: string) => text.replace('## Limits\n', '## Limits\n\n3 < 5 and 7 > 2, a \\<b> and AT&T &amp; co\n')],
    ['a link to another entry', (text: string) => text.replace('## Limits\n', '## Limits\n\n[Närpes](narpes-model.md#limits)\n')],
  ])('%s', (_what, change) => {
    const text = change(valid);
    expect(text).not.toBe(valid);
    expect(problemsWith(practice, text)).toEqual([]);
  });
});
