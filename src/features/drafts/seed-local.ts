import { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { type OutlineFile, outlineSections, type TermName } from '../../domain/counties/outline-file.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { draftFromOutline, type NewAgreement } from '../../domain/drafts/draft-from.ts';
import { questionsOf, writePractice } from '../../domain/drafts/local-practice.ts';
import { placesOf } from '../../domain/drafts/places.ts';
import { sides } from '../../domain/drafts/process.ts';
import { writeSection } from '../../domain/drafts/write-section.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Facts, insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn, versionOn } from '../agreements/index.ts';
import { allOutlines } from '../counties/index.ts';
import { insertDecision } from './decisions.sql.ts';
import { findDraft, insertDraft, insertRevision } from './drafts.sql.ts';
import { hashOf } from './hash.ts';
import { insertSeedVersion } from './seed.sql.ts';
import type { SeedWriters } from './seed-drafts.ts';
import { publishedTexts } from './texts-decision.ts';
import { seedLocalTexts as words, writingTexts } from './texts-writing.ts';

/** When the fictional local agreement was written and decided, and from which day it applies: its first yearly follow-up lies a year after. */
const WRITTEN = '2026-02-02';
/** After its consultation. */
const GIVEN = '2026-02-18';
const DECIDED = '2026-02-20';
const FROM = '2026-03-01';
/** When the one that is being written was begun. */
const BEGUN = '2026-10-12';

/** Where the fictional local agreement is for: a municipality, its units, those who write and the two registrars. */
export type SeedPlace = {
  readonly writers: SeedWriters;
  readonly registrars: SeedWriters;
  readonly municipality: { readonly code: string; readonly name: string };
  /** Where another is being written. */
  readonly begun: { readonly code: string; readonly name: string };
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/**
 * A fictional local agreement of a county, once: under its first agreement that asks for one, written by both sides, decided by both parties, and published
 * (`demo:local:<county>`); and another that is being written. For demo mode, as the owner.
 */
export async function seedLocal(tx: Tx, county: CountyFile, place: SeedPlace): Promise<void> {
  const id = stableId(`demo:local:${county.code}`);
  const on = Temporal.PlainDate.from(FROM);
  const model = (await agreementsOfCountyOn(tx, county.code, on)).find(({ agreement }) => agreement.terms['local-agreements']);
  const outlines = (await allOutlines(tx)).filter(({ kinds }) => kinds.includes('local'));
  const outline = outlines.find(({ counties }) => counties.includes(county.code)) ?? outlines.find(({ counties }) => counties.length === 0);
  const parent = model && (await versionOn(tx, { slug: model.agreement.slug }, on));
  if (!outline || !parent || isRefusal(parent) || (await findDraft(tx, id))) return;
  await seedWritten(tx, county, { outline, parent: parent.agreement, place });
  const content = contentFor(outline, parent.agreement, place);
  const { slug } = content.text;
  const { writers, registrars, municipality } = place;
  const base = { id, slug, county: county.code, kind: 'local', parent: parent.agreement.slug, outline: outline.id, base: null } as const;
  const at = Temporal.Instant.from(`${WRITTEN}T09:00:00Z`);
  await insertDraft(tx, { ...base, label: '1', class: 'major', municipalities: [municipality.code] }, { account: writers.region, at });
  await insertRevision(tx, { draft: id, number: 1, place: 'all', content, side: 'region', account: writers.region, at });
  const act = actOf(tx, id);
  const facts = { slug, county: county.code, kind: 'local', label: '1', base: null, class: 'major', side: 'region' };
  await act('drafts.open', writers.region, WRITTEN, facts);
  const places = placesOf(content.text);
  const hashes = [...places.values()].map(hashOf);
  for (const side of sides) await act('drafts.approve', writers[side], WRITTEN, { side, places: [...places.keys()], hashes });
  const hash = hashOf(content.text);
  const submission = await act('drafts.submit', writers.region, GIVEN, { hash, revision: 1, round: 1 });
  for (const side of sides) {
    const decider = side === 'region' ? 'party:region' : `party:${municipality.code}`;
    const said = { submission, step: 'beslut', decider, outcome: 'approved' } as const;
    const noted = await act('drafts.record-decision', registrars[side], DECIDED, { ...said, reservation: false, extract: null });
    const found = { body: words.body, paragraph: '7', registry: words.registry, approver: '', reservation: '', extract: null };
    await insertDecision(tx, id, { act: noted, ...said, on: DECIDED, ...found });
  }
  const published = await act('drafts.publish', writers.region, DECIDED, { slug, label: '1', county: county.code, from: FROM, hash });
  await insertSeedVersion(tx, { file: fileOf(content), act: published, at: `${DECIDED}T09:00:00Z` });
}

type Begun = { readonly outline: OutlineFile; readonly parent: AgreementFile; readonly place: SeedPlace };

/** One that is being written, for another municipality, with the first of the responsibilities told (`demo:local-draft:<county>`). */
async function seedWritten(tx: Tx, county: CountyFile, { outline, parent, place: { writers, begun } }: Begun): Promise<void> {
  const id = stableId(`demo:local-draft:${county.code}`);
  const at = Temporal.Instant.from(`${BEGUN}T09:00:00Z`);
  const slug = `lok-${begun.code}-${parent.area}`;
  let content = draftFromOutline(outline, parent, wantedFor(begun, parent, slug));
  const [row] = parent.responsibilities;
  const [way] = words.ways;
  if (row && way) content = writePractice(content, { row: row.id, activity: row.activity }, { ...way, by: [{ name: words.somebody }] });
  const draft = { id, slug, county: county.code, kind: 'local', parent: parent.slug, outline: outline.id, base: null, label: '1' } as const;
  await insertDraft(tx, { ...draft, class: 'major', municipalities: [begun.code] }, { account: writers.municipality, at });
  const written = { draft: id, number: 1, place: 'all', content, side: 'municipality', account: writers.municipality, at } as const;
  await insertRevision(tx, written);
  const facts = { slug, county: county.code, kind: 'local', label: '1', base: null, class: 'major', side: 'municipality' };
  await actOf(tx, id)('drafts.open', writers.municipality, BEGUN, facts);
}

function wantedFor({ code, name }: SeedPlace['municipality'], parent: AgreementFile, slug: string): NewAgreement {
  const { source: status, adoption } = writingTexts.newAgreement;
  return { slug, kind: 'local', parent: parent.slug, title: words.title(name), label: '1', municipalities: [code], status, adoption };
}

function actOf(tx: Tx, draft: string) {
  return async (kind: string, account: string, on: string, content: Facts): Promise<string> => {
    const id = stableId(`${draft}:${kind}:${account}`);
    await insertSeedAct(tx, { id, kind, account, subject: { kind: 'draft', id: draft }, on, at: `${on}T09:00:00Z`, content });
    return id;
  };
}

/** What both sides have written: a few responsibilities and answers, a sentence in each required section without questions, and when it is followed up. */
function contentFor(outline: OutlineFile, parent: AgreementFile, { municipality, units }: SeedPlace): DraftFile {
  const begun = draftFromOutline(outline, parent, wantedFor(municipality, parent, `lok-${municipality.code}-${parent.area}`));
  const asked = questionsOf(outline);
  const kept = outline.sections.filter(({ required }) => required || outline.sections.length === 1).map(({ id }) => id);
  let draft: DraftFile = { ...begun, text: { ...begun.text, sections: begun.text.sections.filter(({ id }) => kept.includes(id)) } };
  for (const { id, heading } of outlineSections(outline.sections)) {
    const isAnswered = asked.some(({ section }) => section === id);
    if (!isAnswered) draft = writeSection(draft, id, { heading, lines: words.sentence(heading) });
  }
  for (const [nth, row] of parent.responsibilities.slice(0, words.ways.length).entries()) {
    const unit = units[nth % Math.max(units.length, 1)];
    const way = words.ways[nth];
    if (!way) continue;
    const by = unit ? [{ name: unit.name, unit: unit.id }] : [{ name: words.somebody }];
    draft = writePractice(draft, { row: row.id, activity: row.activity }, { ...way, by });
  }
  for (const { id, text, section } of asked) {
    const answer = { how: words.answer, by: [{ name: words.somebody }], status: 'ongoing', until: '2026-12-31' } as const;
    draft = writePractice(draft, { question: id, text, section }, { ...answer, by: [...answer.by] });
  }
  const cites = (name: TermName) => {
    const all = outlineSections(outline.sections);
    return [(all.find(({ encodes }) => encodes.includes(name)) ?? all[0])?.id ?? ''];
  };
  const cadence = { id: 'follow-up', of: 'agreement', kind: 'follow-up', every: 'P12M', strength: 'must', starts: FROM } as const;
  return {
    ...draft,
    text: {
      ...draft.text,
      summary: words.summary(municipality.name),
      version: { label: '1', from: FROM },
      terms: {
        ...draft.text.terms,
        validity: { from: FROM, cites: cites('validity') },
        cadences: [{ ...cadence, by: [], description: words.followUp, cites: cites('cadences') }],
      },
    },
    children: { considered: [], text: words.children },
    influence: { level: 'dialogue', text: words.influence },
  };
}

function fileOf({ text }: DraftFile): AgreementFile {
  const file = AgreementFile.parse(text);
  const certain = { source: publishedTexts.source, certainty: 'source' } as const;
  const note = `${words.body}, § 7`;
  const adopted = { kind: 'adopted', on: DECIDED, by: 'each-party', registry: words.registry, note, ...certain } as const;
  return {
    ...file,
    source: { ...file.source, title: file.title, status: publishedTexts.status },
    acts: [adopted, adopted, { kind: 'took-effect', on: FROM, ...certain }],
  };
}
