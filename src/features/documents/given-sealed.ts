import { z } from 'zod';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenSeal } from '../../../tests/given/seal.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Decisions } from '../../domain/documents/decisions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { versionOn } from '../agreements/index.ts';
import { readDocument } from './read-document.ts';
import { sealVersion } from './seal-version.ts';

export const DALARNA = 'dalarna-missbruk-beroende-2021';

/** For tests: what two parties decided, and who signed. */
export const decisions: Decisions = {
  decisions: [
    {
      party: 'Region Dalarna',
      body: 'Regionfullmäktige',
      on: '2021-05-10',
      paragraph: '§ 42',
      diaryNumber: 'RD 2021/77',
      reservation: undefined,
    },
    { party: 'Falun', body: 'Kommunfullmäktige', on: '2021-05-20', paragraph: '§ 9', diaryNumber: 'KS 2021/5', reservation: 'En ledamot' },
  ],
  signatures: [{ name: 'Astrid Prov', seat: 'Ordförande, Länschefsnätverket', at: Temporal.Instant.from('2021-06-01T08:30:00Z') }],
};

/** For tests: an application with a seal, and a way to seal a version of the register as publishing does. */
export async function givenSealed() {
  const clock = givenClock();
  const seal = await givenSeal();
  const app = await givenApp({ login: true, clock, seal });
  const runtime = { database: await givenDatabase(), clock, seal };
  const registrar: Scope = { runtime, actor: await givenActor(app, runtime, 'registrator-region-20') };
  const everybody: Scope = { runtime, actor: { kind: 'public' } };
  const agreementOf = async (slug: string): Promise<AgreementFile> => {
    const found = await runtime.database.transaction('read', (tx) => versionOn(tx, { slug }, clock.today()));
    if (isRefusal(found)) throw new Error(found.code);
    return found.agreement;
  };
  const publish = useCase({
    permission: 'documents.seal',
    mode: 'write',
    input: z.strictObject({ slug: z.string() }),
    run: async (context) => sealVersion(context, { agreement: await agreementOf(context.input.slug), decisions }),
  });
  const sealed = async (slug = DALARNA, at = clock.now()): Promise<Uint8Array<ArrayBuffer>> => {
    const later = { ...clock, now: () => at };
    const done = await publish({ ...registrar, runtime: { ...runtime, clock: later } }, { slug });
    if (isRefusal(done)) throw new Error(done.code);
    const file = await readDocument(everybody, { slug, label: (await agreementOf(slug)).version.label, format: 'pdf' });
    if (isRefusal(file)) throw new Error(file.code);
    return file.bytes;
  };
  return { app, clock, runtime, seal, registrar, everybody, agreementOf, publish, sealed };
}
