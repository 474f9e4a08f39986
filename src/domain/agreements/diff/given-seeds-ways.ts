import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { LocalPractices } from '../../counties/local-practice.ts';
import type { Change } from './change.ts';

const text = (value: string): Change['from'] => ({ as: 'text', text: value });
const local = (practices: LocalPractices) => (next: AgreementFile) => void Object.assign(next, { local: practices });

/** Local ways that are new, as `seeds` has them; the fictional agreement has none. */
export const seededWays: readonly {
  name: string;
  change: (next: AgreementFile) => void;
  tells: readonly (readonly [Change['kind'], string, Change['from'], Change['to']])[];
}[] = [
  {
    name: 'how a duty is met is told',
    change: local({
      rows: {
        'FJ-05': {
          activity: 'Boende med stöd',
          how: 'Boendeteamet ringer samma dag.',
          by: [{ name: 'Boendeteamet' }],
          when: 'Varje vardag',
          until: '2030-06-30',
          evidence: { title: 'Rutin för boende' },
          status: 'ongoing',
        },
      },
      answers: {},
    }),
    tells: [
      ['way-how', 'FJ-05', null, text('Boendeteamet ringer samma dag.')],
      ['way-by', 'FJ-05', null, { as: 'texts', texts: ['Boendeteamet'] }],
      ['way-when', 'FJ-05', null, text('Varje vardag')],
      ['way-until', 'FJ-05', null, { as: 'day', day: '2030-06-30' }],
      ['way-evidence', 'FJ-05', null, text('Rutin för boende')],
      ['way-status', 'FJ-05', null, text('ongoing')],
    ],
  },
  {
    name: 'a question is answered by that it does not apply here',
    change: local({
      rows: {},
      answers: {
        vardag: { question: 'Hur ses ni i vardagen?', section: 'vem', by: [], status: 'not-applicable', reason: 'Vi sitter i samma hus.' },
      },
    }),
    tells: [
      ['way-status', 'vardag', null, text('not-applicable')],
      ['way-reason', 'vardag', null, text('Vi sitter i samma hus.')],
    ],
  },
];
