import { checkbox, confirm, input, search, select } from '@inquirer/prompts';
import { saidIn } from '../reader/problem.ts';
import type { Field } from '../schema/codebook.ts';
import type { Question } from './interview.ts';

/** Something to choose from. */
export interface Choice {
  value: string;
  name: string;
}

/** Where questions are put and answers come from: the terminal, or what stands in for it. */
export interface Streams {
  input?: NodeJS.ReadableStream;
  output?: NodeJS.WritableStream;
}

/** What the questions need to know of the content and of the person asked. */
export interface Desk {
  lang: string;
  say: (key: string, values?: Record<string, string>) => string;
  /** What may be chosen for a field; undefined when it is written freely. */
  choicesFor: (field: Field) => readonly Choice[] | undefined;
  streams: Streams;
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** A longer list is searched by typing. */
const fits = 12;

/** One of many, by a part of its name. */
export const chosenFrom = (message: string, choices: readonly Choice[], { streams }: Pick<Desk, 'streams'>): Promise<string> =>
  choices.length <= fits
    ? select({ message, choices: [...choices], pageSize: fits }, streams)
    : search({ message, source: (typed = '') => choices.filter(({ name, value }) => bare(`${name} ${value}`).includes(bare(typed))), pageSize: fits }, streams);

/** Several of many, one after the other, until it is enough. */
const severalFrom = async (message: string, choices: readonly Choice[], desk: Desk): Promise<string[]> => {
  const enough = { value: '', name: desk.say('new.enough') };
  const taken: string[] = [];
  for (;;) {
    const left = choices.filter(({ value }) => !taken.includes(value));
    const next = await chosenFrom(message, taken.length > 0 ? [enough, ...left] : left, desk);
    if (next === '') return taken;
    taken.push(next);
  }
};

/** Puts one question in the words of the contributor's language, and repeats it until the answer fits the schema of the field. */
export const asked =
  (desk: Desk) =>
  async ({ field, because, problemOf }: Question): Promise<unknown> => {
    const { lang, say, streams, choicesFor } = desk;
    const inWords = (said: ReturnType<Question['problemOf']>) => {
      if (!said) return true;
      const { what, mend } = saidIn(lang, { ...said, file: '', line: 1, column: 1 });
      return `${what} ${mend}`;
    };
    const why = because ? `${String(inWords(because))}\n  ` : '';
    const message = `${why}${field.path.join('.')}: ${field.description}${field.required || because ? '' : ` ${say('new.maybe')}`}`;
    const choices = choicesFor(field);
    if (choices && field.list)
      return field.type === 'term'
        ? checkbox({ message, choices: [...choices], pageSize: fits, validate: (taken) => inWords(problemOf(taken.map(({ value }) => value))) }, streams)
        : severalFrom(message, choices, desk);
    if (choices) return chosenFrom(message, choices, desk);
    if (field.type === 'true-or-false') return confirm({ message, default: false }, streams);
    const valueOf = (typed: string) => {
      const text = typed.trim();
      if (text === '') return undefined;
      const value = field.type === 'date-or-unknown' && /^\d{4}$/.test(text) ? Number(text) : text;
      return field.list ? [value] : value;
    };
    const typed = await input({ message, validate: (text) => inWords(problemOf(valueOf(text))), ...(field.type === 'language' && { default: lang }) }, streams);
    return valueOf(typed);
  };
