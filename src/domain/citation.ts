import { Cite, plugins } from '@citation-js/core';
import { parse as parseName } from '@citation-js/name';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** An entry as far as it can be cited. */
export interface Citable {
  id: string;
  /** The language of the title and of the page that is cited. */
  lang: string;
  title: string;
  contributors: readonly { name: string; organisation?: string | undefined; orcid?: string | undefined }[];
  /** The day of the text as it stands, YYYY-MM-DD. */
  date: string;
  /** The full address of the page. */
  url: string;
  /** Its version, when the repository tells. */
  version?: string | undefined;
  abstract: string;
  keywords: readonly string[];
  licence: string;
  /** The name of the site. */
  site: string;
}

/** A person's or a group's name as CSL has it. */
export type CslName = { family: string; given?: string } | { literal: string };

/** CSL JSON 1.0.2, https://docs.citationstyles.org/en/stable/specification.html. */
export interface CslItem {
  id: string;
  type: 'webpage';
  title: string;
  author: CslName[];
  issued: { 'date-parts': number[][] };
  'container-title': string;
  URL: string;
  language: string;
  abstract: string;
  keyword: string;
  license: string;
  version?: string;
  /** What a style shows between title and publisher; here the version, which no style shows for a web page. */
  genre?: string;
}

/** Who has an ORCID iD or works somewhere is a person, whose family name sorts; any other name is that of a group and stays whole. */
const nameOf = ({ name, organisation, orcid }: Citable['contributors'][number]): CslName =>
  organisation || orcid ? (parseName(name) as CslName) : { literal: name };

/** The entry as CSL JSON, which every other form is made from. */
export const cslOf = ({ id, lang, title, contributors, date, url, version, abstract, keywords, licence, site }: Citable): CslItem => ({
  id,
  type: 'webpage',
  title,
  author: contributors.map(nameOf),
  issued: { 'date-parts': [date.split('-').map(Number)] },
  'container-title': site,
  URL: url,
  language: lang,
  abstract,
  keyword: keywords.join('; '),
  license: licence,
  ...(version && { version }),
});

// Written as ASCII, letters that TeX has no command for, Cyrillic ones for example, would be dropped: today's tools read UTF-8.
// What TeX itself takes for a command has to be escaped all the same.
Object.assign((plugins.config.get('@bibtex') as { format: object }).format, { asciiOnly: false, useIdAsLabel: true });

const written = (format: string) => (item: Partial<CslItem>) => new Cite(item, { generateGraph: false }).format(format);

const texSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};
/** TeX counts braces even when they are escaped: those without a partner are written as words. */
const lonelyBraces: Record<string, string> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };
const isPaired = (text: string) => {
  const depths = text.match(/[{}]/g)?.reduce<number[]>((all, sign) => [...all, (all.at(-1) ?? 0) + (sign === '{' ? 1 : -1)], []) ?? [0];
  return depths.every((depth) => depth >= 0) && depths.at(-1) === 0;
};
const forTex = (text: string) => {
  const signs = isPaired(text) ? texSigns : { ...texSigns, ...lonelyBraces };
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => signs[sign] ?? `\\${sign}`);
};

/** BibTeX keeps the year; the day goes in the field biblatex, Zotero and JabRef read, for BibTeX itself has none for it. */
const bibtex = (item: CslItem) => {
  const day = item.issued['date-parts'][0]!.map((part) => String(part).padStart(2, '0')).join('-');
  const { title, 'container-title': site } = item;
  const author = item.author.map((name) => Object.fromEntries(Object.entries(name).map(([part, text]) => [part, forTex(text)])) as CslName);
  return written('bibtex')({ ...item, title: forTex(title), 'container-title': forTex(site), author }).replace(/^\tmonth = \{[^}]*\},$/m, `\tdate = {${day}},`);
};

/** RIS as today's readers expect it: a field is one line however long it is, and each keyword is a field of its own. */
const ris = ({ keyword, ...item }: CslItem) =>
  `${written('ris')(item)
    .replace(/\n(?![A-Z][A-Z0-9] {2}- )/g, '')
    .replace(
      /^ER {2}- /m,
      `${keyword
        .split('; ')
        .map((word) => `KW  - ${word}\n`)
        .join('')}ER  - `,
    )
    .replaceAll('\n', '\r\n')}\r\n`;

/** Every form a citation can be downloaded in, by the ending of its file. A new one is one more line here: its file, link and test follow. */
export const citationFiles = {
  bib: { label: 'BibTeX', type: 'application/x-bibtex', write: bibtex },
  ris: { label: 'RIS', type: 'application/x-research-info-systems', write: ris },
  'csl.json': { label: 'CSL JSON', type: 'application/vnd.citationstyles.csl+json', write: (item: CslItem) => `${JSON.stringify([item], null, 2)}\n` },
} as const satisfies Record<string, { label: string; type: string; write: (item: CslItem) => string }>;
