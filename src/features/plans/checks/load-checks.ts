import { standingOf } from '../../../domain/agreements/standing.ts';
import type { AgreementFile } from '../../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../../domain/counties/county-file.ts';
import { CheckAnswers, NOTHING_ASKED } from '../../../domain/plans/checks.ts';
import { type Completeness, completenessOf } from '../../../domain/plans/completeness.ts';
import { missingToEstablish } from '../../../domain/plans/establish.ts';
import { preparationParts } from '../../../domain/plans/parts.ts';
import { mayReadKind } from '../../../domain/plans/policy.ts';
import { promptsFor, type ShownPrompt } from '../../../domain/plans/prompts.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { agreementsOfCountyOn, statusOfParty, versionOn } from '../../agreements/index.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';
import type { Contents } from '../contents/contents.ts';
import { type Asking, agreedTo, type Loaded } from '../load-plan.ts';
import { isOfChild } from '../plan-clock.ts';
import { contexts } from '../sealed.ts';
import { listUnitsWithoutContact, type SheetRow } from './sheets.sql.ts';

/** What has been asked about a plan, what to do and ask, and, for those who lead it, what a good plan has that this one lacks. */
export type ShownChecks = {
  /** The number of the last noting; 0 = nobody has noted anything. */
  readonly number: number;
  readonly noted: { readonly unit: string; readonly at: Temporal.Instant } | undefined;
  readonly answers: CheckAnswers;
  readonly prompts: readonly ShownPrompt[];
  /** The agreements in force that the prompts point to, by slug. */
  readonly agreements: readonly { readonly slug: string; readonly short: string }[];
  /** Undefined for those who do not lead the plan. */
  readonly completeness: readonly Completeness[] | undefined;
  readonly unitsWithoutContact: readonly { readonly id: string; readonly name: string }[];
};

type Known = {
  readonly contents: Contents;
  readonly texts: readonly { readonly part: string; readonly voice: string }[];
  readonly sheets: readonly SheetRow[];
  /** The day on which it was last followed up, if it has been. */
  readonly evaluatedOn?: Temporal.PlainDate | undefined;
};

/** The checks of a plan, where its needs are open to who asks. */
export async function loadChecks(asking: Asking, loaded: Loaded, known: Known): Promise<ShownChecks | undefined> {
  const { tx, keys, today } = asking;
  const { row, reach } = loaded;
  if (!mayReadKind(reach, 'needs')) return undefined;
  const sheet = known.sheets.find((one) => one.sheet === 'checks');
  const answers = sheet ? CheckAnswers.parse(JSON.parse(keys.decrypt(sheet.cipher, contexts.sheet(sheet.id)))) : NOTHING_ASKED;
  const county = await countyOf(tx, row.county_code);
  const inForce = county ? await askingAgreements(asking, county, row.municipality_code) : [];
  const unitsWithoutContact = reach.leads ? await listUnitsWithoutContact(tx, row.id) : [];
  const facts = reach.leads ? factsOf(asking, loaded, known, answers, unitsWithoutContact) : undefined;
  return {
    number: sheet?.number ?? 0,
    noted: sheet && { unit: sheet.unit_name, at: sheet.at },
    answers,
    prompts: promptsFor(answers.circumstances, await nationalFile(tx, 'planning'), county?.planning, inForce),
    agreements: inForce.map(({ slug, short }) => ({ slug, short })),
    completeness: facts && completenessOf(facts, today, county?.planning, inForce),
    unitsWithoutContact,
  };
}

/** The agreements in force for the municipality that ask for attention to something, with their texts: that they still say it is tried. */
async function askingAgreements({ tx, today }: Asking, county: CountyFile, municipality: string): Promise<AgreementFile[]> {
  const asking = new Set(county.planning?.themes.map(({ agreement }) => agreement));
  const holding = (await agreementsOfCountyOn(tx, county.code, today)).filter(
    (one) =>
      asking.has(one.agreement.slug) && standingOf(one.status.code) === 'holds' && !isRefusal(statusOfParty(one, county, municipality)),
  );
  const read = await Promise.all(holding.map(({ agreement: { slug } }) => versionOn(tx, { slug }, today)));
  return read.flatMap((one) => (isRefusal(one) ? [] : [one.agreement]));
}

function factsOf(
  asking: Asking,
  loaded: Loaded,
  { contents, texts, evaluatedOn }: Known,
  answers: CheckAnswers,
  without: readonly { readonly id: string }[],
): Parameters<typeof completenessOf>[0] {
  const { goals = [], measures = [], duties, toEstablish } = contents;
  const agreed = agreedTo(loaded, asking.now);
  const scoped = loaded.standing.consents.consents.some(({ kind, scopes }) => kind === 'lift-secrecy' && scopes.length > 0);
  const isOfPerson = (part: string) => Object.entries(preparationParts).some(([name, { ofPerson }]) => name === part && ofPerson);
  const asked = (answer: 'yes' | 'no' | undefined) => answer && answer === 'yes';
  return {
    tookPart: duties?.participation?.took,
    ownWords: texts.some(({ part, voice }) => voice !== 'staff' && isOfPerson(part)),
    goals: {
      own: goals.filter(({ voice }) => voice !== 'staff').length,
      professional: goals.filter(({ voice }) => voice === 'staff').length,
      measurable: goals.length > 0 && goals.every(({ sign }) => sign !== ''),
    },
    missing: toEstablish ? missingToEstablish(toEstablish, asking.today) : [],
    measures: measures.map(({ id, doer, unit, who }) => ({ id, unit: doer === 'other' || unit !== null, person: who !== '', day: true })),
    unitsWithoutContact: without.map(({ id }) => id),
    consent:
      agreed === 'not-asked'
        ? undefined
        : { recorded: ['given', 'partly', 'cannot-consent'].includes(agreed), scoped: scoped || agreed === 'cannot-consent' },
    relatives: answers.relatives,
    isChild: isOfChild(asking, loaded),
    viewOfTheChild: texts.some(({ part }) => part === 'view-of-the-child') ? true : undefined,
    plainLanguage: asked(answers.plainLanguage),
    crisisPlan: answers.crisisPlan,
    mandates: answers.mandate ? [{ unit: loaded.row.unit_name, confirmed: answers.mandate === 'yes' }] : [],
    copyHanded: answers.copyHanded === 'yes',
    followUp: duties?.followUp,
    evaluatedOn,
    circumstances: answers.circumstances,
  };
}
