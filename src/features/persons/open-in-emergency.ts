import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { EMERGENCY_PROVISION, EMERGENCY_REASONS, emergencyEnds } from '../../domain/persons/emergency.ts';
import { mayOpenInEmergency } from '../../domain/persons/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Look, newId, type Telling, useCase } from '../../platform/index.ts';
import { findIndividualAccount, findLastingOpening, insertOpening, isServiceCovered, listEmergencyRecords } from './emergency.sql.ts';
import type { Purpose } from './load-record.ts';
import { lookAt } from './looks.ts';
import { contexts, numberHash, readNumber } from './sealed.ts';

const EMERGENCY: Purpose = { kind: 'emergency', share: null };

/** May the one who asks open records in an emergency, in the unit they act in? Refuses `emergency-not-for-service`: the law does not cover it. */
export const readEmergencyRight = useCase({
  permission: 'persons.open-in-emergency',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const covered = await isServiceCovered(tx);
    return mayOpenInEmergency(actor, { covered }) ? { covered } : refuse('emergency-not-for-service');
  },
  audit: () => [],
});

/** Is there anything for whoever asks to open in an emergency, in the unit they act in? For the way to the form: it says nothing of anybody. */
export const readEmergencyWay = useCase({
  permission: 'persons.find',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => ({ open: mayOpenInEmergency(actor, { covered: await isServiceCovered(tx) }) }),
  audit: () => [],
});

/**
 * Opens other huvudmen's records of a person for some hours, because consent cannot be had. What is blocked stays shut: of that only who owns it is
 * told, who can be asked to lift the block. What the same account has open in the unit already is left as it is, and nobody is told again. The log reviewers of both huvudmen are told, and the person. Source: lag (2022:913) 3 kap. 5–6 §§.
 * Refuses `emergency-not-for-service`, `number-invalid` (params.fault), `emergency-nothing-found` (none, or only of services outside the law).
 */
export const openInEmergency = useCase({
  permission: 'persons.open-in-emergency',
  mode: 'write',
  input: z.strictObject({
    number: z.string().trim().max(40),
    reason: z.enum(EMERGENCY_REASONS),
    text: z.string().trim().min(10).max(1000),
  }),
  run: async ({ tx, actor, today, now, keys, input, record }) => {
    const assignment = assignmentOf(actor);
    const account = loginOf(actor)?.account;
    if (!mayOpenInEmergency(actor, { covered: await isServiceCovered(tx) }) || !assignment?.unit || !account)
      return refuse('emergency-not-for-service');
    const { organisation, unit } = assignment;
    const number = await readNumber({ tx, today }, input.number);
    if ('fault' in number) return refuse('number-invalid', { fault: number.fault });
    // Regions' own reserve numbers may read alike, and then it is another person's record that would be opened.
    if (number.kind === 'reservnummer') return refuse('emergency-nothing-found');
    const hash = numberHash(keys, number);
    const known = await listEmergencyRecords(tx, hash);
    if (known.length === 0) return refuse('emergency-nothing-found');
    const until = emergencyEnds(now);
    let shuts = until;
    // In the order of their ids, so that two who ask at once never wait for each other.
    const open = known.filter(({ blocked }) => !blocked);
    for (const one of open.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const lasting = await findLastingOpening(tx, { account, unit: unit.id, person: one.id }, now);
      if (lasting) {
        if (Temporal.Instant.compare(lasting.until, shuts) < 0) shuts = lasting.until;
        continue;
      }
      const id = newId(now);
      const reasonCipher = keys.encrypt(input.text, contexts.reason(id));
      const { provision } = EMERGENCY_PROVISION;
      const { reason } = input;
      await insertOpening(tx, {
        ...{ id, person: one.id, owner: one.owner, account, organisation: organisation.id, unit: unit.id },
        ...{ provision, reason, reasonCipher, openedAt: now, until },
      });
      const person = await findIndividualAccount(tx, one.id);
      const params = { opening: id, person: one.id, organisation: organisation.id, owner: one.owner, until: until.toString() };
      const reviewers = [organisation.id, one.owner].map(
        (receiver): Telling => ({ kind: 'emergency-opened', to: { role: 'log-reviewer', organisation: receiver }, params }),
      );
      await record({
        kind: 'persons.open-in-emergency',
        subject: { kind: 'person', id: one.id },
        content: { opening: id, reason, until: until.toString() },
        tell: [...reviewers, ...(person ? [{ kind: 'emergency-opened-yours', to: { accounts: [person] }, params }] : [])],
      });
    }
    const shown = ({ id, owner, owner_name }: (typeof known)[number]) => ({
      id,
      owner: { id: owner, name: owner_name },
      purpose: EMERGENCY,
    });
    return { opened: open.map(shown), blocked: known.filter(({ blocked }) => blocked).map(shown), until: shuts };
  },
  audit: (_, answer): Look[] => {
    if (!answer) return [{ person: null, owner: null, record: { kind: 'emergency-opening', id: null }, purpose: EMERGENCY }];
    const { opened, blocked } = answer;
    return [
      ...opened.flatMap((one) => lookAt(one.id, one, { opened: true })),
      ...blocked.flatMap((one) => lookAt(one.id, one, { blocked: true })),
    ];
  },
});
