import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkSome } from '../../src/check/content.ts';
import { newEntry, slugFrom } from '../../src/contribute/start.ts';
import { asLine } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';

// Every question waits for somebody's fingers, and the content is read first.
vi.setConfig({ testTimeout: 180_000 });
// In a terminal that calls itself dumb, Node knows no arrow keys; the one in these tests is not.
vi.stubEnv('TERM', 'xterm');

const root = resolve('.cache/tests/new');
beforeAll(async () => {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await cp('content', join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const [enter, space, down, ctrlC] = ['\r', ' ', '\u001B[B', '\u0003'];

/** A terminal with somebody at it who waits for each question and types the answer to it. */
const somebody = (script: readonly (readonly [question: RegExp, ...keys: string[]])[]) => {
  const input = new PassThrough();
  const left = [...script];
  let seen = '';
  let all = '';
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const text = stripVTControlCharacters(chunk.toString());
      seen += text;
      all += text;
      const [next] = left;
      if (next?.[0].test(seen)) {
        left.shift();
        seen = '';
        const [, ...keys] = next;
        void type(keys);
      }
      done();
    },
  });
  /** One key after the other, as hands do: a list filters what is typed before it can be chosen from, on a busy machine too. */
  const type = async (keys: readonly string[]) => {
    for (const key of keys) {
      await setTimeout(60);
      input.write(key);
    }
  };
  // Each prompt ends what it writes to; a terminal stays open for the next one.
  output.end = () => output;
  return { streams: { input, output }, left, said: () => all };
};
const problemsOf = async (file: string) => (await checkSome(root, settings.languages, [file])).problems.map((problem) => asLine(problem));

const summary =
  'Jēkabpils pašvaldība palīdz jaunpienācējiem atrast dzīvokli un pirmo darbu. Koordinatore tiekas ar katru ģimeni, runā ar namīpašniekiem un skolu. Cik ilgi cilvēki paliek, neviens nav skaitījis.';

test('a practice is asked for field by field in Latvian, a wrong answer is explained, and the file passes the check', async () => {
  const person = somebody([
    [/Ko vēlaties rakstīt\?.*prakses aprakstu/s, enter],
    [/title: /, 'Mājoklis un darbs', enter],
    [/summary: /, 'Par īsu', enter],
    // The words of the check, in the contributor's language.
    [/Rakstzīmju skaits: 7; vajag vismaz 150/, '\u0015', summary, enter],
    [/lang: /, enter],
    [/countries: /, 'latvija', enter],
    [/Tas ir viss/, enter],
    [/scope: .*pašvaldība/is, down, enter],
    [/status: /, down, enter],
    [/started: /, '2021-13', enter],
    [/nav datums, kāds pastāv/, '\u0015', '2021', enter],
    [/themes: /, space, enter],
    [/targetGroups: /, space, down, space, enter],
    [/lead: /, 'providus', enter],
    [/sources\.title: /, 'Gada pārskats', enter],
    [/sources\.publisher: /, 'Jēkabpils novads', enter],
    [/sources\.year: /, '2023', enter],
    [/sources\.url: /, 'javascript:alert(1)', enter],
    [/nav pilna tīmekļa adrese/, '\u0015', 'https://example.org/parskats', enter],
    [/contributors\.name: /, 'Anna Bērziņa', enter],
    // Because the scope is a municipality.
    [/Šis lauks ir obligāts.*places\.name: |places\.name: /s, 'Jēkabpils', enter],
    [/Faila nosaukums/, enter],
  ]);
  const file = await newEntry(root, 'lv', '2026-11-20', person.streams);
  expect(person.left).toEqual([]);
  expect(file).toBe('content/practices/majoklis-un-darbs.md');
  expect(await problemsOf(file)).toEqual([]);
  const text = await readFile(join(root, file), 'utf8');
  expect(text).toContain('started: 2021\n');
  expect(text).toContain('reviewStatus: draft\n');
  expect(text).toContain('## Vajadzība\n\nVēl nav zināms: ');
});

test('the name of a file that is there is refused, and the file stays as it was', async () => {
  const existing = 'content/organisations/providus.yaml';
  const before = await readFile(join(root, existing), 'utf8');
  const person = somebody([
    [/What do you want to write\?/, down, down, down, enter],
    [/names\.en: /, 'Providus', enter],
    [/type: /, enter],
    [/The name of the file/, enter],
    [/"providus" is taken by content\/organisations\/providus\.yaml/, '\u0015', 'providus-two', enter],
  ]);
  const file = await newEntry(root, 'en', '2026-11-20', person.streams);
  expect(file).toBe('content/organisations/providus-two.yaml');
  expect(await problemsOf(file)).toEqual([]);
  expect(await readFile(join(root, existing), 'utf8')).toBe(before);
});

test('a translation is offered only into a language that is missing, and passes the check', async () => {
  const whole = 'content/practices/narpes-model.lv.md';
  await rm(join(root, whole));
  const person = somebody([
    [/What do you want to write\?/, down, down, down, down, enter],
    [/Which text do you translate\?/, 'narpes-model', enter],
    [/Into which language\?/, enter],
    [/title: /, 'Nerpes modelis', enter],
    [/summary: /, summary, enter],
    [/by: /, down, enter],
    [/reviewed: /, enter],
  ]);
  const file = await newEntry(root, 'en', '2026-11-20', person.streams);
  expect(file).toBe(whole);
  expect(await problemsOf(file)).toEqual([]);
});

test('Ctrl+C at any question leaves nothing', async () => {
  const before = (await readdir(join(root, 'content'), { recursive: true })).sort();
  for (const script of [
    [[/What do you want to write\?/, ctrlC]],
    [
      [/What do you want to write\?/, enter],
      [/title: /, 'Half a title', ctrlC],
    ],
    [
      [/What do you want to write\?/, down, down, down, enter],
      [/names\.en: /, 'Half an organisation', enter],
      [/type: /, enter],
      [/The name of the file/, ctrlC],
    ],
  ] as const) {
    await expect(newEntry(root, 'en', '2026-11-20', somebody(script).streams)).rejects.toMatchObject({ name: 'ExitPromptError' });
  }
  expect((await readdir(join(root, 'content'), { recursive: true })).sort()).toEqual(before);
  expect(existsSync(join(root, 'content/organisations/half-an-organisation.yaml'))).toBe(false);
});

test('a title in any Baltic or Nordic language becomes the name of a file', () => {
  expect(slugFrom('Ģimenes ārsts Jēkabpilī: žurnāls')).toBe('gimenes-arsts-jekabpili-zurnals');
  expect(slugFrom('3 keelt, 1 Õpetaja')).toBe('keelt-1-opetaja');
  expect(slugFrom('x'.repeat(80))).toHaveLength(60);
});
