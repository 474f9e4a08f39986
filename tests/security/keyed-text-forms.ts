import { enterComment, giveComment } from '../../src/features/consultations/give-comment.ts';
import { openRound } from '../../src/features/consultations/open-round.ts';
import { answerRemark, settleSuggestion } from '../../src/features/drafts/act-on-remark.ts';
import { addRemark } from '../../src/features/drafts/add-remark.ts';
import { readDecisions } from '../../src/features/drafts/decisions.ts';
import { DALARNA, done, type givenDrafts, JONKOPING } from '../../src/features/drafts/given-drafts.ts';
import { openFromOutline, openNewVersion } from '../../src/features/drafts/open-draft.ts';
import { openFromImport } from '../../src/features/drafts/open-from-import.ts';
import { orderSignature } from '../../src/features/drafts/order-signature.ts';
import { readProposals } from '../../src/features/imports/read-proposals.ts';
import { reviewProposal } from '../../src/features/imports/review-proposal.ts';
import { uploadImport } from '../../src/features/imports/upload-import.ts';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { newId, type Scope, stableId } from '../../src/platform/index.ts';
import { DRAFT, givenSigning } from '../given/signing.ts';
import { type Input, keyed, type Sent } from './keyed-form.ts';

type Given = Awaited<ReturnType<typeof givenDrafts>>;

const OTHER = 'jonkoping-psykiatriska-tillstand';
const SECTION = 'inledning';
const USERS = `user-organisation:${stableId('demo:users:06')}`;
const TOWN = `huvudman:${municipalityId('0604')}`;

/** The forms by which agreements are written, and by which something is said of them meanwhile. */
export async function keyedTextForms(given: Given): Promise<Sent[]> {
  const { region } = given.writers['06'];
  const drafts = [await given.opened('06', 'nyckel-1'), await given.opened('06', 'nyckel-2')] as const;
  return [
    keyed(
      ['drafts/open-draft.ts', 'a new version'],
      openNewVersion,
      given.writers['20'].region,
      { slug: DALARNA, base: '2021', label: 'k1', class: 'minor' },
      { slug: JONKOPING, base: '1', label: 'k2', class: 'major' },
      { slug: 'version-not-found', base: 'version-not-found' },
    ),
    keyed(
      ['drafts/open-draft.ts', 'a new agreement'],
      openFromOutline,
      region,
      { county: '06', outline: 'jonkoping-lok', model: JONKOPING, kind: 'local', slug: 'lok-1', title: 'Lokal', municipalities: ['0604'] },
      { county: '20', outline: 'egna-rubriker', model: OTHER, kind: 'county', slug: 'lok-2', title: 'Annan', municipalities: ['0686'] },
      { county: 'agreement-not-found', kind: 'outline-not-found' },
    ),
    await keyedImport(region),
    ...(await keyedRemarks(given, drafts)),
    await keyedOrder(given, drafts[0]),
    ...(await keyedRounds(given, drafts)),
  ];
}

async function keyedImport(region: Scope): Promise<Sent> {
  const imported = async (name: string) => {
    const text = `# ${name}\n\n## Giltighet\n\nAvtalet gäller från 2024-03-01.\n\n## Ansvar\n\nRegionen ansvarar för abstinensvård.\n`;
    const { id } = done(await uploadImport(region, { name: `${name}.md`, bytes: new TextEncoder().encode(text) }));
    for (const { proposal } of done(await readProposals(region, { id })).items)
      done(await reviewProposal(region, { id, proposal: proposal.id, seen: 0, verdict: 'accept' }));
    return id;
  };
  const said = {
    kind: 'local',
    parent: JONKOPING,
    title: 'Inläst',
    slug: 'inlast-1',
    label: '1',
    prefix: 'IN',
    municipalities: ['0604'],
  } as const;
  const others = { parent: OTHER, title: 'Annan', slug: 'inlast-2', label: '2', prefix: 'UT', municipalities: ['0686'] };
  // `area` is asked for what has no parent, and `leave` only confirms.
  return keyed<Input<typeof openFromImport>, 'area' | 'leave'>(
    ['drafts/open-from-import.ts', 'a working copy of an import'],
    openFromImport,
    region,
    { import: await imported('ett'), ...said, municipalities: ['0604'] },
    { import: await imported('två'), kind: 'county', ...others },
    { kind: 'area-not-found' },
  );
}

async function keyedRemarks({ writers, read }: Given, [draft, other]: readonly [string, string]): Promise<Sent[]> {
  const { region } = writers['06'];
  const { number: seen, draft: file } = await read(region, draft);
  const place = `section:${SECTION}`;
  const [sentence = '', second = ''] = Object.keys(file.text.sections.find(({ id }) => id === SECTION)?.sentences ?? {});
  const said = { draft, seen, sort: 'comment', place, sentence, text: 'Oklart.', wording: '' } as const;
  const remarked = async (sort: 'comment' | 'remove') => done(await addRemark(region, { key: newId(), ...said, sort })).id;
  return [
    // `seen` is the number of the save that was on the page.
    keyed<Input<typeof addRemark>, 'seen'>(
      ['drafts/add-remark.ts', 'a remark'],
      addRemark,
      region,
      { ...said, sort: 'reword', text: 'Tydligare så.', wording: 'Helt andra ord.' },
      { draft: other, sort: 'insert', place: 'section:uppfoljning', sentence: second, text: 'Nej.', wording: 'Några ord.' },
    ),
    keyed(
      ['drafts/act-on-remark.ts', 'an answer to a remark'],
      answerRemark,
      region,
      { draft, remark: await remarked('comment'), act: 'answer', text: 'Ja.' },
      { draft: other, remark: await remarked('comment'), act: 'resolve', text: 'Nej.' },
      { draft: 'remark-not-found' },
    ),
    keyed(
      ['drafts/act-on-remark.ts', 'what becomes of a suggestion'],
      settleSuggestion,
      region,
      { draft, remark: await remarked('remove'), act: 'reject', text: 'Behövs.' },
      { draft: other, remark: await remarked('remove'), act: 'accept', text: 'Behövs inte.' },
      { draft: 'remark-not-found' },
    ),
  ];
}

async function keyedOrder({ freshScopeOf, clock }: Given, other: string): Promise<Sent> {
  await givenSigning(clock);
  const chair = await freshScopeOf('politiker-20');
  const { process } = done(await readDecisions(chair, { draft: DRAFT }));
  return keyed(
    ['drafts/order-signature.ts', 'an order for a signature'],
    orderSignature,
    chair,
    { draft: DRAFT, step: 'sign', seat: 'valfardsradet.chair', hash: process.submission?.hash ?? '' },
    { draft: other, step: 'adopt', seat: 'valfardsradet.vice-chair', hash: 'a'.repeat(64) },
    { draft: 'draft-not-found', step: 'step-not-found', seat: 'seat-not-yours', hash: 'text-changed' },
  );
}

async function keyedRounds({ writers, scopeOf }: Given, [draft, other]: readonly [string, string]): Promise<Sent[]> {
  const { region } = writers['06'];
  const asked = { lastDay: '2026-12-10', level: 'consultation', isPublic: false, asks: '' } as const;
  const round = { draft, ...asked, receivers: [USERS, TOWN], sections: [SECTION] };
  const view = { round: done(await openRound(region, round)).id, place: '', text: 'Det saknas något.' };
  const otherView = { round: done(await openRound(region, { ...round, draft: other })).id, place: SECTION, text: 'Allt finns.' };
  const changed = { lastDay: '2026-12-11', level: 'dialogue', isPublic: true, asks: 'Vad saknas?', receivers: [USERS] } as const;
  return [
    keyed(['consultations/open-round.ts', 'a round'], openRound, region, round, {
      draft: other,
      ...changed,
      receivers: [USERS],
      sections: ['giltighetstid'],
    }),
    keyed(
      ['consultations/give-comment.ts', 'a view'],
      giveComment,
      await scopeOf('brukarorganisation-06'),
      { ...view, receiver: USERS },
      { ...otherView, receiver: TOWN },
      { receiver: 'not-asked' },
    ),
    keyed(
      ['consultations/give-comment.ts', 'a letter'],
      enterComment,
      region,
      { ...view, fromWhom: 'En förening', cameOn: '2026-11-22', receiver: TOWN },
      { ...otherView, fromWhom: 'En annan', cameOn: '2026-11-21', receiver: USERS },
      { cameOn: 'came-before-sent' },
    ),
  ];
}
