import { styleText } from 'node:util';

/** Does one step of a long command and says which, and how long it took. Errors pass through. */
export const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now();
  const interactive = process.stdout.isTTY;
  if (interactive) process.stdout.write(`  ${name} …`);
  const result = await work();
  if (interactive) process.stdout.write('\r\u001b[K');
  console.log(`${styleText('green', '✓')} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return result;
};
