import { translator } from './languages.ts';
import { base, href, paths } from './urls.ts';

/** What the search boxes of a language hand to their script: where the index is, where suggestions lead, the words for their kinds. */
export const suggestData = (lang: string): string => {
  const t = translator(lang);
  return JSON.stringify({
    index: `${base}pagefind/`,
    home: href(lang, paths.home),
    label: t('search.short'),
    kinds: { theme: t('facet.theme'), group: t('facet.for'), country: t('facet.country'), place: t('suggest.place') },
  });
};
