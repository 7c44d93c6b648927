import { exampleOf, fieldsOf, type Field } from '../schema/codebook.ts';
import type { FileKind } from '../schema/collections.ts';
import type { VocabularyName } from '../schema/values.ts';
import type { z } from 'zod';
import type { Translate } from './languages.ts';
import { yamlOf } from './yaml.ts';

/** Something that has been written; `href` when it has a page. */
interface Sample {
  id: string;
  lang: string;
  facts: unknown;
  href?: string | undefined;
}
interface Value {
  id: string;
  label: string;
  href?: string | undefined;
}
/** A vocabulary as its readers see it. */
export interface Terms {
  label: string;
  terms: readonly Value[];
}

/** A field of the codebook, ready to show. */
export interface Entry {
  /** Its place on the page: `practice-results-method`. */
  anchor: string;
  /** `results.method` */
  name: string;
  depth: number;
  description: string;
  required: boolean;
  /** What it takes, in a few words. */
  takes: string;
  allowed: readonly Value[];
  example?: { yaml: string; lang: string; id: string; href?: string | undefined };
}

/** Where a term of a vocabulary is explained in the codebook. */
export const termAnchor = (vocabulary: string, id: string): string => `term-${vocabulary}-${id}`;
/** Where a field is. */
const anchorOf = (kind: FileKind, path: readonly string[]): string => [kind, ...path].join('-').replace('*', 'any');

const takesOf = (t: Translate, { type, list, limits, vocabulary, collection }: Field, terms: (name: VocabularyName) => Terms): string => {
  const one = t(`codebook.type.${type}`, {
    ...(vocabulary && { vocabulary: terms(vocabulary).label }),
    ...(collection && { folder: `content/${collection}` }),
  });
  const { min, max } = limits ?? {};
  const range = { min: min ?? 0, max: String(max) };
  const size =
    max === undefined
      ? undefined
      : type !== 'text'
        ? t('codebook.number.between', { min: String(min), max: String(max) })
        : min === undefined
          ? t('codebook.characters.max', range)
          : t('codebook.characters.between', range);
  const parts = [list ? t('codebook.list', { type: one }) : one, size, list?.max && t('codebook.list.max', { max: list.max })];
  return parts.filter(Boolean).join('; ');
};

/** An example as it stands in a file; of a list of groups the first is enough. */
const asYaml = (name: string, value: unknown): string => {
  const shown = Array.isArray(value) && typeof value[0] === 'object' ? value.slice(0, 1) : value;
  return yamlOf({ [name]: shown }).trimEnd();
};

/** The fields of one kind of file, with what they take in the words of `t` and the first example among `samples`. */
export const codebookOf = (
  kind: FileKind,
  schema: z.ZodType,
  { t, terms, samples }: { t: Translate; terms: (name: VocabularyName) => Terms; samples: readonly Sample[] },
): Entry[] =>
  fieldsOf(schema).map((field) => {
    const { path, description, required, vocabulary, allowed = [], type } = field;
    const found = exampleOf(path, samples);
    return {
      anchor: anchorOf(kind, path),
      name: path.join('.'),
      depth: path.length,
      description,
      required,
      takes: takesOf(t, field, terms),
      allowed: vocabulary ? terms(vocabulary).terms : allowed.map((id) => ({ id, label: '' })),
      ...(found &&
        (type !== 'group' || field.list) && {
          example: { yaml: asYaml(path.at(-1)!, found.value), lang: found.entry.lang, id: found.entry.id, href: found.entry.href },
        }),
    };
  });
