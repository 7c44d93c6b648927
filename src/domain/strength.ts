import { evidenceRank, type EvidenceLevel } from './evidence.ts';

/** What a lesson rests on. */
export interface Basis {
  practices: readonly { evidence: EvidenceLevel }[];
  visits: readonly unknown[];
  sources: readonly { publisher: string }[];
}

/** single: one case; several: two or more independent ones; strong: several, and one of them independently evaluated. */
export type Strength = 'single' | 'several' | 'strong';

/** The strength of a lesson: practices and visits count one each, sources once a publisher. */
export const strengthOf = ({ practices, visits, sources }: Basis): Strength => {
  const independent = practices.length + visits.length + new Set(sources.map(({ publisher }) => publisher)).size;
  if (independent < 2) return 'single';
  return practices.some(({ evidence }) => evidenceRank(evidence) >= 3) ? 'strong' : 'several';
};
