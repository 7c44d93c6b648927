/** `npm run new`: asks for what a new entry must hold, writes its file, and checks it. Ctrl+C leaves nothing behind. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkSome } from '../check/content.ts';
import { reporters } from '../check/reporters.ts';
import { newEntry, textsIn } from '../contribute/start.ts';
import { isError } from '../reader/problem.ts';
import { settings } from '../settings.ts';

const root = process.cwd();
const { values } = parseArgs({
  /** The language of the questions. */
  options: { lang: { type: 'string', default: (process.env.LC_ALL ?? process.env.LANG ?? 'en').slice(0, 2) } },
});
const say = await textsIn(root, values.lang);

try {
  const file = await newEntry(root, values.lang, new Date().toISOString().slice(0, 10));
  const { problems } = await checkSome(root, settings.languages, [file]);
  console.log(`\n${say('new.written', { file })}`);
  if (problems.length > 0) console.log(reporters.terminal({ problems, lang: values.lang, textOf: (name) => readFileSync(name, 'utf8') }));
  console.log(say('new.next', { file }));
  process.exitCode = problems.some(isError) ? 1 : 0;
} catch (error) {
  // Broken off with Ctrl+C: what the prompts throw then has this name and no class that they export.
  if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
  console.log(`\n${say('new.nothing')}`);
  process.exitCode = 130;
}
