import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { practiceSchema } from '../../src/schema/practice.ts';
import { lessonSchema } from '../../src/schema/lesson.ts';
import { visitSchema } from '../../src/schema/visit.ts';
import { vocabularyNames, type TermIds } from '../../src/schema/values.ts';
import type { Vocabulary } from '../../src/schema/vocabulary.ts';
import { settings } from '../../src/settings.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const guides = ['README.md', '.github/SECURITY.md', ...settings.languages.map((lang) => (lang === 'en' ? 'CONTRIBUTING.md' : `CONTRIBUTING.${lang}.md`))];
const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml');
const pages = settings.languages.map((lang) => `content/pages/contribute.${lang}.mdx`);

const vocabularies = new Map(vocabularyNames.map((name) => [name, parse(read(`content/vocabularies/${name}.yaml`)) as Vocabulary]));
const terms = Object.fromEntries([...vocabularies].map(([name, { terms: all }]) => [name, all.map(({ id }) => id)])) as unknown as TermIds;
const sections = (template: string) => vocabularies.get('sections')!.terms.filter((term) => term.template === template);

interface Form {
  name: string;
  description: string;
  body: { type: string; id?: string; attributes: { label?: string; value?: string; options?: (string | { label: string })[] } }[];
}
const formOf = (name: string) => parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Form;

describe('a guide', () => {
  test.each([...guides, ...pages])('%s names only commands that there are', (guide) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(guide).matchAll(/(?:`|^)npm (?:run )?([a-z][a-z:-]*)/gm)].map(([, name]) => name!);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
  test.each(guides)('%s leads to files and forms that there are, in the repository and to the mailbox of the settings', (guide) => {
    const links = [...read(guide).matchAll(/\]\(([^)\s]+)\)|<([^<>\s]+@[^<>\s]+)>/g)].map(([, link, mail]) => link ?? `mailto:${mail!}`);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const form = /issues\/new\?template=(.+)$/.exec(link)?.[1];
      if (form) expect(forms).toContain(form);
      if (link.startsWith('mailto:')) expect(link).toBe(`mailto:${settings.mailbox}`);
      else if (link.includes('github.com')) expect(link.startsWith(`${settings.repository}/`), link).toBe(true);
      else if (!/^https?:/.test(link)) {
        const [path = '', fragment] = link.split('#');
        const target = path === '' ? guide : join(dirname(guide), path);
        expect(existsSync(target), link).toBe(true);
        const headings = fragment ? [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-')) : [];
        if (fragment) expect(headings).toContain(fragment);
      }
    }
  });
  test('in each language leads to the other three', () => {
    for (const guide of guides.filter((name) => name.startsWith('CONTRIBUTING')))
      for (const other of guides.filter((name) => name.startsWith('CONTRIBUTING') && name !== guide)) expect(read(guide)).toContain(`](${other})`);
  });
  test('names the section a practice must have as the template does', () => {
    for (const lang of settings.languages) {
      const { label } = sections('practices').find(({ id }) => id === 'limits')!;
      expect(read(lang === 'en' ? 'CONTRIBUTING.md' : `CONTRIBUTING.${lang}.md`)).toContain(label[lang]);
    }
  });
});

describe('a form', () => {
  const fieldsOf = { practices: practiceSchema(terms), lessons: lessonSchema(terms), visits: visitSchema(terms) } as const;
  const known = (collections: readonly (keyof typeof fieldsOf)[]) =>
    new Set([...collections.flatMap((name) => [...Object.keys(fieldsOf[name].shape), ...sections(name).map(({ id }) => id)]), 'consent']);

  test.each(forms)('%s is one that GitHub can show', (name) => {
    const { body, ...form } = formOf(name);
    expect(form.name).toBeTruthy();
    expect(form.description).toBeTruthy();
    const asked = body.filter(({ type }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    expect(new Set(asked.map(({ attributes }) => attributes.label)).size).toBe(asked.length);
    for (const { type, id, attributes } of body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else expect(id).toMatch(/^[\w-]+$/);
      if (type === 'dropdown' || type === 'checkboxes') expect(attributes.options!.length).toBeGreaterThan(0);
    }
  });
  test.each([
    ['1-practice.yml', ['practices']],
    ['3-lesson-or-visit.yml', ['lessons', 'visits']],
  ] as const)('%s asks for fields of the schema and sections of the template, by their names', (name, collections) => {
    const ids = formOf(name).body.flatMap(({ id }) => (id ? [id] : []));
    expect(ids.filter((id) => !known(collections).has(id))).toEqual([]);
  });
  test.each([
    ['1-practice.yml', 'themes', 'themes'],
    ['1-practice.yml', 'targetGroups', 'target-groups'],
    ['1-practice.yml', 'status', 'statuses'],
    ['3-lesson-or-visit.yml', 'audience', 'audiences'],
    ['3-lesson-or-visit.yml', 'kind', 'visit-kinds'],
  ] as const)('%s offers for %s what the vocabulary has', (name, id, vocabulary) => {
    const field = formOf(name).body.find((each) => each.id === id);
    expect(field?.attributes.options).toEqual(vocabularies.get(vocabulary)!.terms.map(({ label }) => label.en));
  });
});

test('those who are asked to look at a proposal are teams of the owner of the repository', () => {
  const owner = new URL(settings.repository).pathname.split('/')[1]!;
  const teams = read('.github/CODEOWNERS')
    .match(/^[^#\n]*@\S+$/gm)!
    .map((line) => line.split('@')[1]!);
  expect(teams.length).toBeGreaterThan(0);
  for (const team of teams) expect(team).toMatch(new RegExp(`^${owner}/[a-z]+$`));
  expect(
    read('.github/ISSUE_TEMPLATE/config.yml')
      .match(/url: (.*)$/gm)!
      .every((line) => line.startsWith(`url: ${settings.repository}/`)),
  ).toBe(true);
});
