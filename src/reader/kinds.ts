/** Where a kind of problem is found: the order in which a file is looked at. */
type Layer = 'bytes' | 'paths' | 'header' | 'schema' | 'text' | 'across' | 'privacy' | 'images' | 'output';

/** What is wrong, and how to mend it. */
type Says = readonly [what: string, mend: string];

/** One kind of problem. English is required; a site in other languages falls back to it. */
export interface Kind {
  layer: Layer;
  severity?: 'warning';
  en: Says;
  lv?: Says;
  lt?: Says;
  et?: Says;
}

/**
 * Every kind of problem there is, in one table: the layer that finds it, whether it stops the build (an error) or is only
 * said (a warning), and what is wrong and how to mend it. `{name}` is filled in. The page "What the check says" is made from it.
 */
export const kinds = {
  // The bytes of a file.
  'not-utf8': {
    layer: 'bytes',
    en: ['From here on the file is not text in UTF-8.', 'Open it in your editor, choose "Save with encoding: UTF-8", and save.'],
  },
  'another-format': {
    layer: 'bytes',
    en: ['The file is not text but {what}.', 'Copy its words into a text file with this name.'],
  },
  'file-too-large': {
    layer: 'bytes',
    en: ['The file has {size} KB; at most {limit} KB are read.', 'Shorten it, or split it into two entries.'],
  },
  'control-character': {
    layer: 'bytes',
    en: ['There is a control character here that cannot be seen ({code}).', 'Delete it and type the words on either side anew.'],
  },
  'hidden-character': {
    layer: 'bytes',
    en: [
      'There is an invisible character here ({code}) that can hide text or turn its direction.',
      'Delete it; names written from right to left need no such sign.',
    ],
  },
  'damaged-text': {
    layer: 'bytes',
    en: ['A letter was lost here when the text was copied ({code}).', 'Type the word anew.'],
  },
  'mixed-scripts': {
    layer: 'bytes',
    en: ['The word {word} mixes letters of two alphabets that look alike.', 'Type it anew on one keyboard.'],
  },

  // Where a file lies and what it is called.
  'outside-content': { layer: 'paths', en: ['This file is not in content/.', 'Check files in content/ only.'] },
  'no-such-file': { layer: 'paths', en: ['There is no such file.', 'Correct its name.'] },
  'not-a-file': {
    layer: 'paths',
    en: ['This is {what}, not a file.', 'Put a copy of the text itself here.'],
  },
  'unknown-folder': { layer: 'paths', en: ['Nothing is read from this folder.', 'Content lies in {folders}. Move or remove the file.'] },
  'file-name': { layer: 'paths', en: ['Files in content/{folder} are named {pattern}.', 'Rename or remove this one.'] },
  'not-a-slug': {
    layer: 'paths',
    en: ['"{value}" cannot be an address.', 'Use lower-case letters a-z and digits, at most 60, words joined by hyphens: tartu-welcome-centre.'],
  },
  'reserved-name': { layer: 'paths', en: ['Some computers cannot store a file called "{value}".', 'Choose another name.'] },
  'case-twin': {
    layer: 'paths',
    en: ['On many computers this file and {other} are the same.', 'Rename one of them so that they differ in more than capitals.'],
  },
  'slug-taken': { layer: 'paths', en: ['The slug "{value}" is taken by {other}.', 'Every entry needs a slug of its own: rename this file.'] },

  // The header: YAML.
  'no-header': {
    layer: 'header',
    en: ['The file does not begin with a header.', 'Its first line must be ---, then come the fields, then a line --- again.'],
  },
  'header-open': { layer: 'header', en: ['The header is never closed.', 'Put a line --- after the last field.'] },
  'header-too-large': { layer: 'header', en: ['The header has {size} KB; at most {limit} KB are read.', 'Move what tells a story into the text.'] },
  'header-empty': { layer: 'header', en: ['The header has no fields.', 'Write one "field: value" a line.'] },
  yaml: {
    layer: 'header',
    en: ['This is not valid YAML: {detail}', 'Check the indentation, and put text that holds a sign such as : # [ { @ between double quotes.'],
  },
  'yaml-colon': {
    layer: 'header',
    en: ['A colon here makes the text look like a second field.', 'Put the whole value between double quotes: title: "Tartu: a city".'],
  },
  'yaml-tab': { layer: 'header', en: ['The line is indented with a tab.', 'Use spaces: two for each level.'] },
  'yaml-quote': { layer: 'header', en: ['A quotation mark or bracket is opened here and never closed.', 'Close it, or write \\" inside quotes.'] },
  'yaml-indent': {
    layer: 'header',
    en: ['This line is indented more or less than its neighbours.', 'Give the fields of one group the same number of spaces in front.'],
  },
  'duplicate-field': { layer: 'header', en: ['The field "{value}" stands here twice.', 'Keep one of them.'] },
  'yaml-alias': {
    layer: 'header',
    en: [
      'The header uses {what}, which can make a small file huge or change what it says.',
      'Write the value out in full, between quotes if it begins with & * or !.',
    ],
  },
  'yaml-key': { layer: 'header', en: ['The name of a field must be a plain word.', 'Write it as "field: value".'] },
  'too-deep': { layer: 'header', en: ['Things are nested too deeply here.', 'Use fewer levels.'] },

  // The schema.
  required: { layer: 'schema', en: ['This field is required.', 'Add it to the header.'] },
  'unknown-field': { layer: 'schema', en: ['There is no field of this name here.', 'Correct its name, or remove it.'] },
  'not-allowed': { layer: 'schema', en: ['{value} is not one of the allowed values.', 'Use one of: {allowed}.'] },
  'not-a-list': { layer: 'schema', en: ['This must be a list, but is {value}.', 'Write it between square brackets: [one, two].'] },
  'not-a-group': { layer: 'schema', en: ['This must be a group of fields, but is {value}.', 'Write each field on a line of its own, indented by two spaces.'] },
  'not-text': { layer: 'schema', en: ['This must be text, but is {value}.', 'Put it between double quotes.'] },
  'not-a-number': { layer: 'schema', en: ['This must be a number, but is {value}.', 'Write digits only, with a point for decimals: 1250.5.'] },
  'not-a-whole-number': {
    layer: 'schema',
    en: ['This must be a whole number, but is {value}.', 'Write digits only, without spaces, signs or decimals: 1250.'],
  },
  'not-true-or-false': { layer: 'schema', en: ['This must be true or false, but is {value}.', 'Write one of the two words.'] },
  'not-true': { layer: 'schema', en: ['This field can only be true, but is {value}.', 'Write true, or leave the field out.'] },
  'does-not-fit': { layer: 'schema', en: ['{value} does not fit here.', 'Look the field up in the codebook.'] },
  'too-short': { layer: 'schema', en: ['This has {length} characters; at least {limit} are needed.', 'Say a little more.'] },
  'too-long': { layer: 'schema', en: ['This has {length} characters; at most {limit} fit.', 'Shorten it.'] },
  'too-few': { layer: 'schema', en: ['This list has {length} entries; at least {limit} are needed.', 'Add what is missing.'] },
  'too-many': { layer: 'schema', en: ['This list has {length} entries; at most {limit} fit.', 'Keep the best ones.'] },
  'number-too-small': { layer: 'schema', en: ['{value} is too small.', 'It must be at least {limit}.'] },
  'number-too-large': { layer: 'schema', en: ['{value} is too large.', 'It must be at most {limit}.'] },
  'not-one-line': {
    layer: 'schema',
    en: ['This must be one line of text without spaces at its ends.', 'Remove the line breaks, and the spaces before and after.'],
  },
  'not-a-reference': {
    layer: 'schema',
    en: ['{value} is not a slug.', 'Write the name of the file of the entry, without folder and ending: tartu-welcome-centre.'],
  },
  'not-an-id': { layer: 'schema', en: ['{value} cannot be the id of a term.', 'Use letters and digits, words joined by hyphens.'] },
  'not-an-address': { layer: 'schema', en: ['{value} is not a full web address.', 'It must begin with https:// or http:// and name a host.'] },
  'not-a-date-or-unknown': { layer: 'schema', en: ['{value} is not a date that exists.', 'Write YYYY, YYYY-MM or YYYY-MM-DD, or the word unknown.'] },
  'not-a-day': { layer: 'schema', en: ['{value} is not a day that exists.', 'Write YYYY-MM-DD: 2024-05-31.'] },
  'future-date': { layer: 'schema', en: ['{value} lies in the future.', 'Correct the date; today is {today}.'] },
  'not-a-country': { layer: 'schema', en: ['{value} is not a country code.', 'Use two capital letters, for example EE.'] },
  'not-a-language': { layer: 'schema', en: ['{value} is not a language code.', 'Use the code of two or three small letters, for example lv.'] },
  'not-a-currency': { layer: 'schema', en: ['{value} is not a currency code.', 'Use three capital letters, for example EUR.'] },
  'not-a-source-key': { layer: 'schema', en: ['{value} is not the key of a source.', 'Keys are s1, s2, s3 and so on.'] },
  'not-an-orcid': { layer: 'schema', en: ['{value} is not an ORCID iD.', 'Copy it from orcid.org, for example 0000-0002-1825-0097.'] },
  'not-a-ror': { layer: 'schema', en: ['{value} is not an address at ror.org.', 'Copy it from ror.org, for example https://ror.org/03z77qz90.'] },
  'not-a-wikidata-id': { layer: 'schema', en: ['{value} is not a Wikidata id.', 'It is a Q and a number, for example Q1770.'] },
  'not-a-mailbox': { layer: 'schema', en: ['{value} is not a mail address.', 'Correct it, or leave it out.'] },
  'not-an-image-name': {
    layer: 'schema',
    en: ['{value} is not the name of a picture.', 'Use lower-case letters, digits and hyphens, ending in .jpg, .png or .webp.'],
  },
  'ended-needs-reason': { layer: 'schema', en: ['The status is "ended", so this field is required.', 'Say why it ended, or that the sources do not tell.'] },
  'ended-needs-date': { layer: 'schema', en: ['The status is "ended", so this field is required.', 'Give the year, or the word unknown.'] },
  'places-needed': {
    layer: 'schema',
    en: ['This field is required unless the scope is national or cross-border.', 'Name the place, for example places: [{ name: Tartu }].'],
  },
  'end-before-start': { layer: 'schema', en: ['{value} is before the start ({start}).', 'Correct one of the two.'] },
  'dropped-needs-why': { layer: 'schema', en: ['The plan was dropped, so this field is required.', 'Say why.'] },
  'basis-empty': { layer: 'schema', en: ['A lesson must rest on something.', 'Name at least one practice, visit or source.'] },
  'consent-needed': {
    layer: 'schema',
    en: ['People can be recognised in the picture, so this field is required.', 'Say who consented, how and when, or choose another picture.'],
  },

  // The text: Markdown.
  html: { layer: 'text', en: ['HTML is not allowed in a text.', 'Write it in Markdown; to show a sign such as < put a backslash before it.'] },
  'image-in-text': { layer: 'text', en: ['Pictures cannot stand in the text.', 'Remove it, and describe the picture under "images" in the header.'] },
  'link-not-allowed': {
    layer: 'text',
    en: [
      'The link "{value}" is not allowed.',
      "Use a full address (https://...), mailto:, or another entry's file name (narpes-model.md, ../lessons/name.md).",
    ],
  },
  'link-deceives': { layer: 'text', en: ['The link shows {shown} but leads to {value}.', 'Let it show where it leads, or say it in words.'] },
  'link-with-password': { layer: 'text', en: ['The link "{value}" holds a user name or password.', 'Remove the part before the @.'] },
  'link-empty': { layer: 'text', en: ['This link has no words, so nobody can see or hear it.', 'Put words between the square brackets.'] },
  'link-leads-nowhere': { layer: 'text', en: ['The text links to {target}, which does not exist.', 'Correct the name of the file, or remove the link.'] },
  'footnote-defined': { layer: 'text', en: ['Footnotes are made from the sources in the header.', 'Remove this line and describe "{value}" under "sources".'] },
  'footnote-without-source': { layer: 'text', en: ['{value} has no source.', 'Add a source with this key to the header, or correct the key.'] },
  'heading-level': {
    layer: 'text',
    en: ['A heading of this level cannot stand here.', 'Use ## for the sections of the template and ### inside them; the title stands in the header.'],
  },
  'heading-unknown': { layer: 'text', en: ['"{value}" is not a heading of the template.', 'Use one of: {allowed}; or ### for a heading of your own.'] },
  'heading-twice': { layer: 'text', en: ['The heading "{value}" stands here twice.', 'Join the two sections.'] },
  'section-missing': { layer: 'text', en: ['The section "## {value}" is missing.', 'Write it; if nothing is known, say so.'] },
  'section-empty': { layer: 'text', en: ['The section "{value}" has no text.', 'Write it, or remove the heading.'] },
  'too-many-marks': { layer: 'text', en: ['There are more signs of the kind {what} here than a text needs.', 'Remove those that mark nothing.'] },
  'text-too-deep': { layer: 'text', en: ['Lists or quotations are nested too deeply here.', 'Use fewer levels.'] },
  'figure-without-source': {
    layer: 'text',
    severity: 'warning',
    en: [
      'This paragraph has a figure ({value}) and no footnote.',
      'Put the source after it, for example [^s1]; if it is your own arithmetic, cite what it is made from.',
    ],
  },
  'promotional-word': { layer: 'text', severity: 'warning', en: ['"{value}" praises instead of telling.', 'Say what it did, or remove the word.'] },

  // What no single file can show.
  'reference-missing': { layer: 'across', en: ['There is no {target}.', 'Correct the slug, or add the entry.'] },
  'refers-to-itself': { layer: 'across', en: ['An entry cannot refer to itself.', 'Remove it.'] },
  'source-missing': { layer: 'across', en: ['There is no source "{value}".', 'Add it to "sources", or use one of: {allowed}.'] },
  'source-unused': { layer: 'across', en: ['Nothing cites {value}.', 'Cite it in the text as [^{value}] or in a field\'s "sources", or remove it.'] },
  'source-key-twice': { layer: 'across', en: ['The key {value} is used twice.', 'Give each source its own key.'] },
  'nothing-to-translate': { layer: 'across', en: ['There is no {target} to translate.', 'Name the file after the entry it translates.'] },
  'translation-into-own-language': {
    layer: 'across',
    en: ['The original is in "{value}" already.', 'Name the file after the language it is translated into.'],
  },
  'translation-language': { layer: 'across', en: ['"{value}" is not a language of this site.', 'Use one of: {allowed}.'] },
  'vocabulary-missing': { layer: 'across', en: ['This vocabulary is missing or has no terms.', 'Restore it.'] },
  json: { layer: 'header', en: ['This is not valid JSON: {detail}', 'Look for a missing comma or quotation mark just before.'] },

  // People.
  'personal-code': {
    layer: 'privacy',
    en: ['This looks like a personal code of {country}.', 'Remove it. If it is something else, an editor can say so under "waivers".'],
  },
  'phone-number': {
    layer: 'privacy',
    en: ['This looks like a telephone number.', 'Remove it, or link to the organisation\'s contact page. An editor can allow it under "waivers".'],
  },
  'private-mailbox': {
    layer: 'privacy',
    en: [
      "{value} looks like a person's own mail address.",
      'Use the organisation\'s mailbox. With the person\'s consent an editor can allow it under "waivers".',
    ],
  },
  'waiver-unused': { layer: 'privacy', en: ['Nothing in the file needs this waiver.', 'Remove it, or copy the words it allows exactly.'] },

  // Pictures.
  'image-missing': { layer: 'images', en: ['There is no picture {target}.', 'Put it there, or correct its name.'] },
  'image-unused': { layer: 'images', en: ['No entry shows this picture.', 'Describe it under "images" in the entry {target}, or remove it.'] },
  'image-format': { layer: 'images', en: ['The picture is {what}, which is not what its name says.', 'Save it as JPEG, PNG or WebP under the right ending.'] },
  'image-broken': { layer: 'images', en: ['The picture cannot be read.', 'Save it anew as JPEG, PNG or WebP.'] },
  'image-too-large': { layer: 'images', en: ['The picture has {size} MB; at most {limit} MB are taken.', 'Make it smaller.'] },
  'image-too-many-pixels': { layer: 'images', en: ['The picture has {size} megapixels; at most {limit} are taken.', 'Make it smaller.'] },
  'image-metadata': { layer: 'images', en: ['The picture still carries {what}, which can tell where and by whom it was taken.', 'Run "npm run fix-images".'] },

  // Addresses, which are for ever.
  'not-a-page-address': {
    layer: 'schema',
    en: ['{value} is not an address of this site.', 'Write it as it is below the language, with a slash at its end: practices/tartu-welcome-centre/.'],
    lv: ['{value} nav šīs vietnes adrese.', 'Rakstiet to bez valodas, ar slīpsvītru beigās: practices/tartu-welcome-centre/.'],
    lt: ['{value} nėra šios svetainės adresas.', 'Rašykite jį be kalbos, su pasviruoju brūkšniu gale: practices/tartu-welcome-centre/.'],
    et: ['{value} ei ole selle saidi aadress.', 'Kirjutage see ilma keeleta ja kaldkriipsuga lõpus: practices/tartu-welcome-centre/.'],
  },
  'moved-to-itself': {
    layer: 'across',
    en: ['An entry cannot have moved to itself.', 'Remove this slug.'],
    lv: ['Ieraksts nevar būt pārcelts pats uz sevi.', 'Izņemiet šo nosaukumu.'],
    lt: ['Įrašas negali būti perkeltas į save patį.', 'Pašalinkite šį pavadinimą.'],
    et: ['Kirje ei saa olla kolinud iseendasse.', 'Eemaldage see nimi.'],
  },
  'former-slug-lives': {
    layer: 'across',
    en: ['The address {address} belongs to {other}, which is published.', 'Remove this slug, or give {other} another name: a slug is never used twice.'],
    lv: ['Adrese {address} pieder publicētajam ierakstam {other}.', 'Izņemiet šo nosaukumu vai pārdēvējiet {other}: nosaukumu nekad neizmanto divreiz.'],
    lt: [
      'Adresas {address} priklauso paskelbtam įrašui {other}.',
      'Pašalinkite šį pavadinimą arba pervadinkite {other}: pavadinimas niekada nenaudojamas du kartus.',
    ],
    et: [
      'Aadress {address} kuulub avaldatud kirjele {other}.',
      'Eemaldage see nimi või andke failile {other} uus nimi: sama nime ei kasutata kunagi kaks korda.',
    ],
  },
  'former-slug-twice': {
    layer: 'across',
    en: ['{other} has claimed the address {address} already.', 'An old address can lead to one place only: keep the slug in one of the two files.'],
    lv: ['Adresi {address} jau ir pieteicis {other}.', 'Veca adrese var vest tikai uz vienu vietu: atstājiet nosaukumu vienā no abām datnēm.'],
    lt: ['Adresą {address} jau yra prisiskyręs {other}.', 'Senas adresas gali vesti tik į vieną vietą: palikite pavadinimą viename iš dviejų failų.'],
    et: ['Aadressi {address} on juba endale märkinud {other}.', 'Vana aadress saab viia ainult ühte kohta: jätke nimi alles ühes failis.'],
  },
  'never-published': {
    layer: 'across',
    en: ['Nothing was ever published at {address}.', 'Correct it, or remove it.'],
    lv: ['Adresē {address} nekad nekas nav bijis publicēts.', 'Izlabojiet to vai izņemiet.'],
    lt: ['Adresu {address} niekada nieko nebuvo skelbta.', 'Pataisykite jį arba pašalinkite.'],
    et: ['Aadressil {address} ei ole kunagi midagi avaldatud.', 'Parandage see või eemaldage.'],
  },
  'tombstone-of-living': {
    layer: 'across',
    en: ['{other} is published at this address.', 'A slug is never used again: rename {other}, or, if it is the same entry come back, remove this tombstone.'],
    lv: [
      'Šajā adresē ir publicēts {other}.',
      'Nosaukumu neizmanto atkārtoti: pārdēvējiet {other} vai, ja atgriezies tas pats ieraksts, izņemiet šo piezīmi par noņemto lapu.',
    ],
    lt: [
      'Šiuo adresu paskelbtas {other}.',
      'Pavadinimas nenaudojamas iš naujo: pervadinkite {other} arba, jei grįžo tas pats įrašas, pašalinkite šį pranešimą apie pašalintą puslapį.',
    ],
    et: [
      'Sellel aadressil on avaldatud {other}.',
      'Sama nime ei kasutata uuesti: andke failile {other} uus nimi või, kui sama kirje on tagasi, eemaldage see kadunud lehe teade.',
    ],
  },
  'tombstone-of-moved': {
    layer: 'across',
    en: ['This address leads on to {target} by "formerSlugs".', 'Remove this tombstone, or that slug.'],
    lv: ['Šī adrese ar "formerSlugs" ved uz {target}.', 'Izņemiet šo piezīmi par noņemto lapu vai nosaukumu tur.'],
    lt: ['Šis adresas per "formerSlugs" veda į {target}.', 'Pašalinkite šį pranešimą apie pašalintą puslapį arba pavadinimą ten.'],
    et: ['See aadress viib välja "formerSlugs" kaudu edasi kohta {target}.', 'Eemaldage see kadunud lehe teade või nimi sealt.'],
  },
  'tombstone-twice': {
    layer: 'across',
    en: ['{other} is a tombstone for this address already.', 'Remove one of the two.'],
    lv: ['Par šo adresi jau ir piezīme {other}.', 'Izņemiet vienu no abām.'],
    lt: ['Apie šį adresą jau praneša {other}.', 'Pašalinkite vieną iš dviejų.'],
    et: ['Selle aadressi kohta on juba teade {other}.', 'Eemaldage üks kahest.'],
  },
  'instead-of-itself': {
    layer: 'across',
    en: ['A tombstone cannot send the reader to itself.', 'Remove this line.'],
    lv: ['Noņemtā lapa nevar sūtīt lasītāju pati uz sevi.', 'Izņemiet šo rindu.'],
    lt: ['Pašalintas puslapis negali siųsti skaitytojo pats į save.', 'Pašalinkite šią eilutę.'],
    et: ['Kadunud leht ei saa saata lugejat iseendasse.', 'Eemaldage see rida.'],
  },
  'instead-has-moved': {
    layer: 'across',
    en: ['{address} has moved.', 'Name {target}, so that the reader is sent only once.'],
    lv: ['{address} ir pārcelts.', 'Norādiet {target}, lai lasītāju nesūtītu divreiz.'],
    lt: ['{address} perkelta.', 'Nurodykite {target}, kad skaitytojas nebūtų siunčiamas du kartus.'],
    et: ['{address} on kolinud.', 'Märkige {target}, et lugejat ei saadetaks kaks korda edasi.'],
  },
  'instead-missing': {
    layer: 'across',
    en: ['Nothing is published at {address}.', 'Correct the address, or remove it.'],
    lv: ['Adresē {address} nekas nav publicēts.', 'Izlabojiet adresi vai izņemiet to.'],
    lt: ['Adresu {address} nieko nepaskelbta.', 'Pataisykite adresą arba pašalinkite.'],
    et: ['Aadressil {address} ei ole midagi avaldatud.', 'Parandage aadress või eemaldage see.'],
  },
  'address-unanswered': {
    layer: 'across',
    en: [
      '{address} was published and is gone.',
      'If it was renamed, write "formerSlugs: [{id}]" in the header of the file that has taken its place. If it was taken away, say so in content/tombstones/{id}.yaml. If neither, restore {file}.',
    ],
    lv: [
      '{address} bija publicēts, bet vairs nav.',
      'Ja ieraksts pārdēvēts, tā jaunās datnes galvenē rakstiet "formerSlugs: [{id}]". Ja tas noņemts, pasakiet to datnē content/tombstones/{id}.yaml. Citādi atjaunojiet {file}.',
    ],
    lt: [
      '{address} buvo paskelbta, bet dingo.',
      'Jei įrašas pervadintas, naujo failo antraštėje įrašykite "formerSlugs: [{id}]". Jei pašalintas, paaiškinkite tai faile content/tombstones/{id}.yaml. Kitu atveju atkurkite {file}.',
    ],
    et: [
      '{address} oli avaldatud, aga on kadunud.',
      'Kui kirje sai uue nime, kirjutage uue faili päisesse "formerSlugs: [{id}]". Kui see võeti maha, selgitage seda failis content/tombstones/{id}.yaml. Muul juhul taastage {file}.',
    ],
  },
  'ledger-line-removed': {
    layer: 'across',
    en: ['The line {address} has been removed. An address once published is kept for ever.', 'Restore it: git checkout HEAD -- {file}'],
    lv: ['Izņemta rinda {address}. Reiz publicēta adrese tiek glabāta mūžīgi.', 'Atjaunojiet to: git checkout HEAD -- {file}'],
    lt: ['Pašalinta eilutė {address}. Kartą paskelbtas adresas saugomas amžinai.', 'Atkurkite ją: git checkout HEAD -- {file}'],
    et: ['Rida {address} on eemaldatud. Kord avaldatud aadressi hoitakse alati alles.', 'Taastage see: git checkout HEAD -- {file}'],
  },
  'ledger-changed': {
    layer: 'across',
    en: [
      'The lines do not fit the seal in line 2: one was changed, added or removed by hand.',
      'Restore the file: git checkout HEAD -- {file}. Only "npm run ledger" adds to it.',
    ],
    lv: [
      'Rindas neatbilst zīmogam 2. rindā: kāda ar roku mainīta, pievienota vai izņemta.',
      'Atjaunojiet datni: git checkout HEAD -- {file}. Rindas pievieno tikai "npm run ledger".',
    ],
    lt: [
      'Eilutės neatitinka antspaudo 2 eilutėje: kuri nors pakeista, pridėta ar pašalinta ranka.',
      'Atkurkite failą: git checkout HEAD -- {file}. Eilutes prideda tik "npm run ledger".',
    ],
    et: [
      'Read ei vasta 2. rea pitserile: mõnda on käsitsi muudetud, lisatud või eemaldatud.',
      'Taastage fail: git checkout HEAD -- {file}. Ridu lisab ainult "npm run ledger".',
    ],
  },
  'address-dead': { layer: 'output', en: ['Nothing answers at {address}.', 'Bring the page back, or write a tombstone for it in content/tombstones.'] },
  'redirect-missing': { layer: 'output', en: ['{address} has moved, but the page there does not say where to.', 'Mend the template.'] },
  'redirect-to-nothing': { layer: 'output', en: ['{address} leads to {target}, where there is nothing.', 'Correct "formerSlugs".'] },
  'redirect-chain': {
    layer: 'output',
    en: ['{address} leads to {target}, which leads on again.', 'An old address takes one hop only: correct "formerSlugs".'],
  },

  // The built site.
  'page-heading': { layer: 'output', en: ['The page has {count} h1 headings instead of one.', 'Mend the template.'] },
  'page-lacks': { layer: 'output', en: ['The page lacks {what}.', 'Mend the template.'] },
  'element-not-allowed': { layer: 'output', en: ['The page has the element or attribute {value}, which is not allowed.', 'Mend the template or the reader.'] },
  'scheme-not-allowed': { layer: 'output', en: ['The link "{value}" has a scheme that is not allowed.', 'Mend the template or the reader.'] },
  'link-leaves-base': { layer: 'output', en: ['The link "{value}" leaves the base path {base}.', 'Make it with domain/urls.ts.'] },
  'page-leads-nowhere': { layer: 'output', en: ['The link "{value}" leads nowhere.', 'Mend the template or the entry.'] },
  'fragment-missing': { layer: 'output', en: ['The link "{value}" names a part that {target} does not have.', 'Mend the template or the entry.'] },
  'not-indexed': { layer: 'output', en: ['The search index has {found} entries instead of {wanted}: {value}.', 'Mend src/search.'] },
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof kinds;
