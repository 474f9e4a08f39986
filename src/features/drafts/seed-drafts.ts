import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { addSection } from '../../domain/drafts/arrange-sections.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { draftFromVersion } from '../../domain/drafts/draft-from.ts';
import { changedPlaces, placesOf } from '../../domain/drafts/places.ts';
import { type Side, sides } from '../../domain/drafts/process.ts';
import { writeSection } from '../../domain/drafts/write-section.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Facts, insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn, versionOn } from '../agreements/index.ts';
import { type DraftRow, findDraft, insertDraft, insertRevision } from './drafts.sql.ts';
import { hashOf } from './hash.ts';
import { seedTexts } from './texts-writing.ts';
import { withTerm } from './write-terms.ts';

/** The day on which the fictional work was done, and from which day its text is to apply. */
const DAY = '2026-11-02';
const FROM = '2027-07-01';
const AT = `${DAY}T09:00:00Z`;
/** When the one that the parties have for decision was begun: before it was sent out for consultation. */
const BEGUN = '2026-09-01T09:00:00Z';

/** Those who write in the demonstration: somebody of each side. */
export type SeedWriters = Readonly<Record<Side, string>>;

/**
 * Two fictional working copies for a county, once: one of its first agreement that is being written (`demo:draft:<county>`), and one of its last that the
 * parties have for decision (`demo:submitted:<county>`). For demo mode, as the owner.
 */
export async function seedDrafts(tx: Tx, county: CountyFile, writers: SeedWriters): Promise<void> {
  const on = Temporal.PlainDate.from(DAY);
  const slugs = (await agreementsOfCountyOn(tx, county.code, on)).map(({ agreement }) => agreement).filter(({ kind }) => kind === 'county');
  const [first, last] = await Promise.all([slugs[0], slugs.at(-1)].map((one) => (one ? versionOn(tx, { slug: one.slug }, on) : undefined)));
  if (!first || !last || isRefusal(first) || isRefusal(last)) return;
  await seedWritten(tx, county, first.agreement, writers);
  await seedSubmitted(tx, county, last.agreement, writers);
}

async function seedWritten(tx: Tx, county: CountyFile, base: AgreementFile, writers: SeedWriters): Promise<void> {
  const id = stableId(`demo:draft:${county.code}`);
  if (await findDraft(tx, id)) return;
  const begun = draftFromVersion(base, seedTexts.written);
  await put(tx, rowOf(id, county, base, seedTexts.written, 'major'), begun, writers);
  const termed = await seedTerm(tx, id, { county, begun, base }, writers);
  await seedTable(tx, id, termed ?? begun, { writers, number: termed ? 3 : 2 });
}

/** A section with a table, which waits for both sides. */
async function seedTable(
  tx: Tx,
  draft: string,
  begun: DraftFile,
  { writers: { region: account }, number }: { writers: SeedWriters; number: number },
): Promise<void> {
  const { heading, lines } = seedTexts.table;
  const added = addSection(begun, { heading, where: 'after' });
  if (isRefusal(added)) return;
  const content = writeSection(added.draft, added.id, { heading, lines: lines.join('\n') });
  await insertRevision(tx, { draft, number, place: 'outline', content, side: 'region', account, at: Temporal.Instant.from(AT) });
}

/** A term that the version in force does not have, written and approved by one side: it waits for the other. Answers the draft with it; undefined where there is one. */
async function seedTerm(
  tx: Tx,
  draft: string,
  { county, begun, base }: { county: CountyFile; begun: DraftFile; base: AgreementFile },
  { region: account }: SeedWriters,
): Promise<DraftFile | undefined> {
  const body = county.bodies.find(({ kind }) => kind === 'officials') ?? county.bodies[0];
  if (!body || base.terms['minor-amendment']) return undefined;
  const term = { by: [body.id], 'may-not-touch': seedTexts.fenced, cites: base.terms.validity.cites };
  const content = withTerm(begun, 'minor-amendment', term);
  const place = 'term:minor-amendment';
  await insertRevision(tx, { draft, number: 2, place, content, side: 'region', account, at: Temporal.Instant.from(AT) });
  await act(tx, draft, 'drafts.approve', account, { side: 'region', places: [place], hashes: [hashOf(term)] });
  return content;
}

/** Tried, heard, approved by both sides and given over: as it would have come through the forms. */
async function seedSubmitted(tx: Tx, county: CountyFile, base: AgreementFile, writers: SeedWriters): Promise<void> {
  const id = stableId(`demo:submitted:${county.code}`);
  if (await findDraft(tx, id)) return;
  const begun = draftFromVersion(base, seedTexts.submitted);
  const text = { ...begun.text, version: { ...begun.text.version, from: FROM } };
  const considered = text.responsibilities.map((row) => row.id);
  const content: DraftFile = {
    ...begun,
    text,
    children: { considered, text: seedTexts.children },
    influence: { level: 'dialogue', text: seedTexts.influence },
  };
  await put(tx, rowOf(id, county, base, seedTexts.submitted, 'major'), content, writers, BEGUN);
  const changed = changedPlaces(text, base);
  const places = placesOf(text);
  const hashes = changed.map((place) => hashOf(places.get(place)));
  for (const side of sides) await act(tx, id, 'drafts.approve', writers[side], { side, places: changed, hashes });
  await act(tx, id, 'drafts.submit', writers.region, { hash: hashOf(text), revision: 1, round: 1 });
}

function rowOf(id: string, county: CountyFile, base: AgreementFile, label: string, size: DraftRow['class']): DraftRow {
  const { slug, kind, parent = null, outline, terms } = base;
  const named = terms.parties.municipalities;
  const municipalities = named === 'all' ? county.municipalities.map(({ code }) => code) : named;
  return { id, slug, county: county.code, kind, parent, outline, base: base.version.label, label, class: size, municipalities };
}

async function put(tx: Tx, row: DraftRow, content: DraftFile, { region: account }: SeedWriters, begun = AT): Promise<void> {
  const at = Temporal.Instant.from(begun);
  await insertDraft(tx, row, { account, at });
  await insertRevision(tx, { draft: row.id, number: 1, place: 'all', content, side: 'region', account, at });
  const { slug, county, kind, label, base } = row;
  await act(tx, row.id, 'drafts.open', account, { slug, county, kind, label, base, class: row.class, side: 'region' });
}

async function act(tx: Tx, draft: string, kind: string, account: string, content: Facts): Promise<void> {
  await insertSeedAct(tx, {
    id: stableId(`${draft}:${kind}:${account}`),
    kind,
    account,
    subject: { kind: 'draft', id: draft },
    on: DAY,
    at: AT,
    content,
  });
}
