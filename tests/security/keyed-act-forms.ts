import { openAccount } from '../../src/features/access/index.ts';
import { drawSample } from '../../src/features/audit/draw-sample.ts';
import { DALARNA, done, type givenDrafts, JONKOPING } from '../../src/features/drafts/given-drafts.ts';
import { correctFollowUp } from '../../src/features/follow-ups/correct-follow-up.ts';
import { registerFollowUp } from '../../src/features/follow-ups/register-follow-up.ts';
import { stateGround } from '../../src/features/follow-ups/state-ground.ts';
import { pointOut } from '../../src/features/non-compliance/point-out.ts';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { openOrganisation } from '../../src/features/organisations/open-organisation.ts';
import { openUnit } from '../../src/features/organisations/open-unit.ts';
import { announceChange } from '../../src/features/planned-changes/announce-change.ts';
import { newId } from '../../src/platform/index.ts';
import { givenLogWorld } from '../given/log-world.ts';
import { type Input, keyed, type Sent } from './keyed-form.ts';

type Given = Awaited<ReturnType<typeof givenDrafts>>;
type Correction<How> = Extract<Input<typeof correctFollowUp>, { readonly how: How }>;

const OTHER = 'jonkoping-psykiatriska-tillstand';
const ANEBY = municipalityId('0604');
const EKSJO = municipalityId('0686');

/** The forms by which agreements are followed, and those of the register and the log. */
export async function keyedActForms(given: Given): Promise<Sent[]> {
  return [...(await keyedFollowUps(given)), ...(await keyedNotices(given)), ...(await keyedRegister(given))];
}

async function keyedFollowUps({ writers, scopeOf }: Given): Promise<Sent[]> {
  const strategy = await scopeOf('strategigrupp-06');
  const dalarna = writers['20'].region;
  const days = { on: '2026-11-20', stage: 'done', from: '2025-06-01', to: '2026-05-31' } as const;
  const words = { about: 'Ansvaret.', outcome: 'Det fungerar.', ledTo: 'nothing', documented: 'Dnr 1', tookPart: 'Gruppen' } as const;
  const otherDays = { on: '2026-11-21', stage: 'begun', from: '2025-06-02', to: '2026-06-01' } as const;
  const otherWords = { about: 'Vården.', outcome: 'Det haltar.', ledTo: 'minor-amendment', documented: 'Dnr 2', tookPart: 'Alla' } as const;
  const followed = { slug: JONKOPING, cadence: 'arlig-uppfoljning', ...days, ...words } as const;
  const stated = { slug: DALARNA, fact: 'evaluation-begun', on: '2024-06-01', outcome: 'Börjat.', documented: 'RD 1' } as const;
  const record = async () => done(await registerFollowUp(strategy, { key: newId(), ...followed })).act;
  const ground = async () => done(await stateGround(dalarna, { key: newId(), ...stated })).act;
  const otherGround = { on: '2024-06-02', outcome: 'Inte alls.', documented: 'RD 2' };
  return [
    keyed(['follow-ups/register-follow-up.ts', 'a follow-up'], registerFollowUp, strategy, followed, {
      slug: OTHER,
      cadence: 'revidering',
      ...otherDays,
      ...otherWords,
    }),
    keyed(['follow-ups/state-ground.ts', 'a ground'], stateGround, dalarna, stated, {
      slug: JONKOPING,
      fact: 'revision-begun',
      ...otherGround,
    }),
    keyed<Correction<'follow-up'>, 'how'>(
      ['follow-ups/correct-follow-up.ts', 'a follow-up corrected'],
      correctFollowUp,
      strategy,
      { act: await record(), how: 'follow-up', why: 'Fel dag.', ...days, ...words },
      { act: await record(), why: 'Fel namn.', ...otherDays, ...otherWords },
    ),
    keyed<Correction<'never'>, 'how'>(
      ['follow-ups/correct-follow-up.ts', 'that it never was'],
      correctFollowUp,
      strategy,
      { act: await record(), how: 'never', why: 'Fel.' },
      { act: await record(), why: 'Fel namn.' },
    ),
    keyed<Correction<'ground'>, 'how'>(
      ['follow-ups/correct-follow-up.ts', 'a ground corrected'],
      correctFollowUp,
      dalarna,
      { act: await ground(), how: 'ground', why: 'Fel dag.', on: '2024-06-01', outcome: 'Börjat.', documented: 'RD 1' },
      { act: await ground(), why: 'Fel.', ...otherGround },
    ),
  ];
}

async function keyedNotices({ writers, scopeOf, opened, read }: Given): Promise<Sent[]> {
  const section = (await read(writers['20'].region, await opened('20', 'nyckel'))).draft.text.sections[0]?.id ?? '';
  const change = { title: 'Vi flyttar', what: 'Ny adress.', services: 'Mottagningen', affects: 'De som kommer dit.', from: '2027-02-01' };
  const otherChange = { title: 'Vi stänger', what: 'För gott.', services: 'Teamet', affects: 'Alla.', from: '2027-02-02' };
  return [
    keyed(
      ['planned-changes/announce-change.ts', 'a change'],
      announceChange,
      await scopeOf('registrator-region-06'),
      { ...change, units: [], rows: [`${JONKOPING}#JA-01`] },
      { ...otherChange, units: [newId()], rows: [`${JONKOPING}#JA-02`] },
      { units: 'own-unit-not-found' },
    ),
    keyed(
      ['non-compliance/point-out.ts', 'a lack'],
      pointOut,
      await scopeOf('registrator-avesta-20'),
      { slug: DALARNA, about: ['region'], rows: ['DAL-01'], sections: [], title: 'Tider ges inte', what: 'Sedan i augusti.' },
      { slug: JONKOPING, about: ['2080'], rows: ['DAL-02'], sections: [section], title: 'Tider ställs in', what: 'Sedan i juli.' },
      { slug: 'not-a-party-of-it' },
    ),
  ];
}

async function keyedRegister({ scopeOf }: Given): Promise<Sent[]> {
  await givenLogWorld();
  const administrator = await scopeOf('forvaltare-aneby-06');
  const ways = { phone: '070-174 06 90', email: '', web: '', address: '', opening: '' };
  const unit = { name: 'Enheten', from: '2026-11-22', hsaId: 'SE2321000000-U9', kind: 'individ-familjeomsorg', serves: ['0604'] };
  const otherUnit = { name: 'Teamet', from: '2026-11-23', hsaId: 'SE2321000000-U8', kind: 'funktionshinderomsorg', serves: [] };
  return [
    keyed(
      ['audit/draw-sample.ts', 'a sample of the log'],
      drawSample,
      await scopeOf('loggranskare-aneby-06'),
      { from: '2026-11-01', to: '2026-11-22', stratum: 'all', size: 1 },
      { from: '2026-11-02', to: '2026-11-21', stratum: 'protected', size: 2 },
    ),
    keyed(
      ['access/open-account.ts', 'an account'],
      openAccount,
      administrator,
      { organisation: ANEBY, name: 'Provia', hsaId: 'SE2321000000-K1', email: 'p@aneby.example' },
      { organisation: EKSJO, name: 'Provius', hsaId: 'SE2321000000-K2', email: '' },
      { organisation: 'forbidden' },
    ),
    keyed(
      ['organisations/open-organisation.ts', 'an organisation'],
      openOrganisation,
      await scopeOf('forvaltare-lanet-06'),
      { county: '06', kind: 'user-organisation', name: 'Föreningen', from: '2026-11-22' },
      { county: '20', kind: 'private-provider', name: 'Förbundet', from: '2026-11-23' },
      { county: 'forbidden' },
    ),
    keyed(
      ['organisations/open-unit.ts', 'a unit'],
      openUnit,
      administrator,
      { organisation: ANEBY, ...unit, ages: { from: 18 }, ways },
      { organisation: EKSJO, ...otherUnit, ages: { from: 20 }, ways: { ...ways, phone: '08-123456' } },
      { organisation: 'forbidden' },
    ),
  ];
}
