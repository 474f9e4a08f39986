import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { Change } from './change.ts';
import { seededTerms } from './given-seeds-terms.ts';
import { seededWays } from './given-seeds-ways.ts';
import { rowIn } from './given-versions.ts';

/** A change made on purpose in version 1 of the fictional county's agreement, and all that is to be told of it. */
export type Seed = {
  readonly name: string;
  readonly change: (next: AgreementFile) => void;
  readonly tells: readonly (readonly [Change['kind'], string, Change['from'], Change['to']])[];
};

const actors = (...of: [actor: string, name: string, role: 'responsible' | 'main' | 'contributes'][]): Change['from'] => ({
  as: 'actors',
  actors: of.map(([actor, name, role]) => ({ actor, name, role })),
});
const row = (id: string, fields: Partial<AgreementFile['responsibilities'][number]>) => (next: AgreementFile) =>
  void Object.assign(rowIn(next, id), fields);
const actor = (id: string, fields: Partial<AgreementFile['actors'][string]>) => (next: AgreementFile) =>
  void Object.assign(next.actors[id] ?? {}, fields);

const seededDuties: readonly Seed[] = [
  {
    name: 'a duty is new',
    change: (next) => next.responsibilities.push({ ...rowIn(next, 'FJ-05'), id: 'FJ-07', activity: 'Tolk' }),
    tells: [['duty', 'FJ-07', null, actors(['kom', 'Kommunens stöd', 'responsible'])]],
  },
  {
    name: 'a duty is gone',
    change: (next) => next.responsibilities.splice(4, 1),
    tells: [['duty', 'FJ-05', actors(['kom', 'Kommunens stöd', 'responsible']), null]],
  },
  {
    name: 'somebody joins in a duty',
    change: (next) => rowIn(next, 'FJ-05').actors.push({ actor: 'vc', role: 'contributes' }),
    tells: [['duty-actors', 'FJ-05', null, actors(['vc', 'Vårdcentral', 'contributes'])]],
  },
  {
    name: 'somebody leaves a duty',
    change: (next) => rowIn(next, 'FJ-06').actors.splice(1, 1),
    tells: [['duty-actors', 'FJ-06', actors(['spec', 'Specialistvård', 'responsible']), null]],
  },
  {
    name: 'somebody gets another part in a duty',
    change: row('FJ-02', { actors: [{ actor: 'spec', role: 'main' }] }),
    tells: [['duty-role', 'FJ-02', actors(['spec', 'Specialistvård', 'responsible']), actors(['spec', 'Specialistvård', 'main'])]],
  },
  {
    name: 'a duty gets another content',
    change: row('FJ-02', { activity: 'Avgiftning dygnet runt' }),
    tells: [['duty-activity', 'FJ-02', { as: 'text', text: 'Avgiftning' }, { as: 'text', text: 'Avgiftning dygnet runt' }]],
  },
  {
    name: 'a duty gets another number',
    change: row('FJ-02', { id: 'FJ-22' }),
    tells: [['duty-id', 'FJ-22', { as: 'text', text: 'FJ-02' }, { as: 'text', text: 'FJ-22' }]],
  },
  {
    name: 'a duty is for another need',
    change: row('FJ-02', { when: { need: { any: ['withdrawal', 'assessment'] } } }),
    tells: [
      [
        'duty-selects',
        'FJ-02',
        { as: 'ways', ways: [{ need: { any: ['withdrawal'] } }] },
        { as: 'ways', ways: [{ need: { any: ['assessment', 'withdrawal'] } }] },
      ],
    ],
  },
  {
    name: 'the condition of a duty is another',
    change: row('FJ-03', { conditions: { age: { min: 20, max: 120 } } }),
    tells: [
      [
        'duty-requires-facts',
        'FJ-03',
        { as: 'ways', ways: [{ age: { min: 18, max: 120 } }] },
        { as: 'ways', ways: [{ age: { min: 20, max: 120 } }] },
      ],
    ],
  },
  {
    name: 'a duty holds always',
    change: row('FJ-05', { always: true }),
    tells: [['duty-always', 'FJ-05', { as: 'yes-no', is: false }, { as: 'yes-no', is: true }]],
  },
  {
    name: 'a time limit is new',
    change: row('FJ-05', { deadline: { value: '14 dagar', basis: 'agreement', strength: 'must' } }),
    tells: [['duty-deadline', 'FJ-05', null, { as: 'deadline', deadline: { value: '14 dagar', basis: 'agreement', strength: 'must' } }]],
  },
  {
    name: 'a time limit is gone',
    change: (next) => delete rowIn(next, 'FJ-06').deadline,
    tells: [['duty-deadline', 'FJ-06', { as: 'deadline', deadline: { value: 'genast', basis: 'law', strength: 'must' } }, null]],
  },
  {
    name: 'another time limit bears on a duty',
    change: row('FJ-05', { 'more-deadlines': ['D01'] }),
    tells: [['duty-more-deadlines', 'FJ-05', null, { as: 'ids', ids: ['D01'] }]],
  },
  {
    name: 'a duty is for some professions',
    change: row('FJ-02', { roles: ['lakare'] }),
    tells: [['duty-professions', 'FJ-02', null, { as: 'ids', ids: ['lakare'] }]],
  },
  {
    name: 'a duty needs consent',
    change: row('FJ-06', { consent: 'required' }),
    tells: [['duty-consent', 'FJ-06', { as: 'consent', consent: 'not-required' }, { as: 'consent', consent: 'required' }]],
  },
  {
    name: 'a duty needs something first',
    change: row('FJ-02', { requires: ['Remiss'] }),
    tells: [['duty-needs', 'FJ-02', null, { as: 'texts', texts: ['Remiss'] }]],
  },
  {
    name: 'the way forward is another',
    change: row('FJ-03', { 'way-forward': 'Vänd er till kommunen.' }),
    tells: [
      [
        'duty-way-forward',
        'FJ-03',
        { as: 'text', text: 'Är personen yngre får ni börja med det första samtalet och be specialistvården om råd.' },
        { as: 'text', text: 'Vänd er till kommunen.' },
      ],
    ],
  },
  {
    name: 'a duty is done by a named method',
    change: row('FJ-04', { methods: ['Motiverande samtal'] }),
    tells: [['duty-methods', 'FJ-04', null, { as: 'texts', texts: ['Motiverande samtal'] }]],
  },
  {
    name: 'a duty rests on other law',
    change: row('FJ-06', { law: [] }),
    tells: [['duty-law', 'FJ-06', { as: 'ids', ids: ['SoL 2025:400 19:1'] }, null]],
  },
  {
    name: 'an actor belongs to another authority',
    change: actor('vc', { authority: 'municipality' }),
    tells: [['actor-authority', 'vc', { as: 'text', text: 'region' }, { as: 'text', text: 'municipality' }]],
  },
  {
    name: 'an actor is more kinds of unit',
    change: actor('vc', { performers: ['primarvard', 'ungdomsmottagning'] }),
    tells: [['actor-performers', 'vc', { as: 'ids', ids: ['primarvard'] }, { as: 'ids', ids: ['primarvard', 'ungdomsmottagning'] }]],
  },
  {
    name: 'an actor is fewer professions',
    change: actor('kom', { roles: ['socialsekreterare'] }),
    tells: [
      ['actor-professions', 'kom', { as: 'ids', ids: ['socialsekreterare', 'stodpedagog'] }, { as: 'ids', ids: ['socialsekreterare'] }],
    ],
  },
  {
    name: 'an actor is a group',
    change: actor('vc', { includes: ['spec'] }),
    tells: [['actor-members', 'vc', null, { as: 'ids', ids: ['spec'] }]],
  },
];

/** Changes made on purpose, of every kind there is: nothing of what they are may be missed, and nothing else told. */
export const seeds: readonly Seed[] = [...seededDuties, ...seededTerms, ...seededWays];
