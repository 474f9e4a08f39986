import type { Hono } from 'hono';
import { municipalityId, regionId } from '../../src/features/organisations/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenApp } from './app.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from './logged-in.ts';

/** The first two municipalities of the county by name, as the fictional register takes them, and who is known in each. */
export const ANEBY = municipalityId('0604');
export const EKSJO = municipalityId('0686');
export const REGION = regionId('06');
/** The record of a fictional individual at a huvudman. */
export const record = (individual: string, owner: string) => stableId(`demo:person:06:${individual}:${owner}`);
export const NUMBER = '19800417-9803';
export const inAneby = record('enskild-1', ANEBY);
export const inEksjo = record('enskild-1', EKSJO);
export const protectedInAneby = record('enskild-2', ANEBY);
export const protectedInRegion = record('enskild-2', REGION);

export let app: Hono<AppEnv>;
const cookies: Record<string, string> = {};

const STAFF = 'handlaggare-aneby-06 handlaggare-eksjo-06 boendestod-aneby-06 behandlare-beroende-06 behandlare-psykiatri-06 mas-aneby-06';
const OTHERS =
  'registrator-region-06 registrator-aneby-06 loggranskare-region-06 loggranskare-aneby-06 enhetschef-aneby-06 forvaltare-aneby-06 enskild-1 enskild-2 enskild-3';

/** Logs in those who have to do with the fictional persons: what each test of pages about persons begins with. */
export async function givenPersonsApp(clock: Clock): Promise<void> {
  app = await givenApp({ clock, login: true, demo: true });
  for (const account of `${STAFF} ${OTHERS}`.split(' ')) cookies[account] = await givenLoggedIn(app, account);
}

export const get = async (path: string, as: string) => app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } });
export const html = async (path: string, as: string) => (await get(path, as)).text();
export const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);
/** A call of the API with a body. */
export const sendJson = async (path: string, body: object, as: string) =>
  app.request(`${TEST_ORIGIN}${path}`, {
    method: 'POST',
    headers: { cookie: cookies[as] ?? '', origin: TEST_ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** What the form of a record was filled in with, as somebody meets it. */
export const seenBy = async (path: string, as: string) => /name="sett" value="([^"]*)"/.exec(await html(`${path}/andra`, as))?.[1] ?? '';
