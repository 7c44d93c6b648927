import type { Nodes, Paragraph, Parents, Root, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type { Problem } from './problem.ts';

/** Figures that say how much or how many: a share, money, or a number in thousands. Years, dates and small counts are none. */
const figure =
  /(?<![\p{L}\p{N}.,/–-])(?:(?:€|EUR|SEK|NOK|DKK|ISK)\s?\d+(?:[\s,.]\d{3})*(?:[.,]\d+)?|\d+(?:[\s,.]\d{3})*(?:[.,]\d+)?\s?(?:%|€|EUR|SEK|NOK|DKK|ISK|per ?cent)|\d{1,3}(?:[\s,.]\d{3})+)(?![\p{L}\p{N}])/giu;

const cites = (node: Nodes): boolean => node.type === 'footnoteReference' || ('children' in node && node.children.some(cites));
/** What belongs together: a source may stand anywhere in a list or table, or in the paragraph that introduces it. */
const wholes = new Set(['list', 'table']);
const isCited = (whole: Parents, parent: Parents | undefined): boolean => {
  const before = parent?.children[parent.children.indexOf(whole as never) - 1];
  return cites(whole) || (before !== undefined && cites(before));
};

/** The text of a block; cells of a table stand apart. */
const wordsOf = (node: TableRow | Paragraph): string => (node.type === 'tableRow' ? node.children.map((cell) => toString(cell)).join(' | ') : toString(node));

/** A figure without the spaces and commas that each writer sets differently. */
const bare = (text: string) => text.replace(/[\s,.]/g, '').toLowerCase();

/**
 * Paragraphs and table rows that give a figure and cite no source, neither themselves nor with their list or table.
 * A figure that has its source elsewhere in the text may be spoken of again.
 */
export const unsourcedFigures = (tree: Root, file: string, firstLine: number): Problem[] => {
  const sourced = new Set<string>();
  const open: { figures: string[]; node: Nodes }[] = [];
  visitParents(tree, (node, ancestors: Parents[]) => {
    if (node.type !== 'paragraph' && node.type !== 'tableRow') return;
    if (ancestors.some(({ type }) => type === 'footnoteDefinition')) return;
    const figures = wordsOf(node).match(figure) ?? [];
    if (cites(node) || ancestors.some((ancestor, depth) => wholes.has(ancestor.type) && isCited(ancestor, ancestors[depth - 1])))
      for (const found of figures) sourced.add(bare(found));
    else open.push({ figures, node });
  });
  return open.flatMap(({ figures, node }): Problem[] => {
    const found = figures.find((each) => !sourced.has(bare(each)));
    if (found === undefined) return [];
    const { line, column } = node.position!.start;
    return [{ file, line: line + firstLine - 1, column, kind: 'figure-without-source', values: { value: found.trim() } }];
  });
};
