import { z } from 'zod';
import { type Party, partiesOf } from '../../domain/agreements/parties.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { withoutTurn } from '../../domain/memberships/correct-turn.ts';
import { partyToNoteFor } from '../../domain/memberships/policies.ts';
import { turnDays, turnFault, turns } from '../../domain/memberships/turn.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { lockSubject, onConstraint, stableId, type Telling, type Tx, type UseCaseContext, useCase } from '../../platform/index.ts';
import { registeredOn, statusOfParty } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { eachOnce, organisationOfParty, tellBodies } from '../organisations/index.ts';
import { insertTurn, listTurns, type TurnRow } from './memberships.sql.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

/** What is typed of a party's decision to leave or to join. */
export const turnFields = {
  turn: z.enum(turns),
  from: IsoDate,
  decided: IsoDate,
  body: words(200),
  paragraph: words(60),
  registry: words(60),
  note: z.string().trim().max(1000).default(''),
};

/** How an agreement stands to the party of whoever asks, what its terms say of leaving, and what the party has noted. Refuses `agreement-not-found`, `version-not-found`, `not-your-party`. */
export const readTurn = useCase({
  permission: 'memberships.note',
  mode: 'read',
  input: z.strictObject({ slug: Slug }),
  run: async ({ tx, actor, today, input }) => {
    const found = await standing({ tx, actor }, input.slug, today);
    return isRefusal(found) ? found : { ...found, noted: await listTurns(tx, input.slug, found.party) };
  },
});

/**
 * Notes that the party of whoever asks leaves an agreement from a day, or joins it, by its own decision; and tells all other parties and the bodies that the terms
 * name for it. The version is as it was: how it stands to the party follows from the act. Refuses `not-your-party`, and what `turnFault` refuses.
 */
export const noteTurn = useCase({
  permission: 'memberships.note',
  mode: 'write',
  input: z.strictObject({ slug: Slug, ...turnFields }),
  run: async (context) => {
    const { tx, actor, input } = context;
    const { slug, ...typed } = input;
    const { kind, id } = membershipOf(slug);
    await lockSubject(tx, kind, id);
    const found = await standing({ tx, actor }, slug, Temporal.PlainDate.from(typed.from));
    if (isRefusal(found)) return found;
    return writeTurn(context, found, typed);
  },
});

type Typed = z.output<z.ZodObject<typeof turnFields>>;

/** Writes a party's turn, as it stands on the day of it, and tells everyone whom it concerns. `today`: the day it is tried as noted on. Refuses what `turnFault` refuses. */
export async function writeTurn(
  { tx, today, record }: Pick<UseCaseContext<unknown>, 'tx' | 'today' | 'record'>,
  found: Standing,
  typed: Typed,
) {
  const { agreement, status, party, ours } = found;
  const { turn, from } = typed;
  const known = turnDays(found.versions, party);
  const fault = turnFault(typed, { today: today.toString(), ...found, agreement: status.code, party: ours.code, known });
  if (fault) return fault;
  const { slug, county, version } = agreement;
  const params = { agreement: slug, turn, from, by: organisationOfParty(county, party) };
  const act = await record({
    kind: 'memberships.note',
    subject: membershipOf(slug),
    effectiveOn: Temporal.PlainDate.from(from),
    content: { slug, label: version.label, turn, party, from },
    tell: (await concerned(tx, found, today)).map((to) => ({ kind: 'party-turned', to, params })),
  });
  return insertTurn(tx, { act, slug, label: version.label, party, ...typed }).then(
    () => ({ act, slug }),
    (error: unknown) => onConstraint(error, { agreement_act_turn_once: refuse('turn-known-later', { on: from }) }),
  );
}

/** What an act about a party's place in an agreement is about. */
export function membershipOf(slug: string) {
  return { kind: 'membership' as const, id: stableId(`agreement:${slug}`) };
}

/** Whom a party's turn concerns: all other parties, and the bodies that the terms name for notices. */
export async function concerned(tx: Tx, { agreement, others, bodies }: Standing, today: Temporal.PlainDate): Promise<Telling['to'][]> {
  return eachOnce([
    ...others.map((one) => ({ role: 'registrar', organisation: organisationOfParty(agreement.county, one) }) as const),
    ...(await tellBodies(tx, agreement.county, bodies, today)),
  ]);
}

/** How an agreement stands to the party of whoever asks, on a day. */
export type Standing = Exclude<Awaited<ReturnType<typeof standing>>, Refusal>;

/** As `Standing` says it; `without` a turn, as if that had never been noted. Refuses `agreement-not-found`, `version-not-found`, `not-your-party`. */
export async function standing(
  { tx, actor }: Pick<UseCaseContext<unknown>, 'tx' | 'actor'>,
  slug: string,
  on: Temporal.PlainDate,
  without?: TurnRow,
) {
  const registered = await registeredOn(tx, { slug }, on);
  if (isRefusal(registered)) return registered;
  const found = without
    ? {
        ...registered,
        agreement: withoutTurn(registered.agreement, without),
        versions: registered.versions.map((one) => withoutTurn(one, without)),
      }
    : registered;
  const { agreement } = found;
  const { parties, termination } = agreement.terms;
  const county = await countyOf(tx, agreement.county);
  const party = partyToNoteFor(actor, agreement.county);
  const codes = county?.municipalities.map(({ code }) => code) ?? [];
  if (!county || party === undefined || !partiesOf(parties, codes).includes(party)) return refuse('not-your-party');
  const ours = statusOfParty(found, county, party);
  if (isRefusal(ours)) return refuse('not-your-party');
  const others: Party[] = presentParties(found, codes).filter((one) => one !== party);
  const bodies = [...new Set(noticeBodies(agreement.terms))];
  return { ...found, county, party, ours, others, bodies, termination };
}
