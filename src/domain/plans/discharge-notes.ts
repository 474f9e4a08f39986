import { z } from 'zod';
import { type Refusal, refuse } from '../refusal.ts';
import type { DischargeEvents } from './discharge.ts';

const Moment = z.iso.datetime().optional();

/** What happens around a stay at a hospital, in the order in which it mostly comes. */
export const dischargeEventNames = [
  'admitted',
  'needSeen',
  'admissionNotice',
  'fixedContact',
  'dischargeReady',
  'summons',
  'discharged',
  'transfer',
] as const satisfies readonly (keyof DischargeEvents)[];
export type DischargeEventName = (typeof dischargeEventNames)[number];

/** What is noted of a stay at a hospital. What nobody knows is left out. */
export const DischargeNotes = z.strictObject({
  events: z.strictObject({
    admitted: Moment,
    needSeen: Moment,
    admissionNotice: Moment,
    fixedContact: Moment,
    dischargeReady: Moment,
    summons: Moment,
    discharged: Moment,
    transfer: Moment,
  }),
  /** Who the fixed care contact is, by name. */
  contact: z.string().default(''),
  /** Is it the region's own open care that is missing? */
  openCareMissing: z.enum(['yes', 'no']).optional(),
  /** Does compulsory psychiatric care go over into open? */
  compulsory: z.boolean().default(false),
});
export type DischargeNotes = z.output<typeof DischargeNotes>;

/** The moments of what is noted; undefined while nobody has said when the person was admitted. */
export function eventsOf({ events }: Pick<DischargeNotes, 'events'>): DischargeEvents | undefined {
  if (!events.admitted) return undefined;
  const at = Object.fromEntries(
    dischargeEventNames.flatMap((name) => {
      const text = events[name];
      return text ? [[name, Temporal.Instant.from(text)]] : [];
    }),
  );
  return { admitted: Temporal.Instant.from(events.admitted), ...at };
}

/**
 * Why it cannot be so: `discharge-in-future` for what has not happened, `discharge-before-admission` for what came before the person was admitted,
 * `discharge-not-admitted` when something is noted and not that (params.event: what is wrong).
 */
export function dischargeFault(notes: Pick<DischargeNotes, 'events'>, now: Temporal.Instant): Refusal | undefined {
  const noted = dischargeEventNames.flatMap((name) => {
    const text = notes.events[name];
    return text ? [{ name, at: Temporal.Instant.from(text) }] : [];
  });
  const admitted = noted.find(({ name }) => name === 'admitted');
  if (noted.length > 0 && !admitted) return refuse('discharge-not-admitted');
  const ahead = noted.find(({ at }) => Temporal.Instant.compare(at, now) > 0);
  if (ahead) return refuse('discharge-in-future', { event: ahead.name });
  const before = admitted && noted.find(({ at }) => Temporal.Instant.compare(at, admitted.at) < 0);
  return before ? refuse('discharge-before-admission', { event: before.name }) : undefined;
}
