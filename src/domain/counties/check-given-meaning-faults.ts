import type { FaultCode, Path } from './check-fault.ts';
import {
  AGREEMENT,
  agreement,
  type Breaking,
  type BrokenCase,
  county,
  knowledge,
  ladder,
  law,
  local,
  row,
  situation,
  taxonomy,
} from './check-given-broken.ts';

/** Data of the right form that cannot be meant. */
export const meaningCases: BrokenCase[] = [
  agreement('refuses an agreement of another county', 'county-mismatch', ['county'], '99'),
  agreement('refuses an actor that nothing uses', 'unused-actor', ['actors', 'psy'], { name: 'Psykiatri', authority: 'region' }),
  agreement('refuses a group that contains itself', 'circular-actors', ['actors', 'alla', 'includes', 2], 'alla', [
    'actors',
    'alla',
    'includes',
  ]),
  agreement('refuses a matrix in columns without columns', 'no-columns', ['actors', 'pv', 'column'], undefined, ['matrix', 'layout']),
  agreement(
    'refuses conditions that are not said in words',
    'conditions-without-text',
    row(0, 'conditions-text'),
    undefined,
    row(0, 'conditions'),
  ),
  agreement(
    'refuses conditions without a way forward',
    'conditions-without-way-forward',
    row(0, 'way-forward'),
    undefined,
    row(0, 'conditions'),
  ),
  agreement('refuses a way forward to the same row', 'way-forward-to-itself', row(0, 'way-forward-rows', 0), 'PR-01'),
  agreement(
    'refuses another way to select a row that is always selected',
    'also-when-idle',
    row(1, 'also-when'),
    [{ pregnant: { is: true } }],
    row(1, 'also-when', 0),
  ),
  agreement(
    'refuses another way to select a row that asks for nothing',
    'also-when-idle',
    row(0, 'also-when'),
    [{}],
    row(0, 'also-when', 0),
  ),
  agreement(
    'refuses a test that does not fit its fact in another way to select a row',
    'condition-misfit',
    row(0, 'also-when'),
    [{ age: { is: true } }],
    row(0, 'also-when', 0, 'age'),
  ),
  agreement('refuses a number test on a choice', 'condition-misfit', row(0, 'when', 'need'), { min: 1 }),
  agreement('refuses a number test on a yes-no fact', 'condition-misfit', row(0, 'conditions', 'pregnant'), { min: 1 }),
  agreement('refuses a choice test on a number', 'condition-misfit', row(0, 'conditions', 'age'), { any: ['adult'] }),
  agreement('refuses a yes-no test on a number', 'condition-misfit', row(0, 'conditions', 'age'), { is: true }),
  agreement('refuses a condition that no one can meet', 'condition-impossible', row(0, 'conditions', 'age'), { min: 121 }),
  agreement('refuses a condition whose least is over its most', 'condition-impossible', row(0, 'conditions', 'age'), { min: 30, max: 20 }),
  agreement('refuses a ladder with a step out of reach', 'ladder-gap', ladder(0, 'steps', 1, 'level'), 3),
  agreement(
    'refuses a ladder that does not begin at level 1',
    'ladder-gap',
    ladder(1, 'steps', 0),
    undefined,
    ladder(1, 'steps', 0, 'level'),
  ),
  agreement(
    'refuses a ladder with two steps on one level',
    'ladder-duplicate-level',
    ladder(0, 'steps', 2),
    { level: 1, who: 'Chefer', cites: ['tvister'] },
    ladder(0, 'steps', 2, 'level'),
  ),
  agreement(
    'refuses a ladder that ends with no one who decides',
    'ladder-ends-nowhere',
    ladder(0, 'steps', 1, 'body'),
    undefined,
    ladder(0, 'steps', 1),
  ),
  agreement('refuses a ladder to court without a court', 'ladder-without-court', ladder(1, 'steps', 1), undefined, ladder(1, 'steps', 0)),
  agreement('refuses validity that ends before it begins', 'ends-before-start', ['terms', 'validity', 'to'], '2023-12-31'),
  agreement(
    'refuses a version that ends before it begins',
    'ends-before-start',
    ['version', 'to'],
    '2023-12-31',
    ['version', 'to'],
    [{ path: ['earlier'], to: [] }],
  ),
  agreement('refuses extension of what has no end', 'extension-without-end', ['terms', 'validity', 'to'], undefined, [
    'terms',
    'extension',
  ]),
  agreement('refuses an earlier version that overlaps the one held', 'versions-overlap', ['earlier', 0, 'to'], '2024-01-01', [
    'earlier',
    0,
  ]),
  local('refuses what is not applicable without why', 'practice-without-reason', ['local', 'rows', 'PR-02', 'reason'], undefined, [
    'local',
    'rows',
    'PR-02',
  ]),
  local('refuses a local agreement without parent', 'parent-missing', ['parent'], undefined, ['kind']),
  county(
    'refuses a municipality code of another county',
    'municipality-outside-county',
    ['municipalities', 2],
    { code: '9701', name: 'Långtbort' },
    ['municipalities', 2, 'code'],
  ),
  county('refuses a municipality in two districts on the same day', 'membership-overlaps', ['districts', 1, 'members', 1], {
    municipality: '9801',
    from: '2022-01-01',
    certainty: 'source',
  }),
  county('refuses a body that no one sits in', 'body-without-seats', ['bodies', 1, 'seats'], []),
  county('refuses membership that ends before it begins', 'ends-before-start', ['districts', 1, 'members', 0, 'to'], '2019-01-01'),
  situation(
    'refuses a fact whose least is over its most',
    'min-over-max',
    ['facts', 2, 'min'],
    121,
    ['facts', 2],
    [
      { path: ['facts', 2, 'bands'], to: [] },
      { path: ['next-steps'], to: [] },
    ],
  ),
  situation('refuses a band outside its fact', 'band-outside', ['facts', 2, 'bands', 1, 'max'], 130, ['facts', 2, 'bands', 1]),
  situation('refuses bands that overlap', 'bands-overlap', ['facts', 2, 'bands', 1, 'min'], 17, ['facts', 2, 'bands', 1]),
  taxonomy('refuses an age group that ends before it begins', 'min-over-max', ['age-groups', 0, 'max'], 17, ['age-groups', 0]),
  law('refuses a statute repealed before it came into force', 'ends-before-start', ['statutes', 0, 'repealed-from'], '2001-12-31'),
  { ...agreement('refuses a law reference that cannot be read', 'law-reference-unknown', row(0, 'law', 0), 'lagen om allt'), law: true },
  {
    ...agreement(
      'refuses a stale fact with a law reference that cannot be read',
      'law-reference-unknown',
      ['stale', 0, 'law'],
      'lagen om allt',
    ),
    law: true,
  },
];

const nextVersion = 'agreements/prov-beroende.v3.yaml';
const version = (guarantee: string, code: FaultCode, at: Path, ...breaking: Breaking[]): BrokenCase => ({
  guarantee,
  code,
  folder: 'county',
  file: nextVersion,
  copyOf: AGREEMENT,
  at,
  breaking: [{ path: ['version'], to: { label: '3.0', from: '2027-01-01' } }, { path: ['earlier'], to: [] }, ...breaking],
});

/** Versions of the same agreement, and names of files. */
export const versionCases: BrokenCase[] = [
  version('refuses versions that overlap by a day', 'versions-overlap', ['version'], { path: ['version', 'from'], to: '2026-12-31' }),
  version('refuses two versions with the same number', 'duplicate-version', ['version', 'label'], {
    path: ['version', 'label'],
    to: '2.0',
  }),
  version('refuses versions of different kinds', 'versions-differ', ['kind'], { path: ['kind'], to: 'supplement' }),
  { ...version('refuses a file whose name is not its slug', 'unexpected-file-name', ['slug']), file: 'agreements/annat.yaml' },
  { ...knowledge('refuses a page whose name is not its id', 'unexpected-file-name', ['id'], 'vip-annan') },
];
