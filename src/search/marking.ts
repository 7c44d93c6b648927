import { fold, tokens } from './normalise.ts';
import { stem } from './stemmers.ts';

/**
 * A text in pieces, every second one a word that matches: one whose stem in `lang`, the language of the text, is that of
 * one of the `words` (typed or corrected, of any language). The word is given whole and as it stands, so "bēgļi" marks "bēgļiem".
 */
export const matchedPieces = (text: string, words: readonly string[], lang: string): string[] => {
  const stems = new Set(words.flatMap(tokens).map((word) => stem(word, lang)));
  if (stems.size === 0) return [text];
  const pieces: string[] = [''];
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (part !== '' && stems.has(stem(fold(part), lang))) pieces.push(part, '');
    else pieces.push((pieces.pop() ?? '') + part);
  }
  return pieces;
};
