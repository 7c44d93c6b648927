import type { z } from 'zod';
import { countryMeantBy } from '../domain/countries.ts';
import type { Header } from './header.ts';
import { kinds, type ProblemKind } from './kinds.ts';
import { meantBy, shown, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);

/** The fields an object schema knows, for "did you mean". */
const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => {
  let node: unknown = schema;
  const open = (n: unknown): unknown => {
    const def = (n as { def?: Record<string, unknown> } | undefined)?.def;
    return def?.innerType ? open(def.innerType) : def?.type === 'pipe' ? open(def.in) : n;
  };
  for (const key of path) {
    const def = (open(node) as { def: Record<string, unknown> } | undefined)?.def;
    node = typeof key === 'number' ? def?.element : (def?.shape as Record<string, unknown> | undefined)?.[String(key)];
  }
  const shape = (open(node) as { def?: { shape?: Record<string, unknown> } } | undefined)?.def?.shape;
  return Object.keys(shape ?? {});
};

/** What a value should have been, by the type the schema names. */
const typeKinds: Record<string, ProblemKind> = {
  array: 'not-a-list',
  object: 'not-a-group',
  record: 'not-a-group',
  string: 'not-text',
  number: 'not-a-number',
  int: 'not-a-whole-number',
  boolean: 'not-true-or-false',
};
const sizeKinds: Record<'too_small' | 'too_big', Record<string, ProblemKind>> = {
  too_small: { string: 'too-short', array: 'too-few' },
  too_big: { string: 'too-long', array: 'too-many' },
};
const isKind = (message: string): message is ProblemKind => Object.hasOwn(kinds, message);

type Said = Pick<Problem, 'kind' | 'values' | 'meant'>;

/** One issue of zod as a kind of problem. A rule of the schema names its kind as its message. */
export const saidBy = (issue: Issue, value: unknown): Said => {
  if (value === undefined && issue.code !== 'custom') return { kind: 'required' };
  const values = { value: shown(value) };
  switch (issue.code) {
    case 'invalid_type':
      return { kind: typeKinds[issue.expected] ?? 'does-not-fit', values };
    case 'invalid_value': {
      if (issue.values.length === 1 && issue.values[0] === true) return { kind: 'not-true', values };
      const allowed = issue.values.map(String);
      return { kind: 'not-allowed', values: { ...values, allowed: allowed.join(', ') }, meant: meantBy(String(value), allowed) };
    }
    case 'too_small':
    case 'too_big': {
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      const kind = sizeKinds[issue.code][issue.origin] ?? (issue.code === 'too_small' ? 'number-too-small' : 'number-too-large');
      return { kind, values: { ...values, limit, length: (value as { length?: number }).length ?? 0 } };
    }
    case 'custom':
      if (issue.message === 'not-a-country') return { kind: 'not-a-country', values, meant: countryMeantBy(String(value)) };
      return { kind: isKind(issue.message) ? issue.message : 'does-not-fit', values: { ...values, ...(issue.params as Record<string, string> | undefined) } };
    default:
      return { kind: isKind(issue.message) ? issue.message : 'does-not-fit', values };
  }
};

/** Validates a header: the data with its defaults, or every problem with the line it stands on. */
export const validate = <S extends z.ZodType>(schema: S, header: Header, file: string): { data?: z.output<S>; problems: Problem[] } => {
  const result = schema.safeParse(header.data);
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        ...header.atKey(issue.path, key),
        field: [...issue.path, key].join('.'),
        kind: 'unknown-field',
        meant: meantBy(key, fieldsAt(schema, issue.path)),
      }));
    }
    return [{ file, ...header.at(issue.path), field: issue.path.join('.'), ...saidBy(issue, valueAt(header.data, issue.path)) }];
  });
  return { problems };
};
