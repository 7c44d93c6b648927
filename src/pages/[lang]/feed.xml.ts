import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { langs, translator } from '../../domain/languages.ts';
import { absolute, href, paths } from '../../domain/urls.ts';
import { lessonsIn, practicesIn, visitsIn } from '../../queries.ts';
import { settings } from '../../settings.ts';

export const getStaticPaths = () => langs.map((lang) => ({ params: { lang }, props: { lang } }));

/** Everything in one language, the newest first. */
export const GET: APIRoute<{ lang: string }> = ({ props: { lang } }) => {
  const t = translator(lang);
  const entries = [
    ...practicesIn(lang).map((entry) => ({ collection: 'practices' as const, ...entry })),
    ...lessonsIn(lang).map((entry) => ({ collection: 'lessons' as const, ...entry })),
    ...visitsIn(lang).map((entry) => ({ collection: 'visits' as const, ...entry })),
  ].sort((a, b) => (a.freshness.changed < b.freshness.changed ? 1 : a.freshness.changed > b.freshness.changed ? -1 : a.id < b.id ? -1 : 1));
  return rss({
    title: `${settings.name}: ${t('feed.title')}`,
    description: t('site.description'),
    site: absolute(href(lang, paths.home)),
    customData: `<language>${lang}</language>`,
    items: entries.map(({ collection, id, title, summary, freshness }) => ({
      title,
      description: summary,
      link: absolute(href(lang, paths.entry(collection, id))),
      pubDate: new Date(`${freshness.changed}T00:00:00Z`),
    })),
  });
};
