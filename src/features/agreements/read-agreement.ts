import { z } from 'zod';
import { type CadenceDates, cadenceDates } from '../../domain/agreements/cadence.ts';
import { possibleEnds } from '../../domain/agreements/extension.ts';
import { type TextOn, textOn, versionToRead } from '../../domain/agreements/version-on.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { type AgreementOn, versionOn } from './catalogue.ts';

/** `current`: the version to read on the day, which another was asked for instead of; `text`: which text applied then. */
export type AgreementReading = AgreementOn & {
  readonly on: string;
  readonly current: AgreementFile;
  readonly text: TextOn<AgreementFile>;
  readonly dates: readonly CadenceDates[];
};

/**
 * One agreement on a day (default today): the version to read or the one that `label` names, its status with reasons, which text
 * applied, and the dates that its cadences give. Refuses `agreement-not-found`, and `version-not-found` when `label` names no held version.
 */
export const readAgreement = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await versionOn(tx, input, on);
    if (isRefusal(found)) return found;
    const { agreement, versions } = found;
    const { to } = agreement.terms.validity;
    const lastDay = to ? possibleEnds(agreement, to).at(-1)?.end : undefined;
    const reading: AgreementReading = {
      ...found,
      current: versionToRead(versions, on),
      on: on.toString(),
      text: textOn(versions, on),
      dates: agreement.terms.cadences.map((cadence) => cadenceDates(cadence, agreement.acts, on, lastDay)),
    };
    return reading;
  },
});
