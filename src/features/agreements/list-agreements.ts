import { z } from 'zod';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { useCase } from '../../platform/index.ts';
import type { RegisterVersion } from './agreements.sql.ts';
import { type AgreementOn, registerOn } from './catalogue.ts';

export const ListAgreementsInput = z.strictObject({
  county: CountyCode.optional(),
  municipality: MunicipalityCode.optional(),
  area: Slug.optional(),
  kind: z.enum(AGREEMENT_KINDS).optional(),
  status: z.enum(STATUS_CODES).optional(),
  on: IsoDate.optional(),
  after: Slug.optional(),
  limit: z.int().min(1).max(200).default(50),
});

export type AgreementPage = { items: AgreementOn<RegisterVersion>[]; next?: string; on: string; total: number };

/**
 * The register: agreements that match every given filter, with their status on `on` (default today).
 * Ordered by slug; `after` is the last slug of the page before, `next` is what to send as `after` for the next page.
 */
export const listAgreements = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: ListAgreementsInput,
  run: async ({ tx, today, input }): Promise<AgreementPage> => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const matching = (await registerOn(tx, on)).filter(({ agreement, status }) => {
      const { municipalities } = agreement.terms.parties;
      if (input.county && agreement.county !== input.county) return false;
      if (
        input.municipality &&
        (agreement.county !== input.municipality.slice(0, 2) || (municipalities !== 'all' && !municipalities.includes(input.municipality)))
      )
        return false;
      if (input.area && agreement.area !== input.area) return false;
      if (input.kind && agreement.kind !== input.kind) return false;
      return !input.status || status.code === input.status;
    });
    const { after } = input;
    const rest = after ? matching.filter(({ agreement }) => agreement.slug > after) : matching;
    const items = rest.slice(0, input.limit);
    const last = items.at(-1)?.agreement.slug;
    return { items, on: on.toString(), total: matching.length, ...(rest.length > items.length && last ? { next: last } : {}) };
  },
});
