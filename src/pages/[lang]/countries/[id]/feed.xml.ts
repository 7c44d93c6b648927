import type { APIRoute } from 'astro';
import { langs } from '../../../../domain/languages.ts';
import { paths } from '../../../../domain/urls.ts';
import { feedOf } from '../../../../feed.ts';
import { countryTopicsIn } from '../../../../queries.ts';

type Topic = ReturnType<typeof countryTopicsIn>[number];

export const getStaticPaths = () =>
  langs.flatMap((lang) => countryTopicsIn(lang).map((topic) => ({ params: { lang, id: topic.id.toLowerCase() }, props: { lang, topic } })));

export const GET: APIRoute<{ lang: string; topic: Topic }> = ({ props: { lang, topic } }) => feedOf(lang, paths.country(topic.id), topic, topic.label);
