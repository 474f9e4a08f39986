import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { Party, partyOf } from '../../domain/agreements/parties.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { mayPointOut } from '../../domain/non-compliance/policies.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type Telling, type Tx, useCase } from '../../platform/index.ts';
import { rulesOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { organisationOfParty, tellBodies } from '../organisations/index.ts';
import { insertLack, listLacks, lockLack } from './non-compliance.sql.ts';

const once = (list: string[]) => [...new Set(list)];

/** What is typed. `about`: the parties that it is about; `rows` and `sections`: the responsibilities and parts of the text that are not kept. */
export const LackInput = {
  about: z.array(Party).max(400).transform(once),
  rows: z.array(z.string().max(60)).max(200).transform(once).default([]),
  sections: z.array(z.string().max(120)).max(200).transform(once).default([]),
  title: z.string().trim().min(3).max(200),
  what: z.string().trim().min(1).max(8000),
} as const;

/**
 * Points out in writing that a party does not keep an agreement, to the bodies that its own text names. Answers its id: the form's `key` where there is one.
 * Refuses `not-a-party-of-it`, `no-notice-of-lack` where the agreement has no such order, `about-missing`, `clause-missing`, `key-taken` for a key of others, and
 * `clause-not-found` (params: clause).
 */
export const pointOut = useCase({
  permission: 'non-compliance.point-out',
  mode: 'write',
  input: z.strictObject({ key: z.uuid().optional(), slug: Slug, ...LackInput }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const { key, slug, about, rows, sections, title, what } = input;
    const acting = assignmentOf(actor);
    const party = acting && partyOf(acting);
    const found = await rulesOn(tx, { slug }, today);
    if (isRefusal(found)) return found;
    const { agreement } = found;
    const county = await countyOf(tx, agreement.county);
    const parties = presentParties(found, county?.municipalities.map(({ code }) => code) ?? []);
    if (!acting || !party || acting.county !== agreement.county || !parties.includes(party) || !mayPointOut(actor))
      return refuse('not-a-party-of-it', {});
    const bodies = noticeBodies(agreement.terms);
    if (bodies.length === 0) return refuse('no-notice-of-lack', {});
    if (about.length === 0 || about.some((one) => one === party || !parties.includes(one))) return refuse('about-missing', {});
    if (rows.length + sections.length === 0) return refuse('clause-missing', {});
    const known = new Set([
      ...agreement.responsibilities.map(({ id }) => id),
      ...sectionsOf(agreement.sections).map(({ section }) => section.id),
    ]);
    const unknown = [...rows, ...sections].find((clause) => !known.has(clause));
    if (unknown !== undefined) return refuse('clause-not-found', { clause: unknown });
    const id = key ?? newId(now);
    await lockLack(tx, id);
    const [before] = await listLacks(tx, { id });
    const openedBy = getLogin(actor).account;
    if (before) {
      const sent = { organisation: acting.organisation.id, openedBy, slug, about, rows, sections, title, what };
      return saysTheSame(before, sent) ? { id } : refuse('key-taken');
    }
    const aboutOrganisations = about.map((one) => organisationOfParty(agreement.county, one));
    const { label } = agreement.version;
    const lack = {
      id,
      county: agreement.county,
      organisation: acting.organisation.id,
      party,
      slug,
      label,
      about,
      aboutOrganisations,
      rows,
      sections,
      bodies,
    };
    const taken = await insertLack(tx, { ...lack, title, what, openedBy, at: now }).then(
      () => undefined,
      (error: unknown) => onConstraint(error, { non_compliance_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    const params = { notice: id, step: 'pointed-out' };
    const tell: Telling[] = [
      ...(await toBodies(tx, agreement.county, bodies, today, params)),
      ...aboutOrganisations.map((organisation) => ({
        kind: 'non-compliance-noted',
        to: { role: 'registrar', organisation } as const,
        params,
      })),
    ];
    const content = { slug, label, party, about, rows, sections, bodies };
    await record({ kind: 'non-compliance.point-out', subject: { kind: 'non-compliance', id }, content, tell });
    return { id };
  },
});

/** Tells those who act in the bodies, and can receive and answer for them. */
export async function toBodies(
  tx: Tx,
  county: string,
  bodies: readonly string[],
  today: Temporal.PlainDate,
  params: Telling['params'],
): Promise<Telling[]> {
  const told = await tellBodies(tx, county, bodies, today);
  return told.map((to) => ({ kind: 'non-compliance-noted', to, params }));
}
