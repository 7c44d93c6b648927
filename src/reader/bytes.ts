import { shown, type Problem } from './problem.ts';

/** The most a file of text may have, in KB; the longest case study has a third of it. */
export const largestText = 64;
/** The same for the vocabularies and the texts of the interface, which hold every language and are the maintainers'. */
const largestFrame = 300;

/** How well-known files that are not text begin, as Latin-1; people rename them to .md by mistake. */
const signatures: readonly [start: string, what: string][] = [
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['%PDF', 'a PDF document'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['{\\rtf', 'a rich text document'],
  ['\x1f\x8b', 'an archive'],
  ['7z\xbc\xaf', 'an archive'],
  ['Rar!', 'an archive'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture or sound'],
  ['\xff\xfe', 'text in UTF-16'],
  ['\xfe\xff', 'text in UTF-16'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

const utf8 = new TextDecoder('utf-8', { fatal: true });
const loose = new TextDecoder('utf-8');

/** Where a character stands in a text. */
const placeOf = (text: string, offset: number) => {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
};
const codeOf = (sign: string) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** C0 and C1 controls but tab and line ends, and code points that are no character. */

const control = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u2028\u2029\p{Noncharacter_Code_Point}]|\r(?!\n)/gu;
/**
 * Signs that hide or turn text: bidirectional controls, zero-width space and joiners outside the scripts and emoji that
 * need them, tags outside flags, fillers (Unicode Technical Standard 39 and Technical Report 36).
 */
const hidden =
  /[\u061C\u200B\u202A-\u202E\u2060-\u206F\u034F\u115F\u1160\u17B4\u17B5\u180E\u3164\uFFA0\uFFF9-\uFFFB]|(?<!^)\uFEFF|(?<![\p{M}\p{Extended_Pictographic}\p{EMod}\u{FE0F}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}])[\u200C\u200D]|(?<![\u{1F3F4}\u{E0020}-\u{E007E}])[\u{E0000}-\u{E007F}]/gu;

/** Letters that look like Latin ones: without them no word is mixed, and most texts need not be searched. */
const lookalike = /[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυχι]/u;
/** A word that mixes Latin with Cyrillic letters, or with Greek ones that look the same. */
const mixed = /(?<![\p{L}\p{M}])(?=[\p{L}\p{M}]*?\p{Script=Latin})(?=[\p{L}\p{M}]*?[\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυχι])[\p{L}\p{M}]+/gu;

/**
 * The text of a file: UTF-8, without byte order mark, in Unicode's composed form (NFC), or why it is none. Damaged, invisible and
 * misleading characters are problems, each at its place.
 */
export const textOf = (file: string, bytes: Uint8Array): { text?: string; problems: Problem[] } => {
  const whole = (kind: Problem['kind'], values: Problem['values'], place = { line: 1, column: 1 }) => ({
    problems: [{ file, ...place, kind, ...(values && { values }) }],
  });
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const what = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (what) return whole('another-format', { what });
  const limit = /^content\/(?:vocabularies|languages)\//.test(file) ? largestFrame : largestText;
  if (bytes.length > limit * 1024) return whole('file-too-large', { size: Math.ceil(bytes.length / 1024), limit });
  let decoded: string;
  try {
    decoded = utf8.decode(bytes);
  } catch {
    const readable = loose.decode(bytes);
    return whole('not-utf8', undefined, placeOf(readable, readable.indexOf('\uFFFD')));
  }
  // Soft hyphens come along when text is copied from the web; they only say where a line may break.
  const text = decoded.normalize('NFC').replaceAll('\u00AD', '');
  const problems: Problem[] = [];
  const find = (pattern: RegExp, kind: Problem['kind'], valuesOf: (found: string) => NonNullable<Problem['values']>) => {
    // A file of nothing but such characters is one mistake, not ten thousand.
    for (const { 0: found, index } of text.matchAll(pattern).take(5)) problems.push({ file, ...placeOf(text, index), kind, values: valuesOf(found) });
  };
  const code = (sign: string) => ({ code: codeOf(sign) });
  find(control, 'control-character', code);
  find(hidden, 'hidden-character', code);
  find(/[\uFFFD\p{Co}]/gu, 'damaged-text', code);
  if (lookalike.test(text)) find(mixed, 'mixed-scripts', (letters) => ({ word: shown(letters) }));
  return problems.length > 0 ? { problems } : { text, problems };
};
