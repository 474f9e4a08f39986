import { z } from 'zod';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { perRevision, useCase } from '../../platform/index.ts';
import { registeredOn } from './catalogue.ts';
import { findHeard } from './heard.sql.ts';

/** It is over when a version is published, and publishing raises the revision. */
const heardBefore = perRevision(async (tx, key) => {
  const [slug = '', label = ''] = key.split('\n');
  return findHeard(tx, { slug, label });
}, 1_000);

/**
 * How those concerned took part before a version of an agreement was decided: that which is read on a day (default today), or the one that `label` names.
 * `heard` is undefined for a version that was not decided here. Refuses `agreement-not-found` and `version-not-found`.
 */
export const readHeard = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() }),
  run: async ({ tx, today, input }) => {
    const found = await registeredOn(tx, input, input.on ? Temporal.PlainDate.from(input.on) : today);
    if (isRefusal(found)) return found;
    const { slug, version } = found.agreement;
    return { slug, label: version.label, heard: await heardBefore(tx, `${slug}\n${version.label}`) };
  },
});
