import { labelsIn } from './normalise.ts';

/** How many other words may stand between those of a label: "legal, career and psychological advice" speaks of legal advice. */
const slack = 3;

/** Whether all of these stems stand within so many words of each other, in any order. */
const standTogether = (parts: readonly string[], row: readonly string[]): boolean => {
  const span = parts.length + slack;
  return row.some((word, at) => parts.includes(word) && parts.every((part) => row.slice(at, at + span).includes(part)));
};

/**
 * What a row of stems speaks of, and how often: every label that stands in it word by word counts each time,
 * one whose words stand near each other counts once.
 */
export const spokenOf = (row: readonly string[], labels: ReadonlyMap<string, readonly string[]>): Map<string, number> => {
  const times = new Map<string, number>();
  for (const { means } of labelsIn(row, labels)) for (const mark of means) times.set(mark, (times.get(mark) ?? 0) + 1);
  const known = new Set(row);
  for (const [label, means] of labels) {
    const parts = label.split(' ');
    if (parts.length < 2 || means.every((mark) => times.has(mark)) || !parts.every((part) => known.has(part)) || !standTogether(parts, row)) continue;
    for (const mark of means) if (!times.has(mark)) times.set(mark, 1);
  }
  return times;
};
