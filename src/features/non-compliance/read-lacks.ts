import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { type Party, partyOf } from '../../domain/agreements/parties.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { mayPointOut } from '../../domain/non-compliance/policies.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { agreementsOfCountyOn, rulesOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { loadLack, loadLacks } from './load-lack.ts';

/** What an agreement says of pointing out that it is not kept: the bodies that hear it (ids; none where it has no such order), and its ladders instead. */
export const readOrderOfLack = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug }),
  run: async ({ tx, today, input }) => {
    const found = await rulesOn(tx, input, today);
    if (isRefusal(found)) return found;
    const { agreement } = found;
    const county = await countyOf(tx, agreement.county);
    return { agreement, county, bodies: noticeBodies(agreement.terms) };
  },
});

/** What was pointed out in one's county that one may read, the latest first; and which bodies each agreement of the county has it go to. */
export const listLacksOf = useCase({
  permission: 'non-compliance.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const county = assignmentOf(actor)?.county;
    if (county === undefined) return refuse('forbidden', { permission: 'non-compliance.read' });
    const [file, agreements] = await Promise.all([countyOf(tx, county), agreementsOfCountyOn(tx, county, today)]);
    const orders = agreements
      .filter(({ status }) => status.code !== 'withdrawn' && status.code !== 'replaced')
      .map(({ agreement: { slug, short, terms } }) => ({ slug, short, bodies: noticeBodies(terms) }));
    return { lacks: await loadLacks(tx, actor, { county }), county: file, orders };
  },
});

/** One of them, with the version of the agreement that it is about, where that is held. Refuses `lack-not-found`. */
export const readLack = useCase({
  permission: 'non-compliance.read',
  mode: 'read',
  input: z.strictObject({ lack: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadLack(tx, actor, input.lack);
    if (isRefusal(view)) return view;
    const { slug, label, county: code } = view.row;
    const found = await rulesOn(tx, { slug, label }, today);
    const county = await countyOf(tx, code);
    return { ...view, county, agreement: isRefusal(found) ? undefined : found.agreement };
  },
});

/** A section as people name it: its number, where it has one, and its heading. */
export type SectionHeading = { readonly id: string; readonly heading: string };

export function headingsOf(sections: AgreementFile['sections']): SectionHeading[] {
  return sectionsOf(sections).map(({ section: { id, heading, number } }) => ({ id, heading: number ? `${number} ${heading}` : heading }));
}

/** What the form offers: whom it can be about, and the agreement with its rows and sections. */
export type LackBeginnings = {
  readonly agreement: AgreementFile;
  readonly county: CountyFile | undefined;
  readonly bodies: readonly string[];
  readonly others: readonly Party[];
};

/** What the form of a lack offers, for an agreement that one's organisation is a party of. Refuses `agreement-not-found` and `not-a-party-of-it`. */
export const readLackBeginnings = useCase({
  permission: 'non-compliance.point-out',
  mode: 'read',
  input: z.strictObject({ slug: Slug }),
  run: async ({ tx, actor, today, input }) => {
    const found = await rulesOn(tx, input, today);
    if (isRefusal(found)) return found;
    const { agreement } = found;
    const acting = assignmentOf(actor);
    const own = acting && partyOf(acting);
    const county = await countyOf(tx, agreement.county);
    const parties = presentParties(found, county?.municipalities.map(({ code }) => code) ?? []);
    if (!own || acting.county !== agreement.county || !parties.includes(own) || !mayPointOut(actor)) return refuse('not-a-party-of-it', {});
    const beginnings: LackBeginnings = {
      agreement,
      county,
      bodies: noticeBodies(agreement.terms),
      others: parties.filter((party) => party !== own),
    };
    return beginnings;
  },
});
