import type { Permission } from '../../domain/access/permissions.ts';
import { placeRecords, type RecordToPlace } from '../../domain/organisations/place-records.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Look, UseCaseContext } from '../../platform/index.ts';
import { listCases, partRecords } from './records.sql.ts';

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'record'>;

/** The record of a person that goes on in another organisation from a day. */
export type RecordMove = { readonly person: string; readonly from: string; readonly to: string; readonly on: string };

/** The records that follow an organisation into the one that it goes up into: all of them. */
export async function recordsThatFollow(
  { tx }: Pick<Context, 'tx'>,
  { from, to, on }: { from: string; to: string; on: Temporal.PlainDate },
): Promise<RecordMove[]> {
  return (await listCases(tx, from, on)).map(({ person }) => ({ person, from, to, on: on.toString() }));
}

/** How the records of an organisation that is divided are parted. */
export type PartedRecords = {
  readonly moves: readonly RecordMove[];
  /** The contacts that end, as their units go to others than the record does. */
  readonly ended: readonly { readonly person: string; readonly contact: string }[];
  /** Those that somebody had to say it of. */
  readonly asked: readonly RecordToPlace[];
};

/**
 * Gives each record about a person of an organisation that is divided to one of `parts` (`placeRecords`). Refuses `records-go-nowhere` when some do not follow by themselves and nothing
 * is said of them in `chosen` (params.asked: `RecordToPlace[]`, all that are to be said something of; params.ids: those that lack it).
 */
export async function divideRecords(
  { tx }: Pick<Context, 'tx'>,
  { organisation, on, parts }: { organisation: string; on: Temporal.PlainDate; parts: readonly string[] },
  division: { units: ReadonlyMap<string, string>; rest: string; chosen: ReadonlyMap<string, string> },
): Promise<PartedRecords | Refusal<'records-go-nowhere'>> {
  const { placed, asked, missing } = placeRecords(await listCases(tx, organisation, on), division, { parts, chosen: division.chosen });
  if (missing.length > 0) return refuse('records-go-nowhere', { asked, ids: missing.map(({ id }) => id) });
  const ended = await partRecords(tx, { organisation, on, placed });
  const moves = [...placed].map(([person, to]) => ({ person, from: organisation, to, on: on.toString() }));
  return { moves, ended, asked };
}

/** Writes down that contacts end on a day, each as an act of its own. */
export async function recordEnded(
  { record }: Pick<Context, 'record'>,
  ended: PartedRecords['ended'],
  effectiveOn: Temporal.PlainDate,
): Promise<void> {
  const kind: Permission = 'persons.end-case-contact';
  for (const { person, contact } of ended)
    await record({ kind, subject: { kind: 'person', id: person }, effectiveOn, content: { contact } });
}

/** What the log tells of records that follow: each by itself, as one of whom it was of when it was decided. */
export function looksAtMoves(moves: readonly RecordMove[]): Look[] {
  return moves.map(({ person, from, to, on }) => ({
    person,
    owner: from,
    record: { kind: 'person', id: person },
    purpose: { kind: 'administration', share: null },
    details: { into: to, on },
  }));
}
