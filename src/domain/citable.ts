import type { Citable } from './citation.ts';
import { versionName, type Change } from './history.ts';
import { absolute, href, paths, type Collection } from './urls.ts';

/** As much of a practice, lesson or visit, in one language, as its citation and metadata are made of. */
export interface Entry {
  collection: Exclude<Collection, 'organisations'>;
  id: string;
  lang: string;
  title: string;
  /** The language of title and summary. */
  titleLang: string;
  summary: string;
  contributors: Citable['contributors'];
  published: string;
  freshness: { changed: string };
  licence?: string | undefined;
  history: readonly Change[];
  themes?: readonly { id: string; label: string }[];
  targetGroups?: readonly { id: string; label: string }[];
  countries?: readonly unknown[];
}

/** The licence of a text that names no other. */
export const usualLicence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** An entry as it is cited: the page in this language, as it stands today. */
export const citableOf = (
  { collection, id, lang, title, summary, contributors, freshness, licence, history, themes = [], targetGroups = [] }: Entry,
  site: string,
): Citable => ({
  id,
  lang,
  title,
  contributors,
  date: freshness.changed,
  url: absolute(href(lang, paths.entry(collection, id))),
  version: history[0] && versionName(history[0]),
  abstract: summary,
  keywords: [...themes, ...targetGroups].map(({ label }) => label),
  licence: licence ?? usualLicence.name,
  site,
});
