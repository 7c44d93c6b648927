/** The page that stands at an address that has moved says so in a `meta` element, which needs no script and no host. */
export const refreshTo = (address: string): string => `0; url=${address}`;

/** Where a page sends its reader at once; undefined for a page that stays. */
export const redirectTarget = (html: string): string | undefined => /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
