import { settings } from '../settings.ts';

/** The collections whose entries have a page of their own; each is also the name of its folder in the address. */
export type Collection = 'practices' | 'lessons' | 'visits' | 'organisations';
/** The vocabularies whose terms have a page of their own, and the names of their folders in the address. */
const termFolders = { themes: 'themes', 'target-groups': 'groups' } as const;
export type PagedVocabulary = keyof typeof termFolders;
/** Whether the terms of a vocabulary have pages of their own. */
export const isPaged = (vocabulary: string): vocabulary is PagedVocabulary => Object.hasOwn(termFolders, vocabulary);

/** The addresses of the site below a language, for ever: `/lv/` + path. */
export const paths = {
  home: '',
  search: 'search/',
  feed: 'feed.xml',
  /** The feed of a theme, target group or country: `path` is that of its page. */
  feedOf: (path: string) => `${path}feed.xml`,
  data: 'data/',
  countries: 'countries/',
  list: (collection: Collection) => `${collection}/`,
  entry: (collection: Collection, id: string) => `${collection}/${id}/`,
  terms: (vocabulary: PagedVocabulary) => `${termFolders[vocabulary]}/`,
  term: (vocabulary: PagedVocabulary, id: string) => `${termFolders[vocabulary]}/${id}/`,
  country: (code: string) => `countries/${code.toLowerCase()}/`,
  page: (name: string) => `${name}/`,
  codebook: 'codebook/',
  problems: 'problems/',
};

/** The base path, with a slash at both ends. */
export const base = `/${settings.base}/`.replace(/\/{2,}/g, '/');

/** The address of a path in a language, from the root of the host. */
export const href = (lang: string, path: string): string => `${base}${lang}/${path}`;

/** The full address, with the host. */
export const absolute = (address: string): string => new URL(address, settings.site).href;

/** The card of an entry, made to be shown inside other sites; it stands apart so that a host can allow just that. */
export const embedAddress = (lang: string, collection: Collection, id: string): string => `${base}embed/${lang}/${paths.entry(collection, id)}`;

/** A file that stands beside an entry's page: its data, its text, its citation. */
export const fileBeside = (lang: string, collection: Collection, id: string, ending: string): string => `${base}${lang}/${collection}/${id}.${ending}`;
/** A file of the open data. */
export const dataAddress = (file = ''): string => `${base}data/${file}`;
/** The picture that stands for an entry where its link is shared. */
export const pictureAddress = (lang: string, collection: Collection, id: string): string => `${base}og/${lang}/${collection}/${id}.png`;

/** The form of one kind of file, as JSON Schema. */
export const schemaAddress = (kind: string): string => `${base}schema/${kind}.json`;

/** HTML from the reader with the addresses of other entries filled in. */
export const withAddresses = (html: string, lang: string): string =>
  html.replace(
    /href="entry:(\w+)\/([a-z0-9-]+)(#[a-z-]+)?"/g,
    (_, collection: Collection, id: string, anchor = '') => `href="${href(lang, paths.entry(collection, id))}${anchor}"`,
  );

/** Where a file is edited in the browser. */
export const editAddress = (file: string): string => `${settings.repository}/edit/main/${file}`;
/** The file as it was after a commit: the text as somebody cited it. */
export const versionAddress = (file: string, revision: string): string => `${settings.repository}/blob/${revision}/${file}`;

/** Where a new file is begun in the browser, with a text to start from. */
export const newFileAddress = (folder: string, filename: string, value: string): string =>
  `${settings.repository}/new/main/${folder}?${new URLSearchParams({ filename, value }).toString()}`;
/** Where its earlier versions are listed. */
export const historyAddress = (file: string): string => `${settings.repository}/commits/main/${file}`;
