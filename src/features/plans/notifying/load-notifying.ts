import { assignmentOf } from '../../../domain/access/actor.ts';
import { dutiesToTell, regimeOf } from '../../../domain/consents/may-disclose.ts';
import { regimes, type SecrecyRulesFile, type TellingDuty } from '../../../domain/consents/secrecy-rules-file.ts';
import { mayNoteNotification } from '../../../domain/plans/policy.ts';
import type { Tx } from '../../../platform/index.ts';
import { nationalFile } from '../../counties/index.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { findOwnUnit, listNotifications } from './notifying.sql.ts';

export type ShownNotification = { readonly id: string; readonly duty: string; readonly madeAt: Temporal.Instant; readonly unit: string };

/** The duties to tell that bind the reader, whatever has been said of consent, and what their own unit has notified. */
export type ShownNotifying = { readonly duties: readonly TellingDuty[]; readonly made: readonly ShownNotification[] };

/** The duties of a unit. Where it is not known under which secrecy it works: those that bind everybody. */
export async function dutiesOfUnit(tx: Tx, unit: string): Promise<readonly TellingDuty[]> {
  const [file, found] = [await nationalFile(tx, 'secrecy-rules'), await findOwnUnit(tx, unit)];
  const regime = found && regimeOf(file, found);
  return regime ? dutiesToTell(file, regime) : bindingAll(file);
}

const bindingAll = ({ duties }: SecrecyRulesFile) => duties.filter(({ who }) => regimes.every((regime) => who.includes(regime)));

/**
 * For staff whose unit takes part in the plan, also where all of it is shut to them: a duty waits for no consent. Undefined for everybody else; for the individual too, as
 * a notification may be about those who are close to them.
 */
export async function loadNotifying({ tx, actor }: Asking, { row, reach }: Loaded): Promise<ShownNotifying | undefined> {
  const unit = assignmentOf(actor)?.unit;
  if (!unit || !mayNoteNotification(actor, reach)) return undefined;
  const made = await listNotifications(tx, row.id);
  return {
    duties: await dutiesOfUnit(tx, unit.id),
    made: made.map(({ id, duty, made_at, unit_name }) => ({ id, duty, madeAt: made_at, unit: unit_name })),
  };
}
