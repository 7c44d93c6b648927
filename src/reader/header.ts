import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
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

/** A Markdown file cut into its YAML header and its body; undefined when there is no header. */
export const splitHeader = (text: string): { yaml: string; body: string; bodyLine: number } | undefined => {
  const match = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  const head = match[0];
  return { yaml: match.groups!.yaml ?? '', body: text.slice(head.length), bodyLine: head.split('\n').length };
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

/**
 * Reads YAML with positions. Aliases, anchors and tags are refused: they can make a small file huge, or
 * something else than it looks like. `firstLine` is the line of the file on which the YAML starts.
 */
export const readYaml = (file: string, yaml: string, firstLine: number): { header: Header; problems: Problem[] } => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, schema: 'core' });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    ...place(pos[0]),
    message: `This is not valid YAML: ${message} Check the indentation, and put text that holds ": " or starts with a sign between quotes.`,
  }));
  visit(document, (_key, node) => {
    if (isPair(node) || !isNode(node)) return;
    const odd = isAlias(node) ? 'an alias (*name)' : node.anchor ? 'an anchor (&name)' : node.tag?.startsWith('!') ? `a tag (${node.tag})` : undefined;
    if (odd) problems.push({ file, ...place(node.range?.[0] ?? 0), message: `The header uses ${odd}. Write the value out in full.` });
  });
  const header: Header = {
    data: problems.length === 0 ? document.toJS() : undefined,
    at: (path) => place(offsetOf(document, path)),
    atKey: (path, key) => place(offsetOf(document, [...path, key])),
  };
  if (problems.length === 0 && !isMap(document.contents)) {
    problems.push({ file, ...place(0), message: 'The header is empty or not a list of "field: value" lines.' });
  }
  return { header, problems };
};
