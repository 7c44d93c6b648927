type Readings = Map<string, { given: string; reading: unknown }>;

// The build has this module more than once, in Astro's bundle and outside: they share what they have read.
const shared = globalThis as { tiltsReadings?: Readings };
const readings = (shared.tiltsReadings ??= new Map());

/**
 * The reading of a file, made anew only when what it was made from has changed: in development and in tests most
 * files are as they were. `given` is all that the reading depends on.
 */
export const remembered = <T>(file: string, given: string, make: () => T): T => {
  const known = readings.get(file);
  if (known?.given === given) return known.reading as T;
  const reading = make();
  readings.set(file, { given, reading });
  return reading;
};
