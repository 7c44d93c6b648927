/** `npm run check [files…]`: says what is wrong in `content/`, all of it at once; exit code 1 when anything is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { isError, type Problem } from '../reader/problem.ts';
import { settings } from '../settings.ts';
import { checkAll, checkSome, type Counts } from './content.ts';
import { writeEditorSchemas } from './editors.ts';
import { reporters, type ReporterName } from './reporters.ts';
import { watchContent } from './watch.ts';

const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reporter: { type: 'string', default: process.env.GITHUB_ACTIONS ? 'github' : 'terminal' },
    /** The language of the messages. */
    lang: { type: 'string', default: (process.env.LC_ALL ?? process.env.LANG ?? 'en').slice(0, 2) },
    watch: { type: 'boolean', default: false },
  },
});
if (!Object.hasOwn(reporters, values.reporter)) {
  console.error(`There is no reporter "${values.reporter}". Use one of: ${Object.keys(reporters).join(', ')}.`);
  process.exit(2);
}
const reporter = values.reporter as ReporterName;

const textOf = (file: string) => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
};
const tell = (problems: readonly Problem[], counts: Counts) => {
  if (problems.length > 0 || reporter === 'json') console.log(reporters[reporter]({ problems, lang: values.lang, textOf }));
  if (!problems.some(isError) && reporter !== 'json')
    console.log(
      `${styleText('green', '✓')} content: ${Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')}`,
    );
};

/** Editors of text learn what the check knows. One that cannot be taught is no reason to fail. */
const teachEditors = async () => {
  if (reporter === 'terminal') await writeEditorSchemas(root, settings.languages, values.lang).catch(() => undefined);
};

if (values.watch)
  await watchContent(root, settings.languages, (problems, counts) => {
    tell(problems, counts);
    void teachEditors();
  });
else {
  const { problems, counts } = positionals.length > 0 ? await checkSome(root, settings.languages, positionals) : await checkAll(root, settings.languages);
  tell(problems, counts);
  if (positionals.length === 0) await teachEditors();
  process.exitCode = problems.some(isError) ? 1 : 0;
}
