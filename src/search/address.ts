/** The search as it stands in the address: `?q=…&theme=…&country=…&sort=…`, so that it can be linked, and Back leads back to it. */
import type { Order } from './client.ts';

export interface State {
  words: string;
  /** Facet and value of every box that is ticked, in the order of the page. */
  ticked: readonly (readonly [facet: string, value: string])[];
  order: Order;
  /** True when the words are not to be corrected. */
  literal: boolean;
}

const orders: readonly string[] = ['relevance', 'newest', 'evidence'] satisfies Order[];
/** Longer questions are cut: what no reader types must not keep the browser busy. */
const longest = 400;

/** The state an address asks for, and what in it nothing here can be done with: unknown facets, values and orders. */
export const stateOf = (address: string, known: (facet: string, value: string) => boolean): { state: State; unknown: string[] } => {
  const unknown: string[] = [];
  const ticked: [string, string][] = [];
  let [words, order, literal] = ['', 'relevance' as Order, false];
  for (const [name, value] of new URLSearchParams(address)) {
    if (name === 'q') words = value.slice(0, longest);
    else if (name === 'literal') literal = true;
    else if (name === 'sort' && orders.includes(value)) order = value as Order;
    else if (known(name, value)) ticked.push([name, value]);
    else unknown.push(`${name}=${value}`.slice(0, 60));
  }
  return { state: { words, ticked, order, literal }, unknown };
};

/** The address of a state, relative to the page; an empty one is `?` and nothing more. */
export const addressOf = ({ words, ticked, order, literal }: State): string => {
  const parameters = new URLSearchParams();
  if (words.trim()) parameters.set('q', words.trim());
  for (const [facet, value] of ticked) parameters.append(facet, value);
  if (order !== 'relevance') parameters.set('sort', order);
  if (literal) parameters.set('literal', '1');
  return `?${parameters}`;
};
