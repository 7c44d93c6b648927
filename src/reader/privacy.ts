import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import * as cpr from 'stdnum/lib/cjs/dk/cpr.js';
import * as ik from 'stdnum/lib/cjs/ee/ik.js';
import * as hetu from 'stdnum/lib/cjs/fi/hetu.js';
import * as kennitala from 'stdnum/lib/cjs/is/kennitala.js';
import * as asmens from 'stdnum/lib/cjs/lt/asmens.js';
import * as pvn from 'stdnum/lib/cjs/lv/pvn.js';
import * as fodselsnummer from 'stdnum/lib/cjs/no/fodselsnummer.js';
import * as personnummer from 'stdnum/lib/cjs/se/personnummer.js';
import type { Problem } from './problem.ts';

/** What looks like personal data, where, and the exact text that a waiver must name. */
interface Find {
  kind: 'personal-code' | 'phone-number' | 'private-mailbox';
  index: number;
  text: string;
  values: Record<string, string>;
}

/** Codes of people by country, with how they are written; the check digits decide (algorithms: python-stdnum). */
const codes = [
  ['LV', /\d{6}-?\d{5}/, pvn],
  ['LT', /\d{11}/, asmens],
  ['EE', /\d{11}/, ik],
  ['FI', /\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/, hetu],
  ['SE', /(?:\d{2})?\d{6}[-+]\d{4}/, personnummer],
  ['NO', /\d{6} ?\d{5}/, fodselsnummer],
  ['DK', /\d{6}-\d{4}/, cpr],
  ['IS', /\d{6}-\d{4}/, kennitala],
] as const;
const candidate = new RegExp(`(?<![\\p{L}\\p{N}./+-])(?:${codes.map(([, { source }]) => source).join('|')})(?![\\p{L}\\p{N}/-]|\\.\\d)`, 'gu');

const personalCodes = (text: string): Find[] =>
  [...text.matchAll(candidate)].flatMap(({ 0: found, index }) => {
    // A Latvian company's number can look like the code of an Estonian who was born in 1900.
    const company = pvn.validate(found);
    if (company.isValid && company.isCompany) return [];
    const country = codes.find(([, pattern, { validate }]) => {
      if (!new RegExp(`^(?:${pattern.source})$`, 'u').test(found)) return false;
      const { isValid, isIndividual } = validate(found) as { isValid: boolean; isIndividual?: boolean };
      return isValid && isIndividual !== false;
    })?.[0];
    return country ? [{ kind: 'personal-code' as const, index, text: found, values: { country } }] : [];
  });

/** Words before a number that make it a telephone number, folded, in the languages of the region. */
const phoneWord =
  /(?:^|[^\p{L}])(?:tel|telephone|telefons?|telefon|telefonas|talr|tālr|tālrunis|phone|mob|mobil\p{L}*|puh|puhelin|sími|tlf|nr\. tel|whatsapp|viber|call|zvaniet|skambinkite|helista)[.:]*\s*$/iu;

/** The same words with a digit after them. */
const anyPhoneWord = new RegExp(`${phoneWord.source.slice(0, -1)}[\\d(]`, 'iu');

const phoneNumbers = (text: string, country: string | undefined): Find[] =>
  // The library is thorough and slow: it is asked only where there is a sign of a number.
  !/\+\d|\b00\d{3}/.test(text) && !anyPhoneWord.test(text)
    ? []
    : findPhoneNumbersInText(text, { ...(country && { defaultCountry: country as 'LV' }), extended: false }).flatMap(({ startsAt, endsAt }) => {
        const found = text.slice(startsAt, endsAt);
        return /^(?:\+|00)/.test(found) || phoneWord.test(text.slice(Math.max(0, startsAt - 20), startsAt))
          ? [{ kind: 'phone-number' as const, index: startsAt, text: found, values: {} }]
          : [];
      });

/** Hosts where people, not organisations, have their mail. */
const freeMail =
  /(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|proton|protonmail|gmx|mail|inbox|apollo|one|tutanota|zoho|yandex|rambler|ukr|mac|online|telia|hot|delfi)\.(?:com|net|org|me|lv|lt|ee|eu|fi|se|no|dk|is|de|ru|ua|pm|ch)$/i;
/** Words in the mailboxes of offices, not of people, in the languages of the region. */
const roleWord =
  /^(?:info|informacija|office|birojs|kontakt\w*|contact\w*|pasts?|post\w*|mail|e?pasts|dome|pagasts|novads|pilseta|linn|linnavalitsus|vald|savivaldyb\w*|kommun\w*|city|town|municipal\w*|region\w*|integrat\w*|integracij\w*|inclusion|migra\w*|refugee\w*|begli\w*|pabeg\w*|pagulas\w*|ukrain\w*|welcome|reception|centr\w*|center|keskus|centras|house|service\w*|pakalpojum\w*|teenus\w*|paslaug\w*|social\w*|sotsiaal\w*|socialin\w*|help\w*|support|atbalst\w*|tugi|pagalba|advice|counsel\w*|konsult\w*|noustam\w*|press|media|news|prese|project\w*|projekt\w*|team|desk|hotline|volunteer\w*|brivpratig\w*|training|language|keel\w*|valod\w*|kalb\w*|library|bibliotek\w*|biblioteka|school|skola|kool|mokykla|health|work|jobs?|employ\w*|editors?|redakcija|toimetus|admin\w*|secretar\w*|registr\w*|kanceleja|hello|sveiki|labas|tere|hei|hej|foundation|fonds|network|academy|event\w*|visit\w*|library|culture|sport|department|division|unit|section|data|it|web|eu|for|in|of|the|and|lv|lt|ee|no|se|dk|fi|is|riga|tartu|tallinn|vilnius|kaunas)$/i;
const mailbox = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/** A mailbox named after a person: at a host for private mail, or first name and surname. */
const isPersons = (address: string): boolean => {
  const [local = '', host = ''] = address.split('@');
  const words = local.split(/[._-]/).filter(Boolean);
  const named = /^\p{L}+[._]\p{L}+$/u.test(local) && !words.some((word) => roleWord.test(word));
  return freeMail.test(host) || named;
};
const privateMailboxes = (text: string): Find[] =>
  // Most texts have no mailbox, and the pattern is slow to find that out.
  (text.includes('@') ? [...text.matchAll(mailbox)] : []).flatMap(({ 0: found, index }) =>
    isPersons(found) ? [{ kind: 'private-mailbox' as const, index, text: found, values: { value: found } }] : [],
  );

/** Web addresses hold long numbers that belong to nobody. */
const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+/g, (address) => ' '.repeat(address.length));

/** A waiver an editor has set in the header. */
export interface Waiver {
  kind: string;
  text: string;
}

/**
 * Personal data in the text of a file, unless a waiver allows it; and waivers that nothing needs. `country` is where telephone
 * numbers without a prefix belong; `inherited` waivers are the original's, which a translation need not use.
 */
export const privacyProblems = (file: string, text: string, waivers: readonly Waiver[], country?: string, inherited = false): Problem[] => {
  const plain = withoutAddresses(text);
  // A waiver repeats what it allows: its own line is no find.
  const finds = [...personalCodes(plain), ...phoneNumbers(plain, country), ...privateMailboxes(text)].filter(({ index }) => !isWaiverLine(text, index));
  const lineStart = (index: number) => text.lastIndexOf('\n', index - 1) + 1;
  const waived = (find: Find) => waivers.some(({ kind, text: allowed }) => kind === find.kind && allowed.includes(find.text));
  return [
    ...finds
      .filter((find) => !waived(find))
      .map(({ kind, index, values }) => ({ file, line: text.slice(0, index).split('\n').length, column: index - lineStart(index) + 1, kind, values })),
    ...(inherited ? [] : waivers)
      .filter(({ kind, text: allowed }) => !finds.some((find) => kind === find.kind && allowed.includes(find.text)))
      .map(({ text: allowed }) => ({
        file,
        line: text.slice(0, Math.max(0, text.indexOf(allowed))).split('\n').length,
        column: 1,
        field: 'waivers',
        kind: 'waiver-unused' as const,
      })),
  ];
};

/** Whether a place lies inside the `waivers` of the header. */
const isWaiverLine = (text: string, index: number): boolean => {
  const block = /^waivers:.*\n(?:[ \t-].*\n?)*/m.exec(text);
  return block !== null && index >= block.index && index < block.index + block[0].length;
};
