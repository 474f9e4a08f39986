import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { confirmationEnds } from '../../domain/counties/confirmation.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import type { WaitingProvider } from './provider.ts';
import { workTexts as texts } from './texts.ts';
import { findUnitToConfirm } from './waiting.sql.ts';

/** So long before the contacts of a unit are old they are asked for. */
const AHEAD = { days: 14 };

/** The contacts of one's own unit, for its manager, when they are old, soon will be, or nobody ever confirmed them; else undefined. */
const readUnconfirmedContacts = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const assignment = assignmentOf(actor);
    if (assignment?.role !== 'unit-manager' || !assignment.unit) return undefined;
    const unit = await findUnitToConfirm(tx, assignment.unit.id, today);
    if (!unit) return undefined;
    const due = unit.confirmed_on ? confirmationEnds(unit.confirmed_on) : undefined;
    return due && Temporal.PlainDate.compare(due, today.add(AHEAD)) > 0 ? undefined : { id: unit.id, name: unit.name, due };
  },
});

export const unconfirmedContacts: WaitingProvider = async (scope) => {
  const unit = await readUnconfirmedContacts(scope, {});
  if (!unit || isRefusal(unit)) return [];
  const title = texts.confirmContacts(unit.name);
  return [{ kind: 'confirm-contacts', title, href: `/organisation/enheter/${unit.id}`, due: unit.due, basis: 'routine' }];
};
