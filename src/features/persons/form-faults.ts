import type { Refusal } from '../../domain/refusal.ts';
import { sentenceOf } from '../../platform/index.ts';
import type { FormError } from '../../ui/index.ts';
import { fieldFaults, refusals } from './texts-refusals.ts';

/** What the fields of the forms are called, by name in the input of the use-cases. */
export const fields: Readonly<Record<string, string>> = {
  name: 'namn',
  number: 'nummer',
  caseNumber: 'arendenummer',
  interpreter: 'tolk',
  address: 'adress',
  whereabouts: 'vistelse',
  unit: 'enhet',
  protection: 'skydd',
  reason: 'skal',
  text: 'motivering',
  verdict: 'bedomning',
  blocked: 'sparr',
};

const FIELD_OF: Readonly<Record<string, string>> = {
  'number-invalid': 'nummer',
  'number-taken': 'nummer',
  'number-known': 'nummer',
  'case-number-taken': 'arendenummer',
  'name-too-short': 'namn',
  'unit-not-found': 'enhet',
  'number-not-joined': 'nummer',
};

type Fault = { readonly pointer: string; readonly message: string };

/** What to say at the fields of a form when its use-case refused; undefined when it is not about what was typed. */
export function formFaults(refusal: Refusal): FormError[] | undefined {
  if (refusal.code === 'input-invalid') {
    const faults = refusal.params.faults as readonly Fault[];
    const said = faults.map(({ pointer, message }) => {
      const name = pointer.split('/').at(-1) ?? '';
      return { text: fieldFaults[name] ?? message, field: fields[name] };
    });
    return said.filter(({ text }, nth) => said.findIndex((other) => other.text === text) === nth);
  }
  const field = FIELD_OF[refusal.code];
  return field ? [{ text: sentenceOf(refusal, refusals).detail, field }] : undefined;
}

/** The sentence at one field. */
export function faultAt(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
