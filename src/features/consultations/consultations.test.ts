import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { assignmentOf, getLogin, PUBLIC } from '../../domain/access/actor.ts';
import type { Scope } from '../../platform/index.ts';
import { stableId } from '../../platform/index.ts';
import { approveDraft } from '../drafts/approve-draft.ts';
import { done, givenDrafts } from '../drafts/given-drafts.ts';
import { readDraftGates } from '../drafts/read-draft.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { writeDraftSection } from '../drafts/write-text.ts';
import { municipalityId } from '../organisations/index.ts';
import { awaitedConsultations } from './awaited.ts';
import { closeRound } from './close-round.ts';
import { disposeComment } from './dispose-comment.ts';
import { enterComment, giveComment } from './give-comment.ts';
import { giveReply, noteOpened } from './give-reply.ts';
import { openRound } from './open-round.ts';
import { readRound, readRounds, readViews } from './read-rounds.ts';
import { recallRound } from './recall-round.ts';

const { writers, scopeOf, freshScopeOf, ready, read, opened, runtime, clock } = await givenDrafts();
const users = await scopeOf('brukarorganisation-06');
const town = await scopeOf('registrator-aneby-06');
const region = writers['06'].region;
const anyone: Scope = { runtime, actor: PUBLIC };
const USERS = `user-organisation:${stableId('demo:users:06')}`;
const TOWN = `huvudman:${municipalityId('0604')}`;
const SECTION = 'inledning';
const PLACE = `${SECTION}.a1`;

const asking = { lastDay: '2026-12-10', level: 'consultation', isPublic: false, receivers: [USERS, TOWN] } as const;
const sent = async (draft: string, more: Partial<Parameters<typeof openRound>[1]> = {}): Promise<string> =>
  done(await openRound(region, { draft, ...asking, receivers: [...asking.receivers], ...more })).id;

/** What was told, to whom, because of what was done about a subject. */
const toldOf = (subject: string) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ kind: string; receivers: Record<string, unknown> }>`
      select o.kind, o.receivers from outbox o join act a on a.id = o.act_id where a.subject_id = ${subject} order by o.created_at, o.id`.execute(
      tx,
    );
    return rows;
  });

describe('a round of consultation', () => {
  test('freezes the text that is sent, tells those asked, and is there for nobody else', async () => {
    const draft = await opened('06', 'remiss-1');
    const round = await sent(draft);
    const { number, draft: file } = await read(region, draft);
    const heading = file.text.sections.find(({ id }) => id === SECTION)?.heading ?? '';
    done(await writeDraftSection(region, { draft, seen: number, section: SECTION, heading, lines: 'Helt nya ord står här nu.' }));
    const view = done(await readRound(users, { round }));
    expect(JSON.stringify(view.row.content)).not.toContain('Helt nya ord');
    expect(view.own.map(({ receiver }) => receiver)).toEqual([USERS]);
    expect((await toldOf(round)).map(({ kind, receivers }) => [kind, receivers.role]).toSorted()).toEqual([
      ['consultation-opened', 'registrar'],
      ['consultation-opened', 'user-organisation'],
    ]);
    const strangers = [anyone, await scopeOf('brukarorganisation-20'), await scopeOf('politiker-06'), await scopeOf('mas-aneby-06')];
    const seen = await Promise.all(strangers.map((scope) => readRound(scope, { round })));
    // The last answers for the quality of a municipality that is asked; the others are not asked.
    expect(seen.map((answer) => ('code' in answer ? answer.code : answer.own[0]?.receiver))).toEqual([
      'round-not-found',
      'round-not-found',
      'round-not-found',
      TOWN,
    ]);
  });

  test('is read by anyone where its owner wishes, and what those asked say not until it is closed', async () => {
    const round = await sent(await opened('06', 'remiss-2'), { isPublic: true });
    done(await giveComment(users, { round, place: PLACE, text: 'Vi saknar oss själva.' }));
    const view = done(await readRound(anyone, { round }));
    expect([view.comments, view.round.unanswered]).toEqual([[], []]);
    expect(done(await readRounds(anyone, {})).map(({ row }) => row.id)).toContain(round);
    expect(done(await readRound(town, { round })).comments).toHaveLength(1);
    expect((await readViews(users, { round })) as object).toMatchObject({ code: 'round-not-found' });
  });

  test('refuses to ask nobody, somebody who is not there, about sections that are not, or until a day that has passed or is years ahead', async () => {
    const draft = await opened('06', 'remiss-3');
    const base = { draft, ...asking, receivers: [] };
    expect(await openRound(region, base)).toMatchObject({ code: 'nobody-asked' });
    expect(await openRound(region, { ...base, receivers: ['body:finns-inte'] })).toMatchObject({ code: 'receiver-not-found' });
    expect(await openRound(region, { ...base, receivers: [`user-organisation:${stableId('demo:users:20')}`] })).toMatchObject({
      code: 'receiver-not-found',
    });
    expect(await openRound(region, { ...base, receivers: [USERS], sections: ['finns-inte'] })).toMatchObject({ code: 'section-not-found' });
    expect(await openRound(region, { ...base, receivers: [USERS], lastDay: '2026-11-21' })).toMatchObject({ code: 'last-day-passed' });
    expect(await openRound(region, { ...base, receivers: [USERS], lastDay: '2062-12-10' })).toMatchObject({
      code: 'last-day-too-far',
      params: { lastDay: '2027-11-22' },
    });
    expect(await openRound(users, { ...base, receivers: [USERS] })).toMatchObject({ code: 'forbidden' });
    expect(await openRound(writers['20'].region, { ...base, receivers: [USERS] })).toMatchObject({ code: 'draft-not-found' });
  });

  test('to a body is told to everyone who can answer for it, also when they have no seat', async () => {
    const speaker = (await scopeOf('politiker-06')).actor;
    const body = assignmentOf(speaker)?.body ?? '';
    await runtime.database.asOwner((tx) => sql`update seat set account_id = null where body = ${body}`.execute(tx));
    const round = await sent(await opened('06', 'remiss-organ'), { receivers: [`body:${body}`] });
    expect(await toldOf(round)).toMatchObject([
      { kind: 'consultation-opened', receivers: { accounts: expect.arrayContaining([getLogin(speaker).account]) } },
    ]);
  });

  test('is called back once, as long as nobody has answered: those asked are told, and it neither asks nor stops anything any more', async () => {
    const draft = await ready('06', 'remiss-ater');
    const round = await sent(draft);
    const gates = async () => done(await readDraftGates(region, { draft })).gates.flatMap(({ met, code }) => (met ? [] : [code]));
    expect(await gates()).toEqual(['consultations']);
    expect(await recallRound(users, { round })).toMatchObject({ code: 'forbidden' });
    const recalls = await Promise.all([recallRound(region, { round }), recallRound(region, { round })]);
    expect(recalls.filter((answer) => !('code' in answer))).toHaveLength(1);
    expect(await gates()).toEqual([]);
    expect((await toldOf(round)).filter(({ kind }) => kind === 'consultation-recalled')).toHaveLength(2);
    expect(done(await readRound(users, { round })).round).toMatchObject({ state: 'recalled', recalledOn: '2026-11-22' });
    expect(done(await noteOpened(users, { round })).opened).toBe(0);
    expect((await awaitedConsultations(users)).filter(({ href }) => href.includes(round))).toEqual([]);
    expect(await giveComment(users, { round, place: '', text: 'Bra.' })).toMatchObject({ code: 'round-not-in-state' });
    const answered = await sent(draft);
    done(await giveReply(users, { round: answered, stance: 'no-remarks' }));
    expect(await recallRound(region, { round: answered })).toMatchObject({ code: 'round-answered' });
  });

  test('tells the author of a view each time it is answered, keeps what was answered before, and takes two answers at once for one', async () => {
    const round = await sent(await opened('06', 'remiss-4'));
    const key = stableId('view');
    const given = { key, round, place: PLACE, text: 'Skriv tydligare.' };
    expect(done(await giveComment(users, given)).id).toBe(key);
    expect(done(await giveComment(users, given)).id).toBe(key);
    const other = await sent(await opened('06', 'remiss-4-annan'));
    expect(await giveComment(users, { ...given, round: other })).toMatchObject({ code: 'key-taken' });
    const about = { round, comment: key };
    expect(await disposeComment(region, { ...about, outcome: 'rejected', reason: '', seen: 0 })).toMatchObject({ code: 'reason-missing' });
    const answers = await Promise.all(
      [region, writers['06'].municipality].map((scope, nth) =>
        disposeComment(scope, { ...about, outcome: 'noted', reason: `Noterat ${nth}.`, seen: 0 }),
      ),
    );
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.number)).toSorted()).toEqual([1, 'disposition-changed']);
    expect(done(await disposeComment(region, { ...about, outcome: 'accepted', seen: 1 })).number).toBe(2);
    expect(done(await disposeComment(region, { ...about, outcome: 'accepted', seen: 1 })).number).toBe(2);
    const view = done(await readViews(region, { round }));
    expect(view.round.dispositions.get(key)).toEqual({ number: 2, outcome: 'accepted', reason: '' });
    expect(view.dispositions.map(({ outcome }) => outcome)).toEqual(['noted', 'accepted']);
    expect((await toldOf(round)).filter(({ kind }) => kind === 'comment-answered')).toHaveLength(2);
    expect(done(await readRound(users, { round })).round.dispositions.get(key)?.outcome).toBe('accepted');
    expect(await disposeComment(users, { ...about, outcome: 'accepted', seen: 2 })).toMatchObject({ code: 'forbidden' });
  });

  test('follows its views through the editing of the text', async () => {
    const draft = await opened('06', 'remiss-5');
    const round = await sent(draft);
    const id = done(await giveComment(users, { round, place: PLACE, text: 'Det här är oklart.' })).id;
    const { number, draft: file } = await read(region, draft);
    const section = file.text.sections.find((one) => one.id === SECTION);
    const [first = ''] = Object.values(section?.sentences ?? {}).map((one) => (typeof one === 'string' ? one : one.text));
    const stands = async () => done(await readViews(region, { round })).anchored.get(id);
    expect(await stands()).toMatchObject({ is: 'same' });
    const write = (seen: number, lines: string) =>
      writeDraftSection(region, { draft, seen, section: SECTION, heading: 'Inledning', lines });
    const changed = done(await write(number, `${first.replace(/\.$/, '')} och så vidare.`));
    expect(await stands()).toMatchObject({ is: 'changed', at: PLACE });
    done(await write(changed.number, 'Något annat.'));
    expect(await stands()).toEqual({ is: 'gone' });
    expect(await giveComment(users, { round, place: 'finns-inte.a1', text: 'Var?' })).toMatchObject({ code: 'place-not-found' });
  });

  test('holds what came by letter, late or not, and never with a day that has not come or that was before it was sent', async () => {
    const round = await sent(await opened('06', 'remiss-6'));
    const letter = { round, place: '', text: 'Tack för möjligheten.', fromWhom: 'Föreningen Påhittad' };
    expect(await enterComment(town, { ...letter, cameOn: '2026-11-23' })).toMatchObject({ code: 'came-in-the-future' });
    expect(await enterComment(town, { ...letter, cameOn: '2026-11-21' })).toMatchObject({ code: 'came-before-sent' });
    const { id } = done(await enterComment(town, { ...letter, cameOn: '2026-11-22', receiver: USERS }));
    done(await disposeComment(region, { round, comment: id, outcome: 'accepted', seen: 0 }));
    expect((await toldOf(round)).filter(({ kind }) => kind === 'comment-answered')).toMatchObject([
      { receivers: { role: 'user-organisation' } },
    ]);
    const view = done(await readViews(region, { round }));
    expect(view.comments).toMatchObject([{ name: 'Föreningen Påhittad', source: 'letter', receiver: USERS }]);
    expect(view.round.receivers.get(USERS)).toMatchObject({ comments: 1, late: false });
    expect(await enterComment(users, { ...letter, cameOn: '2026-11-22' })).toMatchObject({ code: 'forbidden' });
  });

  test('shows who has had it before them and who has nothing to remark, and is closed once, when all have answered and every view is', async () => {
    const round = await sent(await opened('06', 'remiss-7'));
    done(await noteOpened(users, { round }));
    done(await noteOpened(users, { round }));
    done(await noteOpened(anyone, { round }).then((answer) => ('code' in answer ? { opened: 0 } : answer)));
    expect([...done(await readViews(region, { round })).openings]).toEqual([[USERS, '2026-11-22']]);
    const id = done(await giveComment(users, { round, place: '', text: 'Bra.' })).id;
    expect(await giveReply(users, { round, stance: 'no-remarks' })).toMatchObject({ code: 'has-remarked' });
    expect(await giveReply(town, { round, stance: 'done' })).toMatchObject({ code: 'has-not-remarked' });
    expect(await giveReply(await scopeOf('strategigrupp-20'), { round, stance: 'done' })).toMatchObject({ code: 'round-not-found' });
    expect(await closeRound(region, { round })).toMatchObject({ code: 'comments-unanswered', params: { count: 1 } });
    done(await disposeComment(region, { round, comment: id, outcome: 'noted', reason: 'Tack.', seen: 0 }));
    expect(await closeRound(region, { round })).toMatchObject({ code: 'round-still-runs' });
    done(await giveReply(users, { round, stance: 'done' }));
    done(await giveReply(town, { round, stance: 'no-remarks' }));
    const closings = await Promise.all([closeRound(region, { round }), closeRound(region, { round })]);
    expect(closings.filter((answer) => !('code' in answer))).toHaveLength(1);
    expect(await giveComment(users, { round, place: '', text: 'En sak till.' })).toMatchObject({ code: 'round-not-in-state' });
    expect(await disposeComment(region, { round, comment: id, outcome: 'rejected', reason: 'Nej.', seen: 1 })).toMatchObject({
      code: 'round-not-in-state',
    });
    expect(done(await readRound(town, { round })).comments.map(({ text }) => text)).toEqual(['Bra.']);
    expect((await toldOf(round)).filter(({ kind }) => kind === 'consultation-closed')).toHaveLength(2);
  });

  test('waits in the work of those asked until they have answered, and of those who write until every view is', async () => {
    const draft = await opened('06', 'remiss-8');
    const round = await sent(draft);
    const waits = async (scope: Scope) =>
      (await awaitedConsultations(scope)).filter(({ href }) => href.includes(round)).map(({ kind }) => kind);
    expect([await waits(users), await waits(region)]).toEqual([['answer-consultation'], []]);
    const id = done(await giveComment(users, { round, place: '', text: 'Bra.' })).id;
    done(await giveReply(users, { round, stance: 'done' }));
    expect([await waits(users), await waits(region)]).toEqual([[], ['dispose-comments']]);
    done(await disposeComment(region, { round, comment: id, outcome: 'accepted', seen: 0 }));
    clock.moveTo('2026-12-11');
    const late = await freshScopeOf('strategigrupp-06').then(waits, () => []);
    clock.moveTo('2026-11-22');
    expect(late).toEqual(['close-consultation']);
  });

  test('stops the text from being given over for decision until it is closed, and nothing that is said in it is an approval', async () => {
    const draft = await ready('06', 'remiss-9');
    const round = await sent(draft, { receivers: [USERS] });
    const closed = async () => done(await readDraftGates(region, { draft })).gates.filter(({ met }) => !met);
    expect(await closed()).toMatchObject([{ code: 'consultations', missing: ['round:2026-12-10'] }]);
    expect(await submitDraft(region, { draft })).toMatchObject({ code: 'gates-closed', params: { gates: ['consultations'] } });
    done(await giveReply(users, { round, stance: 'no-remarks' }));
    done(await closeRound(region, { round }));
    expect(await closed()).toEqual([]);
    const { number, hashes } = await read(region, draft);
    done(await writeDraftSection(region, { draft, seen: number, section: SECTION, heading: 'Inledning', lines: 'En ny mening.' }));
    expect((await closed()).map(({ code }) => code)).toContain('approved');
    const place = { place: 'facts', hash: hashes.get('facts') ?? '' };
    expect(await approveDraft(users, { draft, places: [place] })).toMatchObject({ code: 'forbidden' });
  });
});
