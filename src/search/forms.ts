import { fold } from './normalise.ts';
import { stem } from './stemmers.ts';

/** Gathers the words of a language: for each stem the form that was met most, the shorter where two were met alike. */
export class Forms {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #lang: string;

  constructor(lang: string) {
    this.#lang = lang;
  }

  add(text: string) {
    for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const stemmed = stem(fold(word), this.#lang);
      const own = this.#counts.get(stemmed) ?? new Map<string, number>();
      this.#counts.set(stemmed, own.set(word.toLowerCase(), (own.get(word.toLowerCase()) ?? 0) + 1));
    }
  }

  /** Stem → form, of the `most` stems that were met most often. */
  commonest(most: number): Map<string, string> {
    const total = (own: ReadonlyMap<string, number>) => [...own.values()].reduce((sum, count) => sum + count, 0);
    return new Map(
      [...this.#counts]
        .sort(([, a], [, b]) => total(b) - total(a))
        .slice(0, most)
        .map(([stemmed, own]) => [stemmed, [...own].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1))[0]![0]]),
    );
  }
}
