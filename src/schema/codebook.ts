import type { z } from 'zod';
import { jsonNodeOf, type JsonNode } from './jsonSchema.ts';
import type { Meta } from './values.ts';

/** What a field takes, in a word that the codebook has in every language. */
type FieldType =
  | NonNullable<Meta['form']>
  | 'address'
  | 'choice'
  | 'group'
  | 'mailbox'
  | 'number'
  | 'reference'
  | 'term'
  | 'text'
  | 'text-or-number'
  | 'true'
  | 'true-or-false'
  | 'whole-number';

/** The least and the most there may be. */
interface Limits {
  min?: number | undefined;
  max?: number | undefined;
}

/** One field of a header, told from its schema. */
export interface Field {
  /** The names that lead to it: `['results', 'method']`; `*` stands for any name. */
  path: readonly string[];
  description: string;
  required: boolean;
  type: FieldType;
  /** Set when it takes several of them: how many. */
  list?: Limits;
  /** How many characters a text may have, or how large a number may be. */
  limits?: Limits;
  vocabulary?: Meta['vocabulary'];
  collection?: Meta['collection'];
  /** The values of a choice that no vocabulary names. */
  allowed?: readonly string[];
}

/** A field that takes one thing or another is told by the first that can hold something. */
const chosen = (node: JsonNode): JsonNode => (node.anyOf && !node['x-form'] ? { ...node.anyOf[0], description: node.description ?? '' } : node);

const plainTypes: Record<string, FieldType> = { object: 'group', number: 'number', integer: 'whole-number', boolean: 'true-or-false', string: 'text' };
const formats: Record<string, FieldType> = { uri: 'address', email: 'mailbox' };

const typeOf = (node: JsonNode): FieldType => {
  if (node['x-form']) return node['x-form'];
  if (node['x-vocabulary']) return 'term';
  if (node['x-collection']) return 'reference';
  if (node.const === true) return 'true';
  if (node.enum) return 'choice';
  if (node.anyOf?.every(({ type }) => type !== 'array')) return 'text-or-number';
  return formats[node.format ?? ''] ?? plainTypes[String(node.type)] ?? 'text';
};

const limitsOf = (min?: number, max?: number): Limits | undefined => {
  // The bounds of what a computer can count are no rule of ours.
  const [least, most] = [min === undefined || min <= 1 ? undefined : min, max === undefined || max >= Number.MAX_SAFE_INTEGER ? undefined : max];
  return least === undefined && most === undefined ? undefined : { min: least, max: most };
};

/** What a field is, from its node. */
const fieldOf = (path: readonly string[], node: JsonNode, required: boolean): { field: Field; inner: JsonNode } => {
  const outer = typeOf(node) === 'text-or-number' ? node : chosen(node);
  const isList = outer.type === 'array';
  const inner = isList ? outer.items! : outer;
  const type = typeOf(inner);
  const limits =
    type === 'text'
      ? limitsOf(inner.minLength, inner.maxLength)
      : type === 'number' || type === 'whole-number'
        ? (inner.minimum ?? inner.maximum) !== undefined && Number(inner.minimum) !== 1
          ? { min: inner.minimum, max: limitsOf(undefined, inner.maximum)?.max }
          : undefined
        : undefined;
  return {
    field: {
      path,
      description: node.description ?? inner.description ?? '',
      required,
      type,
      ...(isList && { list: limitsOf(outer.minItems, outer.maxItems) ?? {} }),
      ...(limits && (limits.min !== undefined || limits.max !== undefined) && { limits }),
      ...(inner['x-vocabulary'] && { vocabulary: inner['x-vocabulary'] }),
      ...(inner['x-collection'] && { collection: inner['x-collection'] }),
      ...(type === 'choice' && { allowed: inner.enum!.map(String) }),
    },
    inner,
  };
};

const fieldsIn = (node: JsonNode, path: readonly string[]): Field[] => {
  const named = Object.entries(node.properties ?? {});
  const anyName = typeof node.additionalProperties === 'object' ? [['*', node.additionalProperties] as const] : [];
  return [...named, ...anyName].flatMap(([name, child]) => {
    const { field, inner } = fieldOf([...path, name], child, node.required?.includes(name) ?? false);
    return [field, ...(field.type === 'group' ? fieldsIn(inner, field.path) : [])];
  });
};

/** Every field of a schema, those of groups after the group, in the order of the schema. */
export const fieldsOf = (schema: z.ZodType): Field[] => fieldsIn(jsonNodeOf(schema), []);

/** What a single field's schema takes. */
export const fieldAt = (path: readonly string[], schema: z.ZodType, required: boolean): Field => fieldOf(path, jsonNodeOf(schema), required).field;

/** The first value at a path, lists looked through; undefined when there is none. */
const valueAt = (data: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return data;
  if (Array.isArray(data)) return data.map((item) => valueAt(item, [name, ...rest])).find((value) => value !== undefined);
  if (typeof data !== 'object' || data === null) return undefined;
  const record = data as Record<string, unknown>;
  return name === '*' ? undefined : valueAt(record[name], rest);
};

/** An example of a field from real entries: the first that has it. */
export const exampleOf = <E extends { facts: unknown }>(path: readonly string[], entries: readonly E[]): { entry: E; value: unknown } | undefined => {
  for (const entry of entries) {
    const value = valueAt(entry.facts, path);
    if (value !== undefined) return { entry, value };
  }
  return undefined;
};
