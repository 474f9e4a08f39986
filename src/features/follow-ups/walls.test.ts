import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { type Actor, assignmentOf, getLogin, PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, type Runtime, recorder, stableId, type Tx } from '../../platform/index.ts';
import { insertAct, insertRecord, type NewActRow } from './follow-ups.sql.ts';
import { readRecord } from './read-follow-ups.ts';
import { WATCH } from './watch-agreements.ts';

const JONKOPING = { county: '06', slug: 'jonkoping-missbruk-beroende', label: '10.0' };
const JONKOPING_OTHER = { county: '06', slug: 'jonkoping-psykiatriska-tillstand', label: '2025-09-30' };
const DALARNA = { county: '20', slug: 'dalarna-missbruk-beroende-2021', label: '2021' };
type Place = typeof DALARNA;

const clock = givenClock('2026-11-22');
let runtime: Runtime;
let jonkoping: Actor;
let aneby: Actor;
let dalarna: Actor;
beforeAll(async () => {
  const app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  jonkoping = await givenActor(app, runtime, 'strategigrupp-06');
  aneby = await givenActor(app, runtime, 'strategigrupp-aneby-06');
  dalarna = await givenActor(app, runtime, 'strategigrupp-20');
});

type Written = { readonly corrects?: string; readonly act?: Partial<NewActRow> };

/** What acts about an agreement are about. */
const subjectOf = ({ slug }: Pick<Place, 'slug'>) => ({ kind: 'agreement', id: stableId(`agreement:${slug}`) });

/** Writes a record and its act past every use-case, as the app role and on behalf of whoever acts: the database alone can refuse it. Answers the act. */
const write = (actor: Actor, { county, slug, label }: Place, { corrects, act: more = {} }: Written = {}) =>
  runtime.database.transaction('write', (tx) => written(tx, actor, { county, slug, label, corrects, more }), actingOf(actor, clock.now()));

async function written(
  tx: Tx,
  actor: Actor,
  { county, slug, label, corrects = null, more }: Place & { corrects?: string | null | undefined; more: Partial<NewActRow> },
) {
  const [now, today] = [clock.now(), clock.today()];
  // An act is taken of the own county alone: what is tried here is the record beside it.
  const subject = subjectOf(assignmentOf(actor)?.county === '20' ? DALARNA : JONKOPING);
  const act = await recorder(tx, { actor, today, now })({ kind: 'follow-ups.register', subject, content: {} });
  const texts = { about: '', documented: 'Dnr 2026/7', tookPart: '', why: '' };
  const by = { account: getLogin(actor).account, organisation: assignmentOf(actor)?.organisation.id ?? '', at: now };
  await insertRecord(tx, { act, key: newId(now), county, slug, label, cadence: null, stage: 'done', ...texts, corrects }, by);
  await insertAct(tx, { act, slug, label, kind: 'evaluated', on: '2026-11-20', corrects, ...more });
  return act;
}

describe('the database', () => {
  test('takes what is written about an agreement of the own county, and of no other, whatever county it says that it is of', async () => {
    await write(dalarna, DALARNA);
    for (const place of [JONKOPING, { ...JONKOPING, county: '20' }, { ...DALARNA, county: '06' }, { ...DALARNA, label: 'ingen' }]) {
      await expect(write(dalarna, place)).rejects.toThrow('row-level security policy for table "follow_up"');
    }
  });

  test('takes no act beside a record of somebody else, nor one of another agreement than its record', async () => {
    const act = await write(jonkoping, JONKOPING);
    const beside = (actor: Actor, { slug, label }: Place) =>
      runtime.database.transaction(
        'write',
        (tx) => insertAct(tx, { act, slug, label, kind: 'revised', on: '2026-11-20' }),
        actingOf(actor, clock.now()),
      );
    await expect(beside(aneby, JONKOPING)).rejects.toThrow('row-level security');
    await expect(beside(dalarna, JONKOPING)).rejects.toThrow('row-level security');
    await expect(beside(jonkoping, JONKOPING_OTHER)).rejects.toThrow('row-level security');
    await expect(write(jonkoping, JONKOPING, { act: { slug: DALARNA.slug, label: DALARNA.label } })).rejects.toThrow('row-level security');
  });

  test('takes no correction of what is written about another agreement, of the own county or of another', async () => {
    const act = await write(jonkoping, JONKOPING);
    await expect(write(jonkoping, JONKOPING_OTHER, { corrects: act })).rejects.toThrow('follow_up_corrects_same');
    await expect(write(dalarna, DALARNA, { corrects: act })).rejects.toThrow('follow_up_corrects_same');
    await expect(write(dalarna, DALARNA, { act: { corrects: act } })).rejects.toThrow('row-level security');
    await write(jonkoping, JONKOPING, { corrects: act });
  });

  test.each<[string, Partial<NewActRow>]>([
    ['agreement_act_period', { from: '2026-01-01' }],
    ['agreement_act_period', { to: '2026-01-01' }],
    ['agreement_act_period', { from: '2026-01-02', to: '2026-01-01' }],
    ['agreement_act_looked', { kind: 'no-successor', ledTo: 'nothing' }],
    ['agreement_act_looked', { kind: 'no-successor', from: '2026-01-01', to: '2026-01-02' }],
    ['row-level security', { kind: 'retracted' }],
  ])('refuses by %s an act that says %o', async (constraint, act) => {
    await expect(write(jonkoping, JONKOPING, { act })).rejects.toThrow(constraint);
  });

  test('takes no extension that ends before it begins, and none that corrects something, not even from the program itself', async () => {
    const corrects = await write(dalarna, DALARNA);
    const now = clock.now();
    const extendAs = (acting: Parameters<Runtime['database']['transaction']>[2], until: string, more: Partial<NewActRow> = {}) => {
      const extend = async (tx: Tx) => {
        const record = recorder(tx, { actor: PUBLIC, today: clock.today(), now });
        const act = await record({ kind: 'follow-ups.extend', subject: subjectOf(DALARNA), content: {} });
        const { slug, label } = DALARNA;
        await insertAct(tx, { act, slug, label, kind: 'extended', on: '2024-07-01', until, restsOn: [], ...more });
        throw new Error('it would be taken');
      };
      return runtime.database.transaction('write', extend, acting);
    };
    const extend = (until: string, more: Partial<NewActRow> = {}) => extendAs({ program: WATCH, now }, until, more);
    await expect(extend('2024-06-30')).rejects.toThrow('agreement_act_extension_days');
    await expect(extend('2025-06-30', { corrects })).rejects.toThrow('agreement_act_corrects');
    await expect(extend('2025-06-30')).rejects.toThrow('it would be taken');
    for (const nobody of [undefined, { program: 'other', now }, { program: '', now }, actingOf(dalarna, now)]) {
      await expect(extendAs(nobody, '2025-06-30')).rejects.toThrow('row-level security policy for table "act"');
    }
  });
});

test('a record is read by the policy too: where the database would show it, staff of another county are told that there is none', async () => {
  const act = await write(jonkoping, JONKOPING);
  const open: Runtime = { ...runtime, database: { ...runtime.database, transaction: (_, run) => runtime.database.asOwner(run) } };
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'read');
  expect(codeOf(await readRecord({ runtime: open, actor: jonkoping }, { act }))).toBe('read');
  expect(codeOf(await readRecord({ runtime: open, actor: dalarna }, { act }))).toBe('follow-up-not-found');
});
