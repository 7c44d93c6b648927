import type { APIRoute } from 'astro';
import { langs } from '../../../../domain/languages.ts';
import { paths } from '../../../../domain/urls.ts';
import { feedOf } from '../../../../feed.ts';
import { formerTermsOf, topicsIn, type Topic } from '../../../../queries.ts';

export const getStaticPaths = () =>
  langs.flatMap((lang) =>
    topicsIn(lang, 'themes').flatMap((topic) =>
      [topic.id, ...formerTermsOf('themes', topic.id)].map((id) => ({ params: { lang, id }, props: { lang, topic } })),
    ),
  );

export const GET: APIRoute<{ lang: string; topic: Topic }> = ({ props: { lang, topic } }) => feedOf(lang, paths.term('themes', topic.id), topic, topic.label);
