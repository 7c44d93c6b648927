import type { APIRoute } from 'astro';
import { whenOf } from '../../../../domain/captions.ts';
import { langs, translator } from '../../../../domain/languages.ts';
import { pictureOf } from '../../../../pictures.ts';
import { practicesIn, type Practice } from '../../../../queries.ts';

export const getStaticPaths = () => langs.flatMap((lang) => practicesIn(lang).map((practice) => ({ params: { lang, id: practice.id }, props: { practice } })));

export const GET: APIRoute<{ practice: Practice }> = async ({ props: { practice } }) => {
  const { lang, title, countries, themes, evidence } = practice;
  const words = {
    where: [countries.map(({ name }) => name).join(', '), whenOf(translator(lang), practice)].filter(Boolean).join(' · '),
    title,
    what: themes.map(({ label }) => label).join(' · '),
    evidence: `${translator(lang)('glance.evidence')}: ${evidence.label}`,
  };
  return new Response(await pictureOf(words), { headers: { 'Content-Type': 'image/png' } });
};
