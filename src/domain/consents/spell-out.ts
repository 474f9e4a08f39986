import { type Refusal, refuse } from '../refusal.ts';
import { type DataKind, dataKinds, type Purpose, purposes } from './kinds.ts';

/** Who receives: an organisation, or one unit of it. */
export type Receiver = { readonly organisation: string; readonly unit?: string | undefined };

/** One line of what is opened or shut, as it is written down: all of it said. `until`: the last day. */
export type ScopeLine = Receiver & {
  readonly dataKind: DataKind;
  readonly purpose: Purpose;
  readonly permits: boolean;
  readonly until: string;
};

/** What somebody has ticked: who may read which parts for what, who must not know what, and the last day of it. */
export type Ticked = {
  readonly receivers: readonly Receiver[];
  readonly kinds: readonly DataKind[];
  readonly purposes: readonly Purpose[];
  readonly shutTo: readonly Receiver[];
  readonly shut: readonly DataKind[];
  readonly until: string;
};

/** For what a kind of data is ever read: the records of follow-up to follow up, all else to plan and to carry out. */
export function purposesOf(kind: DataKind): readonly Purpose[] {
  return purposes.filter((purpose) => (kind === 'follow-up') === (purpose === 'following-up'));
}

/**
 * Each line of what was ticked, one by one: nothing is understood that was not. What is shut is shut for every purpose. Refuses `permit-half` and `exclusion-half` (a
 * receiver without kinds, or kinds without a receiver) and `purpose-missing` (params: kind; nothing that it is read for is ticked).
 */
export function spellOut(ticked: Ticked): ScopeLine[] | Refusal<'permit-half' | 'exclusion-half' | 'purpose-missing'> {
  const { receivers, kinds, shutTo, shut, until } = ticked;
  if ((receivers.length === 0) !== (kinds.length === 0)) return refuse('permit-half');
  if ((shutTo.length === 0) !== (shut.length === 0)) return refuse('exclusion-half');
  const wanted = (kind: DataKind) => purposesOf(kind).filter((purpose) => ticked.purposes.includes(purpose));
  const idle = kinds.find((kind) => wanted(kind).length === 0);
  if (idle) return refuse('purpose-missing', { kind: idle });
  const lines = (to: readonly Receiver[], of: readonly DataKind[], permits: boolean, forWhat: (kind: DataKind) => readonly Purpose[]) =>
    to.flatMap((receiver) =>
      dataKinds
        .filter((kind) => of.includes(kind))
        .flatMap((dataKind) => forWhat(dataKind).map((purpose): ScopeLine => ({ ...receiver, dataKind, purpose, permits, until }))),
    );
  return [...lines(receivers, kinds, true, wanted), ...lines(shutTo, shut, false, purposesOf)];
}

/** The moment at which a last day is over, by the Swedish calendar. */
export function endOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant();
}

/** The last day of what ends at a moment. */
export function lastDay(until: Temporal.Instant): Temporal.PlainDate {
  return until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
}
