import { settings } from '../settings.ts';

/** A header the host should send: for which addresses (without base path), its name and its value. */
interface Header {
  under: readonly string[];
  name: string;
  value: string;
}

const languageFolders = settings.languages.map((lang) => `${lang}/`);

/** Every header the site asks of its host, whatever the host: the one source of `_headers` and of nginx's configuration. */
const headers: readonly Header[] = [
  { under: [''], name: 'X-Content-Type-Options', value: 'nosniff' },
  { under: [''], name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { under: [''], name: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { under: [''], name: 'Strict-Transport-Security', value: 'max-age=31536000' },
  // Only the cards in embed/ are made to be shown inside other sites. `meta` cannot say this.
  { under: languageFolders, name: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
  // Names with a hash in them never change their content; everything else may at any time.
  { under: ['_astro/'], name: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
  { under: [...languageFolders, 'embed/', 'data/', 'pagefind/'], name: 'Cache-Control', value: 'public, max-age=0, must-revalidate' },
  // Open data and citations may be read by the scripts of any site.
  { under: ['data/', 'embed/', ...languageFolders], name: 'Access-Control-Allow-Origin', value: '*' },
];

/** Addresses of the host that have moved, and where to. */
export type Moves = ReadonlyMap<string, string>;

/** `_headers`, as Netlify, Cloudflare Pages and others read it. */
export const headersFile = (base: string): string => {
  const blocks = Map.groupBy(
    headers.flatMap(({ under, ...header }) => under.map((folder) => ({ folder, ...header }))),
    ({ folder }) => folder,
  );
  return [...blocks].map(([folder, lines]) => [`${base}${folder}*`, ...lines.map(({ name, value }) => `  ${name}: ${value}`), ''].join('\n')).join('\n');
};

/** `_redirects`, as the same hosts read it; other hosts show the pages that stand at the old addresses. */
export const redirectsFile = (moves: Moves): string => [...moves].map(([from, to]) => `${from} ${to} 301\n`).join('');

const variable = (name: string) => `$tilts_${name.toLowerCase().replaceAll('-', '_')}`;
/** Addresses hold only a-z, 0-9, `-`, `.` and `/`, so quoting is all they need. */
const quoted = (text: string) => `"${text}"`;
const regex = (base: string, folder: string) => quoted(`~^${base.replaceAll('.', '\\.')}${folder}`);

/** For nginx's `http` block: what moved, what is gone, how a known address is spelt, which headers belong where. */
export const nginxMaps = (base: string, { moves, gone, known }: { moves: Moves; gone: readonly string[]; known: readonly string[] }): string => {
  const map = (source: string, target: string, lines: readonly string[]) =>
    [`map ${source} ${target} {`, ...lines.map((line) => `  ${line};`), '}', ''].join('\n');
  const names = [...new Set(headers.map(({ name }) => name))];
  return [
    `map_hash_bucket_size 256;\nmap_hash_max_size ${Math.max(2048, 2 * known.length)};\n`,
    map('$uri', variable('moved'), [
      'default ""',
      ...[...moves].flatMap(([from, to]) => [`${quoted(from)} ${quoted(to)}`, `${quoted(from.slice(0, -1))} ${quoted(to)}`]),
    ]),
    map('$uri', variable('gone'), ['default ""', ...gone.map((address) => `${quoted(address)} ${quoted(`${address}index.html`)}`)]),
    // nginx compares the keys of a map without regard to case.
    map('$uri', variable('spelt'), ['default ""', ...known.map((address) => `${quoted(address)} ${quoted(address)}`)]),
    ...names.map((name) =>
      map('$uri', variable(name), [
        'default ""',
        ...headers.filter((header) => header.name === name).flatMap(({ under, value }) => under.map((folder) => `${regex(base, folder)} ${quoted(value)}`)),
      ]),
    ),
  ].join('\n');
};

/** For nginx's `server` block, whose `root` is the folder the base path starts in. */
export const nginxSite = (base: string): string =>
  [
    ...[...new Set(headers.map(({ name }) => name))].map((name) => `add_header ${name} ${variable(name)} always;`),
    `
index index.html;
charset utf-8;
charset_types text/plain text/css text/csv text/markdown text/xml application/x-bibtex application/x-research-info-systems;
absolute_redirect off;
types_hash_max_size 4096;

gzip on;
gzip_vary on;
gzip_min_length 512;
gzip_comp_level 6;
gzip_types text/plain text/css text/csv text/markdown text/javascript application/javascript application/json application/ld+json application/geo+json application/feed+json application/rss+xml application/atom+xml application/xml text/xml image/svg+xml application/wasm application/x-bibtex application/x-research-info-systems;

error_page 404 ${base}404.html;
error_page 410 @gone;

if (${variable('moved')}) { return 301 ${variable('moved')}; }
if (${variable('gone')}) { return 410; }

location ${base} { try_files $uri $uri/ @elsewhere; }
location @gone { try_files ${variable('gone')} =410; }
location @elsewhere {
  if (${variable('spelt')}) { return 301 ${variable('spelt')}; }
  return 404;
}
location ~ /[._](?:nginx|headers|redirects) { return 404; }`,
    ...Object.entries(mediaTypes).map(
      ([extension, type]) => `location ~ \\.${extension.replaceAll('.', '\\.')}$ { types { } default_type ${quoted(type)}; try_files $uri @elsewhere; }`,
    ),
    '',
  ].join('\n');

/** Media types that a host's own list may lack. */
const mediaTypes = {
  jsonl: 'application/x-ndjson',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  md: 'text/markdown',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
} as const satisfies Record<string, string>;
