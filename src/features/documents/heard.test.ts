import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { PUBLIC } from '../../domain/access/actor.ts';
import { readDocx } from '../../formats/read/read-docx.ts';
import { type Scope, stableId } from '../../platform/index.ts';
import { findHeard } from '../agreements/index.ts';
import { closeRound } from '../consultations/close-round.ts';
import { disposeComment } from '../consultations/dispose-comment.ts';
import { enterComment, giveComment } from '../consultations/give-comment.ts';
import { giveReply } from '../consultations/give-reply.ts';
import { openRound } from '../consultations/open-round.ts';
import { recallRound } from '../consultations/recall-round.ts';
import { done, givenDrafts, JONKOPING } from '../drafts/given-drafts.ts';
import { publishDraft } from '../drafts/publish-draft.ts';
import { recordDecision } from '../drafts/record-decision.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { municipalityId } from '../organisations/index.ts';
import { readDocument } from './read-document.ts';

const { app, writers, scopeOf, ready, runtime } = await givenDrafts();
const region = writers['06'].region;
const users = await scopeOf('brukarorganisation-06');
const town = await scopeOf('registrator-aneby-06');
const anyone: Scope = { runtime, actor: PUBLIC };
const USERS = `user-organisation:${stableId('demo:users:06')}`;
const TOWN = `huvudman:${municipalityId('0604')}`;
const LABEL = '12.0';
const SECRET = 'Skriv ut vem som ringer först.';
const heardOf = (label: string) => runtime.database.transaction('read', (tx) => findHeard(tx, { slug: JONKOPING, label }));

test('a version that is decided here says who was asked, who answered and what became of the views, to everyone, and nothing of what was said', async () => {
  const draft = await ready('06', LABEL);
  const asked = { draft, lastDay: '2026-12-10', level: 'dialogue', isPublic: false } as const;
  done(await recallRound(region, { round: done(await openRound(region, { ...asked, receivers: [TOWN] })).id }));
  const round = done(await openRound(region, { ...asked, receivers: [USERS, TOWN] })).id;
  const own = done(await giveComment(users, { round, place: '', text: SECRET })).id;
  const letter = done(await enterComment(town, { round, place: '', text: SECRET, fromWhom: 'Privatperson', cameOn: '2026-11-22' })).id;
  done(await disposeComment(region, { round, comment: own, outcome: 'rejected', reason: 'Nej.', seen: 0 }));
  done(await disposeComment(region, { round, comment: own, outcome: 'accepted', seen: 1 }));
  done(await disposeComment(region, { round, comment: letter, outcome: 'noted', reason: 'Tack.', seen: 0 }));
  done(await giveReply(users, { round, stance: 'done' }));
  done(await giveReply(town, { round, stance: 'no-remarks' }));
  done(await closeRound(region, { round }));
  done(await submitDraft(region, { draft }));
  expect(await heardOf(LABEL)).toBeUndefined();
  const reko = await scopeOf('tjansteledning-06');
  const step = { draft, step: 'faststallande', decider: 'body:reko', outcome: 'approved', on: '2026-11-22' } as const;
  done(await recordDecision(reko, { ...step, approver: 'Ordförande i ReKo' }));
  done(await publishDraft(region, { draft }));

  const heard = await heardOf(LABEL);
  expect(heard).toMatchObject({
    level: 'dialogue',
    rounds: [
      {
        id: round,
        others: 1,
        outcomes: { accepted: 1, 'in-part': 0, rejected: 0, noted: 1 },
        asked: [
          { kind: 'huvudman', comments: 0, stance: 'no-remarks' },
          { kind: 'user-organisation', comments: 1, stance: 'done' },
        ],
      },
    ],
  });
  expect(JSON.stringify(heard)).not.toContain(SECRET);

  const sealed = done(await readDocument(anyone, { slug: JONKOPING, label: LABEL, format: 'pdf' }));
  expect(sealed.sealed).toBe(true);
  const pdf = (await extractText(await getDocumentProxy(sealed.bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ');
  const word = done(await readDocument(anyone, { slug: JONKOPING, label: LABEL, format: 'docx' }));
  const docx = JSON.stringify(await readDocx(word.bytes));
  const page = await (await app.request(`http://localhost/avtal/${JONKOPING}?version=${LABEL}`)).text();
  const lines = [
    'Målgruppens delaktighet: Dialog',
    '2 av 2 tillfrågade svarade.',
    '2 synpunkter kom in.',
    'ändrat som föreslogs 1, noterat 1.',
  ];
  for (const [where, text] of Object.entries({ pdf, docx, page })) {
    for (const line of [...lines, 'har inte godkänt']) expect([where, line, text.includes(line)]).toEqual([where, line, true]);
    expect([where, text.includes(SECRET)]).toEqual([where, false]);
  }
  const answer = await app.request(`http://localhost/api/v1/agreements/${JONKOPING}/participation?version=${LABEL}`);
  expect(await answer.json()).toMatchObject({
    decidedHere: true,
    level: 'dialogue',
    consultations: [{ answered: 2, comments: 2, public: false }],
  });
});

test('a version that comes from files says nothing of it, on the page or in the document', async () => {
  expect(await heardOf('10.0')).toBeUndefined();
  const answer = await app.request(`http://localhost/api/v1/agreements/${JONKOPING}/participation?version=10.0`);
  expect(await answer.json()).toMatchObject({ decidedHere: false, level: null, consultations: [] });
  expect(await (await app.request(`http://localhost/avtal/${JONKOPING}?version=10.0`)).text()).not.toContain('Delaktighet och remiss');
});
