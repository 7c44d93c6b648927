import { z } from 'zod';
import { kind, line } from './values.ts';

/** A picture of a practice; its file lies in the folder of the practice, `content/practices/<slug>/`. */
export const image = z
  .strictObject({
    file: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpe?g|png|webp)$/, kind('not-an-image-name'))
      .describe('The name of the file: JPEG, PNG or WebP, at most 5 MB.'),
    alt: line(250).describe('What the picture shows, for those who cannot see it.'),
    credit: line(160).describe('Who made it.'),
    licence: line(60).describe('The licence it is under, for example CC BY 4.0.'),
    people: z.enum(['none', 'not-recognisable', 'recognisable']).describe('Whether people are in the picture, and whether they can be recognised.'),
    consent: line(300).optional().describe('Who consented to being shown, how and when; required when people can be recognised.'),
  })
  .superRefine(({ people, consent }, context) => {
    if (people === 'recognisable' && !consent) context.addIssue({ code: 'custom', path: ['consent'], message: kind('consent-needed') });
  });
