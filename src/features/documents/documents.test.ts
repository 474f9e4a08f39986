import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenSmallPdf, hasPdfsig, popplerSays } from '../../../tests/given/seal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { checkSeal, sealPdf } from '../../platform/index.ts';
import { DALARNA, givenSealed } from './given-sealed.ts';
import { readDocument } from './read-document.ts';
import { verifyDocument } from './verify-document.ts';

const { app, clock, runtime, seal, registrar, everybody, publish, sealed } = await givenSealed();
const file = await sealed();

async function verdictOn(bytes: Uint8Array<ArrayBuffer>) {
  const found = await verifyDocument(everybody, { file: bytes });
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}

describe('a sealed version', () => {
  test('is kept byte for byte, with the act that sealed it', async () => {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const { rows } = await runtime.database.transaction('read', (tx) =>
      sql<{ sha256: string; whole: boolean }>`select sha256, bytes = ${Buffer.from(file)} as whole from sealed_document`.execute(tx),
    );
    expect(rows).toEqual([{ sha256, whole: true }]);
  });

  test('is a tagged PDF in Swedish that says PDF/UA-1, and that its seal covers whole', async () => {
    const text = Buffer.from(file).toString('latin1');
    expect(checkSeal(file, [seal.certificate]).sealed).toBe(true);
    expect(text).toMatch(/\/Lang\s*\(sv-SE\)/);
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/pdfuaid:part>1</);
  });

  test.skipIf(!hasPdfsig())('is valid to Poppler (skipped where it is not installed)', () => {
    expect(popplerSays('pdfsig', file)).toContain('Signature Validation: Signature is Valid.');
    expect(popplerSays('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
  });

  test('cannot be changed or removed by the app, nor by the owner of the database', async () => {
    const tries = [sql`update sealed_document set version_label = 'x'`, sql`delete from sealed_document`, sql`truncate sealed_document`];
    for (const change of tries) {
      await expect(runtime.database.transaction('write', (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
      await expect(runtime.database.asOwner((tx) => change.execute(tx))).rejects.toThrow(/never changed/);
    }
  });

  test('is never kept with another fingerprint than its own', async () => {
    const insert = sql`insert into sealed_document (id, kind, agreement_slug, version_label, sha256, bytes, certificate, sealed_at)
      values (gen_random_uuid(), 'agreement', 'x', '1', ${'a'.repeat(64)}, 'x', 'x', now())`;
    await expect(runtime.database.transaction('write', (tx) => insert.execute(tx))).rejects.toThrow(/sealed_document_is_its_bytes/);
  });

  test('is refused without a seal, outside the days of its certificate, and to whoever may not; nothing is then written', async () => {
    const count = () =>
      runtime.database.transaction('read', (tx) => sql<{ n: string }>`select count(*) as n from sealed_document`.execute(tx));
    const before = (await count()).rows;
    const without = { ...registrar, runtime: { ...runtime, seal: undefined } };
    expect(await publish(without, { slug: DALARNA })).toMatchObject({ code: 'seal-missing' });
    const expired = { ...seal, certificate: { ...seal.certificate, validTo: Temporal.Instant.from('2026-01-01T00:00:00Z') } };
    expect(await publish({ ...registrar, runtime: { ...runtime, seal: expired } }, { slug: DALARNA })).toMatchObject({
      code: 'seal-expired',
    });
    expect(await publish(everybody, { slug: DALARNA })).toMatchObject({ code: 'forbidden' });
    expect((await count()).rows).toEqual(before);
  });
});

describe('trying a file', () => {
  test('finds the sealed one authentic, with its version and who sealed it', async () => {
    const { verdict, sealedBy, agreement } = await verdictOn(file);
    expect(verdict).toMatchObject({ state: 'valid', document: { slug: DALARNA } });
    expect(sealedBy?.fingerprint).toBe(seal.certificate.fingerprint);
    expect(agreement?.slug).toBe(DALARNA);
  });

  test('finds it also when the installation has another seal, or none', async () => {
    const found = await verifyDocument({ ...everybody, runtime: { ...runtime, seal: undefined } }, { file });
    expect(found).toMatchObject({ verdict: { state: 'valid' } });
  });

  test('finds every changed byte of a random sample, by both proofs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (index, mask) => {
        const changed = Uint8Array.from(file);
        changed[index] = (changed[index] ?? 0) ^ mask;
        expect(checkSeal(changed, [seal.certificate]).sealed).toBe(false);
        expect((await verdictOn(changed)).verdict.state).toBe('not-authentic');
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  test('does not take a whole seal of ours for a document that the register does not have', async () => {
    const made = await sealPdf(givenSmallPdf(), seal, { reason: 'x', field: 'x' }, clock.now());
    expect((await verdictOn(made)).verdict).toEqual({ state: 'not-authentic', why: 'not-registered' });
  });

  test('says why: a print of our own has no seal', async () => {
    const print = await readDocument(everybody, { slug: 'jonkoping-missbruk-beroende', label: '10.0', format: 'pdf' });
    if (isRefusal(print)) throw new Error(print.code);
    expect(print.sealed).toBe(false);
    expect((await verdictOn(print.bytes)).verdict).toEqual({ state: 'not-authentic', why: 'no-signature' });
  });

  test('tells that the same version was sealed anew', async () => {
    const anew = await sealed(DALARNA, clock.now().add({ minutes: 1 }));
    expect((await verdictOn(file)).verdict).toMatchObject({ state: 'superseded', later: { from: '2026-11-22' } });
    expect((await verdictOn(anew)).verdict.state).toBe('valid');
  });

  test('refuses a file that is too large, and stores nothing of any', async () => {
    expect(await verifyDocument(everybody, { file: new Uint8Array(5_000_001) })).toMatchObject({ code: 'input-invalid' });
  });
});

describe('a download', () => {
  const get = (path: string) => app.request(`http://localhost${path}`);

  test('is the sealed PDF where there is one, and the same at every call', async () => {
    const answer = await get(`/avtal/${DALARNA}/versioner/2021.pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(checkSeal(bytes, [seal.certificate]).sealed).toBe(true);
  });

  test('is Word too, and our own print where nothing is sealed', async () => {
    const word = await get(`/avtal/${DALARNA}/versioner/2021.docx`);
    expect(word.headers.get('content-disposition')).toBe(`attachment; filename="${DALARNA}-2021.docx"`);
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const print = await get('/avtal/jonkoping-missbruk-beroende/versioner/10.0.pdf');
    expect(print.status).toBe(200);
  });

  test.each([
    '/avtal/finns-inte/versioner/1.pdf',
    `/avtal/${DALARNA}/versioner/99.pdf`,
    `/avtal/${DALARNA}/versioner/99.docx`,
    '/avtal/Å/versioner/1.pdf',
  ])('is not found: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the API', () => {
  const post = (json: unknown) =>
    app.request('http://localhost/api/v1/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });

  test('says of a file what the page says', async () => {
    const answer = await post({ file: Buffer.from(file).toString('base64') });
    expect(await answer.json()).toMatchObject({ why: null, document: { agreement: DALARNA }, seal: { demo: true } });
    const other = await post({ file: Buffer.from('%PDF-1.7').toString('base64') });
    expect(await other.json()).toMatchObject({ state: 'not-authentic', why: 'no-signature', document: null, seal: null, later: null });
  });

  test.each([{ file: '' }, { file: 'a' }, { file: '===' }, { file: 'å'.repeat(9) }, {}, { file: 1 }])(
    'refuses %j, and points at it',
    async (json) => {
      const answer = await post(json);
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe('#/file');
    },
  );

  test('answers for any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.boolean(), fc.nat(file.length), async (bytes, asPdf, cut) => {
        const sent = asPdf ? Buffer.concat([file.subarray(0, cut), bytes]) : Buffer.from(bytes);
        const answer = await post({ file: sent.toString('base64') });
        expect([answer.status, ((await answer.json()) as { state?: string }).state]).toEqual([200, 'not-authentic']);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what is too large', async () => {
    expect((await post({ file: 'A'.repeat(7_000_000) })).status).toBe(413);
  });
});
