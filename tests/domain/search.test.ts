import { describe, expect, test } from 'vitest';
import { fuse, type FoundIdea } from '../../src/search/fuse.ts';
import { ideasIn, type Lexicon } from '../../src/search/understand.ts';
import { readWords, writeWords } from '../../src/search/words.ts';

const words = {
  forms: new Map([
    ['begl', 'bēgļi'],
    ['bern', 'bērni'],
    ['bernudarz', 'bērnudārzs'],
    ['2022', '2022'],
  ]),
  labels: new Map([
    ['begl', ['60z']],
    ['begl bern', ['61z', '82z']],
  ]),
};
const lexicon: Lexicon = { lang: 'lv', words };

test('words of a language are read as they were written', () => {
  const { forms, labels } = readWords(writeWords(words), 'lv');
  expect([...forms.values()].sort()).toEqual([...words.forms.values()].sort());
  expect(labels).toEqual(words.labels);
});

test('a file that holds no words is refused', () => {
  expect(() => readWords('<!doctype html>', 'lv')).toThrow();
});

describe('words in quotation marks', () => {
  const quoted = (question: string) => ideasIn(question, 'lv', [lexicon]).filter(({ required }) => required);

  test.each(['"bēgļu bērniem"', '„bēgļu bērniem“', '«bēgļu bērniem»', '“bēgļu bērniem”'])('are taken each by itself, in any form: %s', (question) => {
    const ideas = quoted(question);
    expect(ideas.map((idea) => idea.words)).toEqual(['beglu', 'berniem']);
    expect(ideas[0]!.marks.map(({ mark }) => mark)).toContain('lvbegl');
    // No concept stands for a word that is wanted as it is.
    expect(ideas.flatMap(({ marks }) => marks).filter(({ mark }) => mark.startsWith('6'))).toEqual([]);
  });

  test('are not set right, while the others are', () => {
    const ideas = ideasIn('"brenudarzs" brenudarzs', 'lv', [lexicon]);
    expect(ideas.map(({ corrected, required = false }) => [corrected, required])).toEqual([
      [undefined, true],
      ['bērnudārzs', false],
    ]);
  });

  test('need both marks', () => {
    expect(quoted('bēgļi " bērni')).toEqual([]);
    expect(quoted('""')).toEqual([]);
  });
});

describe('an idea that is required', () => {
  const found = (required: boolean, ...ids: string[]): FoundIdea<{ id: string }> => ({
    scores: new Map(ids.map((id) => [id, { hit: { id }, score: 1 }])),
    certainty: 1,
    isSubject: false,
    required,
  });
  const answer = (...ideas: FoundIdea<{ id: string }>[]) => {
    const { hits, strong } = fuse(ideas, 100);
    return { hits: hits.map(({ id }) => id), strong };
  };

  test('leaves only entries that fit it', () => {
    expect(answer(found(false, 'a', 'b', 'c'), found(true, 'b'))).toEqual({ hits: ['b'], strong: 1 });
  });

  test('lets what comes near be seen where no entry fits', () => {
    expect(answer(found(true, 'a'), found(true, 'b'))).toEqual({ hits: ['a', 'b'], strong: 0 });
  });
});
