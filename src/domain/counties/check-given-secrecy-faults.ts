import { type BrokenCase, secrecy } from './check-given-broken.ts';

const again = { id: 'child', title: 'Igen', law: ['SoL 19:1'], standing: 'usable', from: ['police'], to: ['police'], ways: [['under-18']] };

/** Rules about secrecy that cannot be meant, or point at nothing. */
export const secrecyCases: BrokenCase[] = [
  secrecy('refuses the secrecy of an unknown performer', 'unknown-performer', ['performers', 0, 'kinds', 0], 'vardcentral'),
  secrecy('refuses a performer under two secrecies', 'duplicate-id', ['performers', 0, 'kinds', 1], 'primarvard'),
  secrecy('refuses two rules of the same name', 'duplicate-id', ['rules', 2], { ...again, certainty: 'statute' }, ['rules', 2, 'id']),
  secrecy('refuses a rule that does not say which law', 'law-without-reference', ['rules', 0, 'law'], [], ['rules', 0]),
  secrecy('refuses a rule that can be used at any time', 'ways-of-standing', ['rules', 0, 'ways'], [], ['rules', 0]),
  secrecy('refuses a rule that cannot be used and says when', 'ways-of-standing', ['rules', 0, 'standing'], 'not-found', ['rules', 0]),
  secrecy('refuses misuse of anything', 'misuses-of-ways', ['rules', 1, 'misuses'], [], ['rules', 1]),
  secrecy('refuses misuse where the rule does not ask', 'misuses-of-ways', ['rules', 0, 'misuses'], ['gambling'], ['rules', 0]),
  secrecy('refuses a duty without law', 'empty-list', ['duties', 0, 'law'], []),
  secrecy('refuses a condition that nobody knows', 'not-allowed', ['rules', 0, 'ways', 0, 0], 'gambling'),
];
