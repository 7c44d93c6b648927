/**
 * `npm run check:links`: asks every outside address that an entry names whether it still answers, and writes a report in
 * Markdown to standard output, nothing at all when all of them do. It informs editors and stops nothing: the exit code is 0.
 */
import { pathToFileURL } from 'node:url';
import { outsideAddresses, type OutsideAddress } from '../check/addresses.ts';
import { answersOf, type Answer, type Manners } from '../check/outside.ts';
import { readContent } from '../reader/folder.ts';
import { settings } from '../settings.ts';

const manners: Manners = {
  patience: 20_000,
  breath: 1_000,
  beforeRetry: 10_000,
  hosts: 8,
  userAgent: `${settings.name}-link-check/1.0 (+${settings.repository})`,
};
const sections = {
  gone: ['No longer there', 'Find the new address of the page, or a stored copy for the field `archived`.'],
  unclear: ['No clear answer', 'Open them in a browser: the site may only turn away programs, or have been out of reach for a while.'],
} as const;

const row = ({ address, file, line, others }: OutsideAddress, { said }: Answer) =>
  `- \`${file}:${line}\`${others > 0 ? ` and ${others} more` : ''}: \`${address}\` (${said})`;

/** A report in Markdown of the addresses that do not answer, by what can be done about them; empty when all of them do. */
export const linkReport = (found: readonly OutsideAddress[], answers: ReadonlyMap<string, Answer>): string =>
  Object.entries(sections)
    .flatMap(([state, [heading, advice]]) => {
      const rows = found.flatMap((place) => {
        const answer = answers.get(place.address);
        return answer?.state === state ? [row(place, answer)] : [];
      });
      return rows.length === 0 ? [] : [`## ${heading} (${rows.length})`, advice, rows.join('\n')];
    })
    .join('\n\n');

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const { library } = await readContent(process.cwd(), settings.languages);
  const found = outsideAddresses(library);
  console.error(`Asking for ${found.length} addresses …`);
  const answers = await answersOf(
    found.map(({ address }) => address),
    manners,
  );
  const report = linkReport(found, answers);
  if (report !== '') console.log(report);
  console.error(`✓ ${found.length} asked, ${[...answers.values()].filter(({ state }) => state === 'answers').length} answer`);
}
