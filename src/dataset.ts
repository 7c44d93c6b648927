/** The files of the open data, each made from what `queries` gives. */
import {
  codebookOf,
  csvOf,
  dataChanges,
  dataCollections,
  dataVersion,
  geoJsonOf,
  jsonLinesOf,
  jsonOf,
  jsonSchemaOf,
  recordOf,
  type DataRecord,
} from './domain/openData.ts';
import { langs, translator } from './domain/languages.ts';
import { datasetOf } from './domain/structuredData.ts';
import type { Collection } from './domain/urls.ts';
import { recordsOf, vocabularyFacts } from './queries.ts';
import type { TermIds } from './schema/values.ts';

const first = langs[0]!;
const terms = Object.fromEntries([...vocabularyFacts].map(([name, { terms: list }]) => [name, list.map(({ id }) => id)])) as unknown as TermIds;

const made = new Map<Collection, DataRecord[]>();
/** A collection as published. */
export const publishedRecords = (collection: Collection): DataRecord[] => {
  const known = made.get(collection) ?? recordsOf(collection).map((entry) => recordOf(collection, first, entry));
  made.set(collection, known);
  return known;
};

interface DataFile {
  type: string;
  text: string;
}
const json = (value: unknown): DataFile => ({ type: 'application/json', text: `${JSON.stringify(value, null, 1)}\n` });

/** Every file under /data/ by its name. A new form of a collection is one more line here. */
export const datasetFiles = (): Record<string, DataFile> => {
  const codebook = codebookOf(terms);
  const perCollection = dataCollections.flatMap((collection) => {
    const records = publishedRecords(collection);
    return Object.entries({
      json: { type: 'application/json', text: jsonOf(records) },
      jsonl: { type: 'application/x-ndjson', text: jsonLinesOf(records) },
      csv: { type: 'text/csv; charset=utf-8', text: csvOf(records, langs) },
      'schema.json': json(jsonSchemaOf(collection, terms)),
    }).map(([ending, file]) => [`${collection}.${ending}`, file] as const);
  });
  return {
    ...Object.fromEntries(perCollection),
    'vocabularies.json': json(Object.fromEntries([...vocabularyFacts].sort(([a], [b]) => (a < b ? -1 : 1)))),
    'places.geojson': { ...json(geoJsonOf(publishedRecords('practices'))), type: 'application/geo+json' },
    'codebook.csv': {
      type: 'text/csv; charset=utf-8',
      text: csvOf(
        codebook.map((field) => ({ id: `${field.collection}.${field.field}`, ...field })),
        langs,
      ),
    },
    'codebook.json': json({ version: dataVersion, changes: dataChanges, fields: codebook }),
    'dataset.jsonld': { ...json(datasetOf(first, translator(first), langs)), type: 'application/ld+json' },
  };
};
