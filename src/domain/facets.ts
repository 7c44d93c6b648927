import type { VocabularyName } from '../schema/values.ts';

/**
 * What a search can be narrowed by: the facet's name in the address, and the vocabulary its values come from.
 * Countries come from the content itself. A new facet is one more line here and one in src/search/records.ts.
 */
export const facets = {
  theme: 'themes',
  for: 'target-groups',
  country: undefined,
  scope: 'scopes',
  status: 'statuses',
  evidence: 'evidence',
} as const satisfies Record<string, VocabularyName | undefined>;

export type Facet = keyof typeof facets;
