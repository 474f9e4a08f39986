import { type CadenceReading, cadenceReading } from '../agreements/cadence.ts';
import { possibleEnds } from '../agreements/extension.ts';
import { type StatusCode, statusOn } from '../agreements/status.ts';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { type Responsible, responsibleOf } from './responsible.ts';

type Agreement = Pick<AgreementFile, 'slug' | 'kind' | 'parent' | 'terms' | 'acts' | 'unknown'>;
type Cadence = AgreementFile['terms']['cadences'][number];

/** Something that comes back in an agreement. `of`: the agreement whose term it is; a local one has those of its parent that speak of local agreements. */
export type EffectiveCadence = { readonly cadence: Cadence; readonly of: string; readonly responsible: Responsible };

/** A follow-up, evaluation or revision of an agreement, and when it is due. Derived each time, never stored. */
export type FollowUpTask = EffectiveCadence & { readonly reading: CadenceReading };

/**
 * What comes back in an agreement: its own terms; and of a local one what its parent says of local agreements, from the day it applies, where it says nothing
 * of that kind itself.
 */
export function effectiveCadences(agreement: Agreement, parent?: Pick<AgreementFile, 'slug' | 'terms'>): EffectiveCadence[] {
  const own = agreement.terms.cadences
    .filter(({ of }) => of === 'agreement' || agreement.kind === 'local')
    .map((cadence) => ({ cadence, of: agreement.slug, responsible: responsibleOf(cadence.by) }));
  if (agreement.kind !== 'local' || !parent) return own;
  const { from } = agreement.terms.validity;
  const locally = parent.terms['local-agreements']?.responsible ?? [];
  const inherited = parent.terms.cadences
    .filter(({ of, kind }) => of === 'local-agreements' && !own.some(({ cadence }) => cadence.kind === kind))
    .map((cadence) => ({
      cadence: { ...cadence, starts: [cadence.starts, from].toSorted().at(-1) ?? from },
      of: parent.slug,
      responsible: responsibleOf(cadence.by.length > 0 ? cadence.by : locally),
    }));
  return [...own, ...inherited];
}

/** An agreement that has been replaced, withdrawn or never decided, or has not begun, asks for nothing. */
const ASKS: ReadonlySet<StatusCode> = new Set(['in-force', 'extended', 'expired', 'unknown']);

/** What is to be followed up, evaluated and revised in an agreement on a day, and how it stands. What is no longer expected is left out. */
export function followUpTasks(
  agreement: Agreement,
  {
    on,
    today = on,
    parent,
  }: { on: Temporal.PlainDate; today?: Temporal.PlainDate; parent?: Pick<AgreementFile, 'slug' | 'terms'> | undefined },
): FollowUpTask[] {
  if (!ASKS.has(statusOn(agreement, on).code)) return [];
  const { to } = agreement.terms.validity;
  const lastDays = to ? possibleEnds(agreement, to).map(({ end }) => end) : [];
  return effectiveCadences(agreement, parent)
    .map((one) => ({ ...one, reading: cadenceReading(one.cadence, agreement.acts, { on, today, lastDays }) }))
    .filter(({ reading }) => reading.state !== 'ended');
}

/** The order in which they are read: what is late first, then what is soon, what nobody knows, and the rest; each by day. */
const ORDER = ['overdue', 'soon', 'unknown', 'due', 'ended'] as const;

/** The day that a task is about: the one that was missed, else the one that comes. */
export function taskDay({ reading: { missed, next } }: Pick<FollowUpTask, 'reading'>): string | undefined {
  return missed ?? next;
}

/** Tasks in the order that they are read. */
export function byUrgency<Task extends Pick<FollowUpTask, 'reading'>>(tasks: readonly Task[]): Task[] {
  return tasks.toSorted(
    (a, b) => ORDER.indexOf(a.reading.state) - ORDER.indexOf(b.reading.state) || (taskDay(a) ?? '9999').localeCompare(taskDay(b) ?? '9999'),
  );
}
