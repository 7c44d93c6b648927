import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { FootnoteReference, Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { unsourcedFigures } from './figures.ts';
import { linkProblem } from './links.ts';
import { meantBy, shown, type Problem } from './problem.ts';

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
  /** False when only the problems are asked for. */
  render?: boolean;
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

const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified().use(rehypeStringify);

/** What remark would read as a footnote, but for which there is no source. */
const unknownFootnote = /\[\^([^\]\s]+)\]/g;

/** Deeper nesting than any text needs would only exhaust the parser. */
const deepest = 8;
/** How many lengths of backquotes a text may use: each must be looked for through the rest of the text. */
const mostRuns = 10;
/** Indentation that only nested lists have. */
const deepIndent = /^[ \t]{40,}\S/m;
/** The marks of quotations and lists at the beginning of a line. */
const nesting = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${deepest + 1}}`, 'm');

/**
 * Reads a Markdown body (CommonMark with GFM as remark-gfm has it) and renders safe HTML from its tree.
 * Raw HTML, images, links with other schemes, and headings outside the template are refused.
 */
export const readBody = (markdown: string, { file, firstLine, sections, sources, render = true }: BodyContext): { body?: Body; problems: Problem[] } => {
  const problems: Problem[] = [];
  const complain = (node: Placed, kind: Problem['kind'], values?: Problem['values'], meant?: string) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    problems.push({ file, line: line + firstLine - 1, column, kind, ...(values && { values }), ...(meant && { meant }) });
  };
  const tooDeep = nesting.exec(markdown) ?? deepIndent.exec(markdown);
  if (tooDeep) return { problems: [{ file, line: firstLine + markdown.slice(0, tooDeep.index).split('\n').length - 1, column: 1, kind: 'text-too-deep' }] };
  const runs = new Set(markdown.match(/`+/g)?.map((run) => run.length));
  if (runs.size > mostRuns) return { problems: [{ file, line: firstLine, column: 1, kind: 'too-many-marks', values: { what: '`' } }] };
  // GFM reads [^s1] as a footnote only where a definition exists: the header's sources are the definitions.
  const definitions = sources.map(({ key }) => `[^${key}]: ${key}`).join('\n\n');
  const bodyLines = markdown.split('\n').length;
  const tree: Root = parser.parse(`${markdown}\n\n${definitions}\n`);

  const found: string[] = [];
  const cited: string[] = [];
  const links: Body['links'] = [];
  const keys = sources.map(({ key }) => key);
  const labels = sections.map(({ label }) => label);
  visit(tree, (node) => {
    switch (node.type) {
      case 'html':
        complain(node, 'html');
        break;
      case 'image':
      case 'imageReference':
        complain(node, 'image-in-text');
        break;
      case 'link':
      case 'linkReference':
        if (toString(node).trim() === '') complain(node, 'link-empty');
        if (node.type === 'link') checkLink(node);
        break;
      case 'definition':
        checkLink(node);
        break;
      case 'footnoteReference':
        cited.push(node.identifier);
        break;
      case 'footnoteDefinition':
        if ((node.position?.start.line ?? 0) <= bodyLines) complain(node, 'footnote-defined', { value: node.identifier });
        break;
      case 'text':
        for (const [mark, key] of node.value.matchAll(unknownFootnote)) complain(node, 'footnote-without-source', { value: mark }, meantBy(key!, keys));
        break;
      case 'list':
        // "2019. gadā" at the beginning of a paragraph is a list to Markdown.
        if (node.ordered && (node.start ?? 0) > 100) complain(node, 'number-begins-list', { value: `${node.start}.` });
        break;
      case 'heading':
        checkHeading(node);
    }
  });
  function checkLink(node: Placed & { url: string; type: string }) {
    const { collection = collectionOf(file), id } = entryLink.exec(node.url)?.groups ?? {};
    const wrong = id ? undefined : linkProblem(node.url, node.type === 'link' ? toString(node) : '');
    if (id) links.push({ collection, id, line: (node.position?.start.line ?? 1) + firstLine - 1, column: node.position?.start.column ?? 1 });
    else if (wrong) complain(node, wrong.kind, wrong.values);
  }
  function checkHeading(node: Heading) {
    if (node.depth === 1 || node.depth > 3) complain(node, 'heading-level');
    if (node.depth !== 2) return;
    const label = toString(node).trim();
    const section = sections.find((candidate) => candidate.label.toLowerCase() === label.toLowerCase());
    if (!section) complain(node, 'heading-unknown', { value: shown(label).slice(1, -1), allowed: labels.join(', ') }, meantBy(label, labels));
    else if (found.includes(section.id)) complain(node, 'heading-twice', { value: label });
    else {
      found.push(section.id);
      node.data = { hProperties: { id: section.id } };
    }
  }
  tree.children.forEach((node, index) => {
    const next = tree.children[index + 1];
    if (node.type === 'heading' && node.depth === 2 && (!next || next.type === 'footnoteDefinition' || (next.type === 'heading' && next.depth <= 2)))
      complain(node, 'section-empty', { value: toString(node) });
  });
  for (const { id, label, required } of sections)
    if (required && !found.includes(id)) problems.push({ file, line: firstLine, column: 1, kind: 'section-missing', values: { value: label } });
  problems.push(...unsourcedFigures(tree, file, firstLine));
  if (problems.length > 0) return { problems };
  const plain = tree.children
    .filter((node) => node.type !== 'footnoteDefinition')
    .map((node) => toString(node))
    .join('\n');
  return {
    body: {
      html: render ? htmlOf(tree, file, sources) : '',
      sections: found,
      cited: [...new Set(cited)],
      links,
      words: plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
      text: plain,
    },
    problems,
  };
};

interface Placed {
  position?: { start: { line: number; column: number } } | undefined;
}

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
