import type { CountyFile } from '../../domain/counties/county-file.ts';
import { responsibleOf } from '../../domain/follow-ups/responsible.ts';
import { effectiveCadences } from '../../domain/follow-ups/tasks.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { regionId } from '../organisations/index.ts';
import { insertAct, insertRecord, listOpenVersions } from './follow-ups.sql.ts';
import { seedTexts } from './texts.ts';

/** The day on which the fictional follow-up was done, and the period that it looked at. */
const DAY = '2026-10-14';
const FROM = '2025-10-01';
const TO = '2026-09-30';

/**
 * A fictional follow-up for a county, once: of an agreement without an end that is to be followed up at least so often, or else of a local one, by whom the
 * term names. An agreement that may have ended is left as it is: what is not known of it is not for the demonstration to say. As the owner.
 */
export async function seedFollowUps(tx: Tx, county: CountyFile, account: string): Promise<void> {
  const open = (await listOpenVersions(tx, county.code))
    .filter(({ terms }) => terms.validity.to === undefined)
    .flatMap((agreement) => effectiveCadences(agreement).map(({ cadence }) => ({ agreement, cadence })))
    .filter(({ cadence }) => cadence.kind === 'follow-up');
  const wanted = open.find(({ cadence }) => cadence.strength === 'at-least') ?? open.find(({ agreement }) => agreement.kind === 'local');
  if (!wanted) return;
  const { agreement, cadence } = wanted;
  const { slug, version } = agreement;
  const at = Temporal.Instant.from(`${DAY}T12:00:00Z`);
  const act = stableId(`demo:follow-up:${county.code}`);
  const content = {
    slug,
    label: version.label,
    kinds: ['followed-up'],
    stage: 'done',
    cadence: cadence.id,
    on: DAY,
    ledTo: 'nothing',
    corrects: null,
  };
  if (
    !(await insertSeedAct(tx, {
      id: act,
      kind: 'follow-ups.register',
      account,
      on: DAY,
      at,
      subject: { kind: 'agreement', id: stableId(`agreement:${slug}`) },
      content,
    }))
  )
    return;
  const { about, documented, tookPart, outcome } = seedTexts;
  const key = stableId(`demo:follow-up:${county.code}:key`);
  const row = {
    act,
    key,
    county: county.code,
    slug,
    label: version.label,
    cadence: cadence.id,
    stage: 'done',
    about,
    documented,
    tookPart,
  } as const;
  await insertRecord(tx, { ...row, why: '', corrects: null }, { account, organisation: regionId(county.code), at });
  const body = responsibleOf(cadence.by).bodies[0] ?? null;
  await insertAct(tx, {
    act,
    slug,
    label: version.label,
    kind: 'followed-up',
    on: DAY,
    from: [FROM, agreement.version.from].toSorted().at(-1) ?? FROM,
    to: TO,
    outcome,
    cadence: cadence.id,
    body,
    ledTo: 'nothing',
  });
}
