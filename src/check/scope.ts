/** Which files have to be read to judge some of them, and how many are shared out among workers. */

const text = /^content\/(?<collection>practices|lessons|visits)\/(?<id>[^./]+)(?:\.(?<lang>\w+))?\.md$/;
const picture = /^content\/(?<collection>practices)\/(?<id>[^/]+)\/[^/]+$/;
const frame = /^content\/(?:vocabularies|languages)\//;

/** What belongs together: an entry, its translations and its pictures. */
const groupOf = (file: string): string => {
  const { collection, id } = (text.exec(file) ?? picture.exec(file))?.groups ?? {};
  return collection && id ? `${collection}/${id}` : file;
};

/** Whether every reading depends on a file: vocabularies and the texts of the interface. */
export const isFrame = (file: string): boolean => frame.test(file);

/** The files that must be read to judge `wanted`: they, what they belong to, and the vocabularies. */
export const needed = (wanted: readonly string[], paths: readonly string[]): string[] => {
  const groups = new Set(wanted.map(groupOf));
  return paths.filter((file) => isFrame(file) || groups.has(groupOf(file)));
};

/** The files in `count` parts of like size, nothing that belongs together taken apart; vocabularies are in each. */
export const shared = (paths: readonly string[], count: number): string[][] => {
  const frames = paths.filter(isFrame);
  const groups = Map.groupBy(
    paths.filter((file) => !isFrame(file)),
    groupOf,
  );
  const parts = Array.from({ length: count }, (): string[] => []);
  [...groups.values()].forEach((group, index) => parts[index % count]!.push(...group));
  return parts.map((part) => [...frames, ...part]);
};
