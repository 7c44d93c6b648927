/** `npm run check`: says what is wrong in `content/`, all of it at once; exit code 1 when anything is. */
import { styleText } from 'node:util';
import { readContent } from '../reader/folder.ts';
import { settings } from '../settings.ts';
import { report } from './report.ts';

const { library, problems } = await readContent(process.cwd(), settings.languages);
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
