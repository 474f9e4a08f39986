import type { Context } from 'hono';
import { type ConsentAnswer, type DataKind, dataKinds, type Purpose, purposes } from '../../domain/consents/kinds.ts';
import { endOf, type Receiver, type ScopeLine, spellOut } from '../../domain/consents/spell-out.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, newId, type RefusalTexts } from '../../platform/index.ts';
import { type FormField, given, type Prepared, type Values } from '../forms/index.ts';
import { planRefusals } from '../plans/index.ts';
import type { Reader, ShownConsents } from './read-consents.ts';
import { type AskedKind, askedKinds } from './take-consent.ts';
import { consentTexts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** The last part of the address of each question. */
const ADDRESSES: Readonly<Record<AskedKind, string>> = {
  'make-plan': 'plan',
  'lift-secrecy': 'dela',
  'invite-outside': 'bjud-in',
  'shared-documentation': 'journaler',
};

/** Where a question is answered, below the page of consents. */
export function addressOf(kind: AskedKind): string {
  return `fraga/${ADDRESSES[kind]}`;
}

/** The question that the address names. */
export function askedOf(c: Context<AppEnv>): AskedKind | undefined {
  return askedKinds.find((kind) => ADDRESSES[kind] === c.req.param('fraga'));
}

/** Why an answer cannot be kept, in a form: the last day is one field for all of it. */
export const formRefusals: RefusalTexts = {
  ...planRefusals,
  ...Object.fromEntries(
    Object.entries(refusals).map(([code, text]) => [
      code,
      code === 'scope-too-long' || code === 'scope-ends-before-start'
        ? { ...text, detail: () => text.detail({ months: 24 }), at: () => '/until' }
        : text,
    ]),
  ),
};

/** The words of the fields that say who may read what; the same fields whoever answers. */
export type ScopeTexts = Readonly<
  Record<'receivers' | 'kinds' | 'purposes' | 'until' | 'untilHint' | 'shutTo' | 'shut' | 'shutHint', string>
> & {
  readonly data: Readonly<Record<DataKind, string>>;
  readonly why: Readonly<Record<Purpose, string>>;
  readonly everyUnit: (organisation: string) => string;
};

/** Who may read what for what until when, and who must not know what. Nothing is ticked beforehand. */
export function scopeFields(readers: readonly Reader[], texts: ScopeTexts): FormField[] {
  const others = readers.filter(({ owner }) => !owner);
  const organisations = new Map(others.map((one) => [one.organisation, one.organisation_name]));
  const units = others.map(({ organisation, unit, unit_name, organisation_name }) => ({
    value: `${organisation}/${unit}`,
    label: `${unit_name}, ${organisation_name}`,
    lang: 'sv' as const,
  }));
  // A no can be to a whole huvudman; a yes is to one unit at a time.
  const shutTo = [
    ...units,
    ...[...organisations]
      .filter(([id]) => others.filter(({ organisation }) => organisation === id).length > 1)
      .map(([id, name]) => ({ value: id, label: texts.everyUnit(name) })),
  ];
  const kinds = dataKinds.map((value) => ({ value, label: texts.data[value] }));
  return [
    { kind: 'checks', name: 'shutTo', label: texts.shutTo, hint: texts.shutHint, optional: true, options: shutTo },
    { kind: 'checks', name: 'shut', label: texts.shut, optional: true, options: kinds },
    { kind: 'checks', name: 'scopes', label: texts.receivers, optional: true, options: units },
    { kind: 'checks', name: 'kinds', label: texts.kinds, optional: true, options: kinds },
    {
      kind: 'checks',
      name: 'purposes',
      label: texts.purposes,
      optional: true,
      options: purposes.map((value) => ({ value, label: texts.why[value] })),
    },
    { kind: 'day', name: 'until', label: texts.until, hint: texts.untilHint },
  ];
}

/** What a form of the question is first filled in with. */
export function initialOf(
  c: Context<AppEnv>,
  kind: AskedKind,
  more: Readonly<Record<string, string>> = {},
): Pick<Prepared, 'initial' | 'hidden'> {
  const { clock } = c.var.runtime;
  const until = kind === 'lift-secrecy' ? { until: clock.today().add({ months: 12 }).toString() } : {};
  return { initial: given({ ...until, ...more }), hidden: { key: newId(clock.now()) } };
}

/** What was ticked, line by line; what stands for no receiver, kind or purpose is left to the use-case to refuse. */
export function linesIn(values: Values): ScopeLine[] | Refusal {
  const receivers = (name: string): Receiver[] =>
    values.all(name).map((value) => {
      const [organisation = '', unit] = value.split('/');
      return { organisation, unit };
    });
  const lines = spellOut({
    receivers: receivers('scopes'),
    kinds: values.all('kinds') as DataKind[],
    purposes: values.all('purposes') as Purpose[],
    shutTo: receivers('shutTo'),
    shut: values.all('shut') as DataKind[],
    until: values.one('until'),
  });
  return isRefusal(lines) ? lines : lines.map(({ unit, ...line }) => ({ ...line, ...(unit === undefined ? {} : { unit }) }));
}

/** What a form that answers a question sends. */
export function answerIn(c: Context<AppEnv>, kind: AskedKind, values: Values) {
  const lines = kind === 'lift-secrecy' ? linesIn(values) : [];
  if (isRefusal(lines)) return lines;
  const one = (name: string) => values.one(name);
  return {
    ...{ key: one('key'), plan: c.req.param('id') ?? '', kind, answer: one('answer') as ConsentAnswer, scopes: lines },
    ...{ method: one('method') as 'oral', on: one('on'), evidence: one('evidence') },
    ...(one('giver') === '' ? {} : { giver: one('giver') }),
  };
}

/** Who a line is about: the unit, or all units of the organisation. */
export function receiverOf(
  readers: ShownConsents['readers'],
  { organisation, unit }: Receiver,
  everyUnit: (organisation: string) => string = consentTexts.everyUnit,
): string {
  const one = readers.find((reader) => (unit === undefined ? reader.organisation === organisation : reader.unit === unit));
  if (!one) return '';
  return unit === undefined ? everyUnit(one.organisation_name) : one.unit_name;
}

/** Has the last day of a form passed already? The calendar of what is shown. */
export function isOver(until: Temporal.Instant, today: Temporal.PlainDate): boolean {
  return Temporal.Instant.compare(until, endOf(today.subtract({ days: 1 }))) <= 0;
}
