/**
 * Suggestions under a search box: terms with counts, places and titles, as an editable combobox with a list
 * (ARIA Authoring Practices Guide, "Editable Combobox With List Autocomplete"). Focus stays in the box; arrows choose,
 * Enter goes to the choice, Escape closes the list, and with the list closed empties the box.
 */
import { fold } from './normalise.ts';
import type { Manifest, Suggestion } from './words.ts';

interface Line {
  label: string;
  kind: Suggestion[1];
  count: number;
  path: string;
  /** Folded, with a space before each word, so that the beginning of any word is found. */
  folded: string;
}

const mostShown = 8;

const linesOf = (text: string): Line[] =>
  text.split('\n').map((line) => {
    const [label = '', kind = 'title', count = '1', path = ''] = line.split('\t');
    return { label, kind: kind as Line['kind'], count: Number(count), path, folded: ` ${fold(label).replace(/[^\p{L}\p{N}]+/gu, ' ')}` };
  });

/** The lines in which each typed word begins a word: those that begin with the question first. */
const fitting = (lines: readonly Line[], typed: string): Line[] => {
  const words = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const starts = ({ folded }: Line) => Number(folded.startsWith(` ${words[0]!}`));
  return lines
    .filter(({ folded }) => words.every((word) => folded.includes(` ${word}`)))
    .sort((a, b) => Number(a.kind === 'title') - Number(b.kind === 'title') || starts(b) - starts(a) || b.count - a.count)
    .slice(0, mostShown);
};

/** Makes a combobox of a search field. `data-suggest` on its form holds the addresses of index and front page, and the words for kinds. */
const suggestIn = async (input: HTMLInputElement): Promise<void> => {
  const form = input.form!;
  if (input.role === 'combobox') return;
  const { index, home, kinds, label } = JSON.parse(form.dataset.suggest!) as { index: string; home: string; kinds: Record<string, string>; label: string };
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = label;
  list.hidden = true;
  input.parentElement!.append(list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  const manifest = (await (await fetch(`${index}tilts.json`, { cache: 'no-cache' })).json()) as Manifest;
  const lines = linesOf(await (await fetch(index + manifest.suggestions[document.documentElement.lang]!)).text());

  let shown: Line[] = [];
  let active = -1;
  const mark = (next: number) => {
    active = next;
    [...list.children].forEach((option, at) => {
      option.ariaSelected = String(at === active);
    });
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', list.children[active]!.id);
      list.children[active]!.scrollIntoView({ block: 'nearest' });
    }
  };
  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    mark(-1);
  };
  const choose = ({ path, label: words }: Line) => {
    close();
    if (path) {
      location.assign(home + path);
      return;
    }
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    form.requestSubmit();
  };
  const optionOf = (line: Line, at: number) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${at}`;
    option.role = 'option';
    option.ariaSelected = 'false';
    const kind = document.createElement('span');
    kind.textContent = [kinds[line.kind] ?? '', line.kind === 'title' ? '' : String(line.count)].filter(Boolean).join(' · ');
    option.append(line.label, ' ', kind);
    // Before the box loses its focus, so that the list does not close under the pointer.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    option.addEventListener('click', () => {
      choose(line);
    });
    return option;
  };
  const open = () => {
    shown = fitting(lines, input.value);
    list.replaceChildren(...shown.map(optionOf));
    list.hidden = shown.length === 0;
    input.ariaExpanded = String(shown.length > 0);
    mark(-1);
  };
  input.addEventListener('input', open);
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) open();
      if (shown.length === 0) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place beyond the list is the box itself.
      const places = shown.length + 1;
      mark(isOpen ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : shown.length - 1);
    } else if (event.key === 'Enter' && isOpen && active >= 0) {
      event.preventDefault();
      choose(shown[active]!);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) close();
      else if (input.value) {
        input.value = '';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }
  });
  if (document.activeElement === input && input.value && input.id !== 'q') open();
};

// It is loaded by the first box that gets the focus, and then serves all of them.
for (const box of document.querySelectorAll<HTMLInputElement>('form[data-suggest] input[type=search]')) {
  // Without suggestions a box still searches.
  const start = () => void suggestIn(box).catch(() => undefined);
  if (box === document.activeElement) start();
  else box.addEventListener('focus', start, { once: true });
}
