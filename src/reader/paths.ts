import { slug } from '../schema/values.ts';
import type { ContentFile } from './entry.ts';
import { meantBy, type Problem } from './problem.ts';

/** A file of a known kind, with slug and language taken from its name. */
export interface Located extends ContentFile {
  id: string;
  lang: string | undefined;
}

const markdown = { pattern: /^(?<id>[^./]+)(?:\.(?<lang>[a-z]{2,3}))?\.md$/, said: '<slug>.md, <slug>.<language>.md' };
const yaml = { pattern: /^(?<id>[^./]+)\.yaml$/, said: '<slug>.yaml' };
/** What may lie in `content/`, by folder: the pattern of the file's name and the words for it. */
const kinds: Record<string, { pattern: RegExp; said: string }> = {
  practices: markdown,
  lessons: markdown,
  visits: markdown,
  organisations: yaml,
  vocabularies: yaml,
  tombstones: yaml,
  pages: { pattern: /^(?<id>[^./]+)\.(?<lang>[a-z]{2,3})\.mdx$/, said: '<name>.<language>.mdx' },
  languages: { pattern: /^(?<id>[a-z]{2,3})\.json$/, said: '<language>.json' },
};
const folders = Object.keys(kinds);

/** Pictures lie in a folder named after the practice that shows them. */
export const imagePath = /^content\/practices\/(?<id>[^/]+)\/(?<name>[^/]+)$/;

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is wrong with the name of a file of `content/`; undefined when it may be read. */
export const pathProblem = (file: string): Problem | undefined => {
  const [, folder = '', ...rest] = file.split('/');
  const problem = (kind: Problem['kind'], values: Problem['values'], meant?: string): Problem => ({
    file,
    line: 1,
    column: 1,
    kind,
    ...(values && { values }),
    ...(meant && { meant }),
  });
  const kind = kinds[folder];
  if (!kind) return problem('unknown-folder', { folders: folders.join(', ') }, meantBy(folder, folders));
  const name = rest.at(-1) ?? '';
  if (reserved.test(name)) return problem('reserved-name', { value: name });
  const match = kind.pattern.exec(rest.join('/'));
  if (!match) return problem('file-name', { folder, pattern: kind.said });
  const { id = '' } = match.groups!;
  return folder === 'languages' || slug.safeParse(id).success ? undefined : problem('not-a-slug', { value: id });
};

/** Files by folder; and the files that have no business here. */
export const located = (files: readonly ContentFile[]): { byFolder: ReadonlyMap<string, Located[]>; problems: Problem[] } => {
  const byFolder = new Map<string, Located[]>(folders.map((folder) => [folder, []]));
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    const wrong = pathProblem(file);
    if (wrong) problems.push(wrong);
    else {
      const [, folder = '', name = ''] = file.split('/');
      const { id = '', lang } = kinds[folder]!.pattern.exec(name)!.groups!;
      byFolder.get(folder)!.push({ file, text, id, lang });
    }
  }
  return { byFolder, problems };
};
