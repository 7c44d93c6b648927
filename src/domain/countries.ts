/** Countries and self-governing areas by their ISO 3166-1 alpha-2 code, as Unicode CLDR knows them. */
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes that CLDR has a name for, but that are no country: unions, pseudo-regions, "unknown". */
const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Whether a code is that of a country or area, and not an old or second one (UK for GB). */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !noCountry.has(code) && names.of(code) !== undefined && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** All of them. */
export const countryCodes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

/** The code that somebody probably meant who wrote a name, small letters, an old code or one of three letters. */
export const countryMeantBy = (text: string): string | undefined => {
  const wanted = text.trim().toUpperCase();
  const nameOf = (code: string) => names.of(code)!.toUpperCase();
  return (
    countryCodes.find((code) => code === wanted || nameOf(code) === wanted) ??
    (/^[A-Z]{2}$/.test(wanted) ? countryCodes.find((code) => `und-${code}` === Intl.getCanonicalLocales(`und-${wanted}`)[0]) : undefined) ??
    (/^[A-Z]{3}$/.test(wanted)
      ? (countryCodes.find((code) => /^[A-Z]+$/.test(nameOf(code)) && nameOf(code).startsWith(wanted)) ?? countryCodes.find((code) => wanted.startsWith(code)))
      : undefined)
  );
};
