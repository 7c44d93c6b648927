import type { APIRoute } from 'astro';
import { langs, languages, translator } from '../domain/languages.ts';
import { absolute, dataAddress, fileBeside, href, paths } from '../domain/urls.ts';
import { lessonsIn, practicesIn, visitsIn } from '../queries.ts';
import { settings } from '../settings.ts';

/** What is here, for language models (https://llmstxt.org): the same texts as the pages, as Markdown. */
export const GET: APIRoute = () => {
  const lang = langs[0]!;
  const t = translator(lang);
  const list = (collection: 'practices' | 'lessons' | 'visits', entries: readonly { id: string; title: string }[]) =>
    entries.map(({ id, title }) => `- [${title}](${absolute(fileBeside(lang, collection, id, 'md'))})`).join('\n');
  const text = [
    `# ${settings.name}`,
    `> ${t('site.description')}`,
    t('data.attribution', { site: settings.name, address: absolute(href(lang, paths.home)) }),
    `## ${t('data.title')}`,
    ['practices.json', 'lessons.json', 'visits.json', 'organisations.json', 'vocabularies.json', 'codebook.json']
      .map((file) => `- [${file}](${absolute(dataAddress(file))})`)
      .join('\n'),
    `## ${t('nav.practices')}`,
    list('practices', practicesIn(lang)),
    `## ${t('nav.lessons')}`,
    list('lessons', lessonsIn(lang)),
    `## ${t('nav.visits')}`,
    list('visits', visitsIn(lang)),
    '## Optional',
    [...languages].map(([other, { name }]) => `- [${name}](${absolute(href(other, paths.home))})`).join('\n'),
  ];
  return new Response(`${text.join('\n\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
