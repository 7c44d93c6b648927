/** The search interface: reads the form, keeps the address, shows what was found. All text goes in as text, never as HTML. */
import { matchedPieces, openSearch, type Choice, type Found } from './client.ts';

type Search = Awaited<ReturnType<typeof openSearch>>;
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

const pageSize = 20;

class SearchPanel extends HTMLElement {
  #search: Promise<Search> | undefined;
  /** Only the newest question may show its answer. */
  #asked = 0;
  #shown = pageSize;

  connectedCallback() {
    const form = this.querySelector('form')!;
    const details = this.querySelector('details')!;
    details.hidden = false;
    this.#readAddress();
    // A reader who arrives with facets in the address should see them.
    details.open = matchMedia('(width >= 60rem)').matches || this.#boxes().some((box) => box.checked);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed('push');
    });
    form.addEventListener('input', (event) => {
      this.#changed(event.target === this.#input ? 'replace' : 'push');
    });
    this.#input.addEventListener('focus', () => void this.#open().catch(() => undefined), { once: true });
    details.addEventListener('toggle', () => void this.#update());
    this.#part('clear').addEventListener('click', () => {
      form.reset();
      for (const box of this.#boxes()) box.checked = false;
      this.#input.value = '';
      this.#changed('push');
      this.#input.focus();
    });
    this.#part('more').firstElementChild!.addEventListener('click', () => {
      const next = this.#shown;
      this.#shown += pageSize;
      void this.#update().then(() => this.#part('results').children[next]?.querySelector('a')?.focus());
    });
    addEventListener('popstate', () => {
      this.#readAddress();
      void this.#update();
    });
    void this.#update();
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('input[type=search]')!;
  }
  #boxes() {
    return [...this.querySelectorAll<HTMLInputElement>('fieldset input')];
  }
  #part(name: string) {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }
  get #messages() {
    return JSON.parse(this.dataset.messages!) as { found: Plural; none: string; failed: string; loading: string; since: string; ended: string };
  }

  /** Unknown facets and values in the address find no box and are left out of it at the next change. */
  #readAddress() {
    const parameters = new URLSearchParams(location.search);
    this.#input.value = (parameters.get('q') ?? '').slice(0, 500);
    for (const box of this.#boxes()) box.checked = parameters.getAll(box.name).includes(box.value);
  }

  #changed(way: 'push' | 'replace') {
    const parameters = new URLSearchParams();
    const query = this.#input.value.trim();
    if (query) parameters.set('q', query);
    for (const box of this.#boxes()) if (box.checked) parameters.append(box.name, box.value);
    const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
    history[way === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    this.#shown = pageSize;
    void this.#update();
  }

  #open() {
    this.#search ??= openSearch(this.dataset.index!, this.dataset.lang!);
    return this.#search;
  }

  async #update() {
    const asked = ++this.#asked;
    const query = this.#input.value.trim();
    const boxes = this.#boxes();
    const chosen = boxes.filter((box) => box.checked);
    const asks = query !== '' || chosen.length > 0;
    const counting = this.querySelector('details')!.open;
    const { failed, loading } = this.#messages;
    this.#part('initial').hidden = asks;
    this.#part('clear').hidden = !asks;
    if (!asks) this.#say('');
    if (!asks && !counting) {
      this.#show([], query);
      return;
    }
    const waiting = asks
      ? setTimeout(() => {
          this.#say(loading);
        }, 300)
      : undefined;
    try {
      const search = await this.#open();
      const kind = this.dataset.kind;
      const choice: Choice = new Map([
        ...(kind ? [['kind', new Set([kind])] as const] : []),
        ...[...new Set(chosen.map(({ name }) => name))].map(
          (name) => [name, new Set(chosen.filter((box) => box.name === name).map(({ value }) => value))] as const,
        ),
      ]);
      const { hits, counts } = await search.find(query, choice, counting ? boxes.map(({ name, value }) => ({ facet: name, value })) : []);
      const found = asks ? await Promise.all(hits.slice(0, this.#shown).map((hit) => hit.data())) : [];
      if (asked !== this.#asked) return;
      clearTimeout(waiting);
      counts.forEach((count, index) => {
        this.#count(boxes[index]!, count);
      });
      this.#show(found, query);
      this.#part('more').hidden = !asks || hits.length <= this.#shown;
      if (asks) this.#say(this.#foundWords(hits.length));
    } catch (error) {
      console.error(error);
      clearTimeout(waiting);
      this.#search = undefined;
      if (asked !== this.#asked) return;
      this.#show([], query);
      this.#part('initial').hidden = false;
      this.#say(failed);
    }
  }

  #foundWords(count: number) {
    const { found, none } = this.#messages;
    if (count === 0) return none;
    const lang = this.dataset.lang!;
    return (found[new Intl.PluralRules(lang).select(count)] ?? found.other ?? '').replace('{count}', count.toLocaleString(lang));
  }

  #say(message: string) {
    this.#part('status').textContent = message;
  }

  #count(box: HTMLInputElement, count: number) {
    const label = box.closest('label')!;
    label.querySelector('.count')!.textContent = String(count);
    box.disabled = count === 0 && !box.checked;
  }

  #labelOf(facet: string, value: string) {
    return (
      this.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`)
        ?.closest('label')
        ?.querySelector('.name')?.textContent ?? ''
    );
  }

  #show(found: readonly Found[], query: string) {
    const results = this.#part('results');
    results.replaceChildren(...found.map((entry) => this.#row(entry, query)));
    results.hidden = found.length === 0;
    if (found.length === 0) this.#part('more').hidden = true;
  }

  #row({ url, meta, filters }: Found, query: string) {
    const template = this.querySelector('template')!.content.cloneNode(true) as DocumentFragment;
    const slot = (name: string) => template.querySelector<HTMLElement>(`[data-slot=${name}]`)!;
    const lang = this.dataset.lang!;
    const own = meta[`title.${lang}`] !== undefined || meta.lang === lang;
    const { since, ended } = this.#messages;
    const title = slot('title') as HTMLAnchorElement;
    title.textContent = meta[`title.${lang}`] ?? meta.title ?? '';
    title.href = this.dataset.home! + url.replace(/^\//, '');
    title.closest('div')!.lang = own ? lang : (meta.lang ?? '');
    slot('summary').replaceChildren(
      ...matchedPieces(meta[`summary.${lang}`] ?? meta.summary ?? '', query, lang).map((piece, index) => {
        if (index % 2 === 0) return piece;
        const mark = document.createElement('mark');
        mark.textContent = piece;
        return mark;
      }),
    );
    const [kind = ''] = filters.kind ?? [];
    const countries = (filters.country ?? []).map((code) => this.#labelOf('country', code));
    slot('where').textContent = kind === 'practices' ? countries.join(', ') : this.#labelOf('kind', kind);
    const years = meta.started && meta.started !== 'unkn' ? (kind === 'practices' ? since.replace('{year}', meta.started) : meta.started) : '';
    slot('when').textContent = [meta.places, years, meta.ended && ended].filter(Boolean).join(' · ');
    slot('topics').textContent = (filters.theme ?? []).map((theme) => this.#labelOf('theme', theme)).join(' · ');
    const [level] = filters.evidence ?? [];
    slot('meter').hidden = !level;
    slot('evidence').dataset.level = level ?? '';
    slot('evidence-label').textContent = level ? this.#labelOf('evidence', level) : '';
    return template;
  }
}

customElements.define('search-panel', SearchPanel);
