import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import type { ImportProposals } from './load-proposals.ts';
import { readProposals, readTermsOfImport } from './read-proposals.ts';
import { reviewProposal } from './review-proposal.ts';
import { uploadImport } from './upload-import.ts';

const COUNTY = 'forvaltare-lanet-06';
const clock = givenClock();
const app = await givenApp({ login: true, clock });
const runtime = { database: await givenDatabase(), clock, keys: givenKeyRing() };
const scopeOf = async (account: string): Promise<Scope> => ({ runtime, actor: await givenActor(app, runtime, account) });
const scope = await scopeOf(COUNTY);

function done<Answer>(answer: Answer): Exclude<Answer, { refused: true }> {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<Answer, { refused: true }>;
}

let files = 0;
/** A new import of an invented agreement, for each test its own. */
async function givenImport(): Promise<string> {
  files += 1;
  const text = `# Överenskommelse ${files}\n\n## Giltighet\n\nÖverenskommelsen gäller från 2024-03-01.\n\n## Ansvar\n\nRegionen ansvarar för abstinensvård. Kommunen ska:\n\n- ordna boende\n- ge stöd\n\nReKo följer upp överenskommelsen varje år.\n`;
  return done(await uploadImport(scope, { name: 'avtal.md', bytes: new TextEncoder().encode(text) })).id;
}

const read = async (id: string): Promise<ImportProposals> => done(await readProposals(scope, { id }));
const first = async (id: string, kind: string) => {
  const item = (await read(id)).items.find(({ proposal }) => proposal.kind === kind);
  if (!item) throw new Error(`nothing of kind ${kind} was proposed`);
  return item;
};
const reviews = (id: string) =>
  runtime.database.asOwner(
    async (tx) => (await sql<{ verdict: string }>`select verdict from import_review where import_id = ${id}`.execute(tx)).rows,
  );

describe('an answer to a proposal', () => {
  test('is kept with its act, and the proposal is then accepted', async () => {
    const id = await givenImport();
    const item = await first(id, 'validity');
    expect(item.state).toBe('waiting');
    done(await reviewProposal(scope, { id, proposal: item.proposal.id, seen: 0, verdict: 'accept' }));
    expect((await first(id, 'validity')).state).toBe('accepted');
    const acts = await runtime.database.asOwner(
      async (tx) =>
        (await sql<{ kind: string; content: unknown }>`select kind, content from act where subject_id = ${id} order by at`.execute(tx))
          .rows,
    );
    expect(acts.at(-1)).toEqual({ kind: 'imports.review-proposal', content: { proposal: item.proposal.id, number: 1, verdict: 'accept' } });
  });

  test('can be given anew: all answers stay, and the latest counts', async () => {
    const id = await givenImport();
    const { proposal } = await first(id, 'validity');
    done(await reviewProposal(scope, { id, proposal: proposal.id, seen: 0, verdict: 'accept' }));
    done(await reviewProposal(scope, { id, proposal: proposal.id, seen: 1, verdict: 'reject', reason: 'Fel dag' }));
    expect(await first(id, 'validity')).toMatchObject({ state: 'rejected', reason: 'Fel dag', number: 2 });
    expect((await reviews(id)).map(({ verdict }) => verdict)).toEqual(['accept', 'reject']);
  });

  test('is refused when somebody else has answered since the page was shown, and changes nothing', async () => {
    const id = await givenImport();
    const { proposal } = await first(id, 'validity');
    const answers = await Promise.all([
      reviewProposal(scope, { id, proposal: proposal.id, seen: 0, verdict: 'accept' }),
      reviewProposal(scope, { id, proposal: proposal.id, seen: 0, verdict: 'reject', reason: 'Fel' }),
    ]);
    expect(answers.filter((answer) => isRefusal(answer) && answer.code === 'proposal-reviewed-meanwhile')).toHaveLength(1);
    expect(await reviews(id)).toHaveLength(1);
  });

  test('is given once when the same answer is sent twice', async () => {
    const id = await givenImport();
    const { proposal } = await first(id, 'validity');
    const same = { id, proposal: proposal.id, seen: 0, verdict: 'change', value: { from: '2025-01-01' } } as const;
    expect(done(await reviewProposal(scope, same))).toEqual({ number: 1 });
    expect(done(await reviewProposal(scope, same))).toEqual({ number: 1 });
    expect(await reviewProposal(scope, { ...same, value: { from: '2025-01-02' } })).toMatchObject({ code: 'proposal-reviewed-meanwhile' });
    expect(await reviews(id)).toHaveLength(1);
  });

  test('is refused without a reason, with a value that is none, for a proposal that is not there: nothing is kept', async () => {
    const id = await givenImport();
    const { proposal } = await first(id, 'validity');
    const base = { id, proposal: proposal.id, seen: 0 };
    expect(await reviewProposal(scope, { ...base, verdict: 'reject', reason: '  ' })).toMatchObject({ code: 'proposal-reason-missing' });
    expect(await reviewProposal(scope, { ...base, verdict: 'change', value: { from: '2024-02-31' } })).toMatchObject({
      code: 'proposal-value-invalid',
      params: { at: 'from' },
    });
    expect(await reviewProposal(scope, { ...base, proposal: 'validity:x.a1:00000000', verdict: 'accept' })).toMatchObject({
      code: 'proposal-not-found',
    });
    expect(await reviews(id)).toEqual([]);
  });

  test('is refused to those of another county, and to those who do not write agreements', async () => {
    const id = await givenImport();
    const { proposal } = await first(id, 'validity');
    const base = { id, proposal: proposal.id, seen: 0, verdict: 'accept' } as const;
    expect(await reviewProposal(await scopeOf('forvaltare-lanet-20'), base)).toMatchObject({ code: 'import-not-found' });
    expect(await reviewProposal(await scopeOf('handlaggare-aneby-06'), base)).toMatchObject({ code: 'forbidden' });
    expect(await readProposals(await scopeOf('forvaltare-lanet-20'), { id })).toMatchObject({ code: 'import-not-found' });
    expect(await reviews(id)).toEqual([]);
  });
});

test('nothing is a term until a person has said so, and only what they said', async () => {
  const id = await givenImport();
  expect(done(await readTermsOfImport(scope, { id })).terms).toEqual({});
  const validity = await first(id, 'validity');
  done(await reviewProposal(scope, { id, proposal: validity.proposal.id, seen: 0, verdict: 'change', value: { from: '2025-01-01' } }));
  expect(done(await readTermsOfImport(scope, { id })).terms).toEqual({ validity: { from: '2025-01-01', cites: ['giltighet.a1'] } });
});

describe('the page of proposals', () => {
  test('shows each with its words marked, takes an answer without script, and goes on to what still waits', async () => {
    const id = await givenImport();
    const reader = await givenReader(app, await givenLoggedIn(app, COUNTY));
    const page = await reader.visit(`/import/${id}/forslag?sort=responsibility`);
    expect(page.status).toBe(200);
    expect([...page.document.querySelectorAll('mark')].map(({ textContent }) => textContent?.trim())).toContain('ordna boende');
    expect(page.document.querySelectorAll('article')).toHaveLength(3);
    const after = await page.submit('verdict', { verdict: 'accept' });
    expect(after.text).toContain('Svaret är sparat');
    expect(after.document.querySelectorAll('article')).toHaveLength(2);
    expect((await reviews(id)).map(({ verdict }) => verdict)).toEqual(['accept']);
  });

  test('changes a proposal in a form, keeps what was typed when it cannot be read, and saves it when it can', async () => {
    const id = await givenImport();
    const item = await first(id, 'validity');
    const reader = await givenReader(app, await givenLoggedIn(app, COUNTY));
    const form = await reader.visit(`/import/${id}/forslag/andra?forslag=${encodeURIComponent(item.proposal.id)}`);
    const wrong = await form.submit('from', { from: '1 mars' });
    expect(wrong.status).toBe(422);
    expect(wrong.document.querySelector<HTMLInputElement>('[name=from]')?.value).toBe('1 mars');
    expect(await reviews(id)).toEqual([]);
    const right = await wrong.submit('from', { from: '2025-01-01' });
    expect(right.text).toContain('Svaret är sparat');
    expect((await first(id, 'validity')).value).toEqual({ from: '2025-01-01' });
  });

  test('is not there for another county, and answers a forged address without a fault', async () => {
    const id = await givenImport();
    const other = await givenLoggedIn(app, 'forvaltare-lanet-20');
    const reader = await givenReader(app, other);
    expect((await reader.visit(`/import/${id}/forslag`)).status).toBe(404);
    expect((await reader.visit('/import/nej/forslag')).status).toBe(404);
    expect((await reader.visit(`/import/${id}/forslag/andra?forslag=x`)).status).toBe(404);
    const forged = { proposal: 'x', seen: '0', verdict: 'accept', back: 'https://exempel.se' };
    expect((await post(app, `/import/${id}/forslag`, forged, other)).status).toBe(404);
  });
});
