/** The search interface: reads the form, keeps the address, shows what was found. All text goes in as text, never as HTML. */
import { addressOf, stateOf, type State } from './address.ts';
import { openSearch, type Choice, type Order } from './client.ts';
import { resultRow } from './row.ts';
import type { Row } from './words.ts';

type Search = Awaited<ReturnType<typeof openSearch>>;
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
interface Messages {
  found: Plural;
  related: Plural;
  none: string;
  onlyRelated: string;
  failed: string;
  loading: string;
  slow: string;
  corrected: string;
  instead: string;
  ignored: string;
  since: string;
  ended: string;
}

const pageSize = 10;
/** After so many milliseconds the reader is told that it is loading, and that she need not wait. */
const patience = { loading: 300, slow: 8000 };
/** In a base of more entries, facets are counted only once they are opened: their data is not small any more. */
const smallBase = 1000;

class SearchPanel extends HTMLElement {
  #search: Promise<Search> | undefined;
  /** Only the newest question may show its answer. */
  #asked = 0;
  #shown = pageSize;
  #literal = false;
  #unknown: string[] = [];
  #messages!: Messages;

  connectedCallback() {
    this.#messages = JSON.parse(this.dataset.messages!) as Messages;
    const form = this.querySelector('form')!;
    const details = this.querySelector('details')!;
    this.#readAddress();
    // A reader who arrives with facets in the address should see them.
    const isSmall = Number(this.dataset.entries) <= smallBase;
    details.open = (isSmall && matchMedia('(width >= 60rem)').matches) || this.#boxes().some((box) => box.checked);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed('push');
    });
    form.addEventListener('input', (event) => {
      const typed = event.target === this.#input;
      if (typed) this.#literal = false;
      this.#changed(typed ? 'replace' : 'push');
    });
    this.#input.addEventListener('focus', () => void this.#open().catch(() => undefined), { once: true });
    details.addEventListener('toggle', () => void this.#update());
    this.#part('clear').addEventListener('click', () => {
      this.#clear();
    });
    this.#part('retry').addEventListener('click', () => void this.#update());
    this.#part('more').firstElementChild!.addEventListener('click', () => {
      const next = this.#shown;
      this.#shown += pageSize;
      void this.#update().then(() => this.querySelectorAll<HTMLElement>('.row .title a')[next]?.focus());
    });
    addEventListener('popstate', () => {
      this.#readAddress();
      this.#shown = pageSize;
      void this.#update();
    });
    void this.#update();
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('input[type=search]')!;
  }
  get #sort() {
    return this.querySelector('select')!;
  }
  #boxes() {
    return [...this.querySelectorAll<HTMLInputElement>('fieldset input')];
  }
  #part(name: string) {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  #state(): State {
    const ticked = this.#boxes().flatMap((box) => (box.checked ? [[box.name, box.value] as const] : []));
    return { words: this.#input.value, ticked, order: this.#sort.value as Order, literal: this.#literal };
  }

  /** Unknown facets and values are said, and left out of the address at the next change. */
  #readAddress() {
    const boxes = this.#boxes();
    const { state, unknown } = stateOf(location.search, (facet, value) => boxes.some((box) => box.name === facet && box.value === value));
    this.#input.value = state.words;
    this.#sort.value = state.order;
    this.#literal = state.literal;
    this.#unknown = unknown;
    for (const box of boxes) box.checked = state.ticked.some(([facet, value]) => box.name === facet && box.value === value);
  }

  #changed(way: 'push' | 'replace') {
    const address = addressOf(this.#state());
    history[way === 'push' ? 'pushState' : 'replaceState'](null, '', address === '?' ? location.pathname : address);
    this.#unknown = [];
    this.#shown = pageSize;
    void this.#update();
  }

  #clear() {
    for (const box of this.#boxes()) box.checked = false;
    this.#input.value = '';
    this.#literal = false;
    this.#changed('push');
    this.#input.focus();
  }

  #open() {
    this.#search ??= openSearch(this.dataset.index!, this.dataset.lang!);
    return this.#search;
  }

  async #update() {
    const asked = ++this.#asked;
    const { words, ticked, order, literal } = this.#state();
    const boxes = this.#boxes();
    const asks = words.trim() !== '' || ticked.length > 0;
    const counting = this.querySelector('details')!.open;
    const { failed, loading, slow } = this.#messages;
    this.#part('initial').hidden = asks;
    this.#part('clear').hidden = !asks;
    this.#part('retry').hidden = true;
    if (!asks) {
      this.#say('');
      this.#show([], 0, []);
      if (!counting) return;
    }
    this.setAttribute('aria-busy', 'true');
    const waits = asks
      ? ([['loading', loading] as const, ['slow', slow] as const] as const).map(([name, message]) =>
          setTimeout(() => {
            this.#say(message);
            if (name === 'slow') this.#part('initial').hidden = false;
          }, patience[name]),
        )
      : [];
    try {
      const search = await this.#open();
      const { rows, strong, related, counts, ideas } = await search.find({
        words,
        choice: this.#choice(ticked),
        order,
        counted: counting ? boxes.map(({ name, value }) => ({ facet: name, value })) : [],
        literal,
        shown: asks ? this.#shown : 0,
      });
      if (asked !== this.#asked) return;
      counts.forEach((count, index) => {
        this.#count(boxes[index]!, count);
      });
      if (!asks) return;
      this.#show(
        rows,
        strong,
        ideas.flatMap((idea) => [idea.words, idea.corrected ?? '']),
      );
      this.#part('more').hidden = strong + related <= this.#shown;
      // Never an empty page: what stands here without a question leads on.
      this.#part('initial').hidden = strong > 0;
      this.#say(this.#foundWords(strong, related));
      this.#correction(
        ideas.map((idea) => idea.corrected ?? idea.words).join(' '),
        ideas.some(({ corrected }) => corrected),
      );
    } catch (error) {
      console.error(error);
      this.#search = undefined;
      if (asked !== this.#asked) return;
      this.#show([], 0, []);
      this.#part('initial').hidden = false;
      this.#part('retry').hidden = false;
      this.#say(failed);
    } finally {
      waits.forEach(clearTimeout);
      if (asked === this.#asked) this.setAttribute('aria-busy', 'false');
    }
  }

  #choice(ticked: State['ticked']): Choice {
    const chosen = Map.groupBy(ticked, ([facet]) => facet);
    const choice = new Map([...chosen].map(([facet, pairs]) => [facet, new Set(pairs.map(([, value]) => value))]));
    const { kind } = this.dataset;
    return kind ? choice.set('kind', new Set([kind])) : choice;
  }

  #counted(message: Plural, count: number) {
    const lang = this.dataset.lang!;
    return (message[new Intl.PluralRules(lang).select(count)] ?? message.other ?? '').replace('{count}', count.toLocaleString(lang));
  }
  #foundWords(strong: number, related: number) {
    const { found, related: also, none, onlyRelated } = this.#messages;
    if (strong + related === 0) return none;
    if (strong === 0) return onlyRelated;
    return [this.#counted(found, strong), ...(related > 0 ? [this.#counted(also, related)] : [])].join(', ');
  }

  #say(message: string) {
    const { ignored } = this.#messages;
    const unknown = this.#unknown.length > 0 ? ignored.replace('{names}', this.#unknown.join(', ')) : '';
    this.#part('status').textContent = [message, unknown].filter(Boolean).join('. ');
  }

  #correction(words: string, isCorrected: boolean) {
    const { corrected, instead } = this.#messages;
    const line = this.#part('correction');
    line.hidden = !isCorrected;
    if (!isCorrected) return;
    line.firstElementChild!.textContent = corrected.replace('{words}', words);
    const button = line.querySelector('button')!;
    button.textContent = instead.replace('{words}', this.#input.value.trim());
    button.onclick = () => {
      this.#literal = true;
      this.#changed('push');
      this.#input.focus();
    };
  }

  #count(box: HTMLInputElement, count: number) {
    box.closest('label')!.querySelector('.count')!.textContent = String(count);
    box.disabled = count === 0 && !box.checked;
  }

  #show(rows: readonly Row[], strong: number, words: readonly string[]) {
    const context = {
      lang: this.dataset.lang!,
      home: this.dataset.home!,
      template: this.querySelector('template')!,
      label: (facet: string, value: string) =>
        this.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`)
          ?.closest('label')
          ?.querySelector('.name')?.textContent ?? '',
      messages: this.#messages,
      words,
    };
    const lists = { results: rows.slice(0, strong), related: rows.slice(strong) };
    for (const [part, shown] of Object.entries(lists)) {
      const list = this.#part(part);
      list.replaceChildren(...shown.map((row) => resultRow(row, context)));
      list.hidden = shown.length === 0;
    }
    this.#part('related-title').hidden = lists.related.length === 0;
    this.#part('correction').hidden = true;
    if (rows.length === 0) this.#part('more').hidden = true;
  }
}

customElements.define('search-panel', SearchPanel);
