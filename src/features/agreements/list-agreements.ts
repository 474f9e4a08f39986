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

/** `next`: what to send as `after` for the next page, when there is one. `previous`: the same for the page before; for the first, nothing. */
export type AgreementPage = {
  readonly items: readonly AgreementOn<RegisterVersion>[];
  readonly previous?: { readonly after: string | undefined };
  readonly next?: string;
  readonly on: string;
  readonly total: number;
};

/**
 * The register: agreements that match every given filter, with their status on `on` (default today).
 * Ordered by slug; `after` is the last slug of the page before.
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
    const { after, limit } = input;
    const first = after === undefined ? 0 : matching.filter(({ agreement }) => agreement.slug <= after).length;
    const items = matching.slice(first, first + limit);
    const last = items.at(-1)?.agreement.slug;
    return {
      items,
      ...(first > 0 ? { previous: { after: matching[first - limit - 1]?.agreement.slug } } : {}),
      ...(first + limit < matching.length && last ? { next: last } : {}),
      on: on.toString(),
      total: matching.length,
    };
  },
});
