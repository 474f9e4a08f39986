import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { CountyFile } from '../../counties/county-file.ts';
import { diffVersions } from './diff-versions.ts';
import { seeds } from './given-seeds.ts';
import { FJALLMARK, fjallmark, nextOf, rowIn, sectionIn } from './given-versions.ts';
import { touchedBy } from './touched-by.ts';

const [first] = fjallmark;
const contact = (unit: string, performer: string, municipality?: string): CountyFile['contacts'][number] => ({
  unit,
  performers: [performer],
  ...(municipality ? { municipality } : {}),
  confirmed: '2026-01-01',
  source: 'Påhittad',
});
const contacts = [
  contact('Norrälva vårdcentral', 'primarvard', '9901'),
  contact('Sjöheds vårdcentral', 'primarvard', '9903'),
  contact('Beroendemottagningen', 'psykiatrisk-oppenvard'),
  contact('Norrälva socialtjänst', 'individ-familjeomsorg', '9901'),
  contact('Sjöheds socialtjänst', 'individ-familjeomsorg', '9903'),
  contact('Tandvården', 'tandvard'),
];

/** A local agreement of one municipality, which speaks of first talks and detoxification and has the two parts that the parent asks for. */
function localOf(municipality: string): AgreementFile {
  return nextOf(first, (local) => {
    Object.assign(local, { slug: `fjallmark-lok-${municipality}`, kind: 'local', parent: first.slug });
    local.terms.parties.municipalities = [municipality];
    sectionIn(local, 'bygden').id = 'vagen-in';
    sectionIn(local, 'skaver').id = 'resan';
    local.responsibilities = [
      { ...rowIn(local, 'FJ-01'), id: 'LN-01', cites: ['vem.a1'] },
      { ...rowIn(local, 'FJ-02'), cites: ['resan.a1'], comparable: undefined },
      {
        ...rowIn(local, 'FJ-05'),
        id: 'LN-02',
        comparable: undefined,
        cites: ['vilka'],
        conflicts: [{ agreement: first.slug, row: 'FJ-06', text: 'Säger annorlunda.' }],
      },
    ] as AgreementFile['responsibilities'];
  });
}
const locals = FJALLMARK.map(localOf);
const stranger = { ...localOf('9901'), slug: 'annat-avtal', parent: 'ett-annat' };

const touchedIf = (change: (next: AgreementFile) => void) => {
  const diff = diffVersions(first, nextOf(first, change), FJALLMARK);
  return { diff, touched: touchedBy(diff, { contacts }, [first, stranger, ...locals]) };
};
const seeded = (name: string) => touchedIf(seeds.find((seed) => seed.name === name)?.change ?? expect.fail(`no seed ${name}`)).touched;

/** What is to be looked through, by hand: sections of every local agreement, whether all of it, contacts, people as profession at kind of unit, bodies. */
const key: [name: string, places: string[], whole: boolean, contacts: string[], people: string[], bodies: string[]][] = [
  [
    'somebody gets another part in a duty',
    ['resan'],
    false,
    ['Beroendemottagningen'],
    [
      'lakare@psykiatrisk-heldygnsvard',
      'lakare@psykiatrisk-oppenvard',
      'psykolog@psykiatrisk-heldygnsvard',
      'psykolog@psykiatrisk-oppenvard',
      'sjukskoterska@psykiatrisk-heldygnsvard',
      'sjukskoterska@psykiatrisk-oppenvard',
    ],
    [],
  ],
  [
    'somebody leaves a duty',
    ['vilka'],
    false,
    ['Beroendemottagningen'],
    [
      'lakare@psykiatrisk-heldygnsvard',
      'lakare@psykiatrisk-oppenvard',
      'psykolog@psykiatrisk-heldygnsvard',
      'psykolog@psykiatrisk-oppenvard',
      'sjukskoterska@psykiatrisk-heldygnsvard',
      'sjukskoterska@psykiatrisk-oppenvard',
    ],
    [],
  ],
  [
    'a duty is gone',
    [],
    true,
    ['Norrälva socialtjänst', 'Sjöheds socialtjänst'],
    [
      'socialsekreterare@funktionshinderomsorg',
      'socialsekreterare@individ-familjeomsorg',
      'stodpedagog@funktionshinderomsorg',
      'stodpedagog@individ-familjeomsorg',
    ],
    [],
  ],
  [
    'a duty gets another number',
    ['resan'],
    false,
    ['Beroendemottagningen'],
    [
      'lakare@psykiatrisk-heldygnsvard',
      'lakare@psykiatrisk-oppenvard',
      'psykolog@psykiatrisk-heldygnsvard',
      'psykolog@psykiatrisk-oppenvard',
      'sjukskoterska@psykiatrisk-heldygnsvard',
      'sjukskoterska@psykiatrisk-oppenvard',
    ],
    [],
  ],
  ['local agreements need one part less', ['resan'], false, [], [], ['distriktsradet']],
  ['a part of local agreements asks for more', ['vagen-in'], false, [], [], ['distriktsradet']],
  ['others follow up', [], true, [], [], ['distriktsradet', 'fackgruppen', 'samradet']],
  ['it begins another day', [], true, [], [], []],
  ['the last step of the ladder is gone', [], true, [], [], ['samradet']],
];

describe('what a change touches', () => {
  test.each(key)(
    '%s: what has to be looked through is named, all of it and nothing else',
    (name, places, isWhole, units, people, bodies) => {
      const touched = seeded(name);
      expect(touched.local.map(({ slug }) => slug)).toEqual(locals.map(({ slug }) => slug));
      for (const local of touched.local) {
        expect(local.places.map(({ section }) => section)).toEqual(places);
        expect(local.elsewhere.length > 0).toBe(isWhole);
      }
      expect(touched.contacts.map((one) => one.contact.unit)).toEqual(units);
      expect(touched.people.map(({ performer, role }) => `${role}@${performer}`).sort()).toEqual(people);
      expect(touched.bodies.map(({ body }) => body)).toEqual(bodies);
    },
  );

  test('only the professions that the row is for, at the kinds of unit of the actor', () => {
    const { touched } = touchedIf((next) => Object.assign(rowIn(next, 'FJ-01'), { roles: ['kurator'], always: true }));
    const people = touched.people.filter(({ because }) => because.length > 0).map(({ performer, role }) => `${role}@${performer}`);
    expect(people).toContain('kurator@primarvard');
    expect(touched.contacts.map((one) => one.contact.unit)).toEqual([
      'Norrälva vårdcentral',
      'Sjöheds vårdcentral',
      'Norrälva socialtjänst',
      'Sjöheds socialtjänst',
    ]);
  });

  test.each(seeds.filter(({ tells }) => tells.length > 0).map((seed) => [seed.name, seed] as const))(
    'misses nothing when %s',
    (_, { change }) => {
      const { diff, touched } = touchedIf(change);
      diff.meaning.forEach(({ touches }, index) => {
        const concerned = locals.filter((_local, nth) => touches.municipalities.includes(FJALLMARK[nth] ?? ''));
        for (const { slug } of concerned) {
          const local = touched.local.find((one) => one.slug === slug);
          expect(local?.because).toContain(index);
          expect([...(local?.elsewhere ?? []), ...(local?.places.flatMap(({ because }) => because) ?? [])]).toContain(index);
        }
        for (const one of contacts) {
          const isTheirs = touches.actors.some(({ performers }) => performers.some((id) => one.performers.includes(id)));
          const isThere = one.municipality === undefined || touches.municipalities.includes(one.municipality);
          if (isTheirs && isThere) expect(touched.contacts.find((found) => found.contact === one)?.because).toContain(index);
        }
      });
    },
  );

  test('the local agreements of a municipality that leaves, and no others', () => {
    const touched = seeded('a party leaves');
    expect(touched.local.map(({ slug }) => slug)).toEqual(['fjallmark-lok-9903']);
    expect(touched.contacts.map((one) => one.contact.unit)).toEqual(['Sjöheds socialtjänst']);
  });

  test('every local agreement, also when only wording changed, but nothing when nothing did', () => {
    const { touched } = touchedIf((next) => Object.assign(sectionIn(next, 'varfor').sentences, { a1: 'Nya ord.' }));
    expect(touched.local.map(({ because }) => because)).toEqual(FJALLMARK.map(() => []));
    expect([touched.people, touched.contacts, touched.bodies]).toEqual([[], [], []]);
    expect(touchedIf(() => undefined).touched.local).toEqual([]);
  });

  test('rows of other agreements that are at odds with a row that changed, also when it got another number', () => {
    const { touched } = touchedIf((next) => Object.assign(rowIn(next, 'FJ-06'), { id: 'FJ-16' }));
    expect(touched.conflicts.map(({ slug, row }) => `${slug} ${row}`)).toEqual([
      'annat-avtal LN-02',
      ...locals.map(({ slug }) => `${slug} LN-02`),
    ]);
  });
});
