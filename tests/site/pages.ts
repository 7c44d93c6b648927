import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export { select, selectAll, toString };
export type { Element, Root };

/** The paths of all built pages in a folder. */
export const pagesIn = async (folder: string): Promise<string[]> => (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).sort();

/** One built page as a tree. */
export const page = async (folder: string, path: string): Promise<Root> =>
  fromHtml(await readFile(join(folder, path, path.endsWith('.html') ? '' : 'index.html'), 'utf8'));

export const attribute = (element: Element | undefined, name: string): string => {
  const value = element?.properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
};

/** One page of every template, below the language. */
export const templates = {
  home: '',
  practices: 'practices/',
  practice: 'practices/punkalaidun-rural-integration/',
  'practice with a table and many results': 'practices/norwegian-introduction-programme/',
  lessons: 'lessons/',
  lesson: 'lessons/written-plan-after-study-visit/',
  visits: 'visits/',
  visit: 'visits/forin2-rezekne-2025/',
  organisations: 'organisations/',
  organisation: 'organisations/society-integration-foundation/',
  themes: 'themes/',
  theme: 'themes/language/',
  groups: 'groups/',
  group: 'groups/temporary-protection/',
  countries: 'countries/',
  country: 'countries/lv/',
  search: 'search/',
  about: 'about/',
  method: 'method/',
  contribute: 'contribute/',
  codebook: 'codebook/',
  problems: 'problems/',
  data: 'data/',
} as const;
