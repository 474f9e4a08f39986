import { agreementIndex, type CountyIndex } from './check-county-index.ts';
import { type Fault, fault, showPath, unknownReference } from './check-fault.ts';
import type { DataFile } from './check-kinds.ts';
import type { NationalIndex } from './check-national-index.ts';
import { type Found, pieces, texts } from './check-select.ts';
import { PaymentDays, PlanningNorm, PlanningTheme } from './planning.ts';

/**
 * What norms of planning must mean, at `place` (`norms`, `planning.norms`): one limit for each step of each case, a proposal that proposes
 * something, law that says which, and a clock from discharge in plans after discharge alone.
 */
export function checkNorms(file: string, value: unknown, place: string): Fault[] {
  const first = new Map<string, string>();
  return pieces(value, `${place}.*`, PlanningNorm).flatMap(({ path, value: norm }): Fault[] => {
    const misplaced = norm.from === 'discharge-ready' && norm.cases.some((one) => one !== 'discharge');
    const limits = norm.days === undefined ? [] : norm.cases.map((one) => ({ one, key: `${one} ${norm.step}` }));
    const twice = limits.flatMap(({ one, key }): Fault[] => {
      const before = first.get(key);
      if (before !== undefined) return [fault(file, path, 'norm-given-twice', { case: one, step: norm.step, first: before })];
      first.set(key, showPath(path));
      return [];
    });
    return [
      ...twice,
      ...(norm.basis === 'proposal' && norm.days === undefined ? [fault(file, path, 'proposal-without-days', {})] : []),
      ...(norm.basis === 'law' && norm.law.length === 0 ? [fault(file, path, 'law-without-reference', {})] : []),
      ...(misplaced ? [fault(file, [...path, 'from'], 'start-of-other-case', { from: norm.from })] : []),
    ];
  });
}

/** A later time of the day goes with its own number of days, and law says which. */
export function checkPayment(file: string, value: unknown, place: string): Fault[] {
  return pieces(value, place, PaymentDays).flatMap(({ path, value: payment }) => [
    ...((payment['late-after'] === undefined) === (payment['late-days'] === undefined) ? [] : [fault(file, path, 'late-days-halved', {})]),
    ...(payment.basis === 'law' && payment.law.length === 0 ? [fault(file, path, 'law-without-reference', {})] : []),
  ]);
}

/** Names in planning.yaml that nothing declares. */
export function checkPlanningReferences(file: string, value: unknown, national: NationalIndex): Fault[] {
  const deadlines = ['norms.*.catalogue', 'discharge.admission-notice', 'discharge.summons', 'discharge.transfer', 'prompts.*.catalogue'];
  return [
    ...deadlines
      .flatMap((place) => texts(value, place))
      .flatMap(({ path, value: id }) => unknownReference(file, path, 'deadline', id, national.deadlines)),
    ...texts(value, 'summoned.*').flatMap(({ path, value: id }) => unknownReference(file, path, 'performer', id, national.performers)),
  ];
}

/** Names in `planning` of county.yaml that nothing declares: also sentences that no version of the agreement has. */
export function checkCountyPlanning(
  file: string,
  county: unknown,
  files: readonly DataFile[],
  index: CountyIndex,
  national: NationalIndex,
): Fault[] {
  return [
    ...checkNorms(file, county, 'planning.norms'),
    ...checkPayment(file, county, 'planning.discharge.payment'),
    ...texts(county, 'planning.norms.*.catalogue').flatMap(({ path, value }) =>
      unknownReference(file, path, 'deadline', value, national.deadlines),
    ),
    ...texts(county, 'planning.equal-parties.*.performer').flatMap(({ path, value }) =>
      unknownReference(file, path, 'performer', value, national.performers),
    ),
    ...pieces(county, 'planning.themes.*', PlanningTheme).flatMap((theme) => checkTheme(file, theme, files, index)),
  ];
}

function checkTheme(
  file: string,
  { path, value }: Found & { value: PlanningTheme },
  files: readonly DataFile[],
  index: CountyIndex,
): Fault[] {
  const unknown = unknownReference(file, [...path, 'agreement'], 'agreement', value.agreement, index.agreements);
  if (unknown.length > 0) return unknown;
  const versions = files.map((one) => agreementIndex(one.value)).filter(({ slug }) => slug === value.agreement);
  const known = versions.flatMap(({ sections }) =>
    [...(sections ?? [])].flatMap(([section, sentences]) => [section, ...sentences.map((id) => `${section}.${id}`)]),
  );
  if (versions.length === 0 || versions.some(({ sections }) => sections === undefined)) return [];
  return value.cites.flatMap((cite, at) => unknownReference(file, [...path, 'cites', at], 'sentence', cite, known, value.agreement));
}
