import { z } from 'zod';
import { type CadenceReading, cadenceReading } from '../../domain/agreements/cadence.ts';
import { possibleEnds } from '../../domain/agreements/extension.ts';
import { type TextOn, textOn, versionToRead } from '../../domain/agreements/version-on.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import type { RegisterVersion } from './agreements.sql.ts';
import { type AgreementOn, registeredOn, versionOn } from './catalogue.ts';

/** `current`: the version to read on the day, which another was asked for instead of; `text`: which text applied then. */
export type AgreementReading<V extends RegisterVersion = AgreementFile> = AgreementOn<V> & {
  readonly on: string;
  readonly current: V;
  readonly text: TextOn<V>;
  readonly dates: readonly CadenceReading[];
};

const input = z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() });

/**
 * One agreement on a day (default today): the version to read or the one that `label` names, its status with reasons, which text
 * applied, and the dates that its cadences give. Refuses `agreement-not-found`, and `version-not-found` when `label` names no held version.
 */
export const readAgreement = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input,
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await versionOn(tx, input, on);
    return isRefusal(found) ? found : readingOf(found, on, today);
  },
});

/** As `readAgreement`, without text and matrix, and the quicker for it. */
export const readRegistered = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input,
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await registeredOn(tx, input, on);
    return isRefusal(found) ? found : readingOf(found, on, today);
  },
});

function readingOf<V extends RegisterVersion>(
  found: AgreementOn<V>,
  on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): AgreementReading<V> {
  const { agreement, versions } = found;
  const { to } = agreement.terms.validity;
  const lastDays = to ? possibleEnds(agreement, to).map(({ end }) => end) : [];
  return {
    ...found,
    current: versionToRead(versions, on),
    on: on.toString(),
    text: textOn(versions, on),
    dates: agreement.terms.cadences.map((cadence) => cadenceReading(cadence, agreement.acts, { on, today, lastDays })),
  };
}
