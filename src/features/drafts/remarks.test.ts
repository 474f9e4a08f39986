import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sentencesIn } from '../../domain/agreements/sections.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId, type Scope } from '../../platform/index.ts';
import { answerRemark, settleSuggestion } from './act-on-remark.ts';
import { addRemark } from './add-remark.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { documentOf, textOf } from './live-document.ts';
import { keepLiveUpdate, saveLive } from './live-text.ts';
import { writeText } from './live-write.ts';
import { readDraftGates } from './read-draft.ts';
import { readRemarks } from './read-remarks.ts';
import { abandonDraft, submitDraft } from './submit-draft.ts';
import { writeDraftSection } from './write-text.ts';

const { app, writers, scopeOf, opened, read, ready, clock, runtime } = await givenDrafts();
const { region, municipality } = writers['20'];
const SECTION = 'giltighetstid';

const key = () => newId(clock.now());
const sectionOf = async (draft: string) => {
  const { draft: file, number } = await read(region, draft);
  const section = findSection(file.text.sections, SECTION);
  if (!section) throw new Error(SECTION);
  return { section, seen: number, sentences: sentencesIn(section) };
};

type Said = Partial<Parameters<typeof addRemark>[1]>;
/** A remark on the first sentence of the section, by the municipality's side unless told. */
async function said(draft: string, what: Said, by: Scope = municipality) {
  const { seen, sentences } = await sectionOf(draft);
  const place = { place: `section:${SECTION}`, sentence: sentences[0]?.sentenceId };
  return addRemark(by, { key: key(), draft, seen, sort: 'comment', text: '', wording: '', ...place, ...what });
}
const threadsOf = async (scope: Scope, draft: string) => done(await readRemarks(scope, { draft })).remarks;
/** What has been told about a remark: what was done, and to how many. */
const toldOf = (remark: string) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{
      act: string;
      receivers: { accounts: string[] };
    }>`select o.params ->> 'act' as act, o.receivers from outbox o
      where o.kind = 'remark-answered' and o.params ->> 'remark' = ${remark} order by 1`.execute(tx);
    return rows.map(({ act, receivers }) => `${act} ${receivers.accounts.length}`);
  });
const only = async (draft: string) => (await threadsOf(region, draft))[0];

test('who is not logged in is sent to do so, also from what withdrawing a version takes', async () => {
  const draft = await opened('20', 'utan-inloggning');
  for (const page of ['kommentarer', 'upphavande']) {
    const answer = await app.request(`/arbetsversioner/${draft}/${page}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/logga-in?tillbaka=')]);
  }
});

describe('a comment', () => {
  test('is seen by those who read the draft and by nobody else, and is written once however often it is sent', async () => {
    const draft = await opened('20', 'kommentar');
    const once = { key: key(), text: 'Gäller det barn?' };
    expect(done(await said(draft, once)).id).toBe(once.key);
    expect(done(await said(draft, once)).id).toBe(once.key);
    expect(await threadsOf(await scopeOf('politiker-20'), draft)).toMatchObject([
      { text: 'Gäller det barn?', state: 'open', now: { is: 'same' } },
    ]);
    expect(await readRemarks(writers['06'].region, { draft })).toMatchObject({ code: 'draft-not-found' });
    expect(await readRemarks(await scopeOf('handlaggare-avesta-20'), { draft })).toMatchObject({ code: 'forbidden' });
    expect(await said(draft, { text: 'Hej' }, writers['06'].region)).toMatchObject({ code: 'draft-not-found' });
    expect(await said(draft, { text: 'Hej' }, await scopeOf('registrator-avesta-20'))).toMatchObject({ code: 'forbidden' });
    expect(done(await said(draft, { text: 'Vi undrar.' }, await scopeOf('politiker-20'))).id).toBeTruthy();
  });

  test('is never lost to a key that belongs to another, whether one sees that or not; nor to the number of a save that cannot be', async () => {
    const [draft, other, elsewhere] = [await opened('20', 'nyckel'), await opened('20', 'nyckel-2'), await opened('06', 'nyckel')];
    const once = { key: key(), text: 'Min.' };
    const { id: remark } = done(await said(draft, once));
    expect(await said(other, once)).toMatchObject({ code: 'key-taken' });
    expect(await said(draft, once, region)).toMatchObject({ code: 'key-taken' });
    expect(await said(draft, { ...once, text: 'Något annat.' })).toMatchObject({ code: 'key-taken' });
    expect((await threadsOf(region, draft)).map(({ text }) => text)).toEqual(['Min.']);
    const theirs = { key: once.key, draft: elsewhere, seen: 1, sort: 'comment', place: '', text: 'Vår.', wording: '' } as const;
    expect(await addRemark(writers['06'].region, theirs)).toMatchObject({ code: 'key-taken' });
    expect(await threadsOf(region, other)).toEqual([]);
    expect(await threadsOf(writers['06'].region, elsewhere)).toEqual([]);
    expect(await said(draft, { text: 'x', seen: 2 ** 31 })).toMatchObject({ code: 'input-invalid' });
    const answer = { draft, remark, act: 'answer', text: 'Svar.' } as const;
    done(await answerRemark(region, { ...answer, key: once.key }));
    done(await answerRemark(region, { ...answer, key: once.key }));
    expect(await answerRemark(municipality, { ...answer, key: once.key })).toMatchObject({ code: 'key-taken' });
    expect(await answerRemark(region, { ...answer, text: 'Ett annat svar.', key: once.key })).toMatchObject({ code: 'key-taken' });
    expect((await threadsOf(region, draft))[0]?.acts).toHaveLength(1);
    const { id: second } = done(await said(other, { text: 'Två.' }));
    expect(await answerRemark(region, { ...answer, draft: other, remark: second, key: once.key })).toMatchObject({ code: 'key-taken' });
  });

  test('is answered, resolved and opened again; its author is told, and whoever has answered', async () => {
    const draft = await opened('20', 'trad');
    const { id: remark } = done(await said(draft, { text: 'Varför så?' }));
    const act = (by: Scope, what: 'answer' | 'resolve' | 'reopen' | 'withdraw', text = '') =>
      answerRemark(by, { key: key(), draft, remark, act: what, text });
    expect(await act(region, 'answer')).toMatchObject({ code: 'remark-empty' });
    done(await act(region, 'answer', 'Så står det i lagen.'));
    expect(await act(region, 'withdraw')).toMatchObject({ code: 'forbidden' });
    expect(await act(await scopeOf('politiker-20'), 'resolve')).toMatchObject({ code: 'forbidden' });
    done(await act(municipality, 'resolve'));
    expect(await act(region, 'answer', 'För sent.')).toMatchObject({ code: 'remark-not-in-state', params: { state: 'resolved' } });
    done(await act(region, 'reopen'));
    const thread = await only(draft);
    expect(thread?.state).toBe('open');
    expect(thread?.acts.map(({ kind }) => kind)).toEqual(['answer', 'resolve', 'reopen']);
    expect(await toldOf(remark)).toEqual(['answer 1', 'reopen 1', 'resolve 1']);
  });

  test('stays where its sentence goes, and says when the words are others or gone', async () => {
    const draft = await opened('20', 'ankare');
    done(await said(draft, { text: 'Oklart.' }));
    const { section, seen, sentences } = await sectionOf(draft);
    const write = (lines: string, from = seen) =>
      writeDraftSection(region, { draft, seen: from, section: SECTION, heading: section.heading, lines });
    const [first = '', ...rest] = linesOf(section).split('\n');
    done(await write([`${first} Och ett tillägg.`, ...rest].join('\n')));
    expect((await only(draft))?.now).toMatchObject({ is: 'changed', at: `${SECTION}.${sentences[0]?.sentenceId}` });
    done(await write(rest.join('\n'), seen + 1));
    expect((await only(draft))?.now).toEqual({ is: 'gone' });
  });
});

describe('a suggestion', () => {
  test('is put in as a save of its own under the id of its sentence, by either side, and its author is told', async () => {
    const draft = await opened('20', 'forslag');
    const { id: remark } = done(await said(draft, { sort: 'reword', wording: ' Helt andra\r\nord. ', text: 'Kortare.' }));
    const before = await sectionOf(draft);
    done(await settleSuggestion(region, { key: key(), draft, remark, act: 'accept', text: '' }));
    const after = await sectionOf(draft);
    expect(after.seen).toBe(before.seen + 1);
    expect(after.sentences[0]).toMatchObject({ sentenceId: before.sentences[0]?.sentenceId, text: 'Helt andra ord.' });
    expect(after.sentences.slice(1)).toEqual(before.sentences.slice(1));
    expect((await only(draft))?.state).toBe('accepted');
    expect(await toldOf(remark)).toEqual(['accept 1']);
  });

  test('is put in once when two accept it at once', async () => {
    const draft = await opened('20', 'samtidigt');
    const { id: remark } = done(await said(draft, { sort: 'insert', wording: 'En ny mening.' }));
    const before = await sectionOf(draft);
    const both = await Promise.all(
      [region, municipality].map((by) => settleSuggestion(by, { key: key(), draft, remark, act: 'accept', text: '' })),
    );
    expect(both.filter(isRefusal)).toMatchObject([{ code: 'remark-not-in-state' }]);
    const after = await sectionOf(draft);
    expect([after.seen, after.sentences.length]).toEqual([before.seen + 1, before.sentences.length + 1]);
  });

  test('is refused when the sentence has been changed since, and can then be turned down with a reason alone', async () => {
    const draft = await opened('20', 'inaktuellt');
    const { id: remark } = done(await said(draft, { sort: 'remove' }));
    const { section, seen } = await sectionOf(draft);
    const lines = linesOf(section)
      .split('\n')
      .map((line, nth) => (nth === 0 ? `${line} Tillagt.` : line));
    done(await writeDraftSection(region, { draft, seen, section: SECTION, heading: section.heading, lines: lines.join('\n') }));
    const settle = (act: 'accept' | 'reject', text = '') => settleSuggestion(region, { key: key(), draft, remark, act, text });
    expect(await settle('accept')).toMatchObject({ code: 'suggestion-outdated', params: { is: 'changed' } });
    expect((await sectionOf(draft)).seen).toBe(seen + 1);
    expect(await settle('reject')).toMatchObject({ code: 'remark-empty' });
    done(await settle('reject', 'Meningen behövs.'));
    expect(await settle('accept')).toMatchObject({ code: 'remark-not-in-state' });
  });

  test('is not for words that its author never saw, nor for what is no sentence, nor the same words', async () => {
    const draft = await opened('20', 'osett');
    const { section, seen, sentences } = await sectionOf(draft);
    const lines = linesOf(section).replace(/^/, 'Tillagt. ');
    done(await writeDraftSection(region, { draft, seen, section: SECTION, heading: section.heading, lines }));
    expect(await said(draft, { seen, sort: 'reword', wording: 'Nytt.' })).toMatchObject({ code: 'draft-changed' });
    expect(done(await said(draft, { seen, text: 'Om det jag såg.' })).id).toBeTruthy();
    expect((await only(draft))?.words).toBe(sentences[0]?.text);
    const now = (await sectionOf(draft)).sentences[0]?.text ?? '';
    expect(await said(draft, { sort: 'reword', wording: now })).toMatchObject({ code: 'remark-same' });
    expect(await said(draft, { sort: 'reword', sentence: undefined, wording: 'Nytt.' })).toMatchObject({ code: 'remark-not-here' });
    expect(await said(draft, { sort: 'insert', place: 'term:validity', sentence: undefined, wording: 'Nytt.' })).toMatchObject({
      code: 'remark-not-here',
    });
    expect(await said(draft, { place: 'row:FINNS-INTE', sentence: undefined, text: 'Hej' })).toMatchObject({
      code: 'remark-place-not-found',
    });
  });

  test('is tried against what somebody is typing just then, and is merged into it', async () => {
    const draft = await opened('20', 'levande');
    const { id: remark } = done(await said(draft, { sort: 'reword', wording: 'Helt andra ord.' }));
    const { id: more } = done(await said(draft, { sort: 'insert', wording: 'Sist kommer det här.', sentence: undefined }));
    const document = documentOf([done(await saveLive(region, { draft, section: SECTION })).state]);
    const type = async (change: (lines: string) => string) => {
      const before = Y.encodeStateVector(document);
      const { heading, lines } = textOf(document);
      writeText(document, { heading, lines: change(lines) });
      const bytes = Y.encodeStateAsUpdate(document, before);
      done(await keepLiveUpdate(region, { draft, section: SECTION, id: key(), bytes }));
    };
    await type((lines) => lines.replace(/^/, 'Skrivet nyss: '));
    const settle = (id: string) => settleSuggestion(municipality, { key: key(), draft, remark: id, act: 'accept', text: '' });
    expect(await settle(remark)).toMatchObject({ code: 'suggestion-outdated' });
    done(await settle(more));
    const shared = textOf(documentOf([done(await saveLive(region, { draft, section: SECTION })).state])).lines;
    expect(shared).toBe(linesOf((await sectionOf(draft)).section));
    expect([shared.startsWith('Skrivet nyss: '), shared.endsWith('Sist kommer det här.')]).toEqual([true, true]);
  });

  test('is settled by those who write alone', async () => {
    const draft = await opened('20', 'vem');
    const { id: remark } = done(await said(draft, { sort: 'insert', wording: 'En till.' }, await scopeOf('politiker-20')));
    const settle = { key: key(), draft, remark, act: 'accept', text: '' } as const;
    expect(await settleSuggestion(await scopeOf('politiker-20'), settle)).toMatchObject({ code: 'forbidden' });
    expect(await settleSuggestion(writers['06'].region, settle)).toMatchObject({ code: 'draft-not-found' });
    expect((await only(draft))?.state).toBe('open');
  });
});

describe('what is done about a remark', () => {
  test('is never kept as of another draft, by the database itself', async () => {
    const { id: remark } = done(await said(await opened('20', 'den ena'), { text: 'Hej' }));
    const other = await opened('20', 'den andra');
    const kept = (draft: string) =>
      runtime.database.asOwner((tx) =>
        sql`insert into draft_remark_act (id, remark_id, draft_id, act_id, kind, side, account_id, at)
          select ${key()}, r.id, ${draft}, r.act_id, 'withdraw', r.side, r.account_id, r.at from draft_remark r where r.id = ${remark}`.execute(
          tx,
        ),
      );
    await expect(kept(other)).rejects.toThrow('draft_remark_act_of_its_draft');
  });
});

describe('before a decision', () => {
  test('every suggestion has been answered; a comment that is open does not stop it', async () => {
    const draft = await ready('20', 'grind');
    const { id: remark } = done(await said(draft, { sort: 'remove' }));
    done(await said(draft, { text: 'Bra!' }));
    const gate = async () => done(await readDraftGates(region, { draft })).gates.find(({ code }) => code === 'suggestions');
    expect(await gate()).toMatchObject({ met: false, missing: [`section:${SECTION}`] });
    expect(await submitDraft(region, { draft })).toMatchObject({ code: 'gates-closed', params: { gates: ['suggestions'] } });
    done(await answerRemark(municipality, { key: key(), draft, remark, act: 'withdraw', text: '' }));
    expect(await gate()).toMatchObject({ met: true });
    done(await submitDraft(region, { draft }));
  });

  test('nothing is said about work that was left', async () => {
    const draft = await opened('20', 'avbruten');
    const { id: remark } = done(await said(draft, { text: 'Hej' }));
    done(await abandonDraft(region, { draft }));
    expect(await answerRemark(region, { key: key(), draft, remark, act: 'answer', text: 'Hej' })).toMatchObject({
      code: 'draft-not-in-state',
    });
  });
});
