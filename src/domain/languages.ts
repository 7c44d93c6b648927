import { settings } from '../settings.ts';
import en from '../../content/languages/en.json' with { type: 'json' };

/** A text of the interface: plain, or one form for each plural category of the language (Unicode CLDR). */
type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type UiKey = keyof typeof en.ui;

interface Language {
  /** The language's own name for itself. */
  name: string;
  ui: Partial<Record<UiKey, Message>>;
}

const files = import.meta.glob<Language>('/content/languages/*.json', { import: 'default', eager: true });

/** The languages of the site by BCP 47 tag, in the order of the settings. */
export const languages: ReadonlyMap<string, Language> = new Map(
  settings.languages.map((lang) => {
    const language = files[`/content/languages/${lang}.json`];
    if (!language) throw new Error(`content/languages/${lang}.json is missing: settings.ts names the language "${lang}"`);
    return [lang, language];
  }),
);

/** Their tags. */
export const langs: readonly string[] = settings.languages;

/** The language everything falls back to. */
const fallbackLang = settings.languages[0];

type Values = Record<string, string | number>;
/** Gives a text of the interface, with `{name}` replaced by its value; `count` also chooses the plural form. */
export type Translate = (key: UiKey, values?: Values) => string;

/** The text that fits a count, with every `{name}` filled in; numbers are written the way the language writes them. */
export const fillIn = (message: Message, lang: string, values: Values = {}): string => {
  const form = typeof message === 'string' ? message : (message[new Intl.PluralRules(lang).select(Number(values.count))] ?? message.other ?? '');
  return form.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(lang) : (value ?? mark);
  });
};

/** The interface in `lang`; English where a text is missing. */
export const translator =
  (lang: string): Translate =>
  (key, values) => {
    const own = languages.get(lang)?.ui[key];
    return own === undefined ? fillIn(en.ui[key], fallbackLang, values) : fillIn(own, lang, values);
  };

/** The plain texts of the interface by any key, for what chooses its key while it runs; empty where there is none. */
export const plainTexts = (lang: string): ((key: string) => string) => {
  const own = { ...en.ui, ...languages.get(lang)?.ui } as Record<string, Message>;
  return (key) => (typeof own[key] === 'string' ? own[key] : '');
};

const names = new Map<string, Intl.DisplayNames>();
const displayName = (lang: string, type: 'region' | 'language', code: string): string => {
  const key = `${lang}/${type}`;
  const known = names.get(key) ?? new Intl.DisplayNames(lang, { type });
  names.set(key, known);
  return known.of(code) ?? code;
};

/** A country's name in `lang`, from Unicode CLDR. */
export const countryName = (lang: string, code: string): string => displayName(lang, 'region', code);

/** A language's name in `lang`, from Unicode CLDR. */
export const languageName = (lang: string, code: string): string => displayName(lang, 'language', code);
