import { expect, test } from 'vitest';
import { href, paths, withAddresses } from '../../src/domain/urls.ts';

test('an address holds the language, the collection and the slug, and nothing that can change', () => {
  expect(href('lv', paths.entry('practices', 'narpes-model'))).toBe('/lv/practices/narpes-model/');
  expect(href('en', paths.country('FI'))).toBe('/en/countries/fi/');
});
test('links between entries get the address of the page in the language of the reader', () => {
  expect(withAddresses('<a href="entry:lessons/count-first#action">x</a> <a href="https://example.org">y</a>', 'et')).toBe(
    '<a href="/et/lessons/count-first/#action">x</a> <a href="https://example.org">y</a>',
  );
});
