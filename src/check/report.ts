import { styleText } from 'node:util';
import { asLine, type Problem } from '../reader/problem.ts';

/** Problems for the terminal: one line each, and how many there are. */
export const report = (problems: readonly Problem[]): string => {
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}. Nothing was built; what was served before is unchanged.`;
  return [...problems.map(asLine), '', styleText('red', `✗ ${count}`)].join('\n');
};
