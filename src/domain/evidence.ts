/** How sure we are, from 0 (described) to 4 (replicated); NE when the best studies found no clear effect. */
export type EvidenceLevel = '0' | '1' | '2' | '3' | '4' | 'NE';

interface Result {
  method: string;
  effect?: string | undefined;
}

/** The level and where it comes from: the method that carries it, an editor's words, or nothing published. */
export type Evidence =
  | { level: EvidenceLevel; because: 'nothing' }
  | { level: EvidenceLevel; because: 'method' | 'no-effect'; method: string }
  | { level: EvidenceLevel; because: 'editor'; reason: string };

/**
 * The evidence level of a practice: the highest that one of its results can reach by its method.
 * When every result of an independent study (level 3 and up) found no effect or harm, the level is NE.
 * `reaches` gives the level of each method; it comes from content/vocabularies/methods.yaml.
 */
export const evidenceOf = (results: readonly Result[], reaches: ReadonlyMap<string, string>, override?: { level: string; reason: string }): Evidence => {
  if (override) return { level: override.level as EvidenceLevel, because: 'editor', reason: override.reason };
  const levelOf = ({ method }: Result) => Number(reaches.get(method) ?? 0);
  const best = [...results].sort((a, b) => levelOf(b) - levelOf(a))[0];
  if (!best) return { level: '0', because: 'nothing' };
  const decisive = results.filter((result) => levelOf(result) >= 3);
  const found = decisive.filter(({ effect }) => effect !== 'none' && effect !== 'negative');
  if (decisive.length > 0 && found.length === 0) return { level: 'NE', because: 'no-effect', method: decisive[0]!.method };
  return { level: String(levelOf(best)) as EvidenceLevel, because: 'method', method: best.method };
};

/** For sorting: the more is known, the higher; NE is well-founded knowledge and stands with level 3. */
export const evidenceRank = (level: EvidenceLevel): number => (level === 'NE' ? 3 : Number(level));
