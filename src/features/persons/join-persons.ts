import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { mayJoin, mayRead } from '../../domain/persons/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { findRecordToKeep, type JoinAnswer, joinRecords, listJoined } from './join.sql.ts';
import { loadRecord, type ShownRecord, showRecord } from './load-record.ts';
import { lookAt } from './looks.ts';
import { CaseNumber } from './person-input.ts';
import { findByCaseNumber } from './record.sql.ts';
import { contexts, openText } from './sealed.ts';

/** Two records of the same person, as whoever is to join them sees them. */
export type ToJoin = { readonly kept: ShownRecord; readonly going: ShownRecord };

const Both = z.strictObject({ id: z.uuid(), caseNumber: CaseNumber });
const Join = Both.extend({ kept: z.uuid(), reason: z.string().trim().min(3).max(2000) });

/**
 * Two records that a unit works with, by one of them and a case number of the other: which is kept, and which goes. Refuses `person-not-found`,
 * `join-case-unknown` (no other record of theirs has the number).
 */
export const readToJoin = useCase({
  permission: 'persons.join',
  mode: 'read',
  input: Both,
  run: async (context) => {
    const both = await bothOf(context, context.input);
    return 'code' in both ? both : { ...both, shown: { kept: showRecord(context, both.kept), going: showRecord(context, both.going) } };
  },
  audit: ({ id }, answer) => (answer ? looksAt(answer) : lookAt(id, undefined)),
});

/**
 * Joins two records of the same person: the cases and the plans of the one that goes go on with the one that is kept, with a reason that is kept sealed. Nobody
 * reads a plan for it that they did not read before. `kept` is the record that whoever decides has seen will be kept. Refuses `person-not-found`,
 * `join-case-unknown`, `changed-meanwhile` (another would be kept), `join-came-along`, `join-protected`, `join-speakers`, `join-opens`.
 */
export const joinPersons = useCase({
  permission: 'persons.join',
  mode: 'write',
  input: Join,
  run: async (context) => {
    const { tx, actor, keys, input, record } = context;
    const both = await bothOf(context, input);
    if ('code' in both) return (await joinedBefore(context, input)) ?? both;
    const { kept, going } = both;
    if (kept.row.id !== input.kept) return refuse('changed-meanwhile');
    const reason = keys.encrypt(input.reason, contexts.join(going.row.id));
    const answer = await joinRecords(tx, { going: going.row.id, kept: kept.row.id, reason });
    const refusal = refusalOf(answer);
    if (refusal) return refusal;
    const organisation = assignmentOf(actor)?.organisation.id ?? '';
    await record({
      kind: 'persons.join',
      subject: { kind: 'person', id: kept.row.id },
      content: { joined: going.row.id },
      tell: [{ kind: 'records-joined', to: { role: 'log-reviewer', organisation }, params: { person: kept.row.id } }],
    });
    return both;
  },
  audit: ({ id }, answer) => (answer ? looksAt(answer, { joined: true }) : lookAt(id, undefined)),
});

/** The records that have gone into one, with why. Refuses `person-not-found`. */
export const readJoined = useCase({
  permission: 'persons.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context) => {
    const { tx, actor, keys, input } = context;
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    const joined = (await listJoined(tx, input.id)).map(({ id, at, unit, reason_cipher }) => ({
      ...{ at, unit },
      reason: openText(keys, reason_cipher, contexts.join(id)) ?? '',
    }));
    return { id: input.id, owner: { id: loaded.row.owner }, purpose: loaded.purpose, joined };
  },
  audit: ({ id }, answer) => (answer?.joined.length ? lookAt(id, answer) : []),
});

/** Why the database would not; undefined when it did. */
function refusalOf(answer: JoinAnswer) {
  switch (answer) {
    case 'done':
      return undefined;
    case 'join-came-along':
      return refuse('join-came-along');
    case 'join-protected':
      return refuse('join-protected');
    case 'join-speakers':
      return refuse('join-speakers');
    case 'join-opens':
      return refuse('join-opens');
    case 'person-not-found':
      return refuse('person-not-found');
  }
}

/** The record of somebody whom the unit of who acts works with, by a case number of theirs; undefined when there is none. */
export async function findRecordByCase(context: UseCaseContext<unknown>, caseNumber: string): Promise<string | undefined> {
  const [found] = await findByCaseNumber(context.tx, caseNumber, 1);
  const loaded = found && (await loadRecord(context, found.id));
  return loaded && mayJoin(context.actor, loaded.reach) ? loaded.row.id : undefined;
}

/** The form came once more: the same records in the same words are joined already. */
async function joinedBefore(context: UseCaseContext<unknown>, { id, kept, reason }: z.output<typeof Join>) {
  const loaded = await loadRecord(context, kept);
  if (!loaded || !mayJoin(context.actor, loaded.reach)) return undefined;
  const joined = await listJoined(context.tx, kept);
  const same = joined.find(
    (one) => (id === kept || one.id === id) && openText(context.keys, one.reason_cipher, contexts.join(one.id)) === reason,
  );
  return same && { kept: loaded };
}

async function bothOf(context: UseCaseContext<unknown>, { id, caseNumber }: z.output<typeof Both>) {
  const { tx, actor } = context;
  const one = await loadRecord(context, id);
  if (!one || !mayJoin(actor, one.reach)) return refuse('person-not-found');
  const found = (await findByCaseNumber(tx, caseNumber, 2)).find((row) => row.id !== id);
  const other = found && (await loadRecord(context, found.id));
  if (!other || !mayJoin(actor, other.reach)) return refuse('join-case-unknown');
  const keeps = await findRecordToKeep(tx, id, other.row.id);
  if (!keeps) return refuse('join-case-unknown');
  const [kept, going] = keeps === id ? [one, other] : [other, one];
  return { kept, going };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadRecord>>>;

function looksAt({ kept, going }: { readonly kept: Loaded; readonly going?: Loaded }, details: Parameters<typeof lookAt>[2] = {}) {
  return [kept, ...(going ? [going] : [])].flatMap(({ row, purpose }) =>
    lookAt(row.id, { id: row.id, owner: { id: row.owner }, purpose }, details),
  );
}
