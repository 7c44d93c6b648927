import type {
  BreadcrumbListLeaf,
  CreativeWorkLeaf,
  DataDownloadLeaf,
  DatasetLeaf,
  DefinedTermLeaf,
  EventLeaf,
  OrganizationLeaf,
  PersonLeaf,
  PlaceLeaf,
  ReportLeaf,
} from 'schema-dts';
import { usualLicence, type Entry } from './citable.ts';
import { cslOf, type CslName } from './citation.ts';
import { citableOf } from './citable.ts';
import type { Translate } from './languages.ts';
import { dataChanges, dataCollections, dataVersion } from './openData.ts';
import { absolute, base, dataAddress, fileBeside, href, paths, pictureAddress } from './urls.ts';

// Names of classes and properties are checked against the vocabulary of schema.org by the compiler, through the types of schema-dts.

interface Site {
  name: string;
  repository: string;
}
const rootId = absolute(`${base}#site`);
const datasetId = absolute(`${dataAddress('dataset.jsonld')}#dataset`);
/** Who publishes all this. */
const publisher = (site: Site): OrganizationLeaf => ({ '@type': 'Organization', '@id': rootId, name: site.name, url: absolute(base), sameAs: site.repository });

const author = (name: CslName): OrganizationLeaf | PersonLeaf =>
  'literal' in name
    ? { '@type': 'Organization', name: name.literal }
    : { '@type': 'Person', familyName: name.family, ...(name.given && { givenName: name.given }), name: `${name.given ?? ''} ${name.family}`.trim() };

/** The way up to a page. */
export const breadcrumbs = (lang: string, steps: readonly { path: string; label: string }[]): BreadcrumbListLeaf => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ path, label }, index) => ({ '@type': 'ListItem', position: index + 1, name: label, item: absolute(href(lang, path)) })),
});

interface Placed {
  places?: readonly { name: string; lat?: number | undefined; lon?: number | undefined }[];
  countries?: readonly unknown[];
}
const placesOf = ({ places = [] }: Placed): PlaceLeaf[] =>
  places.map(({ name, lat, lon }) => ({
    '@type': 'Place',
    name,
    ...(lat !== undefined && lon !== undefined && { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } }),
  }));

/** A practice, lesson or visit: the text, who wrote it, on what terms, about what and where. */
export const entryThing = (
  entry: Entry & Placed & { start?: string; end?: string | undefined; sources?: readonly { title: string; url?: string | undefined }[] },
  site: Site,
): ReportLeaf | CreativeWorkLeaf => {
  const { collection, id, lang, published, licence, themes = [] } = entry;
  const citable = citableOf(entry, site.name);
  const places = placesOf(entry);
  const event: EventLeaf | undefined =
    collection === 'visits' && entry.start && entry.start !== 'unknown'
      ? {
          '@type': 'Event',
          name: entry.title,
          startDate: entry.start,
          ...(entry.end && entry.end !== 'unknown' && { endDate: entry.end }),
          location: places,
          description: entry.summary,
        }
      : undefined;
  const concepts = themes.map((term): DefinedTermLeaf => ({
    '@type': 'DefinedTerm',
    name: term.label,
    termCode: term.id,
    url: absolute(href(lang, paths.term('themes', term.id))),
  }));
  const text: Omit<CreativeWorkLeaf, '@type'> = {
    '@id': citable.url,
    url: citable.url,
    name: entry.title,
    headline: entry.title,
    abstract: entry.summary,
    description: entry.summary,
    inLanguage: lang,
    author: cslOf(citable).author.map(author),
    publisher: publisher(site),
    datePublished: published,
    dateModified: citable.date,
    ...(citable.version && { version: citable.version }),
    license: licence ?? usualLicence.url,
    isAccessibleForFree: true,
    isPartOf: { '@type': 'Dataset', '@id': datasetId },
    ...(collection === 'practices' && { image: absolute(pictureAddress(lang, collection, id)) }),
    about: [...concepts, ...(event ? [event] : [])],
    ...(collection !== 'visits' && places.length > 0 && { spatialCoverage: places }),
    keywords: citable.keywords.join(', '),
    ...(entry.sources &&
      entry.sources.length > 0 && {
        citation: entry.sources.map((source) => ({ '@type': 'CreativeWork', name: source.title, ...(source.url && { url: source.url }) })),
      }),
    encoding: [
      { '@type': 'MediaObject', encodingFormat: 'text/markdown', contentUrl: absolute(fileBeside(lang, collection, id, 'md')) },
      { '@type': 'MediaObject', encodingFormat: 'application/json', contentUrl: absolute(fileBeside(lang, collection, id, 'json')) },
    ],
  };
  return collection === 'practices' ? { '@type': 'Report', ...text } : { '@type': 'CreativeWork', ...text };
};

/** An organisation as its page shows it. */
export const organisationThing = (
  address: string,
  {
    names,
    website,
    identifiers,
  }: {
    names: Record<string, string | undefined> & { en: string };
    website?: string | undefined;
    identifiers?: { ror?: string | undefined; wikidata?: string | undefined } | undefined;
  },
): OrganizationLeaf => ({
  '@type': 'Organization',
  '@id': absolute(address),
  name: names.native ?? names.en,
  alternateName: [...new Set(Object.values(names))].flatMap((name) => (name && name !== (names.native ?? names.en) ? name : [])),
  ...(website && { url: website }),
  ...(identifiers && { sameAs: [identifiers.ror ?? [], identifiers.wikidata ? `https://www.wikidata.org/entity/${identifiers.wikidata}` : []].flat() }),
});

/** A theme or target group: a term of a set. */
export const termThing = (address: string, { label, definition }: { label: string; definition?: string | undefined }, set: string): DefinedTermLeaf => ({
  '@type': 'DefinedTerm',
  '@id': absolute(address),
  name: label,
  ...(definition && { description: definition }),
  inDefinedTermSet: { '@type': 'DefinedTermSet', name: set, url: absolute(dataAddress('vocabularies.json')) },
});

/** The whole as a dataset, for schema.org's and for DCAT's readers (https://www.w3.org/TR/vocab-dcat-3/). */
export const datasetOf = (lang: string, t: Translate, langs: readonly string[], site?: Site): object => {
  const files = dataCollections.flatMap((collection) => [
    { file: `${collection}.json`, type: 'application/json' },
    { file: `${collection}.jsonl`, type: 'application/x-ndjson' },
    { file: `${collection}.csv`, type: 'text/csv' },
  ]);
  const distributions = [...files, { file: 'places.geojson', type: 'application/geo+json' }, { file: 'vocabularies.json', type: 'application/json' }];
  const dataset: Omit<DatasetLeaf, '@type' | 'distribution'> = {
    '@id': datasetId,
    name: t('data.title'),
    description: t('data.description'),
    url: absolute(href(lang, paths.data)),
    license: usualLicence.url,
    inLanguage: langs,
    version: dataVersion,
    dateModified: dataChanges[0].date,
    isAccessibleForFree: true,
    ...(site && { creator: publisher(site) }),
  };
  const download = (file: string, type: string): Omit<DataDownloadLeaf, '@type'> => ({
    name: file,
    contentUrl: absolute(dataAddress(file)),
    encodingFormat: type,
  });
  return {
    '@context': { '@vocab': 'https://schema.org/', dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', id: '@id' },
    '@type': ['Dataset', 'dcat:Dataset'],
    ...dataset,
    'dct:title': dataset.name,
    'dct:description': dataset.description,
    'dct:license': { id: usualLicence.url },
    'dcat:landingPage': { id: dataset.url },
    distribution: distributions.map(({ file, type }) => ({
      '@type': ['DataDownload', 'dcat:Distribution'],
      ...download(file, type),
      'dcat:downloadURL': { id: absolute(dataAddress(file)) },
      'dcat:mediaType': { id: `https://www.iana.org/assignments/media-types/${type}` },
    })),
  };
};

/** JSON-LD for a page: data that no browser runs; `<` is written so that no text in it can end the element. */
export const jsonLd = (things: readonly object[]): string => JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
