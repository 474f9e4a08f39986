import { lastOf } from '../../domain/organisations/period.ts';
import type { Unit } from '../../domain/organisations/unit.ts';
import type { Scope } from '../../platform/index.ts';
import type { FormField, Values } from '../forms/index.ts';
import { kindOptions, municipalityChoices } from './kind-options.ts';
import { fieldTexts as texts } from './register-texts.ts';
import { waysOf } from './unit-input.ts';

/** The fields of what kind of unit it is and whom it serves. */
export async function reachFields(scope: Scope, county: string): Promise<FormField[]> {
  return [
    { kind: 'select', name: 'kind', label: texts.kind, options: await kindOptions(scope) },
    { kind: 'checks', name: 'serves', label: texts.serves, hint: texts.servesHint, options: await municipalityChoices(scope, county) },
    { kind: 'text', name: 'ages-from', label: texts.ageFrom, width: 3 },
    { kind: 'text', name: 'ages-to', label: texts.ageTo, hint: texts.ageToHint, width: 3, optional: true },
  ];
}

export const wayFields: readonly FormField[] = [
  { kind: 'text', name: 'ways-phone', label: texts.phone, optional: true, width: 20, type: 'tel' },
  { kind: 'text', name: 'ways-email', label: texts.email, optional: true, type: 'email' },
  { kind: 'text', name: 'ways-web', label: texts.web, optional: true, type: 'url' },
  { kind: 'text', name: 'ways-address', label: texts.address, optional: true },
  { kind: 'text', name: 'ways-opening', label: texts.opening, hint: texts.openingHint, optional: true },
];

/** What the fields say, as the use-case takes it. What is no number is left for it to refuse. */
export function reachOf(values: Values) {
  const to = values.one('ages-to');
  return {
    kind: values.one('kind'),
    serves: [...values.all('serves')],
    ages: { from: numberOf(values.one('ages-from')), ...(to === '' ? {} : { to: numberOf(to) }) },
  };
}

function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

export function waysSent(values: Values) {
  const way = (name: string) => values.one(`ways-${name}`);
  return { phone: way('phone'), email: way('email'), web: way('web'), address: way('address'), opening: way('opening') };
}

/** How a unit is last known, as the fields show it. */
export function shownOf({ versions }: Unit): Record<string, string | readonly string[] | undefined> {
  const last = lastOf(versions);
  if (!last) return {};
  const ways = waysOf(last.contacts, last.opening);
  return {
    name: last.name,
    kind: last.kind,
    serves: last.serves,
    'ages-from': String(last.ages.from),
    'ages-to': last.ages.to === undefined ? '' : String(last.ages.to),
    ...Object.fromEntries(Object.entries(ways).map(([name, value]) => [`ways-${name}`, value])),
  };
}
