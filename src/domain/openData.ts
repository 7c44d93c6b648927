import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { lessonSchema } from '../schema/lesson.ts';
import { organisationSchema } from '../schema/organisation.ts';
import { practiceSchema } from '../schema/practice.ts';
import type { TermIds } from '../schema/values.ts';
import { visitSchema } from '../schema/visit.ts';
import { absolute, dataAddress, href, paths, type Collection } from './urls.ts';

/** The version of the published format, semantic: the first number rises when a field changes its meaning or goes. */
export const dataVersion = '1.0.0';
/** What changed in the format, the newest first. */
export const dataChanges = [{ version: '1.0.0', date: '2026-11-25', change: 'First publication.' }] as const;

export const dataCollections = ['practices', 'lessons', 'visits', 'organisations'] as const satisfies Collection[];
const schemas = { practices: practiceSchema, lessons: lessonSchema, visits: visitSchema, organisations: organisationSchema };

/** An entry as `queries` gives it. */
interface Source {
  id: string;
  facts: object;
  texts: readonly { lang: string; title: string; summary: string; titleLang: string; inLanguages: readonly string[] }[];
  evidence?: string;
}
export type DataRecord = Record<string, unknown> & { id: string };

/** An entry as it is published: the facts under the names they are written with, the words in every language they exist in. */
export const recordOf = (collection: Collection, lang: string, { id, facts, texts, evidence }: Source): DataRecord => {
  const { title: _title, summary: _summary, statement: _statement, evidence: override, ...rest } = facts as Record<string, unknown>;
  const inLanguages = (field: 'title' | 'summary') =>
    Object.fromEntries(texts.filter((text) => text.titleLang === text.lang).map((text) => [text.lang, text[field]]));
  return {
    id,
    address: absolute(href(lang, paths.entry(collection, id))),
    ...(texts[0] && { title: inLanguages('title'), summary: inLanguages('summary'), inLanguages: texts[0].inLanguages }),
    ...(evidence !== undefined && { evidenceLevel: evidence }),
    ...(override !== undefined && { evidence: override }),
    ...rest,
  };
};

/** The JSON Schema (2020-12) of a collection as published; made from the schema that entries are checked with. */
export const jsonSchemaOf = (collection: Collection, terms: TermIds): object => {
  const { title: _title, summary: _summary, statement: _statement, ...shape } = (schemas[collection](terms) as z.ZodObject).shape;
  const words = z.record(z.string(), z.string()).meta({ description: 'The text by language (BCP 47).' });
  const record = z.strictObject({
    id: z.string().meta({ description: 'The slug: it never changes and is never used again.' }),
    address: z.string().meta({ description: 'The permanent address of the page.' }),
    ...(collection !== 'organisations' && {
      title: words,
      summary: words,
      inLanguages: z.array(z.string()).meta({ description: 'The languages the whole text exists in, that of the original first.' }),
    }),
    ...(collection === 'practices' && {
      evidenceLevel: z.string().meta({ description: 'Computed from the results: see the page on method.', vocabulary: 'evidence' }),
    }),
    ...shape,
  });
  return {
    $id: absolute(dataAddress(`${collection}.schema.json`)),
    title: collection,
    ...z.toJSONSchema(z.array(record), { io: 'output', unrepresentable: 'any' }),
  };
};

/** A cell of a table: lists joined, records by language spread before, anything deeper as JSON. */
const cell = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : Array.isArray(value) && value.every((item) => typeof item !== 'object')
      ? value.join('; ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : `${value as string | number | boolean}`;

/**
 * Records as CSV (RFC 4180) that spreadsheets open right: with a byte-order mark, and with what a spreadsheet would take
 * for a formula defused by an apostrophe. Titles and summaries have a column for each language.
 */
export const csvOf = (records: readonly DataRecord[], langs: readonly string[]): string => {
  const spread = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([field, value]) =>
        field === 'title' || field === 'summary' ? langs.map((lang) => [`${field}_${lang}`, (value as Record<string, string>)[lang]]) : [[field, value]],
      ),
    ),
  );
  const columns = [...new Set(spread.flatMap((record) => Object.keys(record)))];
  return stringify(
    spread.map((record) => columns.map((column) => cell(record[column]))),
    { bom: true, header: true, columns, record_delimiter: '\r\n', escape_formulas: true },
  );
};

/** Records as JSON Lines: one a line. */
export const jsonLinesOf = (records: readonly DataRecord[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Records as one JSON file; an array, so that it fits its schema and any tool. */
export const jsonOf = (records: readonly unknown[]): string => `${JSON.stringify(records, null, 1)}\n`;

interface Place {
  name: string;
  lat?: number;
  lon?: number;
  population?: string;
}
/** The places of practices as GeoJSON (RFC 7946); degrees, WGS 84. */
export const geoJsonOf = (records: readonly DataRecord[]): object => ({
  type: 'FeatureCollection',
  features: records.flatMap(({ id, address, title, places = [] }) =>
    (places as Place[]).flatMap(({ name, lat, lon, population }) =>
      lat === undefined || lon === undefined
        ? []
        : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { practice: id, address, title, place: name, population } }],
    ),
  ),
});

interface FieldSchema {
  description?: string;
  type?: string;
  enum?: string[];
  vocabulary?: string;
  collection?: string;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
}
/** One line of the codebook. */
export interface Field {
  collection: string;
  field: string;
  type: string;
  required: boolean;
  meaning: string;
  /** The vocabulary the values come from, or the collection they name an entry of. */
  values: string;
}

const fieldsOf = (collection: string, schema: FieldSchema, path = ''): Field[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const field = path + name;
    const inner = property.items ?? property;
    const { vocabulary, collection: target } = { ...property, ...inner };
    return [
      {
        collection,
        field,
        type: property.items ? `list of ${inner.type ?? 'values'}` : (property.type ?? 'text or number'),
        required: schema.required?.includes(name) ?? false,
        meaning: property.description ?? inner.description ?? '',
        values: vocabulary ? `vocabulary ${vocabulary}` : target ? `id of ${target}` : '',
      },
      ...fieldsOf(collection, inner, `${field}.`),
    ];
  });

/** What each published field means, from the schemas themselves. */
export const codebookOf = (terms: TermIds): Field[] =>
  dataCollections.flatMap((collection) => fieldsOf(collection, (jsonSchemaOf(collection, terms) as { items: FieldSchema }).items));
