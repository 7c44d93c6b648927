import type { z } from 'zod';
import { saidBy } from '../reader/validate.ts';
import { fieldAt, type Field } from '../schema/codebook.ts';
import type { Problem } from '../reader/problem.ts';

type Issue = z.core.$ZodIssue;
type Said = Pick<Problem, 'kind' | 'values' | 'meant'>;

/** One field to be filled in. */
export interface Question {
  field: Field;
  /** Why it is asked although it is not always required. */
  because?: Said;
  /** What is wrong with an answer, by the schema of the field itself. */
  problemOf: (answer: unknown) => Said | undefined;
}
/** Gives the value of a field; undefined leaves it out. */
export type Answer = (question: Question) => Promise<unknown>;

/** A group of fields under what may be put around it: optional, default, one of several, a list. */
const groupIn = (schema: z.ZodType): { shape: Record<string, z.ZodType>; schema: z.ZodType } | undefined => {
  const { def } = schema as unknown as { def: { innerType?: z.ZodType; element?: z.ZodType; options?: z.ZodType[]; shape?: Record<string, z.ZodType> } };
  if (def.shape) return { shape: def.shape, schema };
  const inner = def.innerType ?? def.element ?? def.options?.[0];
  return inner && groupIn(inner);
};
const isAsked = (schema: z.ZodType) => !schema.safeParse(undefined).success || schema.meta()?.asked === true;

const firstIssue = (schema: z.ZodType, data: unknown): Issue | undefined => schema.safeParse(data).error?.issues[0];
const saidOf = (schema: z.ZodType, data: unknown): Said | undefined => {
  const issue = firstIssue(schema, data);
  return issue && saidBy(issue, issue.path.length === 0 ? data : undefined);
};

/** How often a rule that spans fields may send back to one of them before something is wrong with us. */
const patience = 20;

/**
 * Asks field by field until `schema` is content: first what is required, in the order of the schema, then what its rules
 * turn out to need (a place unless it is national, a reason when it has ended). `given` holds, by path, what need not be asked.
 * Throws when the answers never satisfy the schema.
 */
export const interviewed = async (
  schema: z.ZodType,
  answer: Answer,
  given: Readonly<Record<string, unknown>> = {},
  path: readonly string[] = [],
): Promise<Record<string, unknown>> => {
  const { shape } = groupIn(schema)!;
  const data: Record<string, unknown> = {};
  const ask = async (name: string, because?: Said) => {
    const child = shape[name]!;
    const here = [...path, name];
    const field = fieldAt(here, child, !child.safeParse(undefined).success);
    const group = field.type === 'group' ? groupIn(child) : undefined;
    if (group) {
      const inner = await interviewed(group.schema, answer, given, here);
      data[name] = field.list ? [inner] : inner;
      return;
    }
    const value = await answer({ field, ...(because && { because }), problemOf: (candidate) => saidOf(child, candidate) });
    if (value !== undefined) data[name] = value;
  };
  for (const name of Object.keys(shape)) {
    const known = given[[...path, name].join('.')];
    if (known !== undefined) data[name] = known;
    else if (isAsked(shape[name]!)) await ask(name);
  }
  for (let turn = 0; turn < patience; turn += 1) {
    const issue = firstIssue(schema, data);
    if (!issue) return Object.fromEntries(Object.keys(shape).flatMap((name) => (name in data ? [[name, data[name]]] : [])));
    const [name = Object.keys(shape)[0]!] = issue.path;
    await ask(String(name), saidBy(issue, issue.path.length === 0 ? data : data[String(name)]));
  }
  throw new Error(`The answers never satisfied ${path.join('.') || 'the schema'}: ${JSON.stringify(data)}`);
};
