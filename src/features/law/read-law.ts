import { z } from 'zod';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import type { LawFile } from '../../domain/counties/national-files.ts';
import { useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import {
  type AgreementCitation,
  citationsIn,
  citationsOfAgreement,
  citationsOn,
  isStaleCitation,
  type StaleStatement,
  staleStatementsOn,
  writtenOnOf,
} from './cited-law.ts';

/** The longest text that is parsed, in UTF-16 units. */
export const LONGEST_TEXT = 50_000;

export const RESOLUTION_STATUSES = ['in-force', 'repealed', 'not-found', 'not-covered', 'not-yet'] as const;

/** The law file: statutes, their provisions and dates, what old provisions became. */
export const readLaw = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({}),
  run: ({ tx }): Promise<LawFile> => nationalFile(tx, 'law'),
});

export type LawCitations = { law: LawFile; on: string; citations: AgreementCitation[] };

/** Statements in the agreements that no longer hold although no law was repealed: a plan whose period has ended, a rule that changed. */
export const listStale = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({ on: IsoDate.optional(), county: CountyCode.optional(), agreement: Slug.optional() }),
  run: async ({ tx, today, input }): Promise<StaleStatement[]> =>
    (await staleStatementsOn(tx, input.on ?? today.toString())).filter(
      ({ county, slug }) => (!input.county || county === input.county) && (!input.agreement || slug === input.agreement),
    ),
});

/** Every law citation in the agreements on a day (default today), filtered. */
export const listCitations = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({
    on: IsoDate.optional(),
    county: CountyCode.optional(),
    agreement: Slug.optional(),
    status: z.enum(RESOLUTION_STATUSES).optional(),
    statute: z.string().max(40).optional(),
  }),
  run: async ({ tx, today, input }): Promise<LawCitations> => {
    const on = input.on ?? today.toString();
    const all = input.agreement ? await citationsOfAgreement(tx, input.agreement, on) : await citationsOn(tx, on);
    const citations = all.filter(
      ({ sentence, resolution }) =>
        (!input.county || sentence.county === input.county) &&
        (!input.status || resolution.status === input.status) &&
        (!input.statute || resolution.statute?.sfs === input.statute),
    );
    return { law: await nationalFile(tx, 'law'), on, citations };
  },
});

/**
 * What the page of an agreement shows of law: the citations of the version that began on `writtenOn` as they stand on `on`, in
 * reading order, and how many in the version to read on that day are stale.
 */
export const readLawOfAgreement = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate, writtenOn: IsoDate }),
  run: async ({ tx, input: { slug, on, writtenOn } }) => {
    const citations = await citationsOfAgreement(tx, slug, on, writtenOn);
    const isRead = (await writtenOnOf(tx, slug, on)) === writtenOn;
    const read = isRead ? citations : await citationsOfAgreement(tx, slug, on);
    return { law: await nationalFile(tx, 'law'), citations, stale: read.filter(isStaleCitation).length };
  },
});

/** The citations in a given text, each with what it comes to on `on`, the text being made on `writtenOn` (default both today). */
export const parseText = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({ text: z.string().max(LONGEST_TEXT), on: IsoDate.optional(), writtenOn: IsoDate.optional() }),
  run: async ({ tx, today, input }) => {
    const law = await nationalFile(tx, 'law');
    const on = input.on ?? today.toString();
    const writtenOn = input.writtenOn ?? on;
    return { law, on, writtenOn, citations: citationsIn(input.text, law, on, writtenOn) };
  },
});
