import { z } from 'zod';
import { type CadenceDates, cadenceDates } from '../../domain/agreements/cadence.ts';
import { possibleEnds } from '../../domain/agreements/extension.ts';
import { type TextOn, textOn } from '../../domain/agreements/version-on.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { type AgreementOn, findAgreementOn } from './catalogue.ts';

export type AgreementReading = AgreementOn & { on: string; today: string; text: TextOn<AgreementFile>; dates: CadenceDates[] };

/**
 * One agreement on a day (default today): the version to read, status with reasons, which text applied, and the dates that
 * its cadences give. Refuses `agreement-not-found`, and `version-not-found` when `label` names no held version.
 */
export const readAgreement = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await findAgreementOn(tx, input.slug, on);
    if (!found) return refuse('agreement-not-found', { slug: input.slug });
    const agreement = input.label ? found.versions.find(({ version }) => version.label === input.label) : found.agreement;
    if (!agreement) return refuse('version-not-found', { slug: input.slug, label: input.label });
    const { to } = agreement.terms.validity;
    const lastDay = to ? possibleEnds(agreement, to).at(-1)?.end : undefined;
    const reading: AgreementReading = {
      ...found,
      agreement,
      on: on.toString(),
      today: today.toString(),
      text: textOn(found.versions, on),
      dates: agreement.terms.cadences.map((cadence) => cadenceDates(cadence, agreement.acts, on, lastDay)),
    };
    return reading;
  },
});
