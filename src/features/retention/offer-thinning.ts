import { PUBLIC } from '../../domain/access/actor.ts';
import { dayOfBirth, dueOf, keptForBirthDay, type RetentionRule, ruleOn } from '../../domain/retention/rule.ts';
import { type JobKind, type KeyRing, newId, type Runtime, recorder, type Tx } from '../../platform/index.ts';
import { personContexts } from '../persons/index.ts';
import { listRules } from './retention.sql.ts';
import { ruleOf } from './rule-of.ts';
import { findRun, insertOffer, insertRun, isWaiting, listPast, type PastCopy } from './thinning.sql.ts';

/** What the database knows this work by. */
const OFFER = 'offer-thinning';

/** So many copies are gone through in one transaction. */
const SIZE = 200;

type Going = { readonly tx: Tx; readonly keys: KeyRing; readonly today: Temporal.PlainDate; readonly now: Temporal.Instant };

/**
 * The work of going through all copies once a day: those whose time has gone, by the rule of the huvudman that keeps them, are offered to whoever keeps its records,
 * who is told how many. Nothing is deleted by it. Done again, after a crash or by several processes, it offers nothing twice.
 */
export function offerThinning({ database, clock, keys }: Runtime): JobKind {
  const acting = () => ({ program: OFFER, now: clock.now() });
  return {
    queue: OFFER,
    waiting: async () => {
      const id = keys ? await database.transaction('read', findRun, acting()) : undefined;
      return id ? [id] : [];
    },
    run: async (id) => {
      if (!keys) return;
      const today = clock.today();
      let after: string | undefined;
      do {
        const last = after;
        after = await database.transaction('write', (tx) => offerSome({ tx, keys, today, now: clock.now() }, last), acting());
      } while (after !== undefined);
      await database.transaction('write', (tx) => insertRun(tx, today, id, clock.now()), acting());
    },
  };
}

/** Goes through some copies after the one that is named, and answers the last; undefined when there are no more. */
async function offerSome(going: Going, after: string | undefined): Promise<string | undefined> {
  const { tx, today, now } = going;
  const past = await listPast(tx, after, SIZE);
  const rules = Map.groupBy(await listRules(tx, [...new Set(past.map(({ organisation }) => organisation))]), (row) => row.organisation);
  const offered = new Map<string, number>();
  for (const copy of past) {
    if (await offerOne(going, copy, (rules.get(copy.organisation) ?? []).map(ruleOf)))
      offered.set(copy.organisation, (offered.get(copy.organisation) ?? 0) + 1);
  }
  const record = recorder(tx, { actor: PUBLIC, today, now });
  for (const [organisation, count] of offered) {
    await record({
      kind: 'retention.offer',
      subject: { kind: 'retention', id: organisation },
      content: { count },
      tell: [{ kind: 'copies-to-decide-on', to: { role: 'registrar', organisation }, params: { count } }],
    });
  }
  return past.length === SIZE ? past.at(-1)?.copy : undefined;
}

async function offerOne({ tx, keys, today, now }: Going, copy: PastCopy, rules: readonly RetentionRule[]): Promise<boolean> {
  const rule = ruleOn(rules, { unitKind: copy.unit_kind, on: today });
  const when = rule && dueOf(rule, { receivedOn: copy.received_on, lastNote: copy.last_note });
  if (!rule || !when || Temporal.PlainDate.compare(when.due, today) > 0) return false;
  const kept = rule.birthDays.length === 0 ? 'no' : keptForBirthDay(rule, bornOn(keys, copy));
  if (kept === 'yes' || (await isWaiting(tx, copy.copy))) return false;
  const { due, atLatest } = when;
  const offer = { id: newId(now), copy: copy.copy, plan: copy.plan, rule: rule.id, due, atLatest, birthDayKnown: kept === 'no' };
  await insertOffer(tx, offer, now);
  return true;
}

/** The day of the month that whom a copy is about was born on, as far as their number says it. It is used here and kept nowhere. */
function bornOn(keys: KeyRing, { person, number_kind, number_cipher }: PastCopy): number | undefined {
  return number_cipher === null ? undefined : dayOfBirth(number_kind, keys.decrypt(number_cipher, personContexts.number(person)));
}
