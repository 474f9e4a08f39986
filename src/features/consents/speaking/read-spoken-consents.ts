import { z } from 'zod';
import type { Consent } from '../../../domain/consents/consent.ts';
import { voicesOf } from '../../../domain/consents/guardians.ts';
import { jointAnswer } from '../../../domain/consents/joint-answer.ts';
import { isWithdrawn } from '../../../domain/consents/standing.ts';
import { standingScopes } from '../../../domain/consents/withdraw.ts';
import { answererAs } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { listParties, loadPlan, lookAtPlan } from '../../plans/index.ts';
import { loadConsents } from '../load-consents.ts';

const QUESTIONS = ['make-plan', 'lift-secrecy'] as const;

/**
 * What a guardian or a representative has answered in their own name, who takes part in the plan, and how the answers of all come together; never what another has answered.
 * Refuses `plan-not-found`, also where they do not answer for consent.
 */
export const readSpokenConsents = useCase({
  permission: 'consents.read',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid(), speaker: z.uuid() }),
  run: async (context) => {
    const { tx, now, input } = context;
    const loaded = await loadPlan(context, input.plan);
    const speaker = loaded && answererAs(loaded.reach, input.speaker);
    if (!loaded || !speaker) return refuse('plan-not-found');
    const rows = await loadConsents(tx, input.plan);
    const voices = voicesOf(loaded.subject, 'lift-secrecy', now);
    const said = 'stop' in voices ? [] : voices.voices;
    const joint = (kind: (typeof QUESTIONS)[number]) => jointAnswer(loaded.standing.consents, { plan: input.plan, kind }, said, now).answer;
    const own = rows.consents.filter(({ giver }) => giver.as !== 'person' && giver.id === speaker.id);
    return {
      loaded,
      readers: (await listParties(tx, input.plan)).map((one) => ({ ...one, owner: one.organisation === loaded.row.owner, reads: [] })),
      joint: { 'make-plan': joint('make-plan'), 'lift-secrecy': joint('lift-secrecy') },
      consents: own.map((one: Consent) => ({
        ...{ id: one.id, kind: one.kind, answer: one.answer, takenAt: one.takenAt, withdrawn: isWithdrawn(one, rows, now) },
        left: standingScopes(one, rows, now),
      })),
    };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { consents: true }),
});
