import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, assignmentOf, loginOf, PUBLIC } from '../../src/domain/access/actor.ts';
import { mayDoToRound, type RoundOwner } from '../../src/domain/consultations/policies.ts';
import { roundActNames } from '../../src/domain/consultations/round.ts';
import { belongsToParty, type DraftOwner, mayDoToDraft } from '../../src/domain/drafts/policies.ts';
import { draftActNames } from '../../src/domain/drafts/process.ts';
import { type LackOwner, mayDoToLack } from '../../src/domain/non-compliance/policies.ts';
import { noticeActNames } from '../../src/domain/non-compliance/process.ts';
import { type ChangeOwner, mayDoToChange } from '../../src/domain/planned-changes/policies.ts';
import { changeActNames } from '../../src/domain/planned-changes/process.ts';
import { listCounties } from '../../src/features/counties/load.ts';
import { demoRegister } from '../../src/features/demo/demo-register.ts';
import { loadChanges } from '../../src/features/planned-changes/load-change.ts';
import { actingOf } from '../../src/platform/acting.ts';
import type { Acting, Tx } from '../../src/platform/db/index.ts';
import { type Act, newId, type Runtime, recorder, stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenActor } from '../given/notices.ts';

/** What may be done to something by whom: the policies' answer, beside which the database's is laid. */
type Case = {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly may: (actor: Actor) => boolean;
};

const clock = givenClock('2026-11-22');
let runtime: Runtime;
let actors: readonly Actor[];
let cases: readonly Case[];

beforeAll(async () => {
  await givenApp({ login: true, clock });
  const database = await givenDatabase();
  runtime = { database, clock };
  const counties = await database.transaction('read', listCounties);
  const staff = counties.flatMap((county, nth) => demoRegister(county, nth).staff);
  const everyone = await Promise.all(staff.map(({ id }) => givenActor(runtime, id)));
  // Of those who act in the same way three are enough: the third is of neither party of what is between two.
  const alike = Map.groupBy(everyone, (actor) => {
    const { county, role, body, organisation } = assignmentOf(actor) ?? {};
    return JSON.stringify([county, role, body, organisation?.kind]);
  });
  actors = [...alike.values()].flatMap((some) => some.slice(0, 3));
  cases = await database.asOwner(allCases);
});

async function allCases(tx: Tx): Promise<Case[]> {
  const { rows: drafts } = await sql<
    DraftOwner & { id: string }
  >`select id, county_code as county, kind, municipalities from draft`.execute(tx);
  const { rows: rounds } = await sql<
    RoundOwner & { id: string; isOver: boolean }
  >`select c.id, c.county_code as county, c.agreement_kind as kind,
      c.municipalities, c.opened_by as "openedBy", c.is_public as "isPublic",
      exists (select from act a where a.subject_id = c.id and a.kind in ('consultations.close', 'consultations.recall')) as "isOver",
      (select json_agg(json_build_object('receiver', r.receiver, 'kind', r.kind, 'id', coalesce(r.organisation_id::text, r.unit_id::text, r.body), 'name', r.name))
        from consultation_receiver r where r.consultation_id = c.id) as receivers
    from consultation c`.execute(tx);
  const { rows: lacks } = await sql<LackOwner & { id: string }>`select id, county_code as county, organisation_id as organisation,
    about_organisations as "aboutOrganisations", bodies from non_compliance`.execute(tx);
  const changes: { id: string; owner: ChangeOwner }[] = [];
  for (const county of ['06', '20']) {
    const reader = actors.find((one) => assignmentOf(one)?.county === county && assignmentOf(one)?.role === 'registrar') ?? PUBLIC;
    const { rows } = await sql<{ id: string }>`select id from planned_change where county_code = ${county}`.execute(tx);
    const views = await loadChanges(tx, reader, { county } as Parameters<typeof loadChanges>[2], clock.today());
    expect(views.length).toBe(rows.length);
    changes.push(...views.map(({ row, owner }) => ({ id: row.id, owner })));
  }
  return [
    ...drafts.flatMap((owner) =>
      draftActNames.map((kind) => ({ kind, subject: { kind: 'draft', id: owner.id }, may: (actor: Actor) => mayDo(actor, kind, owner) })),
    ),
    ...rounds.flatMap((owner) =>
      roundActNames.map((kind) => ({
        kind,
        subject: { kind: 'consultation', id: owner.id },
        may: (actor: Actor) => !owner.isOver && mayDoToRound(actor, kind, owner),
      })),
    ),
    ...changes.flatMap(({ id, owner }) =>
      changeActNames.map((kind) => ({
        kind,
        subject: { kind: 'planned-change', id },
        may: (actor: Actor) => mayDoToChange(actor, kind, owner),
      })),
    ),
    ...lacks.flatMap((owner) =>
      noticeActNames.map((kind) => ({
        kind,
        subject: { kind: 'non-compliance', id: owner.id },
        may: (actor: Actor) => mayDoToLack(actor, kind, owner),
      })),
    ),
  ];
}

/** A decision is of one's own party or body, whichever it is. */
function mayDo(actor: Actor, kind: (typeof draftActNames)[number], owner: DraftOwner): boolean {
  if (!mayDoToDraft(actor, kind, owner)) return false;
  const acting = assignmentOf(actor);
  return kind === 'drafts.record-decision' || kind === 'drafts.decide-withdrawal'
    ? acting !== undefined && belongsToParty(acting, owner)
    : true;
}

/** What the database answers to each of the cases, for whoever acts. */
async function answersTo(acting: Acting | undefined): Promise<boolean[]> {
  const asked = JSON.stringify(cases.map(({ kind, subject }, nth) => ({ nth, kind, subject_kind: subject.kind, id: subject.id })));
  const ask = async (tx: Tx) =>
    (
      await sql<{ may: boolean }>`select acts_on(q.kind, q.subject_kind, q.id) as may
        from json_to_recordset(${asked}::json) as q (nth int, kind text, subject_kind text, id uuid) order by q.nth`.execute(tx)
    ).rows.map(({ may }) => may);
  return runtime.database.transaction('read', ask, acting);
}

/** Writes an act with every policy forgotten: the database alone can refuse it. */
const write = (by: Actor, acting: Acting | undefined, { kind, subject }: { kind: string; subject: Act['subject'] }) =>
  runtime.database.transaction(
    'write',
    (tx) => recorder(tx, { actor: by, today: clock.today(), now: clock.now() })({ kind: kind as Act['kind'], subject, content: {} }),
    acting,
  );
const REFUSED = 'row-level security policy for table "act"';
const round = { kind: 'consultation', id: stableId('demo:round:20') };
const close = 'consultations.close';

const countActs = () =>
  runtime.database.asOwner(async (tx) => (await sql<{ count: number }>`select count(*)::int as count from act`.execute(tx)).rows[0]?.count);

describe('an act that other tables go by', () => {
  test('is taken by the database from exactly those whom the policies let, whatever it is about', async () => {
    expect(actors.length).toBeGreaterThan(40);
    expect(cases.length).toBeGreaterThan(60);
    const seen = { yes: new Set<string>(), no: new Set<string>() };
    for (const actor of actors) {
      const answers = await answersTo(actingOf(actor, clock.now()));
      const wrong = cases.flatMap(({ kind, subject, may }, nth) => {
        seen[may(actor) ? 'yes' : 'no'].add(kind);
        return answers[nth] === may(actor) ? [] : [`${loginOf(actor)?.name}: ${kind} ${subject.id}, policy ${may(actor)}`];
      });
      expect(wrong).toEqual([]);
    }
    // Else a kind was never tried from both sides.
    const kinds = [...new Set(cases.map(({ kind }) => kind))];
    expect(kinds.filter((kind) => !seen.yes.has(kind) || !seen.no.has(kind))).toEqual([]);
  });

  test('is taken from nobody when the session is forgotten, nor from the program', async () => {
    const before = await countActs();
    for (const acting of [undefined, { program: 'watch-agreements', now: clock.now() }]) {
      expect((await answersTo(acting)).filter(Boolean)).toEqual([]);
      await expect(write(PUBLIC, acting, { kind: close, subject: round })).rejects.toThrow(REFUSED);
    }
    expect(await countActs()).toBe(before);
  });

  test('is not taken under another kind of subject, under another kind of act, or about what is not there', async () => {
    const writer = await givenActor(runtime, 'strategigrupp-20');
    const acting = actingOf(writer, clock.now());
    const before = await countActs();
    for (const [kind, subject] of [
      [close, { kind: 'unit', id: round.id }],
      [close, { kind: 'draft', id: stableId('demo:draft:20') }],
      ['notifications.set-absence', round],
      ['planned-changes.withdraw', round],
      ['consultations.anything', { kind: 'consultation', id: newId() }],
      [close, { kind: 'consultation', id: stableId('demo:round:06') }],
      [close, { kind: 'consultation', id: stableId('demo:closed-round:20') }],
      ['drafts.submit', { kind: 'draft', id: newId() }],
      ['drafts.end-signature-order', { kind: 'draft', id: stableId('demo:draft:20') }],
      ['follow-ups.register', { kind: 'agreement', id: stableId('agreement:jonkoping-missbruk-beroende') }],
      ['follow-ups.warn', { kind: 'agreement', id: stableId('agreement:dalarna-missbruk-beroende-2021') }],
    ] as const) {
      await expect(write(writer, acting, { kind, subject }), `${kind} ${subject.kind}`).rejects.toThrow(REFUSED);
    }
    expect(await countActs()).toBe(before);
    await write(writer, acting, {
      kind: 'follow-ups.register',
      subject: { kind: 'agreement', id: stableId('agreement:dalarna-missbruk-beroende-2021') },
    });
    await write(writer, acting, { kind: close, subject: round });
    await expect(write(writer, acting, { kind: 'consultations.recall', subject: round })).rejects.toThrow(REFUSED);
  });
});

test('a transaction that says nothing of who acts writes no act of the program, asks for no look, and finds nobody', async () => {
  const now = clock.now();
  const other = { kind: 'test', id: newId() };
  await expect(write(PUBLIC, undefined, { kind: 'notifications.set-absence', subject: other })).rejects.toThrow(REFUSED);
  await expect(write(PUBLIC, { program: '', now }, { kind: 'notifications.set-absence', subject: other })).rejects.toThrow(REFUSED);
  const look = (acting?: Acting) =>
    runtime.database.transaction(
      'write',
      (tx) => sql`insert into watch_run (id, day, cause, at) values (${newId()}, ${clock.today()}, 'start', ${now})`.execute(tx),
      acting,
    );
  await expect(look()).rejects.toThrow('row-level security policy for table "watch_run"');
  await look({ program: 'watch-agreements', now });
  const found = (acting?: Acting) =>
    runtime.database.transaction(
      'read',
      async (tx) => {
        const { rows: runs } = await sql`select from watch_run`.execute(tx);
        const { rows: accounts } = await sql`select * from accounts_sitting('20', '{valfardsradet}', '{}', ${clock.today()})`.execute(tx);
        return [runs.length > 0, accounts.length > 0];
      },
      acting,
    );
  expect(await found()).toEqual([false, false]);
  expect(await found({ program: 'watch-agreements', now })).toEqual([true, true]);
  const actor = await givenActor(runtime, 'strategigrupp-20');
  expect(await found(actingOf(actor, now))).toEqual([false, true]);
});
