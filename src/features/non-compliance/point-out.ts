import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { Party, partyOf } from '../../domain/agreements/parties.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { mayPointOut } from '../../domain/non-compliance/policies.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type Telling, type Tx, type UseCaseContext, useCase } from '../../platform/index.ts';
import { rulesOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { organisationOfParty, tellBodies } from '../organisations/index.ts';
import { insertLack, type LackRow, listLacks, lockLack } from './non-compliance.sql.ts';

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
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { key, ...typed } = input;
    const breached = await breachOf(context, typed);
    if (isRefusal(breached)) return breached;
    const id = key ?? newId(now);
    await lockLack(tx, id);
    const [before] = await listLacks(tx, { id });
    const by = { organisation: breached.organisation, openedBy: getLogin(actor).account };
    if (before) return saysTheSame(before, { ...by, ...typed }) ? { id } : refuse('key-taken');
    const taken = await insertLack(tx, { id, ...breached, ...by, ...typed, at: now }).then(
      () => undefined,
      (error: unknown) => onConstraint(error, { non_compliance_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await tell(context, id, { ...breached, ...typed });
    return { id };
  },
});

type Typed = { readonly slug: string } & { readonly [Field in keyof typeof LackInput]: z.output<(typeof LackInput)[Field]> };
type Context = Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'record'>;

/** What was said not to be kept: by which party of which version, about whom, and to which bodies. */
type Breach = Pick<LackRow, 'county' | 'organisation' | 'party' | 'label' | 'bodies' | 'aboutOrganisations'>;

/** Whose word it is, of what and to whom; or why it cannot be said. */
async function breachOf({ tx, actor, today }: Context, { slug, about, rows, sections }: Typed): Promise<Breach | Refusal> {
  const acting = assignmentOf(actor);
  const party = acting && partyOf(acting);
  const found = await rulesOn(tx, { slug }, today);
  if (isRefusal(found)) return found;
  const { agreement } = found;
  const { county, version, terms } = agreement;
  const municipalities = (await countyOf(tx, county))?.municipalities.map(({ code }) => code) ?? [];
  const parties = presentParties(found, municipalities);
  if (!acting || !party || acting.county !== county || !parties.includes(party) || !mayPointOut(actor))
    return refuse('not-a-party-of-it', {});
  const bodies = noticeBodies(terms);
  if (bodies.length === 0) return refuse('no-notice-of-lack', {});
  if (about.length === 0 || about.some((one) => one === party || !parties.includes(one))) return refuse('about-missing', {});
  const fault = clauseFault(agreement, [...rows, ...sections]);
  if (fault) return fault;
  const aboutOrganisations = about.map((one) => organisationOfParty(county, one));
  return { county, organisation: acting.organisation.id, party, label: version.label, bodies, aboutOrganisations };
}

/** What is wrong with the clauses that are said not to be kept: there are none, or one that the agreement does not have. */
function clauseFault(
  { responsibilities, sections }: AgreementFile,
  clauses: readonly string[],
): Refusal<'clause-missing' | 'clause-not-found'> | undefined {
  if (clauses.length === 0) return refuse('clause-missing', {});
  const known = new Set([...responsibilities.map(({ id }) => id), ...sectionsOf(sections).map(({ section }) => section.id)]);
  const strange = clauses.find((clause) => !known.has(clause));
  return strange === undefined ? undefined : refuse('clause-not-found', { clause: strange });
}

/** Writes the act, and tells the bodies and those that it is about. */
async function tell({ tx, today, record }: Context, id: string, said: Breach & Typed): Promise<void> {
  const { county, party, label, bodies, aboutOrganisations, slug, about, rows, sections } = said;
  const params = { notice: id, step: 'pointed-out' };
  const concerned = aboutOrganisations.map((organisation) => ({
    kind: 'non-compliance-noted',
    to: { role: 'registrar', organisation } as const,
    params,
  }));
  await record({
    kind: 'non-compliance.point-out',
    subject: { kind: 'non-compliance', id },
    content: { slug, label, party, about, rows, sections, bodies },
    tell: [...(await toBodies(tx, county, bodies, today, params)), ...concerned],
  });
}

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
