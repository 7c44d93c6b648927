import { yamlOf } from '../domain/yaml.ts';
import { folders, type FileKind } from '../schema/collections.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** Sections of the template of a kind, each with an honest first sentence, in `lang`; the first cites every source. */
const bodyOf = (kind: FileKind, facts: Record<string, unknown>, sections: Vocabulary, lang: string): string => {
  const keys = ((facts.sources ?? []) as { key: string }[]).map(({ key }) => `[^${key}]`).join('');
  return sections.terms
    .filter(({ template }) => template === folders[kind][0])
    .map(({ label, starter }, index) => {
      const sentence = starter?.[lang] ?? starter?.en ?? '';
      return `## ${label[lang] ?? label.en!}\n\n${sentence}${index === 0 ? keys : ''}\n`;
    })
    .join('\n');
};

/** What surrounds the facts of a draft. */
interface Frame {
  sections: Vocabulary;
  /** The language the text is written in. */
  lang: string;
  /** Comments that stand above a field, by its name, and above all of them. */
  notes?: Readonly<Record<string, string>>;
  first?: string;
}

/** A file of a kind with these facts, ready to be written on: header and, where it has one, the body with its headings. */
export const draftOf = (kind: FileKind, facts: Record<string, unknown>, { sections, lang, notes = {}, first = '' }: Frame): string => {
  const yaml = yamlOf(facts, notes, first);
  if (kind === 'organisation' || kind === 'vocabulary') return yaml;
  return kind === 'translation' ? `---\n${yaml}---\n` : `---\n${yaml}---\n\n${bodyOf(kind, facts, sections, lang)}`;
};
