import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { draftFromImport } from '../../domain/drafts/draft-from-import.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { agreementsOfCountyOn, versionOn } from '../agreements/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { acceptedImport } from '../imports/index.ts';
import { lockDraft } from './drafts.sql.ts';
import { findDraftOfImport, insertImportOrigin } from './import-origin.sql.ts';
import { Label, openDraft } from './open-draft.ts';
import { importWords } from './texts-import.ts';

/** The outline of what has headings of its own. */
const OUTLINE = 'egna-rubriker';

/**
 * Opens a working copy of an agreement that was read from a file: its text under its own headings, and of its terms what people have accepted, each resting on
 * the sentences it was read from. Once for each file and kind, as long as that one is not abandoned: asked again it answers the same. Proposals that nobody has answered have to be left out
 * knowingly (`leave`). Answers its id. Refuses `import-not-found`, `proposals-waiting`, `parent-missing`, `agreement-not-found`, `area-not-found`,
 * `slug-taken`, `municipality-not-found`, `key-taken` for a key of others and `forbidden`.
 */
export const openFromImport = useCase({
  permission: 'drafts.open',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
    import: z.uuid(),
    kind: z.enum(['county', 'local']),
    parent: Slug.optional(),
    area: Slug.optional(),
    title: z.string().trim().min(3).max(300),
    slug: Slug.max(80),
    label: Label,
    prefix: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/),
    municipalities: z.array(MunicipalityCode).max(400).default([]),
    leave: z.boolean().default(false),
  }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const county = assignmentOf(actor)?.county;
    const accepted = county === undefined ? undefined : await acceptedImport(tx, input.import, county, today);
    if (county === undefined || !accepted) return refuse('import-not-found', { id: input.import });
    await lockDraft(tx, input.import);
    const { kind, slug, title, label, prefix } = input;
    const before = await findDraftOfImport(tx, input.import, kind);
    if (before !== undefined && before !== input.key) return { id: before };
    const { row: file, collected, leftOut, counts, reviewers } = accepted;
    if (counts.waiting > 0 && !input.leave) return refuse('proposals-waiting', { waiting: counts.waiting });
    const parent = kind === 'local' ? input.parent : undefined;
    if (kind === 'local' && parent === undefined) return refuse('parent-missing', {});
    const above = parent === undefined ? undefined : await versionOn(tx, { slug: parent }, today);
    if (isRefusal(above) || (above && above.agreement.county !== county)) return refuse('agreement-not-found', { slug: parent ?? '' });
    const area = above?.agreement.area ?? input.area;
    const { areas } = await nationalFile(tx, 'areas');
    if (area === undefined || !areas.some(({ id }) => id === area)) return refuse('area-not-found', {});
    if (!isRefusal(await versionOn(tx, { slug }, today))) return refuse('slug-taken', { slug });
    const known = (await countyOf(tx, county))?.municipalities.map(({ code }) => code) ?? [];
    const municipalities = kind === 'county' && input.municipalities.length === 0 ? known : input.municipalities;
    if (municipalities.length === 0 || municipalities.some((code) => !known.includes(code))) return refuse('municipality-not-found', {});
    const wanted = { slug, county, kind, parent, area, outline: OUTLINE, title, label, prefix, file: file.file };
    const made = draftFromImport(file.text, collected, wanted, importWords);
    const row = {
      slug,
      county,
      kind,
      parent: parent ?? null,
      outline: OUTLINE,
      base: null,
      label,
      class: 'major',
      municipalities,
    } as const;
    const opened = await openDraft(context, row, made.draft);
    if (isRefusal(opened) || before !== undefined) return opened;
    const origin = { importId: input.import, kind, file: file.file, sha256: file.sha256, read: file.created, counts, reviewers };
    await insertImportOrigin(tx, opened.id, { ...origin, leftOut: [...leftOut, ...made.leftOut] });
    return opened;
  },
});

/** What a working copy of an import can be, and what has been said of it so far. Refuses `import-not-found`, also for one of another county. */
export const readImportToOpen = useCase({
  permission: 'drafts.open',
  mode: 'read',
  input: z.strictObject({ import: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const county = assignmentOf(actor)?.county;
    const accepted = county === undefined ? undefined : await acceptedImport(tx, input.import, county, today);
    if (county === undefined || !accepted) return refuse('import-not-found', { id: input.import });
    const { areas } = await nationalFile(tx, 'areas');
    const agreements = (await agreementsOfCountyOn(tx, county, today)).map(({ agreement }) => agreement);
    const { row, counts } = accepted;
    return {
      title: row.title ?? row.file,
      counts,
      areas,
      parents: agreements.filter(({ kind }) => kind === 'county').map(({ slug, short }) => ({ slug, short })),
      municipalities: (await countyOf(tx, county))?.municipalities ?? [],
    };
  },
});
