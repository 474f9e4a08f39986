import type { Party } from '../../domain/agreements/parties.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Reply } from '../../domain/planned-changes/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { agreementsWorkedBy } from '../agreements/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { toldOf } from './parties-told.ts';
import { insertChange, insertParty, insertReply, insertSeen, insertWording, listChanges } from './planned-changes.sql.ts';
import { seedTexts } from './texts.ts';

/** The day on which the fictional changes were told, from which they are to hold, and on which the parties answered. */
const DAY = '2026-11-09';
const FROM = '2027-02-01';
const ANSWERED = '2026-11-16';

/** Those who tell in the demonstration: the accounts of somebody of the region and of a municipality, and the municipality's code. */
export type SeedTellers = { readonly region: string; readonly municipality: string; readonly code: string };

/**
 * Two fictional changes for a county, once: one of the region that most have answered and the municipality objects to (`demo:change:region:<county>`), and
 * one of the municipality that nobody has answered (`demo:change:municipality:<county>`). For demo mode, as the owner.
 */
export async function seedChanges(tx: Tx, county: CountyFile, tellers: SeedTellers): Promise<void> {
  const { code } = tellers;
  const told = await announce(tx, county, { account: tellers.region, party: 'region', name: 'region' });
  await announce(tx, county, { account: tellers.municipality, party: code, name: 'municipality' });
  if (!told) return;
  const { id, receivers } = told;
  const say = sayer(tx, id);
  for (const [nth, party] of receivers.filter((one) => one !== code).entries()) {
    if (nth % 3 < 2) await say('acknowledged', party, tellers.municipality, '');
  }
  await say('objected', code, tellers.municipality, seedTexts.objection);
  await say('answered', code, tellers.region, seedTexts.answer);
}

type Teller = { readonly account: string; readonly party: Party; readonly name: 'region' | 'municipality' };

async function announce(
  tx: Tx,
  county: CountyFile,
  { account, party, name }: Teller,
): Promise<{ id: string; receivers: readonly Party[] } | undefined> {
  const id = stableId(`demo:change:${name}:${county.code}`);
  if ((await listChanges(tx, { id })).length > 0) return undefined;
  const worked = await agreementsWorkedBy(tx, county.code, party, Temporal.PlainDate.from(DAY));
  const rows = worked
    .slice(0, 1)
    .flatMap(({ agreement: { slug, responsibilities } }) => responsibilities.slice(0, 3).map((row) => `${slug}#${row.id}`));
  const told = toldOf(worked, rows, party);
  if (isRefusal(told)) return undefined;
  const at = Temporal.Instant.from(`${DAY}T09:00:00Z`);
  const organisation = organisationOfParty(county.code, party);
  await insertChange(tx, { id, county: county.code, organisation, party, openedBy: account }, at);
  const act = stableId(`${id}:announced`);
  const { receivers } = told;
  const content = { number: 1, party, agreements: told.agreements.map(({ slug }) => slug), rows, units: [], receivers };
  await insertSeedAct(tx, {
    id: act,
    kind: 'planned-changes.announce',
    account,
    subject: { kind: 'planned-change', id },
    on: FROM,
    at,
    content,
  });
  await insertWording(tx, { ...seedTexts[name], change: id, number: 1, act, from: FROM, units: [], rows, at });
  for (const one of receivers) {
    const to = { change: id, number: 1, party: one, organisation: organisationOfParty(county.code, one) };
    await insertParty(tx, stableId(`${id}:${one}`), to, Temporal.PlainDate.from(FROM));
  }
  return { id, receivers };
}

function sayer(tx: Tx, change: string) {
  let turn = 0;
  const at = Temporal.Instant.from(`${ANSWERED}T09:00:00Z`);
  const kinds = { acknowledged: 'acknowledge', objected: 'object', answered: 'answer' } as const;
  return async (kind: Reply['kind'], party: Party, account: string, text: string): Promise<void> => {
    turn += 1;
    const id = stableId(`${change}:${kind}:${party}`);
    await insertSeen(tx, { change, number: 1, party }, at);
    const content = { number: 1, party, turn };
    await insertSeedAct(tx, {
      id,
      kind: `planned-changes.${kinds[kind]}`,
      account,
      subject: { kind: 'planned-change', id: change },
      on: ANSWERED,
      at,
      content,
    });
    await insertReply(tx, id, { change, number: 1, party, kind, text, turn, at });
  };
}
