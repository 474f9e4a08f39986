import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { done, givenDrafts } from '../drafts/given-drafts.ts';
import { municipalityId } from '../organisations/index.ts';
import { awaitedConsultations } from './awaited.ts';
import { closeRound } from './close-round.ts';
import { disposeComment } from './dispose-comment.ts';
import { enterComment, giveComment } from './give-comment.ts';
import { giveReply } from './give-reply.ts';
import { openRound } from './open-round.ts';
import { readRound, readRounds } from './read-rounds.ts';
import { recallRound } from './recall-round.ts';

const { writers, scopeOf, freshScopeOf, opened, runtime, clock } = await givenDrafts();
const region = writers['06'].region;
const [ANEBY, EKSJO, NASSJO] = ['0604', '0686', '0682'].map((code) => municipalityId(code));
const word = (id = '') => `huvudman:${id}`;
const TODAY = '2026-11-22';
const DAY = '2026-12-01';
const BEFORE = '2026-11-30';
const PLACE = 'inledning.a1';

const owner = (statement: ReturnType<typeof sql>) => runtime.database.asOwner((tx) => statement.execute(tx));
const divided = async (into = [EKSJO, NASSJO]) => {
  for (const to of into)
    await owner(sql`insert into succession (id, on_date, how, of, from_id, to_id)
      values (${crypto.randomUUID()}, ${DAY}::date, 'split', 'organisation', ${ANEBY}, ${to})`);
};
const asking = { lastDay: '2026-12-10', level: 'consultation', isPublic: false, receivers: [word(ANEBY)] } as const;
// Whoever logged in today acts also on the day of the division.
await owner(sql`update session set expires_at = 'infinity'`);
let nth = 0;
const sent = async (receivers: readonly string[] = asking.receivers) =>
  done(await openRound(region, { draft: await opened('06', `delad-${++nth}`), ...asking, receivers: [...receivers] })).id;
const eksjo = () => freshScopeOf('mas-eksjo-06');
const receiversOf = async (round: string) =>
  done(await readRound(region, { round })).receivers.map(({ receiver, partOf, isDivided }) => [receiver, partOf, isDivided]);

beforeEach(() => clock.moveTo(TODAY));
afterEach(async () => {
  await owner(sql`delete from succession where from_id = ${ANEBY}`);
  clock.moveTo(TODAY);
});

describe('a question in a consultation to somebody that is divided', () => {
  test('is answered by each part for itself from the day, and by no part before', async () => {
    const round = await sent();
    await divided();
    clock.moveTo(BEFORE);
    expect(await readRound(await eksjo(), { round })).toMatchObject({ code: 'round-not-found' });
    expect(await receiversOf(round)).toEqual([[word(ANEBY), undefined, undefined]]);
    clock.moveTo(DAY);
    const part = await eksjo();
    expect(done(await readRound(part, { round })).own.map(({ receiver }) => receiver)).toEqual([word(EKSJO)]);
    expect(done(await awaitedConsultations(part)).some((one) => JSON.stringify(one).includes(round))).toBe(true);
    expect(done(await readRounds(part, {})).some(({ row }) => row.id === round)).toBe(true);
    const { id } = done(await giveComment(part, { round, place: PLACE, text: 'Vi som är kvar undrar.' }));
    const letter = { round, place: PLACE, text: 'Vi också.', fromWhom: 'Nässjö kommun', cameOn: DAY, receiver: word(NASSJO) };
    const other = done(await enterComment(region, letter)).id;
    expect(await receiversOf(round)).toEqual([
      [word(ANEBY), undefined, true],
      [word(EKSJO), word(ANEBY), undefined],
      [word(NASSJO), word(ANEBY), undefined],
    ]);
    const view = done(await readRound(region, { round }));
    expect(new Map(view.comments.map((one) => [one.id, one.receiver]))).toEqual(
      new Map([
        [id, word(EKSJO)],
        [other, word(NASSJO)],
      ]),
    );
    // What one part has said is not the other's to read before all is closed.
    expect(done(await readRound(part, { round })).comments.map((one) => one.id)).toEqual([id]);
  });

  test('is waited for from the parts, unless it was answered before', async () => {
    const round = await sent();
    const early = await sent();
    done(await giveReply(await scopeOf('registrator-aneby-06'), { round: early, stance: 'no-remarks' }));
    await divided();
    clock.moveTo(DAY);
    const close = async (one: string) => {
      const answer = await closeRound(region, { round: one });
      return isRefusal(answer) ? answer.code : 'closed';
    };
    done(await giveReply(await eksjo(), { round, stance: 'no-remarks' }));
    expect(await close(round)).toBe('round-still-runs');
    expect(await close(early)).toBe('closed');
  });

  test('is put to the parts also when the division was decided before it was asked, and to one that was asked itself only once', async () => {
    await divided();
    const round = await sent([word(ANEBY), word(EKSJO)]);
    clock.moveTo(DAY);
    expect(await receiversOf(round)).toEqual([
      [word(ANEBY), undefined, true],
      [word(EKSJO), undefined, undefined],
      [word(NASSJO), word(ANEBY), undefined],
    ]);
    expect(done(await readRound(await eksjo(), { round })).own.map(({ receiver }) => receiver)).toEqual([word(EKSJO)]);
  });

  test('is put to nobody more when it is over', async () => {
    const round = await sent();
    done(await recallRound(region, { round }));
    await divided();
    clock.moveTo(DAY);
    expect(await readRound(await eksjo(), { round })).toMatchObject({ code: 'round-not-found' });
    expect(await receiversOf(round)).toEqual([[word(ANEBY), undefined, true]]);
  });

  test('that it answered before the day is answered to its parts', async () => {
    const round = await sent();
    const letter = { round, place: PLACE, text: 'Före delningen.', fromWhom: 'Aneby kommun', cameOn: TODAY, receiver: word(ANEBY) };
    const { id } = done(await enterComment(region, letter));
    await divided();
    clock.moveTo(DAY);
    done(await disposeComment(region, { round, comment: id, outcome: 'noted', reason: 'Noterat.', seen: 0 }));
    const { rows } = await runtime.database.asOwner((tx) =>
      sql<{ organisation: string }>`select o.receivers ->> 'organisation' as organisation from outbox o join act a on a.id = o.act_id
        where a.subject_id = ${round} and o.kind = 'comment-answered' order by 1`.execute(tx),
    );
    expect(rows.map(({ organisation }) => organisation)).toEqual([EKSJO, NASSJO].toSorted());
  });
});
