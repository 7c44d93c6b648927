/**
 * `npm run ledger [folder]`: adds every address of the built site to the ledger. Runs at each publication, after the build;
 * with --commit it also commits the ledger.
 */
import { spawnSync } from 'node:child_process';
import { glob, writeFile } from 'node:fs/promises';
import { ledgerText } from '../check/ledger.ts';
import { addressOf, grownLedger, ledgerFile } from '../domain/ledger.ts';

const [folder = 'dist'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files = await Array.fromAsync(glob('**/*', { cwd: folder }));
if (files.length === 0) throw new Error(`There is no built site in ${folder}/. Run "npm run build" first.`);
const { text, added } = grownLedger(
  await ledgerText(process.cwd()),
  files.flatMap((file) => addressOf(file.replaceAll('\\', '/')) ?? []),
);
await writeFile(ledgerFile, text);
console.log(`${ledgerFile}: ${added} new ${added === 1 ? 'address' : 'addresses'}`);
if (added > 0 && process.argv.includes('--commit')) {
  const { status } = spawnSync('git', ['commit', '--quiet', '-m', `Ledger: ${added} addresses published`, '--', ledgerFile], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
