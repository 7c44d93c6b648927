import { expect, test } from 'vitest';
import { readBody } from '../../src/reader/body.ts';

const context = {
  file: 'content/practices/x.md',
  firstLine: 10,
  sections: [
    { id: 'need', label: 'Vajadzība', required: true },
    { id: 'limits', label: 'Robežas', required: false },
  ],
  sources: [
    { key: 's1', publisher: 'ERR News', year: '2019' },
    { key: 's2', publisher: 'LSM', year: 'unknown' },
  ],
};
const html = (markdown: string) => readBody(`## Vajadzība\n\n${markdown}`, context).body?.html ?? '';

test('headings in any language get the same anchors', () => {
  expect(readBody('## Vajadzība\n\nx\n\n## Robežas\n\ny', context).body).toMatchObject({
    sections: ['need', 'limits'],
    html: expect.stringContaining('<h2 id="limits">Robežas</h2>') as string,
  });
});
test('a citation is a numbered link to its source, and the source stands once in the margin of a section', () => {
  const made = html('One.[^s2] Two.[^s2]');
  expect(made).toContain('<sup class="cite"><a href="#source-s2" id="cite-s2-1" title="LSM">2</a></sup>');
  expect(made).toContain('id="cite-s2-2"');
  expect(made.match(/class="sidenote"/g)).toHaveLength(1);
});
test('what is cited is known, in the text only', () => {
  expect(readBody('## Vajadzība\n\nx[^s1]', context).body).toMatchObject({ cited: ['s1'], words: 2 });
});
test('links to entries stay open until the page knows its language', () => {
  expect(html('[a](../lessons/count-first.md#action) [b](other.md)')).toContain('href="entry:lessons/count-first#action"');
  expect(html('[b](other.md)')).toContain('href="entry:practices/other"');
});
test('text that looks like markup stays text', () => {
  expect(html('`<script>` and 3 < 5')).toContain('&#x3C;script>');
  // Not HTML to CommonMark, but some browsers would take it for a tag.
  expect(html('<svg/onload=alert(1)>')).toContain('&#x3C;svg/onload');
});
test('a wide table can be scrolled with the keyboard', () => {
  expect(html('| a |\n|---|\n| b |')).toContain('<div class="wide" tabindex="0" role="group"><table>');
});
