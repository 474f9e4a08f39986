import { z } from 'zod';
import { type Party, partiesOf } from '../../domain/agreements/parties.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { partyToNoteFor } from '../../domain/memberships/policies.ts';
import { turnDays, turnFault, turns } from '../../domain/memberships/turn.ts';
import { noticeBodies } from '../../domain/non-compliance/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { lockSubject, onConstraint, stableId, type Telling, type UseCaseContext, useCase } from '../../platform/index.ts';
import { registeredOn, statusOfParty } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { eachOnce, organisationOfParty, tellBodies } from '../organisations/index.ts';
import { insertTurn } from './memberships.sql.ts';

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

/** How an agreement stands to the party of whoever asks, and what its terms say of leaving. Refuses `agreement-not-found`, `version-not-found`, `not-your-party`. */
export const readTurn = useCase({
  permission: 'memberships.note',
  mode: 'read',
  input: z.strictObject({ slug: Slug }),
  run: ({ tx, actor, today, input }) => standing({ tx, actor }, input.slug, today),
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
    const { tx, actor, today, input, record } = context;
    const { slug, ...typed } = input;
    const { turn, from } = typed;
    const subject = { kind: 'membership' as const, id: stableId(`agreement:${slug}`) };
    await lockSubject(tx, subject.kind, subject.id);
    const found = await standing({ tx, actor }, slug, Temporal.PlainDate.from(from));
    if (isRefusal(found)) return found;
    const { agreement, status, party, others, bodies, ours } = found;
    const known = turnDays(found.versions, party);
    const fault = turnFault(typed, { today: today.toString(), ...found, agreement: status.code, party: ours.code, known });
    if (fault) return fault;
    const { county, version } = agreement;
    const to: Telling['to'][] = [
      ...others.map((one) => ({ role: 'registrar', organisation: organisationOfParty(county, one) }) as const),
      ...(await tellBodies(tx, county, bodies, today)),
    ];
    const params = { agreement: slug, turn, from, by: organisationOfParty(county, party) };
    const act = await record({
      kind: 'memberships.note',
      subject,
      effectiveOn: Temporal.PlainDate.from(from),
      content: { slug, label: version.label, turn, party, from },
      tell: eachOnce(to).map((receiver) => ({ kind: 'party-turned', to: receiver, params })),
    });
    return insertTurn(tx, { act, slug, label: version.label, party, ...typed }).then(
      () => ({ act, slug }),
      (error: unknown) => onConstraint(error, { agreement_act_turn_once: refuse('turn-known-later', { on: from }) }),
    );
  },
});

async function standing({ tx, actor }: Pick<UseCaseContext<unknown>, 'tx' | 'actor'>, slug: string, on: Temporal.PlainDate) {
  const found = await registeredOn(tx, { slug }, on);
  if (isRefusal(found)) return found;
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
