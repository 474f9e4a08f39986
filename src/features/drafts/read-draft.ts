import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { mayOpenDraft, mayReadDraft, sideOf } from '../../domain/drafts/policies.ts';
import { type DraftState, isGivenOver, processOf } from '../../domain/drafts/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';
import { allOutlines, countyOf } from '../counties/index.ts';
import { listActsOfDrafts } from './draft-acts.sql.ts';
import { findRevision, type ListedDraft, listDrafts, listRevisions } from './drafts.sql.ts';
import { loadDraft, stepsFor } from './load-draft.ts';
import { eventsOf } from './read-acts.ts';
import { countOpenRemarks } from './remarks.sql.ts';
import { gatesFor } from './submit-draft.ts';

/** How many saves are listed: the latest. */
const MOST_REVISIONS = 50;

/** One working copy, with who has written what, and on whose behalf whoever asks would (`side`). Refuses `draft-not-found`. */
export const readDraft = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const county = await countyOf(tx, view.row.county);
    const acting = assignmentOf(actor);
    const openRemarks = await countOpenRemarks(tx, input.draft);
    return {
      ...view,
      county,
      openRemarks,
      side: acting && sideOf(acting),
      revisions: await listRevisions(tx, input.draft, MOST_REVISIONS),
    };
  },
});

/** As `readDraft`, with every gate before a decision and the faults of the whole. Refuses `draft-not-found`. */
export const readDraftGates = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    return isRefusal(view) ? view : { ...view, ...(await gatesFor(tx, view, today)) };
  },
});

export type DraftInList = ListedDraft & { readonly state: DraftState };

/** The working copies of one's county that one may read, of one agreement when `slug` is given, the latest opened first; each with where it is. */
export const listDraftsOf = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug.optional() }),
  run: async ({ tx, actor, today, input }) => {
    const county = assignmentOf(actor)?.county;
    if (!county) return refuse('forbidden', { permission: 'drafts.read' });
    const drafts = (await listDrafts(tx, county, input.slug)).filter((draft) => mayReadDraft(actor, draft));
    const [acts, agreements] = await Promise.all([
      listActsOfDrafts(
        tx,
        drafts.map(({ id }) => id),
      ),
      agreementsOfCountyOn(tx, county, today),
    ]);
    const states = drafts.map(async (draft): Promise<DraftInList> => {
      const events = eventsOf(acts.get(draft.id) ?? []);
      if (!isGivenOver(events)) return { ...draft, state: processOf(events, []).state };
      const content = (await findRevision(tx, draft.id))?.content;
      const versions = agreements.flatMap((one) => one.versions).filter(({ slug }) => slug === draft.slug);
      const base = versions.find(({ version }) => version.label === draft.base);
      const steps = content ? stepsFor(draft, content, base) : [];
      return { ...draft, state: processOf(events, steps).state };
    });
    const owner = { county, kind: 'county', municipalities: [] } as const;
    return { county, mayOpen: mayOpenDraft(actor, owner), drafts: await Promise.all(states) };
  },
});

/** What a new working copy can begin from in a county: its agreements as they are today, and the outlines that are used there. */
export const readBeginnings = useCase({
  permission: 'drafts.open',
  mode: 'read',
  input: z.strictObject({ county: CountyCode }),
  run: async ({ tx, today, input }) => {
    const agreements = (await agreementsOfCountyOn(tx, input.county, today)).map(({ agreement, versions }) => ({
      slug: agreement.slug,
      kind: agreement.kind,
      short: agreement.short,
      label: agreement.version.label,
      labels: versions.map(({ version }) => version.label),
      minor: agreement.terms['minor-amendment'] !== undefined,
    }));
    const outlines = (await allOutlines(tx)).filter(({ counties }) => counties.length === 0 || counties.includes(input.county));
    const county = await countyOf(tx, input.county);
    return { agreements, outlines, municipalities: county?.municipalities ?? [] };
  },
});
