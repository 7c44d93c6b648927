import { z } from 'zod';
import { countryCodes } from '../domain/countries.ts';
import type { Meta, VocabularyName } from './values.ts';

/** A node of JSON Schema (draft 7), with what our schemas say of themselves under `x-`. */
export interface JsonNode {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: (string | number)[];
  const?: string | number | boolean;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, JsonNode>;
  items?: JsonNode;
  anyOf?: JsonNode[];
  additionalProperties?: JsonNode | boolean;
  /** What editors of text show beside each value of `enum`. */
  enumDescriptions?: string[];
  'x-vocabulary'?: Meta['vocabulary'];
  'x-collection'?: Meta['collection'];
  'x-form'?: Meta['form'];
}

const marks = ['vocabulary', 'collection', 'form'] as const satisfies (keyof Meta)[];

/**
 * The form of the data that `schema` takes in, as JSON Schema. Rules that no JSON Schema can state (a day that exists, an end
 * after the start) are left to the check. `amend` may change each node.
 */
export const jsonNodeOf = (schema: z.ZodType, amend: (node: JsonNode) => void = () => undefined): JsonNode =>
  z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const node = jsonSchema as Record<string, unknown>;
      for (const mark of marks)
        if (node[mark] !== undefined && typeof node[mark] === 'string') {
          node[`x-${mark}`] = node[mark];
          // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- renamed, not kept twice
          delete node[mark];
        }
      delete node.asked;
      amend(jsonSchema as JsonNode);
    },
  }) as JsonNode;

/** The words of one language for what a schema names by code. */
export interface Words {
  term: (vocabulary: VocabularyName, id: string) => string;
  country: (code: string) => string;
}

const sentences = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

/** JSON Schema for editors of text: every field explained, every choice with its label in the language of `words`. */
export const jsonSchemaOf = (schema: z.ZodType, { title, id, words }: { title: string; id: string; words: Words }): JsonNode => {
  const { $schema, ...node } = jsonNodeOf(schema, (each) => {
    const { 'x-vocabulary': vocabulary, 'x-collection': collection, 'x-form': form } = each;
    if (vocabulary && each.enum) each.enumDescriptions = each.enum.map((value) => words.term(vocabulary, String(value)));
    if (form === 'country') Object.assign(each, { enum: countryCodes, enumDescriptions: countryCodes.map(words.country) });
    if (form === 'language') each.pattern = '^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$';
    const which = `The name of a file in content/${String(collection)}, without its ending.`;
    if (collection && !each.description?.includes(which)) each.description = sentences(each.description, which);
  });
  return { ...($schema && { $schema }), $id: id, title, ...node };
};
