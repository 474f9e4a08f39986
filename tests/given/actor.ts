import type { Hono } from 'hono';
import type { Actor } from '../../src/domain/access/actor.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { sessionReader } from '../../src/platform/identity/index.ts';
import type { Runtime } from '../../src/platform/index.ts';
import { givenLoggedIn } from './logged-in.ts';

/** Who a fictional account is once it has logged in: what use-cases are called on behalf of, without a door between. `as` as `givenLoggedIn`. */
export async function givenActor(app: Hono<AppEnv>, runtime: Runtime, account: string, as = ''): Promise<Actor> {
  const secret = (await givenLoggedIn(app, account, as)).split('=')[1] ?? '';
  const actor = await sessionReader(runtime)(secret);
  if (!actor) throw new Error(`${account} is not let in`);
  return actor;
}
