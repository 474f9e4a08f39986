import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { CountyCode, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { draftFromOutline, draftFromVersion } from '../../domain/drafts/draft-from.ts';
import { mayOpenDraft, sideOf } from '../../domain/drafts/policies.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type UseCaseContext, useCase } from '../../platform/index.ts';
import { versionOn } from '../agreements/index.ts';
import { allOutlines, countyOf } from '../counties/index.ts';
import { type DraftRow, findKeyedDraft, insertDraft, insertRevision, lockDraft } from './drafts.sql.ts';
import { writingTexts } from './texts-writing.ts';

/** What a version is called. */
export const Label = z.string().trim().min(1).max(60);

/**
 * Opens a working copy of an agreement from a version of it: a new version, or a simple amendment (`minor`). Answers its id, the form's `key` where it has one: what is sent twice opens one. Refuses `agreement-not-found`,
 * `version-not-found`, `forbidden`, `label-taken` and `no-minor-way` when the agreement has none.
 */
export const openNewVersion = useCase({
  permission: 'drafts.open',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
    slug: Slug,
    base: z.string().max(60).optional(),
    label: Label,
    class: z.enum(['major', 'minor']),
  }),
  run: async (context) => {
    const { tx, today, input } = context;
    const found = await versionOn(tx, { slug: input.slug, label: input.base }, today);
    if (isRefusal(found)) return found;
    const { agreement: base, versions } = found;
    if (versions.some(({ version }) => version.label === input.label)) return refuse('label-taken', { label: input.label });
    if (input.class === 'minor' && !base.terms['minor-amendment']) return refuse('no-minor-way', {});
    const { slug, county, kind, parent = null, outline } = base;
    const municipalities = await partiesOf(context, base);
    const row = { slug, county, kind, parent, outline, base: base.version.label, label: input.label, class: input.class, municipalities };
    return openDraft(context, row, draftFromVersion(base, input.label));
  },
});

/**
 * Opens a working copy of a new agreement, under the headings of an outline. It follows another of the county (`model`): a local one its parent. Answers its id.
 * Refuses `agreement-not-found`, `outline-not-found`, `slug-taken`, `municipality-not-found` and `forbidden`.
 */
export const openFromOutline = useCase({
  permission: 'drafts.open',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
    county: CountyCode,
    outline: Slug,
    model: Slug,
    kind: z.enum(['county', 'local']),
    slug: Slug.max(80),
    title: z.string().trim().min(3).max(200),
    municipalities: z.array(MunicipalityCode).max(400).default([]),
  }),
  run: async (context) => {
    const { tx, today, input } = context;
    const { county, kind, slug, title } = input;
    const model = await versionOn(tx, { slug: input.model }, today);
    if (isRefusal(model) || model.agreement.county !== county) return refuse('agreement-not-found', { slug: input.model });
    const outline = (await allOutlines(tx)).find(
      ({ id, kinds, counties }) => id === input.outline && kinds.includes(kind) && (counties.length === 0 || counties.includes(county)),
    );
    if (!outline) return refuse('outline-not-found', { outline: input.outline });
    if (!isRefusal(await versionOn(tx, { slug }, today))) return refuse('slug-taken', { slug });
    const known = await partiesOf(context, model.agreement);
    const municipalities = kind === 'local' ? [...new Set(input.municipalities)] : known;
    if (municipalities.length === 0 || municipalities.some((code) => !known.includes(code))) return refuse('municipality-not-found', {});
    const parent = kind === 'local' ? model.agreement.slug : null;
    const label = '1';
    const row = { slug, county, kind, parent, outline: outline.id, base: null, label, class: 'major', municipalities } as const;
    const { source, adoption } = writingTexts.newAgreement;
    const wanted = { slug, kind, title, label, status: source, adoption, ...(parent ? { parent, municipalities } : {}) };
    return openDraft(context, row, draftFromOutline(outline, model.agreement, wanted));
  },
});

/** The codes of the municipalities that are parties of an agreement. */
async function partiesOf({ tx }: Pick<UseCaseContext<unknown>, 'tx'>, { county, terms }: AgreementFile): Promise<string[]> {
  const { municipalities } = terms.parties;
  if (municipalities !== 'all') return municipalities;
  const file = await countyOf(tx, county);
  return file?.municipalities.map(({ code }) => code) ?? [];
}

/**
 * Opens a draft with what it begins with, by whoever acts. Answers its id: that of the key when there is one, also when it was opened before by the same. Refuses
 * `forbidden`, and `key-taken` for a key of others, and for one's own when the draft would have begun with something else.
 */
export async function openDraft(
  context: UseCaseContext<{ readonly key?: string | undefined }>,
  row: Omit<DraftRow, 'id'>,
  content: DraftFile,
) {
  const { tx, actor, now, input, record } = context;
  const acting = assignmentOf(actor);
  const side = acting && sideOf(acting);
  if (!side || !mayOpenDraft(actor, row)) return refuse('forbidden', { permission: 'drafts.open' });
  const id = input.key ?? newId(now);
  await lockDraft(tx, id);
  const before = await findKeyedDraft(tx, id);
  const { account } = getLogin(actor);
  if (before) return saysTheSame(before, { openedBy: account, content, ...row }) ? { id } : refuse('key-taken');
  const { slug, county, kind, label, base, class: degree } = row;
  const taken = await insertDraft(tx, { id, ...row }, { account, at: now }).then(
    () => undefined,
    (error: unknown) => onConstraint(error, { draft_pkey: refuse('key-taken') }),
  );
  if (taken) return taken;
  await insertRevision(tx, { draft: id, number: 1, place: 'all', content, side, account, at: now });
  await record({
    kind: 'drafts.open',
    subject: { kind: 'draft', id },
    content: { slug, county, kind, label, base, class: degree, side },
  });
  return { id };
}
