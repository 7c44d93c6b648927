import { expect, test } from 'vitest';
import { addressOf, grownLedger, readLedger } from '../../src/domain/ledger.ts';

const addresses = (text: string) => readLedger(text).recorded.map(({ address }) => address);

test('a ledger only grows, each new address once and after the old ones', () => {
  const first = grownLedger('', ['/lv/', '/en/']);
  expect(first.added).toBe(2);
  const second = grownLedger(first.text, ['/aa/', '/lv/']);
  expect(second.added).toBe(1);
  expect(addresses(second.text)).toEqual(['/en/', '/lv/', '/aa/']);
  expect(grownLedger(second.text, ['/lv/'])).toEqual({ text: second.text, added: 0 });
});
test('the seal breaks when a line is changed, added or removed by hand', () => {
  const { text } = grownLedger('', ['/en/', '/lv/']);
  expect(readLedger(text).sealed).toBe(true);
  for (const changed of [text.replace('/lv/\n', ''), text.replace('/lv/', '/lt/'), `${text}/et/\n`]) expect(readLedger(changed).sealed).toBe(false);
});
test('line ends of Windows change nothing', () => {
  const { text } = grownLedger('', ['/en/', '/lv/']);
  expect(readLedger(text.replaceAll('\n', '\r\n'))).toEqual(readLedger(text));
});
test.each([
  ['index.html', '/'],
  ['lv/practices/x/index.html', '/lv/practices/x/'],
  ['embed/lv/practices/x/index.html', '/embed/lv/practices/x/'],
  ['data/practices.csv', '/data/practices.csv'],
  ['lv/themes/work/feed.xml', '/lv/themes/work/feed.xml'],
  ['404.html', undefined],
  ['_astro/a.js', undefined],
  ['og/lv/practices/x.png', undefined],
  ['lv/practices/x.bib', undefined],
])('%s answers at %s', (file, address) => {
  expect(addressOf(file)).toBe(address);
});
