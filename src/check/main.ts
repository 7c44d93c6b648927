/** `npm run check`: says what is wrong in `content/`, all of it at once; exit code 1 when anything is. */
import { styleText } from 'node:util';
import { readContent } from '../reader/folder.ts';
import { settings } from '../settings.ts';
import { ledgerProblems } from './ledger.ts';
import { report } from './report.ts';

const { library, problems } = await readContent(process.cwd(), settings.languages);
// A file with a mistake in it is not gone: the ledger is asked only when all files have been read.
if (problems.length === 0) problems.push(...(await ledgerProblems(process.cwd(), library)));
if (problems.length > 0) {
  console.error(report(problems));
  process.exitCode = 1;
} else {
  const { practices, lessons, visits, organisations, translations, vocabularies } = library;
  console.log(
    styleText('green', '✓') +
      ` content: ${practices.size} practices, ${lessons.size} lessons, ${visits.size} visits, ${organisations.size} organisations, ${translations.length} translations, ${vocabularies.size} vocabularies`,
  );
}
