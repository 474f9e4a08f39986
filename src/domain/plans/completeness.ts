import type { Circumstance, CountyPlanning } from '../counties/planning.ts';
import type { Missing } from './establish.ts';
import { type AskedIn, askedInOf, type Circumstances, circumstances } from './prompts.ts';

/** What a good plan has, in the order in which it is looked over. For the coordinator: a list of what is left, never a grade of anybody. */
export const completenessPoints = [
  'own-words',
  'goals',
  'statutory-points',
  'coordinator',
  'measures-assigned',
  'contacts',
  'follow-up-date',
  'consent',
  'relatives',
  'view-of-the-child',
  'plain-language',
  'crisis-plan',
  'mandate',
  'copy',
  'evaluated',
  'circumstances',
] as const;
export type CompletenessPoint = (typeof completenessPoints)[number];

/** `not-asked`: somebody has to ask the person; `not-yet`: its day has not come; `does-not-apply`: not to this plan. */
export const completenessStates = ['done', 'missing', 'not-asked', 'not-yet', 'does-not-apply'] as const;
export type CompletenessState = (typeof completenessStates)[number];

/** A measure as far as this goes: is it said who, and until when? */
export type AssignedMeasure = { readonly id: string; readonly unit: boolean; readonly person: boolean; readonly day: boolean };

/** What is known of a plan. `undefined` everywhere = nobody has asked, or noted it. */
export type CompletenessFacts = {
  readonly tookPart: boolean | undefined;
  readonly ownWords: boolean;
  readonly goals: { readonly own: number; readonly professional: number; readonly measurable: boolean };
  /** What `missingToEstablish` says. */
  readonly missing: readonly Missing[];
  readonly measures: readonly AssignedMeasure[];
  /** Units that take part without a way to reach them being written down. */
  readonly unitsWithoutContact: readonly string[];
  readonly consent: { readonly recorded: boolean; readonly scoped: boolean } | undefined;
  readonly relatives: 'take-part' | 'not-wanted' | 'none' | undefined;
  readonly isChild: boolean;
  readonly viewOfTheChild: boolean | undefined;
  readonly plainLanguage: boolean | undefined;
  readonly crisisPlan: 'made' | 'not-wanted' | undefined;
  /** Those who took part, each with whether they could decide. */
  readonly mandates: readonly { readonly unit: string; readonly confirmed: boolean | undefined }[];
  readonly copyHanded: boolean;
  readonly followUp: Temporal.PlainDate | undefined;
  readonly evaluatedOn: Temporal.PlainDate | undefined;
  readonly circumstances: Circumstances;
};

/** How it is with one point. `of` what is left of it: ids of measures, units, parts of the law, or circumstances. */
export type Completeness = {
  readonly point: CompletenessPoint;
  readonly state: CompletenessState;
  readonly of?: readonly string[];
  /** Agreements in force that ask for it, circumstance by circumstance. */
  readonly askedIn?: Readonly<Partial<Record<Circumstance, readonly AskedIn[]>>>;
};

/** All sixteen points on a day, each with what is left. Source: the dossier's checklist of a good SIP; law and agreements where they ask. */
export function completenessOf(
  facts: CompletenessFacts,
  today: Temporal.PlainDate,
  county?: CountyPlanning,
  agreements: Parameters<typeof askedInOf>[2] = [],
): Completeness[] {
  const points: Readonly<Record<CompletenessPoint, Omit<Completeness, 'point'>>> = {
    'own-words': { state: facts.tookPart === undefined ? 'not-asked' : facts.tookPart && facts.ownWords ? 'done' : 'missing' },
    goals: left([
      ...(facts.goals.own > 0 ? [] : ['own']),
      ...(facts.goals.professional > 0 ? [] : ['professional']),
      ...(facts.goals.measurable ? [] : ['measurable']),
    ]),
    'statutory-points': left(lackOf(facts.missing, ['point-1', 'point-2', 'point-3', 'point-4'])),
    coordinator: left(lackOf(facts.missing, ['coordinator', 'point-4'])),
    'measures-assigned': facts.measures.length === 0 ? { state: 'missing' } : left(facts.measures.filter(isUnassigned).map(({ id }) => id)),
    contacts: left(facts.unitsWithoutContact),
    'follow-up-date': { state: facts.followUp ? 'done' : 'missing' },
    consent: { state: facts.consent === undefined ? 'not-asked' : facts.consent.recorded && facts.consent.scoped ? 'done' : 'missing' },
    relatives: { state: facts.relatives === undefined ? 'not-asked' : 'done' },
    'view-of-the-child': { state: facts.isChild ? noted(facts.viewOfTheChild) : 'does-not-apply' },
    'plain-language': { state: noted(facts.plainLanguage) },
    'crisis-plan': { state: facts.crisisPlan === undefined ? 'not-asked' : 'done' },
    mandate: mandateOf(facts.mandates),
    copy: { state: facts.copyHanded ? 'done' : 'missing' },
    evaluated: { state: evaluatedState(facts, today) },
    circumstances: circumstancesOf(facts.circumstances, county, agreements),
  };
  return completenessPoints.map((point) => ({ point, ...points[point] }));
}

const left = (of: readonly string[]): Omit<Completeness, 'point'> => (of.length > 0 ? { state: 'missing', of } : { state: 'done' });
const noted = (answer: boolean | undefined): CompletenessState => (answer === undefined ? 'not-asked' : answer ? 'done' : 'missing');
const isUnassigned = ({ unit, person, day }: AssignedMeasure) => !(unit && person && day);

function lackOf(missing: readonly Missing[], parts: readonly Missing['part'][]): string[] {
  return missing.flatMap(({ part }) => (parts.includes(part) ? [part] : []));
}

function mandateOf(mandates: CompletenessFacts['mandates']): Omit<Completeness, 'point'> {
  const without = mandates.filter(({ confirmed }) => confirmed === false).map(({ unit }) => unit);
  const unasked = mandates.filter(({ confirmed }) => confirmed === undefined).map(({ unit }) => unit);
  if (without.length > 0) return { state: 'missing', of: without };
  return unasked.length > 0 || mandates.length === 0 ? { state: 'not-asked', of: unasked } : { state: 'done' };
}

function evaluatedState({ followUp, evaluatedOn }: CompletenessFacts, today: Temporal.PlainDate): CompletenessState {
  if (evaluatedOn) return 'done';
  return followUp && Temporal.PlainDate.compare(today, followUp) > 0 ? 'missing' : 'not-yet';
}

function circumstancesOf(
  answers: Circumstances,
  county: CountyPlanning | undefined,
  agreements: Parameters<typeof askedInOf>[2],
): Omit<Completeness, 'point'> {
  const unasked = circumstances.filter((about) => answers[about] === undefined);
  const askedIn = Object.fromEntries(circumstances.map((about) => [about, askedInOf(about, county, agreements)]));
  return unasked.length > 0 ? { state: 'not-asked', of: unasked, askedIn } : { state: 'done', askedIn };
}
