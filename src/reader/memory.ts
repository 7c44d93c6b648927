const readings = new Map<string, { given: string; reading: unknown }>();

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
