import type { APIRoute } from 'astro';
import { langs } from '../../domain/languages.ts';
import { paths } from '../../domain/urls.ts';
import { feedOf } from '../../feed.ts';
import { lessonsIn, practicesIn, visitsIn } from '../../queries.ts';

export const getStaticPaths = () => langs.map((lang) => ({ params: { lang }, props: { lang } }));

/** Everything in one language, the newest first. */
export const GET: APIRoute<{ lang: string }> = ({ props: { lang } }) =>
  feedOf(lang, paths.home, { practices: practicesIn(lang), lessons: lessonsIn(lang), visits: visitsIn(lang) });
