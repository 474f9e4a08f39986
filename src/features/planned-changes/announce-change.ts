import { z } from 'zod';
import { type Assignment, assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { type Party, partyOf } from '../../domain/agreements/parties.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { mayAnnounce } from '../../domain/planned-changes/policies.ts';
import { dayFault } from '../../domain/planned-changes/process.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type Telling, type UseCaseContext, useCase } from '../../platform/index.ts';
import { agreementsWorkedBy } from '../agreements/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { fellOut, loadChangeFor } from './load-change.ts';
import { type Told, toldOf } from './parties-told.ts';
import {
  insertChange,
  insertParty,
  insertWording,
  listChanges,
  listOwnUnits,
  listParties,
  listWordings,
  lockChange,
} from './planned-changes.sql.ts';

/** So many days after it was told, and after each reminder, a party that has not answered is reminded. */
export const REMIND_AFTER = 7;

const once = (list: string[]) => [...new Set(list)];
const words = (most: number, least = 1) => z.string().trim().min(least).max(most);

/** What is typed of a change. `rows`: the responsibilities it touches, as `slug#row`. */
export const ChangeInput = {
  title: words(200, 3),
  what: words(4000),
  services: words(1000),
  affects: words(2000),
  from: IsoDate,
  units: z.array(z.uuid()).max(100).transform(once).default([]),
  rows: z.array(z.string().max(120)).max(200).transform(once),
} as const;
const Typed = z.strictObject(ChangeInput);
type Typed = z.output<typeof Typed>;
type Context = Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'now' | 'record'>;

type Fault = Refusal<
  'forbidden' | 'not-a-party' | 'not-your-unit' | 'own-unit-not-found' | 'change-in-the-past' | 'rows-missing' | 'row-not-in-force'
>;

/**
 * Announces a change that a party plans in its own services, to every other party of the agreements whose rows it touches. Answers its id: the form's `key`
 * where there is one, so that what is sent twice is announced once. Refuses `not-a-party`, `not-your-unit` to who manages another unit, `own-unit-not-found`,
 * `change-in-the-past`, `rows-missing`, `row-not-in-force`, and `key-taken` for a key of others.
 */
export const announceChange = useCase({
  permission: 'planned-changes.announce',
  mode: 'write',
  input: z.strictObject({ key: z.uuid().optional(), ...ChangeInput }),
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { key, ...typed } = input;
    const sender = await senderOf(context, typed);
    if (isRefusal(sender)) return sender;
    const { acting, party, told } = sender;
    const id = key ?? newId(now);
    await lockChange(tx, id);
    const [before] = await listChanges(tx, { id });
    const { county, organisation } = acting;
    const openedBy = getLogin(actor).account;
    if (before) {
      const [first] = await listWordings(tx, [id]);
      const isSame = first !== undefined && saysTheSame({ ...before, ...first }, { organisation: organisation.id, openedBy, ...typed });
      return isSame ? { id } : refuse('key-taken');
    }
    const taken = await insertChange(tx, { id, county, organisation: organisation.id, party, openedBy }, now).then(
      () => undefined,
      (error: unknown) => onConstraint(error, { planned_change_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await tell(context, { kind: 'planned-changes.announce', id, number: 1, county, party, typed, told });
    return { id };
  },
});

/**
 * Words an announced change anew, and tells every party once more: what they said of the earlier wording stays, and counts for that alone. Those who were
 * told before and whom it no longer touches are told that. Refuses as `announceChange` does, `change-reworded` when somebody was before, and what
 * `loadChangeFor` refuses.
 */
export const amendChange = useCase({
  permission: 'planned-changes.amend',
  mode: 'write',
  input: z.strictObject({ change: z.uuid(), seen: z.int(), ...ChangeInput }),
  run: async (context) => {
    const { change: id, seen, ...typed } = context.input;
    const view = await loadChangeFor(context, { id, act: 'planned-changes.amend', seen });
    if (isRefusal(view)) return view;
    const sender = await senderOf(context, typed);
    if (isRefusal(sender)) return sender;
    const { county, party } = view.row;
    await tell(context, { kind: 'planned-changes.amend', id, number: seen + 1, county, party, typed, told: sender.told });
    return { id };
  },
});

async function senderOf({ tx, actor, today }: Context, typed: Typed): Promise<{ acting: Assignment; party: Party; told: Told } | Fault> {
  const acting = assignmentOf(actor);
  const party = acting && partyOf(acting);
  if (!acting || !party) return refuse('not-a-party', {});
  if (!mayAnnounce(actor, typed.units)) return refuse('not-your-unit', {});
  const past = dayFault(typed.from, today);
  if (past) return past;
  const own = new Set((await listOwnUnits(tx, acting.organisation.id, today)).map(({ id }) => id));
  if (typed.units.some((unit) => !own.has(unit))) return refuse('own-unit-not-found', {});
  const told = toldOf(await agreementsWorkedBy(tx, acting.county, party, today), typed.rows, party);
  return isRefusal(told) ? told : { acting, party, told };
}

type Telt = {
  readonly kind: 'planned-changes.announce' | 'planned-changes.amend';
  readonly id: string;
  readonly number: number;
  readonly county: string;
  readonly party: Party;
  readonly typed: Typed;
  readonly told: Told;
};

/** Keeps the wording and who is told of it, with the act and the notices; those who were told before and are not now, are told that. */
async function tell({ tx, today, now, record }: Context, { kind, id, number, county, party, typed, told }: Telt): Promise<void> {
  const { from, units, rows } = typed;
  const organisations = told.receivers.map((one) => ({ party: one, organisation: organisationOfParty(county, one) }));
  const notice = (organisation: string, step: 'announced' | 'amended' | 'left'): Telling => ({
    kind: 'change-planned',
    to: { role: 'registrar', organisation },
    params: { change: id, step, from },
  });
  const left = fellOut(await listParties(tx, [id]), told.receivers);
  const notices = [
    ...organisations.map(({ organisation }) => notice(organisation, number === 1 ? 'announced' : 'amended')),
    ...left.map((one) => notice(organisationOfParty(county, one), 'left')),
  ];
  const agreements = told.agreements.map(({ slug }) => slug);
  const effectiveOn = Temporal.PlainDate.from(from);
  const content = { number, party, agreements, rows, units, receivers: told.receivers };
  const act = await record({ kind, subject: { kind: 'planned-change', id }, effectiveOn, content, tell: notices });
  await insertWording(tx, { ...typed, change: id, number, act, at: now });
  for (const one of organisations) await insertParty(tx, newId(now), { change: id, number, ...one }, today.add({ days: REMIND_AFTER }));
}
