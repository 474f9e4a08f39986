import { agreement, type BrokenCase, county, ladder, law, local, row, situation } from './check-given-broken.ts';

/** Broken form, and ids that stand twice. */
export const shapeCases: BrokenCase[] = [
  agreement('refuses a missing key', 'missing-key', ['title']),
  agreement('refuses an unknown key', 'unknown-key', row(0, 'way-forwrad'), 'Skrivfel'),
  agreement('refuses an unknown key in a nested section', 'unknown-key', ['sections', 1, 'sections', 0, 'headng'], 'Skrivfel'),
  agreement('refuses an actor id with capital letters', 'invalid-key', ['actors', 'PV'], { name: 'Vård', authority: 'region', column: 2 }),
  agreement('refuses a value of another type', 'wrong-type', ['title'], 7),
  agreement('refuses a value outside the choices', 'not-allowed', row(0, 'mode'), 'regionen'),
  agreement('refuses an unknown type of party list', 'not-allowed', ['terms', 'parties', 'municipalities'], 'alla'),
  agreement('refuses a day that is not in the calendar', 'invalid-format', ['acts', 0, 'on'], '2023-02-30'),
  agreement(
    'refuses an address that is no web address',
    'invalid-format',
    ['sections', 0, 'deepening'],
    [{ title: 'Mer', url: 'javascript:alert(1)' }],
    ['sections', 0, 'deepening', 0, 'url'],
  ),
  agreement('refuses an empty sentence', 'empty-text', ['sections', 0, 'sentences', 'i1'], ' '),
  agreement('refuses an empty listed sentence', 'empty-text', ['sections', 1, 'sentences', 'a2', 'text'], ''),
  agreement('refuses a list that must not be empty', 'empty-list', ['terms', 'minor-amendment', 'may-not-touch'], []),
  agreement('refuses a number outside its bounds', 'out-of-range', ['terms', 'extension', 'months'], 121),
  agreement('refuses a law reference that is too short', 'wrong-length', row(0, 'law', 0), 'x'),
  agreement('refuses a condition of no known form', 'no-variant', row(0, 'when', 'need'), { some: 1 }),
  agreement('refuses a term without citation', 'no-citation', ['terms', 'validity', 'cites']),
  agreement('refuses a responsibility without citation', 'no-citation', row(0, 'cites'), []),
  agreement('refuses an activity without actor', 'no-actor', row(0, 'actors'), []),
  agreement('refuses an activity whose actors are left out', 'no-actor', row(0, 'actors')),
  situation('refuses an unknown type of fact', 'not-allowed', ['facts', 1, 'type'], 'perhaps'),
];

/** Ids that stand twice. */
export const idCases: BrokenCase[] = [
  agreement('refuses two sections with the same id, at any depth', 'duplicate-id', ['sections', 2], { id: 'tvister', heading: 'Igen' }, [
    'sections',
    2,
    'id',
  ]),
  agreement('refuses two rows with the same id', 'duplicate-id', row(0, 'id'), 'PR-02', row(1, 'id'), [
    { path: row(0, 'way-forward-rows'), to: [] },
  ]),
  local(
    'refuses a row id that another agreement of the county has',
    'duplicate-id',
    row(1),
    {
      id: 'PR-01',
      group: 'stod',
      activity: 'Mer',
      plain: 'Mer.',
      mode: 'municipality',
      actors: [{ actor: 'soc', role: 'main' }],
      cites: ['hur'],
    },
    row(1, 'id'),
  ),
  agreement('refuses two groups with the same id', 'duplicate-id', ['matrix', 'groups', 1], { id: 'behandling', heading: 'Igen' }, [
    'matrix',
    'groups',
    1,
    'id',
  ]),
  agreement(
    'refuses the same actor twice in a row with the same role',
    'duplicate-id',
    row(0, 'actors', 1),
    { actor: 'pv', role: 'main' },
    row(0, 'actors', 1, 'actor'),
  ),
  agreement('refuses two actors in the same column', 'duplicate-id', ['actors', 'soc', 'column'], 1),
  agreement('refuses two steps of adoption with the same id', 'duplicate-id', ['terms', 'adoption', 1, 'id'], 'rekommendera'),
  agreement('refuses two ladders with the same id', 'duplicate-id', ladder(1, 'id'), 'avvikelse'),
  county('refuses two municipalities with the same code', 'duplicate-id', ['municipalities', 2], { code: '9801', name: 'Igen' }, [
    'municipalities',
    2,
    'code',
  ]),
  county('refuses two seats with the same id in a body', 'duplicate-id', ['bodies', 0, 'seats', 1], { id: 'chair', title: 'Igen' }, [
    'bodies',
    0,
    'seats',
    1,
    'id',
  ]),
  situation('refuses two facts with the same name in addresses', 'duplicate-id', ['facts', 1, 'param'], 'p-need'),
  situation(
    'refuses two options of a fact with the same id',
    'duplicate-id',
    ['facts', 0, 'options', 2],
    { id: 'housing', param: 'igen', label: 'Igen' },
    ['facts', 0, 'options', 2, 'id'],
  ),
  law('refuses two statutes with the same number', 'duplicate-id', ['statutes', 2], { sfs: '2025:400', title: 'Igen' }, [
    'statutes',
    2,
    'sfs',
  ]),
];
