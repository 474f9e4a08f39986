import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenSeal } from '../../../tests/given/seal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { approveDraft } from './approve-draft.ts';
import { openNewVersion } from './open-draft.ts';
import { readDraft } from './read-draft.ts';
import { writeChildCheck, writeInfluence } from './write-groundwork.ts';
import { writeDraftFacts } from './write-text.ts';

export const DALARNA = 'dalarna-missbruk-beroende-2021';
export const JONKOPING = 'jonkoping-missbruk-beroende';

/** What a use-case answers when it does not refuse; a refusal is a fault of the test. */
export function done<T>(answer: T): Exclude<T, { readonly refused: true }> {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, { readonly refused: true }>;
}

/** The fictional register, and those who write agreements: of each county somebody for the region and somebody for a municipality. */
export async function givenDrafts() {
  const clock = givenClock();
  const app = await givenApp({ login: true, clock });
  const runtime = { database: await givenDatabase(), clock, seal: await givenSeal() };
  const scopes = new Map<string, Scope>();
  /** Somebody who logs in now. */
  const freshScopeOf = async (account: string): Promise<Scope> => ({ runtime, actor: await givenActor(app, runtime, account) });
  /** Somebody who has logged in, once for the whole file. */
  const scopeOf = async (account: string): Promise<Scope> => {
    const scope = scopes.get(account) ?? (await freshScopeOf(account));
    scopes.set(account, scope);
    return scope;
  };
  const writers = {
    '06': { region: await scopeOf('strategigrupp-06'), municipality: await scopeOf('strategigrupp-aneby-06') },
    '20': { region: await scopeOf('strategigrupp-20'), municipality: await scopeOf('tjansteledning-avesta-20') },
  } as const;

  /** A working copy of the version in force, opened by the region's side. */
  const opened = async (county: '06' | '20', label = 'ny', size: 'major' | 'minor' = 'major'): Promise<string> => {
    const slug = county === '06' ? JONKOPING : DALARNA;
    return done(await openNewVersion(writers[county].region, { slug, label, class: size })).id;
  };
  const read = async (scope: Scope, draft: string) => done(await readDraft(scope, { draft }));

  /** Approves everything that is changed on behalf of both sides. */
  const approveAll = async (county: '06' | '20', draft: string): Promise<void> => {
    for (const scope of Object.values(writers[county])) {
      const { approvals, hashes } = await read(scope, draft);
      done(await approveDraft(scope, { draft, places: [...approvals.keys()].map((place) => ({ place, hash: hashes.get(place) ?? '' })) }));
    }
  };

  /** A working copy that can be given over for decision: dated, tried from the child's side, with those concerned heard, and approved by both sides. */
  const ready = async (county: '06' | '20', label = 'ny', size: 'major' | 'minor' = 'major'): Promise<string> => {
    const draft = await opened(county, label, size);
    const { region } = writers[county];
    const { draft: file, number: seen } = await read(region, draft);
    const { title, short, summary = '', responsibilities } = file.text;
    done(await writeDraftFacts(region, { draft, seen, title, short, summary, from: '2027-01-01' }));
    const considered = responsibilities.map(({ id }) => id);
    done(await writeChildCheck(region, { draft, seen, considered, text: 'Prövat rad för rad.' }));
    done(await writeInfluence(region, { draft, seen, level: 'dialogue', text: 'Två möten med brukarrådet.' }));
    await approveAll(county, draft);
    return draft;
  };
  return { app, runtime, clock, scopeOf, freshScopeOf, writers, opened, read, approveAll, ready };
}
