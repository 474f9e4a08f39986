import { partiesOf } from '../../domain/agreements/parties.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { municipalityId } from '../organisations/index.ts';
import { insertTurn, insertUntold, listLeavable } from './memberships.sql.ts';
import { seedTexts } from './texts.ts';

/** The day that the fictional party decided, and the first day it was no longer bound. */
const DECIDED = '2026-06-15';
const FROM = '2026-10-01';

/**
 * That a party has left an agreement of the county, once, for the demonstration: the municipality of the given registrar, and the last of the agreements between all parties that apply without
 * an end and can be left; and that another party (`untold`), where nobody acted then, has not been told. Where none can be left, nobody has. As the owner.
 */
export async function seedTurns(
  tx: Tx,
  county: CountyFile,
  by: { readonly account: string; readonly municipality: string; readonly untold?: string | undefined },
): Promise<void> {
  const codes = county.municipalities.map(({ code }) => code);
  const left = (await listLeavable(tx, county.code)).findLast(({ terms }) => partiesOf(terms.parties, codes).includes(by.municipality));
  if (!left) return;
  const { slug, version } = left;
  const act = stableId(`demo:turn:${county.code}`);
  const at = Temporal.Instant.from(`${DECIDED}T12:00:00Z`);
  const isNew = await insertSeedAct(tx, {
    id: act,
    kind: 'memberships.note',
    account: by.account,
    on: FROM,
    at,
    subject: { kind: 'membership', id: stableId(`agreement:${slug}`) },
    content: { slug, label: version.label, turn: 'left', party: by.municipality, from: FROM },
  });
  if (!isNew) return;
  const said = { decided: DECIDED, body: seedTexts.body, paragraph: '§ 84', registry: 'DEMO 2026/84', note: seedTexts.note };
  await insertTurn(tx, { act, slug, label: version.label, turn: 'left', party: by.municipality, from: FROM, ...said });
  if (by.untold === undefined) return;
  const params = { agreement: slug, turn: 'left', from: FROM, by: municipalityId(by.municipality) };
  await insertUntold(tx, { id: stableId(`demo:untold:${county.code}`), act, organisation: municipalityId(by.untold), params }, at);
}
