import { createHash } from 'node:crypto';
import { type Actor, PUBLIC } from '../../../domain/access/actor.ts';
import { type CopyHead, copyOf, type PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { VersionContent } from '../../../domain/plans/version-content.ts';
import { writePdf } from '../../../formats/pdf/write-pdf.ts';
import {
  type JobKind,
  type KeyRing,
  lockSubject,
  noteProgramLook,
  type Runtime,
  recorder,
  type Seal,
  sealPdf,
  type Telling,
  type Tx,
} from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { type Loaded, lookAtPlan, standingTo } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { type CopyToMake, findCopyToMake, findPlanOfCopy, insertDocument, insertOutcome, listDueCopies } from './copies.sql.ts';
import { copyDocument } from './copy-document.ts';
import { documentTexts } from './texts-copies.ts';

/** What the database knows this work by. */
export const DELIVER = 'deliver-plan-copies';

/** So many at a time get a job. */
const MOST = 200;

/**
 * The work of making the copies that are ordered: each for its own receiver, with what they have a ground for at this moment, sealed and kept, in one transaction
 * under the lock of the plan, so that a consent is either taken back before it or after. Done again, after a crash or by several processes, it does nothing.
 */
export function deliverCopies({ database, clock, keys, seal }: Runtime): JobKind {
  const acting = () => ({ program: DELIVER, now: clock.now() });
  return {
    queue: 'deliver-plan-copy',
    waiting: async () => (keys ? database.transaction('read', (tx) => listDueCopies(tx, MOST), acting()) : []),
    run: async (id) => {
      if (!keys) return;
      const now = clock.now();
      await database.transaction('write', (tx) => deliverCopy({ tx, keys, seal, today: clock.today(), now }, id), acting());
    },
  };
}

type Making = {
  readonly tx: Tx;
  readonly keys: KeyRing;
  readonly seal: Seal | undefined;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

async function deliverCopy(making: Making, id: string): Promise<void> {
  const { tx, today, now } = making;
  const plan = await findPlanOfCopy(tx, id);
  if (plan === undefined) return;
  await lockSubject(tx, 'plan', plan);
  const wanted = await findCopyToMake(tx, id);
  if (!wanted) return;
  const loaded = standingOfReceiver(wanted, { today, now });
  const copy = await copyFor(making, wanted, loaded);
  if (!(await insertOutcome(tx, id, plan, copy ? 'delivered' : 'withheld', now))) return;
  if (copy) await keep(making, copy, loaded);
  const record = recorder(tx, { actor: PUBLIC, today, now });
  await record({
    kind: 'plans.deliver-copy',
    subject: { kind: 'plan', id: plan },
    content: { copy: id, number: wanted.number, outcome: copy ? 'delivered' : 'withheld', kinds: [...loaded.reach.grounds.keys()] },
    tell: copy ? tellings(wanted, plan) : [],
  });
  for (const look of lookAtPlan(plan, loaded, { written: true, copy: id })) {
    await noteProgramLook(tx, 'plans.deliver-copy', { ...look, purpose: { kind: 'system', share: null } }, now);
  }
}

/** How whoever is to have the copy stands to the plan now, by the rules that pages go by. */
export function standingOfReceiver(
  { receiver, organisation, unit, unit_name, organisation_name, standing }: CopyToMake,
  at: { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant },
): Loaded {
  const nobody = { account: '', name: '', session: '', secret: '', assurance: 'loa3', authenticatedAt: at.now } as const;
  const actor: Actor =
    receiver === 'individual'
      ? { kind: 'individual', login: nobody }
      : {
          kind: 'staff',
          login: nobody,
          assignment: {
            ...{ id: '', role: 'coordinator', county: standing.county_code },
            organisation: { id: organisation ?? '', kind: 'municipality', name: organisation_name },
            unit: { id: unit ?? '', name: unit_name },
          },
        };
  const shut = { name: null, number_kind: null, number_cipher: null, interpreter_language: null };
  return standingTo({ actor, ...at }, { ...standing, ...shut, opened_at: at.now });
}

async function copyFor({ keys, now }: Making, wanted: CopyToMake, { reach }: Loaded): Promise<PlanCopy | undefined> {
  const { standing, version, content_cipher } = wanted;
  const head: CopyHead = {
    ...{ copy: wanted.copy, plan: standing.id, kind: standing.kind, version: wanted.number },
    establishedAt: wanted.established_at.toString(),
    deliveredAt: now.toString(),
    from: { organisation: standing.owner_name, unit: standing.unit_name },
    ...(wanted.receiver === 'unit' ? { to: { organisation: wanted.organisation_name, unit: wanted.unit_name } } : {}),
  };
  const { identity, ...content } = VersionContent.parse(JSON.parse(keys.decrypt(content_cipher, contexts.version(version))));
  const open = standing.protection === null && identity ? { identity } : {};
  return copyOf(head, { ...content, ...open }, reach.grounds);
}

async function keep({ tx, keys, seal, now }: Making, copy: PlanCopy, { reach }: Loaded): Promise<void> {
  const pdf = await writePdf(copyDocument(copy));
  const holds = seal && isBetween(now, seal.certificate.validFrom, seal.certificate.validTo) ? seal : undefined;
  const words = { reason: documentTexts.sealReason(copy.version), field: documentTexts.sealField };
  const bytes = holds ? await sealPdf(pdf, holds, words, now) : pdf;
  const document = {
    ...{ copy: copy.copy, plan: copy.plan, grounds: reach.grounds },
    content: keys.encrypt(JSON.stringify(copy), contexts.copy(copy.copy)),
    pdf: keys.encrypt(Buffer.from(bytes).toString('base64'), contexts.copyPdf(copy.copy)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    certificate: holds ? holds.certificate.der : null,
  };
  await insertDocument(tx, document, now);
}

function isBetween(now: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, now) <= 0 && Temporal.Instant.compare(now, to) <= 0;
}

/** The staff of a unit are told that a copy has come. */
function tellings({ unit, number, standing }: CopyToMake, plan: string): Telling[] {
  if (unit === null) return [];
  const params = { plan, number, organisation: standing.owner };
  return CALLED_ROLES.map((role) => ({ kind: 'plan-copy-came', to: { role, unit }, params }));
}
