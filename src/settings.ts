/**
 * Everything that makes this site Tilts and not another network's knowledge base.
 * Change it, and `content/`, and the site is yours.
 */
export const settings = {
  name: 'Tilts',
  /** Where the site is served, without the base path. TILTS_SITE overrides it for a preview. */
  site: process.env.TILTS_SITE ?? 'https://tilts.example',
  /** The path under that address, with both slashes. TILTS_BASE overrides it. */
  base: process.env.TILTS_BASE ?? '/',
  /** Where changes are proposed. */
  repository: 'https://github.com/tilts/tilts',
  /** The editors' role mailbox. */
  mailbox: 'editors@tilts.example',
  /** The languages of the site, the first being the one everything falls back to. Each has a file in content/languages. */
  languages: ['en', 'lv', 'lt', 'et'],
} as const;
