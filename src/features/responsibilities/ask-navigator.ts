import { z } from 'zod';
import type { LocalWays } from '../../domain/agreements/local-ways.ts';
import type { Status } from '../../domain/agreements/status.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { DeadlinesFile, SituationFile } from '../../domain/counties/national-files.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Answer, answerSituation } from '../../domain/responsibilities/answer.ts';
import { type NextQuestion, nextQuestion } from '../../domain/responsibilities/next-question.ts';
import { parseSituation } from '../../domain/responsibilities/parse-situation.ts';
import type { Situation, SituationFault } from '../../domain/responsibilities/situation.ts';
import { parseSituationParams } from '../../domain/responsibilities/situation-params.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { withUnitContacts } from '../organisations/index.ts';
import { localWaysOn } from './local-ways-on.ts';
import { navigatorOn } from './navigator-on.ts';
import { type PlaceParties, partiesOn } from './parties-on.ts';

export type NavigatorReply = {
  readonly answer: Answer<Status>;
  /** The question that settles most, when one is left among the five. */
  readonly question: NextQuestion | undefined;
  readonly answered: number;
  readonly file: SituationFile;
  /** The catalogue of time limits that next steps point into. */
  readonly deadlines: DeadlinesFile;
  readonly county: CountyFile;
  /** How the duties are met in the municipality, where it has local agreements that apply. */
  readonly local: LocalWays;
  /** For which parties of the place the agreements are not known to be in force. */
  readonly parties: PlaceParties;
  readonly on: string;
};

export type NavigatorRefusal = Refusal<'situation-invalid'> | Refusal<'county-not-found'> | Refusal<'municipality-not-found'>;

/**
 * Who does what in a situation. `raw` is the situation as sent by a machine (`json`) or as parameters of an address (`params`).
 * Answers the duties with their grounds and the next question; refuses `situation-invalid` (params.faults: SituationFault[]),
 * `county-not-found` and `municipality-not-found`.
 */
export const askNavigator = useCase({
  permission: 'responsibilities.read',
  mode: 'read',
  input: z.discriminatedUnion('form', [
    z.strictObject({ form: z.literal('json'), raw: z.unknown() }),
    z.strictObject({ form: z.literal('params'), raw: z.string().max(4000) }),
  ]),
  run: async ({ tx, today, input }): Promise<NavigatorReply | NavigatorRefusal> => {
    const file = await nationalFile(tx, 'situation');
    const parsed = input.form === 'json' ? parseSituation(input.raw, file) : parseSituationParams(new URLSearchParams(input.raw), file);
    if (!parsed.ok) return refuse('situation-invalid', { faults: parsed.faults satisfies readonly SituationFault[] });
    const { situation } = parsed;
    const county = await placeOf(tx, situation);
    if ('refused' in county) return county;
    const on = situation.date ? Temporal.PlainDate.from(situation.date) : today;
    const navigator = await navigatorOn(tx, situation.county, on);
    return {
      answer: answerSituation(navigator, situation),
      question: nextQuestion(navigator, situation),
      answered: situation.asked.length,
      file,
      deadlines: await nationalFile(tx, 'deadlines'),
      county: await withUnitContacts(tx, county, on, ageOf(situation)),
      local: await localWaysOn(tx, situation.municipality, on),
      parties: await partiesOn(tx, situation, on),
      on: on.toString(),
    };
  },
});

/** What is known of the age. */
function ageOf({ facts: { age } }: Situation): { min: number; max: number } | undefined {
  return typeof age === 'object' && 'range' in age ? age.range : undefined;
}

/** The county of a place, when it and the municipality are in the register. */
export async function placeOf(
  tx: Tx,
  { county, municipality }: { county: string; municipality?: string },
): Promise<CountyFile | NavigatorRefusal> {
  const found = await countyOf(tx, county);
  if (!found) return refuse('county-not-found', { code: county });
  if (municipality && !found.municipalities.some(({ code }) => code === municipality))
    return refuse('municipality-not-found', { code: municipality });
  return found;
}
