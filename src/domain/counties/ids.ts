import { z } from 'zod';

/** A name used inside data files: lower case ASCII letters, digits and hyphens, starting with a letter. */
export const Slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** SCB county code, two digits. */
export const CountyCode = z.string().regex(/^\d{2}$/);

/** SCB municipality code, four digits; the first two are the county code. */
export const MunicipalityCode = z.string().regex(/^\d{4}$/);

/** The years a legal date may have. Outside them every date is a slip, and the database and date sums have edges of their own. */
const YEARS = { first: '1800', last: '2199' };

/** A legal date, ISO 8601 without time, of the years 1800–2199. Rules turn it into Temporal.PlainDate. */
export const IsoDate = z.iso.date().check(({ value, issues }) => {
  const year = value.slice(0, 4);
  if (issues.length > 0 || (year >= YEARS.first && year <= YEARS.last)) return;
  issues.push({ code: 'invalid_format', format: 'date', pattern: String(z.regexes.date), input: value });
});

/** ISO 8601 period of whole months, days, weeks or years: P12M, P14D. */
export const Period = z.string().regex(/^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/);

/** `section` or `section.sentence`: where in this agreement a term or responsibility comes from. */
export const Cite = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9]*)?$/);

/** At least one citation: there is no rule without its source. */
export const Cites = z.array(Cite).min(1);

/** A law reference as people write it (`SoL 19:1`, `HSL 16 kap. 4 §`); the law feature parses and checks it. */
export const LawReference = z.string().min(2).max(120);

/**
 * How sure we are of a fact.
 * `statute` read in the law; `source` read in the agreement; `web` read on a public page; `general` general
 * knowledge, to be confirmed; `derived` our own reading of a text that does not say it outright; `unknown` looked for and not found.
 */
export const Certainty = z.enum(['statute', 'source', 'web', 'general', 'derived', 'unknown']);
export type Certainty = z.infer<typeof Certainty>;

/** What a duty or time limit rests on. Shown to the reader on every one of them. */
export const Basis = z.enum(['law', 'regulation', 'agreement', 'routine', 'proposal']);
export type Basis = z.infer<typeof Basis>;

/** Where something is on the web. Nothing but http: an address that runs script has no place in a link. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** Swedish running text of our own wording. */
export const Text = z.string().trim().min(1);
