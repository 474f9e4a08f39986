import { z } from 'zod';
import { documentFamily, type FamilyDocument } from '../../domain/agreements/document-family.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { allKnowledge } from '../counties/index.ts';
import { type LinkCheck, latestLinkChecks } from '../link-checks/index.ts';
import { registerOn, versionOn } from './catalogue.ts';

/** `checks`: the last check of each address that was ever tried here, up to the day. */
export type DocumentsReading = {
  agreement: AgreementFile;
  on: string;
  documents: FamilyDocument[];
  checks: ReadonlyMap<string, LinkCheck>;
};

/**
 * The annexes, routines, related agreements and deepening links of an agreement, each with how it stands on a day (default
 * today), from what is recorded. Of the version to read then, or the one that `label` names. Refuses `agreement-not-found` and
 * `version-not-found`.
 */
export const readDocuments = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await versionOn(tx, input, on);
    if (isRefusal(found)) return found;
    const agreements = new Map((await registerOn(tx, on)).map(({ agreement, status }) => [agreement.slug, status.code]));
    const knowledge = new Set((await allKnowledge(tx)).map(({ id }) => id));
    const reading: DocumentsReading = {
      agreement: found.agreement,
      on: on.toString(),
      checks: await latestLinkChecks(tx, on),
      documents: documentFamily(found.agreement, { agreements, knowledge }, on),
    };
    return reading;
  },
});
