import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId, type Scope, sentenceOf } from '../../platform/index.ts';
import { regionId } from '../organisations/index.ts';
import { awaitedLacks } from './awaited-lacks.ts';
import { pointOut } from './point-out.ts';
import { listLacksOf, readLack, readOrderOfLack } from './read-lacks.ts';
import { answerLack, receiveLack, withdrawLack } from './reply-to-lack.ts';
import { refusals } from './texts.ts';

const SLUG = 'dalarna-missbruk-beroende-2021';
const clock = givenClock();
let app: Awaited<ReturnType<typeof givenApp>>;
let runtime: Scope['runtime'];
let scopeOf: (account: string) => Promise<Scope>;

beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  const scopes = new Map<string, Promise<Scope>>();
  scopeOf = (account) => {
    const scope = scopes.get(account) ?? givenActor(app, runtime, account).then((actor) => ({ runtime, actor }));
    scopes.set(account, scope);
    return scope;
  };
});

const typed = { about: ['region'], rows: ['DAL-01'], sections: [], title: 'Tider ges inte', what: 'Sedan i augusti.' };
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const done = <T>(answer: T): Exclude<T, { readonly refused: true }> => {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, { readonly refused: true }>;
};
const pointed = async () => done(await pointOut(await scopeOf('registrator-avesta-20'), { slug: SLUG, ...typed })).id;
const read = async (account: string, lack: string) => done(await readLack(await scopeOf(account), { lack }));
const told = (lack: string) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{
      receivers: { accounts?: string[]; organisation?: string };
      step: string;
    }>`select receivers, params->>'step' as step
      from outbox where params->>'notice' = ${lack} order by created_at, id`.execute(tx);
    return rows;
  });

describe('a lack that is pointed out', () => {
  test('under an agreement that is not there is refused with a sentence, and nothing is at an address that is no id', async () => {
    const refused = await pointOut(await scopeOf('registrator-avesta-20'), { slug: 'finns-inte', ...typed });
    expect(isRefusal(refused) && sentenceOf(refused, refusals)).toMatchObject({ status: 404, title: 'Avtalet finns inte här' });
    const cookie = await givenLoggedIn(app, 'registrator-avesta-20');
    for (const path of ['/patalade-brister/nej', '/planerade-forandringar/nej'])
      expect((await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).status).toBe(404);
  });

  test('is told once to each, and names each clause once; a key of others opens nothing, and other words are not lost under the same key', async () => {
    const key = newId(clock.now());
    const twice = { ...typed, about: ['region', 'region'], rows: ['DAL-01', 'DAL-01'] };
    const answers = await Promise.all(
      [1, 2].map(async () => pointOut(await scopeOf('registrator-avesta-20'), { key, slug: SLUG, ...twice })),
    );
    expect(answers).toEqual([{ id: key }, { id: key }]);
    expect((await read('registrator-avesta-20', key)).row).toMatchObject({ about: ['region'], rows: ['DAL-01'] });
    expect((await told(key)).filter(({ receivers }) => receivers.organisation === regionId('20'))).toHaveLength(1);
    const reworded = { key, slug: SLUG, ...twice, what: 'Något helt annat.' };
    expect(codeOf(await pointOut(await scopeOf('registrator-avesta-20'), reworded))).toBe('key-taken');
    const another = { key, slug: SLUG, ...typed, about: ['2084'] };
    expect(codeOf(await pointOut(await scopeOf('registrator-region-20'), another))).toBe('key-taken');
  });

  test('goes to both bodies that the agreement names, and to the party that it is about', async () => {
    const id = await pointed();
    const view = await read('registrator-avesta-20', id);
    expect(view.row.bodies).toEqual(['lanschefsnatverket', 'valfardsradet']);
    expect([...view.process.bodies]).toEqual([
      ['lanschefsnatverket', 'sent'],
      ['valfardsradet', 'sent'],
    ]);
    const receivers = await told(id);
    expect(receivers.map(({ step }) => step)).toEqual(['pointed-out', 'pointed-out']);
    expect(receivers.flatMap(({ receivers: { accounts = [] } }) => accounts)).toHaveLength(4);
    expect(receivers.map(({ receivers: { organisation } }) => organisation)).toContain(regionId('20'));
    for (const account of ['politiker-20', 'strategigrupp-20']) {
      expect((await awaitedLacks(await scopeOf(account))).map(({ href }) => href)).toContain(`/patalade-brister/${id}`);
    }
  });

  test("is nobody else's to read: not another party of the county, nor another county", async () => {
    const id = await pointed();
    for (const account of ['registrator-borlange-20', 'registrator-aneby-06']) {
      expect(codeOf(await readLack(await scopeOf(account), { lack: id }))).toBe('lack-not-found');
      expect(done(await listLacksOf(await scopeOf(account), {})).lacks.map(({ row }) => row.id)).not.toContain(id);
    }
    const hidden = await scopeOf('registrator-borlange-20');
    const secret = hidden.actor.kind === 'staff' ? hidden.actor.login.secret : '';
    const seen = await runtime.database.transaction('read', (tx) => sql`select id from non_compliance where id = ${id}`.execute(tx), {
      secret,
      now: clock.now(),
    });
    expect(seen.rows).toEqual([]);
    expect((await read('registrator-region-20', id)).abilities.size).toBe(0);
  });

  test('is refused where the agreement has no such order, which says so with what applies instead', async () => {
    const refused = await pointOut(await scopeOf('registrator-aneby-06'), {
      slug: 'jonkoping-missbruk-beroende',
      ...typed,
      rows: ['JA-01'],
    });
    expect(codeOf(refused)).toBe('no-notice-of-lack');
    const order = done(await readOrderOfLack({ runtime, actor: { kind: 'public' } }, { slug: 'jonkoping-missbruk-beroende' }));
    expect([order.bodies, order.agreement.terms.ladders.map(({ kind }) => kind)]).toEqual([[], ['deviation']]);
  });

  test('is refused without a clause, about nobody or oneself, with a clause that is none, and from whoever is no party', async () => {
    const attempt = async (over: object, account = 'registrator-avesta-20') =>
      codeOf(await pointOut(await scopeOf(account), { slug: SLUG, ...typed, ...over }));
    expect(await attempt({ rows: [] })).toBe('clause-missing');
    expect(await attempt({ rows: ['DAL-999'] })).toBe('clause-not-found');
    expect(await attempt({ about: [] })).toBe('about-missing');
    expect(await attempt({ about: ['2084'] })).toBe('about-missing');
    expect(await attempt({ about: ['0604'] })).toBe('about-missing');
    expect(await attempt({}, 'registrator-aneby-06')).toBe('not-a-party-of-it');
    expect(await attempt({}, 'handlaggare-avesta-20')).toBe('forbidden');
    expect(await attempt({ what: '' })).toBe('input-invalid');
    expect(await attempt({ rows: [], sections: ['tvist-regional'] })).toBe('done');
  });

  test('is pointed out once, however often it is sent', async () => {
    const key = newId(clock.now());
    const scope = await scopeOf('registrator-avesta-20');
    const answers = await Promise.all([1, 2].map(() => pointOut(scope, { key, slug: SLUG, ...typed })));
    expect(answers).toEqual([{ id: key }, { id: key }]);
    expect(await told(key)).toHaveLength(2);
  });
});

describe('a body', () => {
  test('receives and answers, each once, also when two in it do so at once; the other body is still asked', async () => {
    const id = await pointed();
    const two = await Promise.all(
      ['strategigrupp-20', 'tjansteledning-avesta-20'].map(async (account) => receiveLack(await scopeOf(account), { lack: id })),
    );
    expect(two.map(codeOf).sort()).toEqual(['body-not-in-state', 'done']);
    const network = await scopeOf('strategigrupp-20');
    done(await answerLack(network, { lack: id, answer: 'Vi tar upp det.' }));
    expect(codeOf(await answerLack(network, { lack: id, answer: 'Igen.' }))).toBe('body-not-in-state');
    const view = await read('registrator-avesta-20', id);
    expect([view.process.state, ...view.process.bodies.values()]).toEqual(['open', 'answered', 'sent']);
    done(await answerLack(await scopeOf('politiker-20'), { lack: id, answer: 'Rådet svarar.' }));
    const answered = await read('registrator-region-20', id);
    expect([answered.process.state, answered.replies.filter(({ kind }) => kind === 'answered').map(({ text }) => text)]).toEqual([
      'answered',
      ['Vi tar upp det.', 'Rådet svarar.'],
    ]);
    expect(codeOf(await withdrawLack(await scopeOf('registrator-avesta-20'), { lack: id }))).toBe('lack-not-in-state');
  });

  test('is answered for by those who act in it alone', async () => {
    const id = await pointed();
    const attempt = async (account: string) => codeOf(await answerLack(await scopeOf(account), { lack: id, answer: 'Nej.' }));
    expect(await attempt('registrator-avesta-20')).toBe('forbidden');
    expect(await attempt('registrator-region-20')).toBe('forbidden');
    expect(await attempt('strategigrupp-06')).toBe('lack-not-found');
    expect((await read('registrator-avesta-20', id)).replies).toEqual([]);
  });
});

test('the party takes back what it pointed out, once, and nobody else does', async () => {
  const id = await pointed();
  expect(codeOf(await withdrawLack(await scopeOf('registrator-region-20'), { lack: id }))).toBe('forbidden');
  const scope = await scopeOf('registrator-avesta-20');
  const both = await Promise.all([withdrawLack(scope, { lack: id }), withdrawLack(scope, { lack: id })]);
  expect(both.map(codeOf).sort()).toEqual(['done', 'lack-not-in-state']);
  expect(codeOf(await receiveLack(await scopeOf('politiker-20'), { lack: id }))).toBe('lack-not-in-state');
});
