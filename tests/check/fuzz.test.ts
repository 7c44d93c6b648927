import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../../src/reader/body.ts';
import { largestText, textOf } from '../../src/reader/bytes.ts';
import { readYaml, splitHeader } from '../../src/reader/header.ts';
import { valid } from './contributions/valid.ts';

const context = {
  file: 'content/practices/x.md',
  firstLine: 1,
  sections: [{ id: 'need', label: 'The need', required: true }],
  sources: [{ key: 's1', publisher: 'P', year: '2020' }],
};
/** Pieces that Markdown and YAML give a meaning to, so that chance builds what a person would. */
const markdown = fc.array(
  fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '![',
      '](',
      '*',
      '_',
      '**',
      '`',
      '```\n',
      '~~',
      '<',
      '>',
      '</b>',
      '<!--',
      '&',
      '&#x;',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      '## The need\n\n',
      '|',
      '| - |\n',
      '[^s1]',
      '[^x]: ',
      '\\',
      ':',
      'https://a.example',
      'javascript:',
      '@',
      '\t',
      '    ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  { maxLength: 60 },
);
const yaml = fc.array(
  fc.oneof(
    fc.constantFrom(
      'a: ',
      '- ',
      '? ',
      ': ',
      '\n',
      '\n  ',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|\n',
      '>-\n',
      '&a ',
      '*a',
      '!!js ',
      '#',
      '%',
      '---\n',
      '...\n',
      '\t',
      '<<: ',
      '.nan',
      '0x1',
      '~',
      'yes',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  { maxLength: 60 },
);
const runs = { numRuns: 1500 };

test('no bytes at all make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { text, problems } = textOf('f', bytes);
      expect(text === undefined ? problems.length > 0 : true).toBe(true);
    }),
    runs,
  );
});
test('no YAML makes the reader throw, and every mistake has a place inside the file', () => {
  fc.assert(
    fc.property(yaml, (parts) => {
      const text = parts.join('');
      const lines = text.split('\n').length;
      for (const { line, column } of readYaml('f', text, 1).problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines + 1);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    runs,
  );
});
test('no Markdown makes the reader throw, and what it lets through has no HTML of the writer', () => {
  const ours = /^(?:p|h2|h3|a|em|strong|del|code|pre|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|div|span|b|sup|hr|br)$/;
  let shown = 0;
  fc.assert(
    fc.property(markdown, (parts) => {
      const { body, problems } = readBody(`## The need\n\ntext ${parts.join('')}`, context);
      expect(body === undefined).toBe(problems.some(({ kind }) => kind !== 'figure-without-source'));
      if (!body) return;
      shown += 1;
      for (const [, tag] of body.html.matchAll(/<\/?([a-z0-9-]+)/gi)) expect(tag).toMatch(ours);
      expect(body.html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|entry:|#source-)/i);
      expect(body.html).not.toMatch(/<[^>]*\son\w+=/i);
    }),
    runs,
  );
  // A generator that makes nothing that passes would prove nothing.
  expect(shown).toBeGreaterThan(100);
});

/** How long something takes, in milliseconds: the quickest of three times, since other tests run at the same time. */
const quickest = (work: () => void): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );

/** Texts as large as a file may be, each of a kind that has made some parser slow. */
const size = largestText * 1024 - 2000;
const fill = (part: string) => part.repeat(Math.floor(size / part.length));
test.each([
  ['open brackets', fill('[')],
  ['open links', fill('[a](')],
  ['images', fill('![')],
  ['closed brackets', fill(']')],
  ['stars', fill('*a_ ')],
  ['stars and underscores', fill('*_')],
  ['backquotes', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' ')],
  ['angle brackets', fill('<')],
  ['comments', fill('<!--')],
  ['entities', fill('&a')],
  ['tildes', fill('~~a ')],
  ['addresses', fill('https://a.')],
  ['mailboxes', fill('a@a.')],
  ['www', fill('www.a ')],
  ['footnotes', fill('[^s1]')],
  ['footnotes nobody knows', fill('[^x]')],
  ['definitions', fill('[a]: b\n')],
  ['pipes', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${fill('|a|b\n').slice(0, size - 9000)}`],
  ['rows', fill('| a | b |\n')],
  ['headings', fill('## a\n')],
  ['lists', fill('- a\n')],
  ['quotations', fill('> a\n')],
  ['blank lines', fill('\n')],
  ['spaces', fill(' ')],
  ['backslashes', fill('\\')],
  ['one long word', fill('a')],
  ['numbers', fill('1 234 ')],
  ['digits', fill('1')],
  ['dots and digits', fill('1.')],
  ['plus signs', fill('+3712612')],
  ['words', fill('word and ')],
])('a file full of %s is answered within a second', (_what, text) => {
  const whole = valid.slice(0, valid.indexOf('\n## ')) + '\n## The need\n\n' + text;
  const bytes = new TextEncoder().encode(whole.slice(0, largestText * 1024));
  expect(
    quickest(() => {
      const { text: read } = textOf('f', bytes);
      const parts = read === undefined ? undefined : splitHeader(read);
      if (parts && typeof parts !== 'string') readBody(parts.body, { ...context, firstLine: parts.bodyLine });
    }),
  ).toBeLessThan(1000);
});
test.each([
  ['brackets', fill('[')],
  ['braces', fill('{a: ')],
  ['dashes', fill('- ')],
  ['questions', fill('? ')],
  ['fields', Array.from({ length: 6_000 }, (_, i) => `a${i}: 1`).join('\n')],
  ['quotes', fill('"a" ')],
  ['anchors', fill('- &a b\n')],
  ['aliases', `a: &a b\n${fill('- *a\n')}`],
  ['indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
])('a header full of %s is answered within a second', (_what, text) => {
  expect(quickest(() => void readYaml('f', text.slice(0, largestText * 1024), 1))).toBeLessThan(1000);
});
