import { describe, expect, test } from 'vitest';
import { givenKnowledge, proposedFor, valuesFor } from './given-knowledge.ts';
import { Proposal } from './proposal.ts';

const PARTS = `# Överenskommelse om beroende i Fjällmarks län

## Giltighet

Överenskommelsen gäller från den 1 mars 2024 till den 28 februari 2026 och följs upp varje år av Fjällmarks samråd.

## Ansvar

Regionen ansvarar för abstinensvård. Socialtjänsten ska utreda behov av stöd, om personen ansöker, enligt 7 kap. 1 § HSL.
`;

describe('every proposal', () => {
  test('is the same, with the same id, each time the same text is read', () => {
    expect(proposedFor(PARTS)).toEqual(proposedFor(PARTS));
    expect(new Set(proposedFor(PARTS).map(({ id }) => id)).size).toBe(proposedFor(PARTS).length);
  });

  test('keeps its id when text is added after its section', () => {
    const before = proposedFor(PARTS).map(({ id }) => id);
    const after = proposedFor(`${PARTS}\n## Nytt\n\nKommunen ansvarar för stödboende.\n`).map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('stands on words of the text, in the order of the text', () => {
    const found = proposedFor(PARTS);
    expect(found.length).toBeGreaterThan(5);
    for (const { spans } of found) for (const { from, to } of spans) expect(PARTS.slice(from, to).trim()).not.toBe('');
    const starts = found.map(({ spans }) => PARTS.slice(0, spans[0]?.from ?? 0).split('\n').length);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('can be stored and read again as it was', () => {
    for (const one of proposedFor(PARTS)) expect(Proposal.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  test('is refused when its value is not what its kind has', () => {
    const [first] = proposedFor(PARTS);
    expect(Proposal.safeParse({ ...first, kind: 'validity', value: { from: 'snart' } }).success).toBe(false);
  });

  test('points at who, what and when of a duty, and not at the words between', () => {
    const text = '## Ansvar\n\nVid behov ska regionen kalla till möte.\n';
    const [duty] = proposedFor(text).filter(({ kind }) => kind === 'responsibility');
    expect(duty?.spans.map(({ from, to }) => text.slice(from, to))).toEqual(['Vid behov', 'regionen', 'kalla till möte.']);
  });

  test('points at the words themselves where a line was broken within them', () => {
    const text = 'Öppning.\n\n## Ansvar\n\nPrimärvården ansvarar för prov-\ntagning enligt 5 kap.\n7 § HSL.\n';
    const citation = proposedFor(text).find(({ kind }) => kind === 'citation');
    expect(citation?.spans.map(({ from, to }) => text.slice(from, to)).join(' ')).toMatch(/^5 kap\.\s+7 § HSL$/);
  });
});

test('reads nothing into a stretch that is too long to be a sentence', () => {
  const duty = 'Regionen ansvarar för vård';
  expect(proposedFor(`${duty} ${'och vård '.repeat(20)}.`)).toHaveLength(1);
  expect(proposedFor(`${duty} ${'och vård '.repeat(300)}.`)).toEqual([]);
});

test('proposes nothing for a text that agrees nothing', () => {
  expect(proposedFor('# Recept\n\nVispa ägg och mjöl. Grädda i ugnen.\n\n- smör\n- salt\n')).toEqual([]);
});

describe('when it holds', () => {
  test('reads a validity with both its days, written out or as figures', () => {
    expect(valuesFor('validity', 'Överenskommelsen gäller 2024-03-01–2026-02-28.')).toEqual([{ from: '2024-03-01', to: '2026-02-28' }]);
    expect(valuesFor('validity', PARTS)).toEqual([{ from: '2024-03-01', to: '2026-02-28' }]);
  });

  test('does not take the day of another document for its own', () => {
    expect(valuesFor('validity', 'Handlingsplanen gäller från 2020-01-01.')).toEqual([]);
  });

  test('does not read a day that no calendar has', () => {
    expect(valuesFor('validity', 'Överenskommelsen gäller från den 31 februari 2024.')).toEqual([]);
  });

  test('reads an extension with its conditions', () => {
    const text = 'Om en ny överenskommelse inte finns och revidering har påbörjats förlängs den med sex månader.';
    expect(valuesFor('extension', text)).toEqual([{ months: 6, times: 1, requires: ['no-successor', 'revision-begun'] }]);
  });

  test('tells what passed before the day of reading, and not what is still to come', () => {
    const passed = valuesFor('passed-date', 'Den följer planen för 2019–2023.');
    expect(passed).toEqual([{ since: '2024-01-01', from: '2019-01-01', to: '2023-12-31' }]);
    expect(valuesFor('passed-date', 'Den följer planen för 2024–2026.')).toEqual([]);
  });

  test('reads each recurrence with what recurs', () => {
    const text =
      'Överenskommelsen följs upp årligen och revideras vart tredje år. De lokala överenskommelserna bör utvärderas vartannat år.';
    const found = valuesFor('cadence', text).map(({ of, kind, every, strength }) => [of, kind, every, strength].join(' '));
    expect(found).toEqual(['agreement follow-up P12M must', 'agreement revision P36M must', 'local-agreements evaluation P24M should']);
  });
});

describe('who decides', () => {
  test('knows the bodies of the county, also with a slip of the pen, and proposes others as unknown', () => {
    const found = valuesFor('body', 'Fjällmark samråd möts. Rådet för hälsa och Tandvårdsnätverket deltar.');
    expect(found).toEqual([{ body: 'samradet', name: 'Fjällmark samråd' }, { name: 'Rådet för hälsa' }, { name: 'Tandvårdsnätverket' }]);
  });

  test('takes a short form that fits two bodies for the one the text names in full, and for none when it names both', () => {
    const one = valuesFor('body', 'Fackgruppen för beroende möts. Fackgruppen beslutar.');
    expect(one.map(({ body }) => body)).toEqual(['fackgruppen']);
    const ladder = '## Avvikelser\n\n1. Avvikelsen löses av Fackgruppen.\n2. Avvikelsen löses av samrådet.\n';
    const both = valuesFor('ladder-step', `Fackgruppen för beroende och Fackgruppen för barn möts.\n\n${ladder}`);
    expect(both[0]).toEqual({ ladder: 'deviation', level: 1, who: 'Fackgruppen' });
  });

  test('reads the steps of adoption with the seats that sign', () => {
    const found = valuesFor(
      'adoption',
      'Överenskommelsen undertecknas av ordförande i Fjällmarks samråd och ska godkännas av respektive part.',
    );
    expect(found).toEqual([
      { step: 'adopt', by: ['each-party'] },
      { step: 'sign', by: ['samradet.chair'] },
    ]);
  });
});

describe('who does what', () => {
  const briefly = (text: string) =>
    valuesFor('responsibility', text).map(({ actors, activity }) => `${actors.map(({ actor }) => actor).join('+')}: ${activity}`);

  test.each([
    ['Regionen och kommunerna har ett gemensamt ansvar för att förebygga.', 'region+municipality: förebygga'],
    ['Primärvården utreder lindriga besvär.', 'primary-care: utreder lindriga besvär'],
    ['Stödet ges av socialtjänsten.', 'social-services: Stödet'],
    ['Det åligger kommunen att ordna boende.', 'municipality: ordna boende'],
    ['Granfors kommun ansvarar för träffpunkten.', 'municipality: träffpunkten'],
    ['Tandvården ska erbjuda tid.', 'tandvard: erbjuda tid'],
  ])('reads the one who acts and the task in “%s”', (text, expected) => {
    expect(briefly(text)).toEqual([expected]);
  });

  test.each([
    'Överenskommelsen ska tydliggöra ansvaret mellan regionen och kommunen.',
    'Planen ska beskriva vilka insatser som kommunen ska svara för.',
    'Syftet är att regionen ska arbeta bättre.',
    'Vi lär av regionen.',
  ])('reads no duty in “%s”', (text) => {
    expect(briefly(text)).toEqual([]);
  });

  test('makes each item of a list the duty of the one the sentence above names', () => {
    expect(briefly('Kommunen ska:\n\n- ordna boende\n- ge stöd i vardagen\n')).toEqual([
      'municipality: ordna boende',
      'municipality: ge stöd i vardagen',
    ]);
  });

  test('does not make the items of a condition into duties', () => {
    const text = 'Hälso- och sjukvården ska beakta barnets behov när en förälder:\n\n- är allvarligt sjuk\n- avlider\n';
    expect(briefly(text)).toEqual(['health-care: beakta barnets behov']);
  });

  test('reads a marked table as one responsibility for each row, and leaves out a table of anything else', () => {
    const marked = '| Insats | Primärvård | Socialtjänst |\n| --- | --- | --- |\n| Råd | x | x |\n| Prov | x | |\n';
    expect(briefly(marked)).toEqual(['primary-care+social-services: Råd', 'primary-care: Prov']);
    expect(briefly('| Månad | Antal |\n| --- | --- |\n| Maj | 3 |\n')).toEqual([]);
  });

  test('turns a clear condition into a fact of the situation and keeps one that is not clear in words', () => {
    const [clear] = valuesFor(
      'responsibility',
      'När den enskilde behöver insatser från både region och kommun ska regionen kalla till möte.',
    );
    expect(clear?.conditions).toEqual({ 'needs-both': { is: true } });
    const [unclear] = valuesFor('responsibility', 'När det regnar ska kommunen hålla öppet.');
    expect(unclear?.conditions).toEqual({});
    expect(unclear?.['conditions-text']).toBe('När det regnar');
  });

  test('tells a duty from what somebody should and may do', () => {
    const strengths = valuesFor('responsibility', 'Regionen ska mäta. Regionen bör fråga. Regionen kan erbjuda kurs.').map(
      ({ strength }) => strength,
    );
    expect(strengths).toEqual(['must', 'should', 'may']);
  });
});

test('finds links but no addresses of persons', () => {
  const text = 'Läs mer: Handbok, https://exempel.se/handbok\n\nSkriv till anna@exempel.se eller [Anna](mailto:anna@exempel.se).\n';
  expect(valuesFor('link', text)).toEqual([{ title: 'Handbok, https://exempel.se/handbok', url: 'https://exempel.se/handbok' }]);
});

test('takes an abbreviation for the act that was in force when the agreement began', () => {
  const citing = (from: string) =>
    valuesFor('citation', `Överenskommelsen gäller från ${from}.\n\nDen bygger på HSL.`).map(({ source }) => source);
  expect(citing('2010-01-01')).toEqual(['1982:763']);
  expect(citing('2020-01-01')).toEqual(['2017:30']);
});

test('knows what it is told of the county and no more', () => {
  const { county } = givenKnowledge;
  const other = { ...givenKnowledge, county: { ...county, bodies: [], region: { name: 'Region Annat' } } };
  expect(proposedFor('Fjällmarks samråd möts.', other)).toEqual([]);
});
