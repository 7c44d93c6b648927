import type { z } from 'zod';
import type { Header } from './header.ts';
import { suggestion, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

const shown = (value: unknown) => (typeof value === 'string' ? `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"` : JSON.stringify(value));

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

/** Types in the words of someone who writes a header. */
const expected: Record<string, string> = { array: 'a list', object: 'a group of fields', string: 'text', number: 'a number', int: 'a whole number' };

const said = (issue: Issue, value: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is required. Add it to the header.' : `must be ${expected[issue.expected] ?? issue.expected}, but is ${shown(value)}.`;
    case 'invalid_value':
      return value === undefined
        ? 'is required. Add it to the header.'
        : `${shown(value)} is not one of the allowed values (${issue.values.join(', ')}).${typeof value === 'string' ? suggestion(value, issue.values.map(String)) : ''}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `is too short: ${String(value).length} characters, at least ${issue.minimum} are needed.`
        : issue.origin === 'array'
          ? `needs at least ${issue.minimum} ${issue.minimum === 1n || issue.minimum === 1 ? 'entry' : 'entries'}.`
          : `must be at least ${issue.minimum}, but is ${shown(value)}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is too long: ${String(value).length} characters, at most ${issue.maximum} fit.`
        : issue.origin === 'array'
          ? `takes at most ${issue.maximum} entries. Keep the best ones.`
          : `must be at most ${issue.maximum}, but is ${shown(value)}.`;
    case 'invalid_union':
      return value === undefined ? 'is required. Add it to the header.' : `${shown(value)} does not fit: ${issue.message}.`;
    default:
      return value === undefined || typeof value === 'object' ? `${issue.message}.` : `${shown(value)} ${issue.message}.`;
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
        message: `is not a field that exists here.${suggestion(key, fieldsAt(schema, issue.path)) || ' Remove it, or look for its right name.'}`,
      }));
    }
    return [{ file, ...header.at(issue.path), field: issue.path.join('.'), message: said(issue, valueAt(header.data, issue.path)) }];
  });
  return { problems };
};
