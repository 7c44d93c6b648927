/** One change of a file, as the repository recorded it. */
export interface Change {
  /** The commit, in full. */
  revision: string;
  /** The day, YYYY-MM-DD, where the author was. */
  date: string;
  author: string;
  subject: string;
}

/** The format of `git log` that `changesIn` reads, made with signs that no name, subject or path can hold. */
export const logFormat = '%x1e%H%x1f%as%x1f%an%x1f%s';

/** The changes of every file, the newest first, from the output of `git log -z --name-only` in that format. */
export const changesIn = (log: string): Map<string, Change[]> => {
  const changes = new Map<string, Change[]>();
  for (const record of log.split('\u001e').slice(1)) {
    const [head = '', ...files] = record.split(/[\0\n]+/);
    const [revision = '', date = '', author = '', subject = ''] = head.split('\u001f');
    for (const file of files.filter(Boolean)) changes.set(file, [...(changes.get(file) ?? []), { revision, date, author, subject }]);
  }
  return changes;
};

/** The changes of a text kept in several files (an original, its translation, the names they had before), the newest first, each once. */
export const historyOf = (changes: ReadonlyMap<string, readonly Change[]>, files: readonly string[]): Change[] => {
  const all = new Map(files.flatMap((file) => (changes.get(file) ?? []).map((change) => [change.revision, change] as const)));
  return [...all.values()].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
};

/** How a version is named in a citation: its day and the first seven signs of its commit. */
export const versionName = ({ date, revision }: Change): string => `${date}-${revision.slice(0, 7)}`;
