import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { openUnit } from './open-unit.ts';

export const ways = { phone: '070-174 06 90', email: '', web: '', address: '', opening: '' };
export const reach = { kind: 'individ-familjeomsorg', serves: ['0604'], ages: { from: 18 } };

/** The fictional register, with those who administer a municipality (`town`) and the county. */
export async function givenRegister() {
  const clock = givenClock();
  const app = await givenApp({ login: true, clock });
  const runtime = { database: await givenDatabase(), clock };
  const givenScope = async (account: string, as = ''): Promise<Scope> => ({ runtime, actor: await givenActor(app, runtime, account, as) });
  const organisationOf = ({ actor }: { actor: Actor }) => assignmentOf(actor)?.organisation.id ?? '';
  const town = await givenScope('forvaltare-aneby-06');
  const county = await givenScope('forvaltare-lanet-06');
  /** A unit of Aneby that has been open since January. */
  const givenUnit = async (name = 'Enheten'): Promise<string> => {
    const opened = await openUnit(town, { organisation: organisationOf(town), name, from: '2026-01-01', ...reach, ways });
    if (isRefusal(opened)) throw new Error(opened.code);
    return opened.id;
  };
  return { app, runtime, clock, town, county, givenScope, organisationOf, givenUnit };
}
