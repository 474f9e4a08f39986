import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readProposals } from '../imports/read-proposals.ts';
import { reviewProposal } from '../imports/review-proposal.ts';
import { uploadImport } from '../imports/upload-import.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { openFromImport } from './open-from-import.ts';
import { abandonDraft } from './submit-draft.ts';

const { app, runtime, writers, scopeOf, read } = await givenDrafts();
const scope = writers['06'].region;

let files = 0;
const textOf = (nth: number, more = '') =>
  `# Överenskommelse ${nth}\n\n## Giltighet\n\nÖverenskommelsen gäller från 2024-03-01.\n${more}\n## Ansvar\n\nRegionen ansvarar för abstinensvård.\n\nTeamet ansvarar för samordning.\n`;

/** A new import of an invented agreement; with everything that is proposed accepted, unless it is left. */
async function givenImport(answers: 'all' | 'none' = 'all', more = ''): Promise<string> {
  files += 1;
  const bytes = new TextEncoder().encode(textOf(files, more));
  const { id } = done(await uploadImport(scope, { name: `avtal-${files}.md`, bytes }));
  if (answers === 'all') {
    for (const { proposal } of done(await readProposals(scope, { id })).items) {
      done(await reviewProposal(scope, { id, proposal: proposal.id, seen: 0, verdict: 'accept' }));
    }
  }
  return id;
}

const wanted = (id: string, nth = files) =>
  ({ import: id, kind: 'county', area: 'missbruk-beroende', title: 'Inläst', slug: `inlast-${nth}`, label: '1', prefix: 'IN' }) as const;
const drafts = () =>
  runtime.database.asOwner(async (tx) => (await sql<{ n: number }>`select count(*)::int as n from draft`.execute(tx)).rows[0]?.n ?? 0);

describe('a working copy of an import', () => {
  test('holds what was accepted, resting on its sentences, and is shown with the file, who answered and what is lacking', async () => {
    const id = await givenImport();
    const draft = done(await openFromImport(scope, wanted(id))).id;
    const { draft: file } = await read(scope, draft);
    expect(file.text.terms.validity).toEqual({ from: '2024-03-01', cites: ['giltighet.a1'] });
    expect(file.text.responsibilities.map((row) => [row.id, row.cites])).toEqual([['IN-01', ['ansvar.a1']]]);
    const page = await (await givenReader(app, await givenLoggedIn(app, 'strategigrupp-06'))).visit(`/arbetsversioner/${draft}`);
    for (const said of [`avtal-${files}.md`, 'Saknas före beslut', 'Beslutsgång', 'Det framgår inte vems ansvaret är.']) {
      expect(page.text).toContain(said);
    }
    expect(page.text).toMatch(/[0-9a-f]{64}/);
    // Whoever reads is told under which heading it stands, never by its address.
    const leftOut = page.text.slice(page.text.indexOf('Teamet ansvarar för samordning'));
    expect(leftOut.slice(0, 60)).toMatch(/^Teamet ansvarar för samordning\.\s*Ansvar/);
    expect(leftOut).not.toContain('ansvar.a');
    const { rows } = await runtime.database.asOwner((tx) =>
      sql<{
        sha256: string;
        same: boolean;
        reviewers: string[];
      }>`select d.sha256, d.sha256 = i.sha256 as same, d.reviewers from draft_import d
        join import i on i.id = d.import_id where d.draft_id = ${draft}`.execute(tx),
    );
    expect(rows[0]).toMatchObject({ same: true });
    expect(rows[0]?.reviewers).toHaveLength(1);
  });

  test('is one for each file and kind, however often and however many at a time it is asked for', async () => {
    const id = await givenImport();
    const before = await drafts();
    const opened = await Promise.all([1, 2, 3].map(() => openFromImport(scope, wanted(id))));
    expect(new Set(opened.map((one) => done(one).id)).size).toBe(1);
    expect(await drafts()).toBe(before + 1);
    const local = {
      ...wanted(id),
      kind: 'local' as const,
      slug: `lok-inlast-${files}`,
      parent: 'jonkoping-missbruk-beroende',
      municipalities: ['0604'],
    };
    expect(opened.map((one) => done(one).id)).not.toContain(done(await openFromImport(scope, local)).id);
    expect(await drafts()).toBe(before + 2);
  });

  test('is made anew of the same file when the one before is abandoned, once', async () => {
    const id = await givenImport();
    const first = done(await openFromImport(scope, wanted(id))).id;
    done(await abandonDraft(scope, { draft: first }));
    const opened = await Promise.all([1, 2].map(() => openFromImport(scope, wanted(id))));
    const again = new Set(opened.map((one) => done(one).id));
    expect(again.size).toBe(1);
    expect(again).not.toContain(first);
  });

  test('never takes along what nobody has answered, and only leaves it knowingly', async () => {
    const id = await givenImport('none');
    const before = await drafts();
    expect(await openFromImport(scope, wanted(id))).toMatchObject({ code: 'proposals-waiting' });
    expect(await drafts()).toBe(before);
    const { draft } = await read(scope, done(await openFromImport(scope, { ...wanted(id), leave: true })).id);
    expect([draft.text.terms, draft.text.responsibilities]).toEqual([{}, []]);
  });

  test('leaves out two terms that contradict each other, and shows both', async () => {
    const id = await givenImport('all', '\nÖverenskommelsen gäller från 2025-01-01.\n');
    const draft = done(await openFromImport(scope, wanted(id))).id;
    expect((await read(scope, draft)).draft.text.terms.validity).toBeUndefined();
    const page = await (await givenReader(app, await givenLoggedIn(app, 'strategigrupp-06'))).visit(`/arbetsversioner/${draft}`);
    expect(page.text).toContain('Flera som säger olika.');
    expect(page.text).toContain('gäller från 2024-03-01');
    expect(page.text).toContain('gäller från 2025-01-01');
  });

  test('is refused where something is wrong, and opens nothing', async () => {
    const id = await givenImport();
    const before = await drafts();
    const local = { ...wanted(id), kind: 'local' as const, municipalities: ['0604'] };
    const tries = [
      [{ ...wanted(id), area: 'inget-omrade' }, 'area-not-found'],
      [{ ...wanted(id), slug: 'jonkoping-missbruk-beroende' }, 'slug-taken'],
      [{ ...wanted(id), municipalities: ['2084'] }, 'municipality-not-found'],
      [local, 'parent-missing'],
      [{ ...local, parent: 'dalarna-missbruk-beroende-2021' }, 'agreement-not-found'],
      [{ ...wanted('00000000-0000-7000-8000-000000000000') }, 'import-not-found'],
      [{ ...wanted(id), prefix: 'in' }, 'input-invalid'],
    ] satisfies [object, string][];
    for (const [input, code] of tries) expect(await openFromImport(scope, input)).toMatchObject({ code });
    expect(await openFromImport(writers['20'].region, wanted(id))).toMatchObject({ code: 'import-not-found' });
    const registrar = await openFromImport(await scopeOf('registrator-aneby-06'), wanted(id));
    expect(isRefusal(registrar) && registrar.code).toBe('forbidden');
    expect(await drafts()).toBe(before);
  });
});
