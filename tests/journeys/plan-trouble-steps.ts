import { expect } from 'vitest';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { stableId } from '../../src/platform/index.ts';
import type { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

type App = Awaited<ReturnType<typeof givenApp>>;

export const WORKER = 'handlaggare-aneby-06';
export const SUPPORT = 'boendestod-aneby-06';
export const CLINICIAN = 'behandlare-psykiatri-06';
export const ADDICTION = 'behandlare-beroende-06';
/** The record of a fictional individual in the first municipality. */
export const recordOf = (individual: string) => stableId(`demo:person:06:${individual}:${municipalityId('0604')}`);

/** Those who have logged in to an app, once each. */
export function readersOf(app: () => App): (account: string, as?: string) => Promise<Reader> {
  const known = new Map<string, Promise<Reader>>();
  return (account, as = '') => {
    const name = `${account} ${as}`;
    const reader = known.get(name) ?? givenLoggedIn(app(), account, as).then((cookie) => givenReader(app(), cookie));
    known.set(name, reader);
    return reader;
  };
}

/** Follows the link with this text. */
export async function follow(reader: Reader, page: Page, text: string): Promise<Page> {
  const link = page.links().find((one) => one.text === text || one.text.startsWith(text));
  if (!link) throw new Error(`no link "${text}" on ${page.path}: ${page.text.slice(0, 400)}`);
  return reader.visit(link.href);
}

/** The value of a choice by the words it begins with, in a list or among radios. */
export function choice(page: Page, name: string, text: string): string {
  const option = [...page.document.querySelectorAll(`[name="${name}"] option`)].find((one) => one.textContent?.includes(text));
  const radio = [...page.document.querySelectorAll(`input[name="${name}"]`)].find((one) =>
    page.document.querySelector(`label[for="${one.id}"]`)?.textContent?.includes(text),
  );
  const value = (option ?? radio)?.getAttribute('value');
  if (!value) throw new Error(`no choice "${text}" of ${name} on ${page.path}`);
  return value;
}

/** Makes a record of somebody and answers its address. */
export async function registered(reader: Reader, { name, number = '', caseNumber }: { name: string; number?: string; caseNumber: string }) {
  const page = await (await reader.visit('/personer/ny')).submit('namn', { namn: name, nummer: number, arendenummer: caseNumber });
  expect(page.text, page.path).toContain(name);
  return page.path.split('?')[0] ?? '';
}

/** Opens a plan on a record, by its page, and answers the page of the plan. */
export async function openedPlan(reader: Reader, person: string, over: Record<string, string> = {}): Promise<Page> {
  const form = await follow(reader, await reader.visit(person), 'Öppna en samordnad plan');
  const opened = await form.submit('reason', {
    ...{ kind: 'sip', by: 'staff', on: '2026-11-20', reason: 'Behöver stöd från flera' },
    ...{ municipality: '0604', needed: 'yes' },
    ...over,
  });
  expect(opened.text).toContain('Planen är öppnad');
  return opened;
}

/** The address of a plan, without what comes after it. */
export const planPath = (page: Page): string => /^\/planer\/[0-9a-f-]{36}/.exec(page.path)?.[0] ?? '';

/** Writes down that the person wants the plan to be made. */
export async function agreedTo(reader: Reader, plan: string, over: Record<string, string> = {}): Promise<void> {
  const form = await reader.visit(`${plan}/samtycke/fraga/plan`);
  const said = await form.submit('answer', { answer: 'given', method: 'oral', on: '2026-11-21', evidence: 'Journalanteckning', ...over });
  expect([said.status, said.path.includes('/fraga/')], said.text).toEqual([200, false]);
}

/** The person lets a unit read some kinds of data, for planning and for carrying out. */
export async function opensTo(reader: Reader, plan: string, unit: string, kinds: string[]): Promise<void> {
  const form = await reader.visit(`${plan}/samtycke/fraga/dela`);
  const said = await form.submit('answer', {
    ...{ scopes: choice(form, 'scopes', unit), kinds, purposes: ['planning', 'carrying-out'], until: '2027-05-01' },
    ...{ answer: 'given', method: 'oral', on: '2026-11-21', evidence: 'Journalanteckning' },
  });
  expect([said.status, said.path.includes('/fraga/')], said.text).toEqual([200, false]);
}

export async function invited(reader: Reader, plan: string, unit: string): Promise<void> {
  const form = await reader.visit(`${plan}/enheter`);
  expect((await form.submit('unit', { unit: choice(form, 'unit', unit) })).status).toBe(200);
}

/** Writes a measure for a unit, and answers the page of the plan. */
export async function measureFor(reader: Reader, plan: string, unit: string, what: string): Promise<Page> {
  const form = await reader.visit(`${plan}/insats/ny`);
  const saved = await form.submit('need', {
    ...{ need: 'Sova på natten', what, unit: choice(form, 'unit', unit), who: 'Kontaktpersonen', ownPart: '' },
    ...{ starts: '2026-11-23', target: '2027-03-01', row: 'outside:own-wish' },
  });
  expect([saved.status, saved.text.includes(what)], saved.text.slice(0, 800)).toEqual([200, true]);
  return saved;
}

/** Asks for the measure by its link on the plan's page, and answers the page of the task. */
export async function askedFor(reader: Reader, plan: string, what: string): Promise<Page> {
  const form = await follow(reader, await reader.visit(plan), `Be om det: ${what}`);
  const asked = await form.submit('due', { due: '2026-12-20', message: 'Ring gärna först.' });
  expect(asked.text, asked.path).toContain('Enheten har fått frågan.');
  return asked;
}

export const taskPath = (page: Page): string => /^\/planer\/[0-9a-f-]{36}\/uppdrag\/[0-9a-f-]{36}/.exec(page.path)?.[0] ?? '';
