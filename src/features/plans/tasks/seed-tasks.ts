import type { TaskSide, TaskState } from '../../../domain/plans/task-states.ts';
import type { OutsideReason } from '../../../domain/plans/trace.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { insertMove, insertTask, insertTaskWords } from './tasks.sql.ts';

type SeedSide = SeedUnit & { readonly account: string };

/** A fictional task: the nth measure of a plan that is established, who asks whom, and what has happened since. */
export type SeedTask = {
  readonly plan: string;
  readonly name: string;
  readonly measure: { readonly nth: number; readonly what: string; readonly outside: OutsideReason };
  readonly message: string;
  readonly requester: SeedSide;
  readonly owner: SeedSide;
  readonly on: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  /** One a day, from the day after it was asked. */
  readonly moves: readonly { readonly to: TaskState; readonly side: TaskSide; readonly reason?: string }[];
};

/** Puts a fictional task into the database, once. For demo mode, as the owner. */
export async function seedTask(tx: Tx, keys: KeyRing, task: SeedTask): Promise<void> {
  const { plan, name, requester, owner, due, measure } = task;
  const id = stableId(`${plan}:task:${name}`);
  const named = (what: string) => stableId(`${id}:${what}`);
  const subject = { kind: 'plan', id: plan };
  const at = task.on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '13:00' }).toInstant();
  const content = { task: id, measure: stableId(`${plan}:measure-of:${measure.nth}`), unit: owner.id, row: null, due: due.toString() };
  const asked = { id: named('asked'), kind: 'plans.ask-task', account: requester.account, subject, at, content };
  if (!(await insertSeedAct(tx, asked))) return;
  const writerOf = ({ account, organisation, id: unit }: SeedSide) => ({ account, organisation, unit });
  const cipher = keys.encrypt(JSON.stringify({ what: measure.what, message: task.message }), contexts.task(named('words')));
  const said = { agreement: null, row: null, outside: measure.outside, cipher };
  const words = { id: named('words'), plan, wording: stableId(`${plan}:measure:${measure.nth}`), ...said };
  await insertTaskWords(tx, words, writerOf(requester), at);
  const sides = { requester: { ...requester, unit: requester.id }, owner: { ...owner, unit: owner.id } };
  await insertTask(tx, { id, plan, measure: content.measure, words: words.id, ...sides, due, forwardedFrom: null }, requester.account, at);
  let from: TaskState | undefined;
  for (const [nth, { to, side, reason }] of [
    { to: 'requested', side: 'requester' } as SeedTask['moves'][number],
    ...task.moves,
  ].entries()) {
    const by = side === 'owner' ? owner : requester;
    const move = named(`move:${nth}`);
    const then = at.add({ hours: 24 * nth });
    const sealed = reason ? keys.encrypt(reason, contexts.taskReason(move)) : null;
    await insertMove(tx, { id: move, task: id, plan, number: nth + 1, from, to, side, reason: sealed }, writerOf(by), then);
    const told = { task: id, from: from ?? null, to, side };
    const act = { id: named(`moved:${nth}`), kind: 'plans.move-task', account: by.account, subject, at: then, content: told };
    if (nth > 0) await insertSeedAct(tx, act);
    from = to;
  }
}
