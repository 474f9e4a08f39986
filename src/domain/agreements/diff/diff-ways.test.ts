import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { RowPractice } from '../../counties/local-practice.ts';
import { diffMeaning } from './diff-versions.ts';
import { runsOfWay } from './diff-ways.ts';
import { FJALLMARK, fjallmark, nextOf } from './given-versions.ts';

type Row = z.infer<typeof RowPractice>;

const [model] = fjallmark;
const written: Row = {
  activity: 'Boende med stöd',
  how: 'Teamet ringer samma dag.',
  by: [{ name: 'Boendeteamet' }, { name: 'Vårdcentralen' }],
  when: 'Varje vardag',
  status: 'not-begun',
};
const withRows = (rows: Record<string, Row>) => nextOf(model, (next) => Object.assign(next, { local: { rows, answers: {} } }));
const before = withRows({ 'FJ-05': written });
const told = (after: typeof before, from = before) => diffMeaning({ from, to: after, municipalities: FJALLMARK });

describe('what changed in how, by whom and when', () => {
  test('is nothing when only the name of the duty, the order of the doers, capitals and signs differ', () => {
    const same: Row = {
      ...written,
      activity: 'Stöd i boendet',
      how: 'teamet ringer, samma dag',
      by: written.by.toReversed(),
    };
    expect(told(withRows({ 'FJ-05': same }))).toEqual([]);
  });

  test('is told field by field: who came and went, how far it has come, and by when', () => {
    const changes = told(
      withRows({ 'FJ-05': { ...written, by: [{ name: 'Boendeteamet' }, { name: 'Jouren' }], status: 'done', until: '2031-01-31' } }),
    );
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['way-by', { as: 'texts', texts: ['Vårdcentralen'] }, { as: 'texts', texts: ['Jouren'] }],
      ['way-until', null, { as: 'day', day: '2031-01-31' }],
      ['way-status', { as: 'text', text: 'not-begun' }, { as: 'text', text: 'done' }],
    ]);
  });

  test('is all that was there when nothing is written any more, and touches the parties', () => {
    const changes = told(withRows({}));
    expect(changes.map(({ kind, to }) => [kind, to])).toEqual([
      ['way-how', null],
      ['way-by', null],
      ['way-when', null],
      ['way-status', null],
    ]);
    for (const { touches } of changes) expect(touches.municipalities).toEqual(FJALLMARK);
  });

  test('does not mistake a question for a row of the same id', () => {
    const asked = nextOf(before, (next) => {
      if (next.local) next.local.answers = { 'fj-05': { question: 'Hur?', section: 'vem', by: [], status: 'done' } };
    });
    expect(told(asked).map(({ kind, what, cites }) => [kind, what, cites])).toEqual([['way-status', 'fj-05', { from: [], to: ['vem'] }]]);
  });

  test('is shown word by word where how it is done was written otherwise, and nowhere else', () => {
    const [how, when] = told(withRows({ 'FJ-05': { ...written, how: 'Teamet ringer samma vecka.', when: 'Varje dag' } }));
    expect(how && runsOfWay(how)).toEqual([
      { kind: 'same', text: 'Teamet ringer samma ' },
      { kind: 'removed', text: 'dag' },
      { kind: 'added', text: 'vecka' },
      { kind: 'same', text: '.' },
    ]);
    expect(when && runsOfWay(when)).toBeUndefined();
  });
});
