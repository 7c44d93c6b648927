import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { ProblemKind } from './kinds.ts';
import type { Position, Problem } from './problem.ts';

/** Parsed YAML that still knows where each value stands. */
export interface Header {
  /** Plain data, not yet validated. */
  data: unknown;
  /** Where the value at a path stands; the nearest parent's place when the path does not exist. */
  at: (path: readonly PropertyKey[]) => Position;
  /** Where a key of the mapping at a path stands. */
  atKey: (path: readonly PropertyKey[], key: string) => Position;
}

/** A Markdown file cut into its YAML header and its body; the kind of problem when it has no header. */
export const splitHeader = (text: string): { yaml: string; body: string; bodyLine: number } | 'no-header' | 'header-open' => {
  const start = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (start === undefined) return 'no-header';
  const end = /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(start.length));
  if (!end) return 'header-open';
  const bodyStart = start.length + end.index + end[0].length;
  return { yaml: text.slice(start.length, start.length + end.index), body: text.slice(bodyStart), bodyLine: text.slice(0, bodyStart).split('\n').length };
};

const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isNode(node)) offset = node.range?.[0] ?? offset;
    if (!isCollection(node)) return offset;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) : undefined;
    if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = node.get(isMap(node) ? (pair && isScalar(pair.key) ? pair.key.value : key) : Number(key), true);
    if (node === undefined) return offset;
  }
  return isNode(node) && node.range && !isCollection(node) ? node.range[0] : offset;
};

/** What the parser of YAML calls a mistake, in the kinds of the check. */
const kinds: Partial<Record<ErrorCode, ProblemKind>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTILINE_IMPLICIT_KEY: 'yaml-indent',
  MISSING_CHAR: 'yaml-quote',
  BAD_INDENT: 'yaml-indent',
  TAG_RESOLVE_FAILED: 'yaml-alias',
  BAD_ALIAS: 'yaml-alias',
};
const kindOf = ({ code, message }: YAMLError, all: readonly YAMLError[]): ProblemKind => {
  // A bracket that is never closed takes in the next line, which then seems to be badly indented.
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'yaml-quote';
  if (message.includes('without - indicator')) return 'yaml-indent';
  // "a: b" and a deeper line under it: the second line is the slip, not a colon.
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && all.some((other) => other.code === 'MULTILINE_IMPLICIT_KEY')) return 'yaml-indent';
  return kinds[code] ?? 'yaml';
};

/** How many mistakes of a header are told at most. */
const mostTold = 50;
/** Deeper nesting than any header needs would only exhaust the parser. */
const deepest = 12;
/** Where the first node stands that is nested too deeply. */
const deepNode = (node: unknown, depth = 0): number | undefined => {
  if (isPair(node)) return deepNode(node.key, depth) ?? deepNode(node.value, depth);
  if (!isCollection(node)) return undefined;
  if (depth >= deepest) return node.range?.[0] ?? 0;
  return node.items.map((item) => deepNode(item, depth + 1)).find((found) => found !== undefined);
};

/** A header that is not even parsed. */
const unread = (problem: Problem): { header: Header; problems: Problem[] } => {
  const { line, column } = problem;
  return { header: { data: undefined, at: () => ({ line, column }), atKey: () => ({ line, column }) }, problems: [problem] };
};

/**
 * Reads YAML with positions. Aliases, anchors and tags are refused: they can make a small file huge, or
 * something else than it looks like. `firstLine` is the line of the file on which the YAML starts.
 */
export const readYaml = (file: string, yaml: string, firstLine: number): { header: Header; problems: Problem[] } => {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const document = parsed(yaml, lines);
  const tooDeep = document ? deepNode(document.contents) : Math.max(0, yaml.search(/(?:[[{]\s*){12}/));
  if (!document || tooDeep !== undefined) {
    const line = firstLine + yaml.slice(0, tooDeep).split('\n').length - 1;
    return unread({ file, line, column: 1, kind: 'too-deep' });
  }
  const mistakes = [...document.errors, ...document.warnings].map((mistake, _index, all): Problem => {
    const { pos, message } = mistake;
    const part = yaml.slice(pos[0], pos[1]).trim();
    // The first line of the message says it; the rest repeats the place.
    return { file, ...place(pos[0]), kind: kindOf(mistake, all), values: { detail: message.split('\n', 1)[0]!, value: part, what: part } };
  });
  // One slip makes the parser stumble again: what it cannot name is told only when there is nothing better.
  const named = mistakes.filter(({ kind }) => kind !== 'yaml');
  const problems: Problem[] = named.length > 0 ? named : mistakes;
  visit(document, (_key, node) => {
    // Who has made the same mistake so often need not hear of it again.
    if (problems.length >= mostTold) return visit.BREAK;
    if (isMap(node))
      problems.push(
        ...twice(node).map((key) => ({ file, ...place(key.range?.[0] ?? 0), kind: 'duplicate-field' as const, values: { value: String(key.value) } })),
      );
    if (isPair(node)) {
      if (!isScalar(node.key) || typeof node.key.value !== 'string')
        problems.push({ file, ...place(isNode(node.key) ? (node.key.range?.[0] ?? 0) : 0), kind: 'yaml-key' });
      return undefined;
    }
    if (!isNode(node)) return undefined;
    const what = isAlias(node) ? `*${node.source}` : node.anchor ? `&${node.anchor}` : node.tag?.startsWith('!') ? node.tag : undefined;
    if (what) problems.push({ file, ...place(node.range?.[0] ?? 0), kind: 'yaml-alias', values: { what } });
    return undefined;
  });
  // Places are asked for only when something is wrong: ten thousand headers need not keep their trees.
  const kept = new WeakRef(document);
  const again = () => kept.deref() ?? parsed(yaml, new LineCounter())!;
  const header: Header = {
    data: problems.length === 0 ? document.toJS() : undefined,
    at: (path) => place(offsetOf(again(), path)),
    atKey: (path, key) => place(offsetOf(again(), [...path, key])),
  };
  if (problems.length === 0 && !isMap(document.contents)) problems.push({ file, ...place(0), kind: 'header-empty' });
  return { header, problems };
};

/** Keys that stand in a mapping a second time. The parser's own look for them takes the square of their number. */
const twice = (map: YAMLMap): Scalar[] => {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isSecond = seen.has(key.value);
    seen.add(key.value);
    return isSecond ? [key] : [];
  });
};

/** The document, or undefined when it is nested so deeply that the parser gives up. */
const parsed = (yaml: string, lineCounter: LineCounter) => {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: false, schema: 'core' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

interface Leaf {
  path: PropertyKey[];
  name: string;
  value: unknown;
}

/** Every single value of a header with its path; `name` is the nearest field name, so that list items carry their list's. */
export const leaves = (value: unknown, path: PropertyKey[] = [], name = ''): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index], name));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key], key));
  return [{ path, name, value }];
};
