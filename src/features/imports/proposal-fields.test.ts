import { describe, expect, test } from 'vitest';
import { givenKnowledge } from '../../domain/imports/proposals/given-knowledge.ts';
import { PROPOSAL_KINDS, type ProposalKind, parseValue, type ValueOf } from '../../domain/imports/proposals/proposal.ts';
import { given } from '../forms/index.ts';
import { fieldsOfKind, shownValue, typedValue } from './proposal-fields.ts';

const soc = { actor: 'social-services', name: 'Socialtjänsten', authority: 'municipality' as const, performers: [], role: 'main' as const };

/** A value of every kind with all it may hold. */
const values: { readonly [Kind in ProposalKind]: ValueOf<Kind> } = {
  parties: { region: true, municipalities: ['9901', '9902'] },
  target: { description: 'Alla', conditions: { age: { min: 18 }, psychiatric: { is: true } }, vulnerable: ['barn', 'äldre'] },
  validity: { from: '2024-03-01', to: '2026-02-28' },
  extension: { months: 12, times: 1, requires: ['no-successor', 'revision-begun'] },
  cadence: { of: 'local-agreements', kind: 'evaluation', every: 'P24M', strength: 'at-least', by: ['samradet'] },
  body: { name: 'Samrådet', body: 'samradet' },
  'ladder-step': { ladder: 'local-dispute', level: 2, who: 'cheferna', body: 'samradet' },
  adoption: { step: 'establish', by: ['samradet', 'each-party'], on: '2024-01-01' },
  responsibility: {
    activity: 'utreda behov',
    mode: 'municipality',
    actors: [soc],
    strength: 'should',
    conditions: { 'asks-for-support': { is: true } },
    'conditions-text': 'om personen ansöker',
    deadline: 'genast',
  },
  citation: { text: '5 kap. 7 § HSL', source: '2017:30', provisions: ['5:7'] },
  link: { title: 'Handbok', url: 'https://exempel.se/' },
  reference: { title: 'Riktlinje', kind: 'guidance', about: 'Om vård' },
  'passed-date': { since: '2024-01-01', from: '2020-01-01', to: '2023-12-31' },
  'duty-to-inform': { who: 'Varje part', to: 'de andra', about: 'ändringar' },
  'local-agreements': { per: 'district', responsible: ['samradet'], purpose: 'Att göra' },
  termination: { allowed: false },
  'minor-amendment': { by: ['samradet'], 'may-not-touch': ['syfte', 'mål'] },
};

describe('the form of a proposal', () => {
  test.each(PROPOSAL_KINDS)('shows every part of the kind %s, and makes the same value of it again', (kind) => {
    const value = values[kind];
    const shown = shownValue(kind, value);
    const typed = typedValue(kind, shown, value, givenKnowledge);
    expect(parseValue(kind, typed)).toMatchObject({ success: true, data: value });
    for (const { name } of fieldsOfKind(kind, givenKnowledge)) expect(shown.one(name), name).not.toBe('');
  });

  test.each([
    ['validity', { from: 'i våras' }, 'from'],
    ['passed-date', { to: '2023-02-31' }, 'since'],
    ['extension', { months: 'tolv', requires: ['no-successor'] }, 'months'],
    ['cadence', { of: 'agreement', kind: 'revision', every: 'ofta', strength: 'must' }, 'every'],
    ['responsibility', { activity: 'göra', actors: '', strength: 'must' }, 'actors'],
    ['parties', { municipalities: 'Granfors' }, 'municipalities'],
  ] as const)('makes no %s of what is none', (kind, typed, at) => {
    const made = parseValue(kind, typedValue(kind, given(typed), values[kind], givenKnowledge));
    expect(made.success).toBe(false);
    expect(made.error?.issues.map(({ path }) => path[0])).toContain(at);
  });

  test('drops the facts that were read from a condition when its words are changed', () => {
    const typed = { activity: 'utreda', actors: 'Socialtjänsten', strength: 'must', 'conditions-text': 'om någon ber om det' };
    const made = typedValue('responsibility', given(typed), values.responsibility, givenKnowledge);
    expect(made).toMatchObject({ conditions: {}, 'conditions-text': 'om någon ber om det' });
  });

  test('keeps what is known of an actor that stays, and looks up one that is new', () => {
    const typed = { activity: 'utreda', actors: 'Socialtjänsten\nPrimärvården\nFrivilliga', strength: 'must' };
    const made = typedValue('responsibility', given(typed), values.responsibility, givenKnowledge) as ValueOf<'responsibility'>;
    expect(made.actors.map(({ actor, authority, role }) => `${actor} ${authority} ${role}`)).toEqual([
      'social-services municipality main',
      'primary-care region responsible',
      'named unknown responsible',
    ]);
    expect(made.mode).toBe('joint');
  });
});
