import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { PREPARATION_PARTS, preparationParts, type Voice } from '../../domain/plans/parts.ts';
import { mayWrite } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { insertText, listTexts } from './plans.sql.ts';
import { contexts } from './sealed.ts';

/**
 * Writes a part of a plan before the meeting. The individual writes their own words; staff note the person's words as noted, beside what the person wrote
 * and never over it, or write their own where a part is theirs. Another has written meanwhile (`seen` is the moment of what was read): refused, and nothing
 * is lost. Refuses `plan-not-found`, `text-too-long` (params.longest), `part-is-staffs`, `part-rewritten`.
 */
export const writePart = useCase({
  permission: 'plans.write',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    part: z.enum(PREPARATION_PARTS),
    text: z.string().trim().max(20_000),
    /** When what the writer had before them was written; empty when nothing was. */
    seen: z.string().max(40).default(''),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const { dataKind, ofPerson, longest } = preparationParts[input.part];
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayWrite(actor, loaded.reach, dataKind)) return refuse('plan-not-found');
    if (input.text.length > longest) return refuse('text-too-long', { longest });
    const own = loaded.reach.own;
    if (own && !ofPerson) return refuse('part-is-staffs');
    const voice: Voice = own ? 'own' : ofPerson ? 'noted' : 'staff';
    const before = (await listTexts(tx, input.plan)).findLast((one) => one.part === input.part && one.voice === voice);
    const kept = before ? keys.decrypt(before.cipher, contexts.text(before.id)) : '';
    if (kept === input.text) return { loaded };
    if ((before?.at.toString() ?? '') !== input.seen) return refuse('part-rewritten');
    const id = newId(now);
    const text = keys.encrypt(input.text, contexts.text(id));
    const assignment = own ? undefined : assignmentOf(actor);
    const by = { account: getLogin(actor).account, organisation: assignment?.organisation.id ?? null, unit: assignment?.unit?.id ?? null };
    await insertText(tx, { id, plan: input.plan, part: input.part, dataKind, voice, text }, by, now);
    await record({ kind: 'plans.write', subject: { kind: 'plan', id: input.plan }, content: { part: input.part, voice } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
