import { paths } from '../domain/urls.ts';
import type { Library } from '../reader/library.ts';
import type { SearchRecord } from './records.ts';
import type { Suggestion } from './words.ts';

/** How many titles a search box can suggest; a larger base is found by searching. */
const mostTitles = 400;

const counted = (values: readonly string[]) => [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);

/** What the search box suggests in a language, as lines: themes, groups, countries and places with the number of entries, then titles. */
export const suggestionsIn = (lang: string, library: Library, records: readonly SearchRecord[]): string => {
  const labelled = (vocabulary: 'themes' | 'target-groups', facet: 'theme' | 'for', kind: Suggestion[1]) => {
    const counts = new Map(counted(records.flatMap(({ facets }) => facets[facet] ?? [])));
    return library.vocabularies
      .get(vocabulary)!
      .facts.terms.filter(({ id }) => counts.has(id))
      .map(({ id, label }): Suggestion => [(label as Record<string, string>)[lang]!, kind, counts.get(id)!, paths.term(vocabulary, id)]);
  };
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const suggestions: Suggestion[] = [
    ...labelled('themes', 'theme', 'theme'),
    ...labelled('target-groups', 'for', 'group'),
    ...counted(records.flatMap(({ facets }) => facets.country ?? [])).map(([code, count]): Suggestion => [
      names.of(code) ?? code,
      'country',
      count,
      paths.country(code),
    ]),
    ...counted(records.flatMap(({ row }) => row.places.split(', ').filter(Boolean))).map(([place, count]): Suggestion => [place, 'place', count, '']),
    ...records.slice(0, mostTitles).map(({ wordings, lang: original, path }): Suggestion => {
      const { title } = wordings.get(lang) ?? wordings.get(original)!;
      return [title, 'title', 1, path];
    }),
  ];
  return suggestions.map((suggestion) => suggestion.join('\t')).join('\n');
};
