import type { Problem } from './problem.ts';

/** Schemes a text may link to: anything else could run something in the reader's browser. */
const allowed = /^(?:https?:\/\/|mailto:)/i;
/** Text that a reader takes for an address. */
const looksLikeAddress = /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?:[/?#:]\S*)?$/iu;
const mailbox = /^mailto:[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/i;
const bare = (host: string) => host.toLowerCase().replace(/^www\./, '');

/** What is wrong with a link of a text to `url` that shows `text`; undefined when it may stand. */
export const linkProblem = (url: string, text: string): Pick<Problem, 'kind' | 'values'> | undefined => {
  const refused = { kind: 'link-not-allowed', values: { value: url.slice(0, 80) } } as const;
  if (!allowed.test(url) || !URL.canParse(url)) return refused;
  // What a browser would strip or turn around before it reads the address.

  if (/[\0-\x20\\<>"`\x7F]/.test(decodedOnce(url))) return refused;
  if (/^mailto:/i.test(url)) return mailbox.test(url) ? undefined : refused;
  const { hostname, username, password } = new URL(url);
  if (username || password) return { kind: 'link-with-password', values: { value: url.slice(0, 80) } };
  if (!hostname.includes('.') || /^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return refused;
  const shownHost = looksLikeAddress.exec(text.trim())?.[1];
  if (shownHost && bare(asHost(shownHost)) !== bare(hostname)) return { kind: 'link-deceives', values: { shown: text.trim().slice(0, 60), value: hostname } };
  return undefined;
};

/** An internationalised host name in the form that URLs use. */
const asHost = (host: string) => (URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host);

/** Percent signs are decoded for the control characters only; an address with a space written %20 is fine. */
const decodedOnce = (url: string) => url.replace(/%(?:0[0-9a-f]|1[0-9a-f]|7f)/gi, '\u0001');
