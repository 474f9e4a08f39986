import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { documentFamily, type Held } from './document-family.ts';

const on = Temporal.PlainDate.from('2026-11-22');
const url = 'https://example.se/dokument';
const held: Held = {
  agreements: new Map([
    ['annan', 'in-force' as const],
    ['gammal', 'expired' as const],
  ]),
  knowledge: new Set(['stod']),
};

type Related = AgreementFile['related'][number];
type Deepening = AgreementFile['sections'][number]['deepening'][number];

function stateOf(related: Partial<Related>): string | undefined {
  return family([{ slug: 'x', title: 'X', kind: 'routine', about: 'x', held: false, documents: [], ...related }], [])[0]?.state;
}

function family(related: Related[], deepening: Deepening[]) {
  const section = { id: 'inledning', heading: 'Inledning', sentences: {}, deepening, sections: [] };
  return documentFamily({ related, sections: [section] } as unknown as AgreementFile, held, on);
}

describe('the documents and links of an agreement, from what is recorded', () => {
  test.each<[string, Partial<Related>, string]>([
    ['a related agreement in force is held', { slug: 'annan' }, 'held'],
    ['a related agreement that has expired is told apart', { slug: 'gammal' }, 'held-not-in-force'],
    ['a title without an address says so', {}, 'no-address'],
    ['an address nobody has checked says so', { url }, 'not-checked'],
    ['a dead address is dead', { url, checked: { on: '2026-11-01', result: 'gone' } }, 'gone'],
    ['a moved address is moved', { url, checked: { on: '2026-11-01', result: 'moved' } }, 'moved'],
    [
      'an address that answered is reachable on the last day of six months',
      { url, checked: { on: '2026-05-22', result: 'reachable' } },
      'reachable',
    ],
    ['a check older than six months proves nothing', { url, checked: { on: '2026-05-21', result: 'reachable' } }, 'check-old'],
  ])('%s', (_name, related, state) => {
    expect(stateOf(related)).toBe(state);
  });

  test('a deepening link names its section, and leads to the knowledge page the register holds', () => {
    expect(
      family(
        [],
        [
          { title: 'Stöd', knowledge: 'stod' },
          { title: 'Okänt stöd', knowledge: 'finns-inte' },
        ],
      ),
    ).toEqual([
      { title: 'Stöd', kind: 'deepening', section: { id: 'inledning', heading: 'Inledning' }, href: '/kunskap/stod', state: 'held' },
      { title: 'Okänt stöd', kind: 'deepening', section: { id: 'inledning', heading: 'Inledning' }, state: 'no-address' },
    ]);
  });
});
