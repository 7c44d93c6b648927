/** Feeds: what is new and changed, of everything or of one topic. */
import rss from '@astrojs/rss';
import { translator } from './domain/languages.ts';
import { absolute, href, paths, type Collection } from './domain/urls.ts';
import type { Lesson, Practice, Visit } from './queries.ts';
import { settings } from './settings.ts';

interface Topic {
  practices: readonly Practice[];
  lessons: readonly Lesson[];
  visits: readonly Visit[];
}

/** The RSS 2.0 feed of a page at `path`, the newest entries first; `name` tells which topic it follows. */
export const feedOf = (lang: string, path: string, { practices, lessons, visits }: Topic, name?: string): Promise<Response> => {
  const t = translator(lang);
  const of = (collection: Collection) => (entry: Practice | Lesson | Visit) => ({ collection, entry });
  const entries = [...practices.map(of('practices')), ...lessons.map(of('lessons')), ...visits.map(of('visits'))].sort(({ entry: a }, { entry: b }) =>
    a.freshness.changed < b.freshness.changed ? 1 : a.freshness.changed > b.freshness.changed ? -1 : a.id < b.id ? -1 : 1,
  );
  return rss({
    title: name ? `${settings.name}: ${name}` : `${settings.name}: ${t('feed.title')}`,
    description: name ? `${name}: ${t('topic.description')}` : t('site.description'),
    site: absolute(href(lang, path)),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${lang}</language><atom:link href="${absolute(href(lang, paths.feedOf(path)))}" rel="self" type="application/rss+xml"/>`,
    items: entries.map(({ collection, entry: { id, title, summary, freshness } }) => ({
      title,
      description: summary,
      link: absolute(href(lang, paths.entry(collection, id))),
      pubDate: new Date(`${freshness.changed}T00:00:00Z`),
    })),
  });
};
