import { AgreementFile } from '../counties/agreement-file.ts';
import { SituationFile } from '../counties/national-files.ts';
import type { Facts } from './fact-value.ts';
import type { Situation } from './situation.ts';

/** What the tests of this folder start from: a small agreement, a small set of facts, a situation. Each may be altered. */

const SITUATION_FILE = {
  facts: [
    {
      id: 'need',
      param: 'behov',
      type: 'set',
      order: 1,
      label: 'a',
      question: 'a?',
      options: options('withdrawal', 'tapering', 'housing', 'children'),
    },
    { id: 'substance', param: 'amne', type: 'set', order: 2, label: 'b', question: 'b?', options: options('alcohol', 'narcotics', 'none') },
    {
      id: 'age',
      param: 'alder',
      type: 'number',
      order: 3,
      label: 'c',
      question: 'c?',
      unit: 'år',
      min: 0,
      max: 120,
      bands: [{ id: 'adult', param: 'vuxen', label: 'v', min: 20, max: 64 }],
    },
    { id: 'severity', param: 'svarighetsgrad', type: 'choice', order: 5, label: 'd', question: 'd?', options: options('mild', 'severe') },
    { id: 'risk', param: 'risk', type: 'set', order: 6, label: 'e', question: 'e?', options: options('seizures', 'none') },
    { id: 'psychiatric', param: 'psykiatri', type: 'yes-no', order: 4, label: 'f', question: 'f?' },
    { id: 'child-at-home', param: 'barn-hemma', type: 'yes-no', order: 8, label: 'g', question: 'g?' },
    { id: 'needs-both', param: 'bada', type: 'yes-no', order: 18, label: 'h', question: 'h?' },
  ],
  implications: [
    {
      id: 'seizures-are-severe',
      when: { need: { any: ['withdrawal'] }, risk: { any: ['seizures'] } },
      implies: { fact: 'severity', choice: 'severe' },
      because: 'b',
    },
  ],
  contradictory: [{ id: 'withdrawal-from-nothing', when: { need: { any: ['withdrawal'] }, substance: { any: ['none'] } }, because: 'b' }],
  'next-steps': [
    step('concern', { when: { 'child-at-home': { is: true } } }),
    step('plan', { 'needs-both': true }),
    step('hidden-until-known', { when: { psychiatric: { is: true } }, 'when-unknown': 'hide' }),
  ],
};

function options(...ids: string[]) {
  return ids.map((id) => ({ id, param: `p-${id}`, label: id }));
}

function step(id: string, more: Record<string, unknown>) {
  return {
    id,
    title: 't',
    text: 't',
    urgency: 'immediately',
    consent: 'required',
    'consent-text': 't',
    basis: 'law',
    law: ['SoL 10:8'],
    ...more,
  };
}

export const situationFile: SituationFile = SituationFile.parse(SITUATION_FILE);

type RowInput = { id: string; actors: { actor: string; role: string }[] } & Record<string, unknown>;

/** A row with what every row must have; the rest is said by the test. */
export function row(id: string, more: Record<string, unknown> = {}): RowInput {
  return {
    id,
    group: 'all',
    activity: id,
    plain: id,
    mode: 'region',
    actors: [{ actor: 'pv', role: 'responsible' }],
    cites: ['s.a1'],
    ...more,
  };
}

/** A small agreement of county 06, with the given rows; `more` replaces whole fields, `target` adds to the target group. */
export function agreementOf(
  rows: RowInput[],
  { target = {}, ...more }: { target?: Record<string, unknown> } & Record<string, unknown> = {},
): AgreementFile {
  return AgreementFile.parse({
    slug: 'a',
    county: '06',
    kind: 'county',
    area: 'missbruk-beroende',
    title: 'A',
    short: 'A',
    summary: 'A',
    version: { label: '1', from: '2020-01-01' },
    source: { title: 'A', document: 'A', status: 'A', certainty: 'source' },
    outline: 'o',
    sections: [{ id: 's', number: '3', heading: 'Ansvar', sentences: { a1: 'x' } }],
    terms: {
      parties: { region: true, municipalities: 'all', cites: ['s.a1'] },
      target: { description: 'x', cites: ['s.a1'], ...target },
      validity: { from: '2020-01-01', cites: ['s.a1'] },
      adoption: [{ id: 'x', step: 'adopt', by: ['each-party'], description: 'x', cites: ['s.a1'] }],
    },
    matrix: { layout: 'groups', groups: [{ id: 'all', heading: 'x' }] },
    actors: {
      pv: { name: 'Primärvård', authority: 'region', performers: ['primarvard'], roles: ['lakare', 'kurator'] },
      psy: { name: 'Psykiatri', authority: 'region', performers: ['psykiatrisk-oppenvard'], roles: ['lakare'] },
      soc: { name: 'Socialtjänst', authority: 'municipality', performers: ['individ-familjeomsorg'], roles: ['socialsekreterare'] },
      region: { name: 'Regionen', authority: 'region', includes: ['pv', 'psy'] },
      polis: { name: 'Polisen', authority: 'external' },
    },
    responsibilities: rows,
    ...more,
  });
}

/** A situation in county 06 with these facts, nothing implied. */
export function situationOf(facts: Facts = {}, more: Partial<Situation> = {}): Situation {
  return { county: '06', facts, asked: Object.keys(facts), implied: [], ...more };
}
