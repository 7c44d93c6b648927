import { matchedPieces } from './marking.ts';
import type { Row } from './words.ts';

export interface RowContext {
  lang: string;
  /** The address of the front page in the reader's language. */
  home: string;
  template: HTMLTemplateElement;
  /** The label of a facet's value in the reader's language. */
  label: (facet: string, value: string) => string;
  messages: { since: string; ended: string };
  /** The words to mark. */
  words: readonly string[];
}

const withMarks = (text: string, words: readonly string[], lang: string): (string | Node)[] =>
  matchedPieces(text, words, lang).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });

/** A result as the same row the lists show: linked to the reader's language, in that language where there is a translation, else marked with its own. */
export const resultRow = (found: Row, { lang, home, template, label, messages, words }: RowContext): DocumentFragment => {
  const row = template.content.cloneNode(true) as DocumentFragment;
  const slot = (name: string) => row.querySelector<HTMLElement>(`[data-slot=${name}]`)!;
  const title = slot('title') as HTMLAnchorElement;
  title.replaceChildren(...withMarks(found.title, words, found.lang));
  title.href = home + found.path;
  title.closest('div')!.lang = found.lang;
  slot('summary').replaceChildren(...withMarks(found.summary, words, found.lang));
  const countries = (found.country ?? []).map((code) => label('country', code)).join(', ');
  slot('where').textContent = found.kind === 'practices' ? countries : label('kind', found.kind);
  const years = found.started && (found.kind === 'practices' ? messages.since.replace('{year}', found.started) : found.started);
  const language = found.lang === lang ? '' : new Intl.DisplayNames(lang, { type: 'language' }).of(found.lang);
  slot('when').textContent = [found.places, years, found.ended && messages.ended, language].filter(Boolean).join(' · ');
  slot('topics').replaceChildren(...withMarks((found.theme ?? []).map((theme) => label('theme', theme)).join(' · '), words, lang));
  slot('meter').hidden = !found.evidence;
  slot('evidence').dataset.level = found.evidence ?? '';
  slot('evidence-label').textContent = found.evidence ? label('evidence', found.evidence) : '';
  return row;
};
