import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { FootnoteReference, Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { suggestion, type Problem } from './problem.ts';

/** A heading of the template: its stable anchor and its words in the language of the file. */
export interface Section {
  id: string;
  label: string;
  required: boolean;
}

/** What the body needs to know of its header. */
export interface BodyContext {
  file: string;
  /** The line of the file on which the body starts. */
  firstLine: number;
  sections: readonly Section[];
  sources: readonly { key: string; publisher: string; year: string }[];
}

/** A body that may be shown. */
export interface Body {
  /** Safe HTML. Links to other entries are written `entry:collection/slug`; the page gives them their address. */
  html: string;
  /** The anchors of the template that the text has, in order. */
  sections: string[];
  /** Keys of the sources it cites. */
  cited: string[];
  /** Entries it links to. */
  links: { collection: string; id: string; line: number; column: number }[];
  /** How many words it has. */
  words: number;
  /** Its words without markup, for the search index. */
  text: string;
}

const entryLink = /^(?:\.\.\/(?<collection>practices|lessons|visits)\/|(?:\.\/)?)(?<id>[a-z0-9-]+)\.md(?<anchor>#[a-z-]+)?$/;
const collectionOf = (file: string) => /^content\/(\w+)\//.exec(file)?.[1] ?? '';
const words = new Intl.Segmenter('en', { granularity: 'word' });

const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified().use(rehypeStringify);

/** Whether an address is one that a text may link to. */
const isWebLink = (url: string) => /^(?:https?:\/\/|mailto:)/i.test(url) && URL.canParse(url);

/** What remark would read as a footnote, but for which there is no source. */
const unknownFootnote = /\[\^([^\]\s]+)\]/g;

/**
 * Reads a Markdown body (CommonMark with GFM as remark-gfm has it) and renders safe HTML from its tree.
 * Raw HTML, images, links with other schemes, and headings outside the template are refused.
 */
export const readBody = (markdown: string, { file, firstLine, sections, sources }: BodyContext): { body?: Body; problems: Problem[] } => {
  const problems: Problem[] = [];
  const complain = (node: { position?: { start: { line: number; column: number } } | undefined }, message: string) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    problems.push({ file, line: line + firstLine - 1, column, message });
  };
  // GFM reads [^s1] as a footnote only where a definition exists: the header's sources are the definitions.
  const definitions = sources.map(({ key }) => `[^${key}]: ${key}`).join('\n\n');
  const bodyLines = markdown.split('\n').length;
  const tree: Root = parser.parse(`${markdown}\n\n${definitions}\n`);

  const found: string[] = [];
  const cited: string[] = [];
  const links: Body['links'] = [];
  const checkLink = (node: { url: string; position?: { start: { line: number; column: number } } | undefined }) => {
    const { collection = collectionOf(file), id } = entryLink.exec(node.url)?.groups ?? {};
    if (id) links.push({ collection, id, line: (node.position?.start.line ?? 1) + firstLine - 1, column: node.position?.start.column ?? 1 });
    else if (!isWebLink(node.url))
      complain(
        node,
        `The link "${node.url}" is not allowed. Use a full address (https://...), mailto:, or another entry's file name (narpes-model.md, ../lessons/name.md).`,
      );
  };
  visit(tree, (node) => {
    if (node.type === 'html') complain(node, 'HTML is not allowed. Write it in Markdown; to show a sign such as < put a backslash before it.');
    if (node.type === 'image' || node.type === 'imageReference')
      complain(node, 'Pictures cannot be placed in the text. Remove it, or link to the page that shows it.');
    if (node.type === 'link' || node.type === 'definition') checkLink(node);
    if (node.type === 'footnoteReference') cited.push(node.identifier);
    if (node.type === 'footnoteDefinition' && (node.position?.start.line ?? 0) <= bodyLines)
      complain(node, `Footnotes are made from the sources in the header. Remove this line and describe ${node.identifier} under "sources".`);
    if (node.type === 'text') {
      for (const [mark, key] of node.value.matchAll(unknownFootnote))
        complain(
          node,
          `${mark} has no source. Add a source with the key ${key} to the header, or correct the key.${suggestion(
            key!,
            sources.map((source) => source.key),
          )}`,
        );
    }
    if (node.type === 'heading') checkHeading(node);
  });
  function checkHeading(node: Heading) {
    const label = toString(node);
    if (node.depth === 1 || node.depth > 3) complain(node, 'Use ## for the sections of the template and ### inside them; the title stands in the header.');
    if (node.depth !== 2) return;
    const section = sections.find((candidate) => candidate.label.toLocaleLowerCase() === label.trim().toLocaleLowerCase());
    const labels = sections.map((candidate) => candidate.label);
    if (!section) {
      complain(
        node,
        `"${label}" is not a heading of the template (${labels.join(', ')}). Use one of them, or ### for a heading of your own.${suggestion(label, labels)}`,
      );
    } else if (found.includes(section.id)) {
      complain(node, `The heading "${label}" stands here twice. Join the two sections.`);
    } else {
      found.push(section.id);
      node.data = { hProperties: { id: section.id } };
    }
  }
  const plain = tree.children
    .filter((node) => node.type !== 'footnoteDefinition')
    .map((node) => toString(node))
    .join('\n');
  for (const { id, label, required } of sections)
    if (required && !found.includes(id))
      problems.push({ file, line: firstLine, column: 1, message: `The section "## ${label}" is missing. Write it; if nothing is known, say so.` });
  if (problems.length > 0) return { problems };
  return {
    body: {
      html: htmlOf(tree, file, sources),
      sections: found,
      cited: [...new Set(cited)],
      links,
      words: [...words.segment(plain)].filter((word) => word.isWordLike).length,
      text: plain,
    },
    problems,
  };
};

/** The tree as HTML: citations become numbered links to the sources, with a note for the margin at their first mention in a section. */
const htmlOf = (tree: Root, file: string, sources: BodyContext['sources']): string => {
  const mentions = new Map<string, number>();
  const cite = (_state: unknown, { identifier }: FootnoteReference): ElementContent => {
    const index = sources.findIndex(({ key }) => key === identifier);
    const { publisher, year } = sources[index]!;
    const mention = (mentions.get(identifier) ?? 0) + 1;
    mentions.set(identifier, mention);
    const label = year === 'unknown' ? publisher : `${publisher}, ${year}`;
    return element('sup', { className: ['cite'] }, [
      element('a', { href: `#source-${identifier}`, id: `cite-${identifier}-${mention}`, title: label }, [{ type: 'text', value: String(index + 1) }]),
    ]);
  };
  const html = unified()
    .use(remarkRehype, { handlers: { footnoteReference: cite, footnoteDefinition: () => undefined } })
    .runSync(tree);
  visit(html, 'element', (node) => {
    if (node.tagName === 'a') toEntryLink(node, file);
  });
  addSideNotes(html);
  html.children = html.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'table' ? [element('div', { className: ['wide'], tabIndex: 0, role: 'group' }, [node])] : [node],
  );
  return writer.stringify(html);
};

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const toEntryLink = (node: Element, file: string) => {
  const { collection = collectionOf(file), id, anchor = '' } = entryLink.exec(String(node.properties.href))?.groups ?? {};
  if (id) node.properties.href = `entry:${collection}/${id}${anchor}`;
};

/** Puts the publisher and year of each source beside the block that first cites it in a section; hidden from screen readers, who have the list. */
const addSideNotes = (html: HtmlRoot) => {
  let seen = new Set<string>();
  html.children = html.children.flatMap((node): HtmlRoot['children'] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'h2') seen = new Set();
    const notes: ElementContent[] = [];
    visit(node, 'element', (inner) => {
      const { href = '', title } = inner.properties;
      if (typeof title !== 'string' || typeof href !== 'string' || !href.startsWith('#source-') || seen.has(href)) return;
      seen.add(href);
      const [number] = inner.children;
      notes.push(element('span', {}, [element('b', {}, number ? [number] : []), { type: 'text', value: ` ${title}` }]));
    });
    return notes.length > 0 ? [element('div', { className: ['sidenote'], ariaHidden: 'true' }, notes), node] : [node];
  });
};
