import type { CountyFile } from '../../domain/counties/county-file.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { insertLack, insertLackReply, listLacks } from './non-compliance.sql.ts';
import { seedTexts } from './texts.ts';

/** What is pointed out, when, and in words; the first body has answered the first. */
const LACKS = [
  { name: '', day: '2026-11-10', words: seedTexts.first, isAnswered: true },
  { name: 'later:', day: '2026-11-18', words: seedTexts.later, isAnswered: false },
] as const;

/**
 * Two fictional lacks that a municipality points out (`demo:lack:<county>` and `demo:lack:later:<county>`), once, in a county where some agreement has such an
 * order; the first body has received and answered the first. For demo mode, as the owner. `teller`: an account of the municipality.
 */
export async function seedLacks(tx: Tx, county: CountyFile, teller: Teller): Promise<void> {
  for (const lack of LACKS) await seedLack(tx, county, teller, lack);
}

type Teller = { readonly account: string; readonly municipality: string };

async function seedLack(
  tx: Tx,
  county: CountyFile,
  { account, municipality: party }: Teller,
  { name, day, words, isAnswered }: (typeof LACKS)[number],
): Promise<void> {
  const id = stableId(`demo:lack:${name}${county.code}`);
  const agreements = await agreementsOfCountyOn(tx, county.code, Temporal.PlainDate.from(day));
  const found = agreements.find(({ agreement }) => noticeBodies(agreement.terms).length > 0)?.agreement;
  const rows = found?.responsibilities ?? [];
  const row = rows.find(({ comparable }) => comparable === 'withdrawal-care') ?? rows[0];
  if (!found || !row || (await listLacks(tx, { id })).length > 0) return;
  const bodies = noticeBodies(found.terms);
  const at = Temporal.Instant.from(`${day}T09:00:00Z`);
  const organisation = organisationOfParty(county.code, party);
  const aboutOrganisations = [organisationOfParty(county.code, 'region')];
  const clause = { about: ['region'], rows: [row.id], sections: [] };
  const { slug, version } = found;
  const whose = { id, county: county.code, organisation, party, slug, label: version.label };
  await insertLack(tx, { ...whose, ...clause, ...words, aboutOrganisations, bodies, openedBy: account, at });
  const content = { slug, label: version.label, party, ...clause, bodies };
  const subject = { kind: 'non-compliance', id };
  await insertSeedAct(tx, { id: stableId(`${id}:said`), kind: 'non-compliance.point-out', account, subject, at, content });
  const [body] = bodies;
  if (body === undefined || !isAnswered) return;
  const later = at.add({ hours: 72 });
  const act = stableId(`${id}:answered`);
  await insertSeedAct(tx, { id: act, kind: 'non-compliance.answer', account, subject, at: later, content: { body } });
  await insertLackReply(tx, act, { lack: id, body, kind: 'answered', text: seedTexts.answer, at: later });
}
