import { createHash } from 'node:crypto';
import { AgreementFile } from '../src/domain/counties/agreement-file.ts';
import { CountyFile } from '../src/domain/counties/county-file.ts';
import type { SoundFolder } from '../src/features/counties/load.ts';
import { pick, randomFrom } from './random.ts';
import { vary, wordsIn } from './vary-words.ts';

/** Counties 01–25 but for the two that ship. */
const CODES = Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0')).filter((code) => code !== '06' && code !== '20');
const MUNICIPALITIES = 25;

const FIRST = [
  'Alm',
  'Asp',
  'Björk',
  'Bok',
  'Ek',
  'En',
  'Fur',
  'Gran',
  'Hassel',
  'Lind',
  'Lönn',
  'Oxel',
  'Pil',
  'Rönn',
  'Sälg',
  'Tall',
  'Alnus',
];
const LAST = [
  'bygd',
  'mark',
  'rike',
  'viken',
  'dalen',
  'slätt',
  'näset',
  'sundet',
  'åsen',
  'ängen',
  'backa',
  'forsa',
  'lida',
  'mora',
  'hede',
];

/**
 * Fictional county folders that together hold so many agreements: variations of a shipped one, with other places, slugs and words.
 * Each county has one agreement for the whole county, then local ones for one municipality each, which is how a full register
 * would look. The same number always gives the same folders, and a larger number only adds.
 */
export function generatedFolders(shipped: readonly SoundFolder[], agreements: number): SoundFolder[] {
  const model = shipped.flatMap((folder) => (folder.kind === 'county' && folder.name.startsWith('06') ? [folder.read] : []))[0];
  const pattern = model?.agreements.find(({ area }) => area === 'missbruk-beroende');
  if (!model || !pattern) throw new Error('the shipped agreement to vary is missing');
  const pool = wordsIn(shipped.flatMap((folder) => (folder.kind === 'county' ? folder.read.agreements : [])));
  return CODES.flatMap((code, place) => {
    const own = Array.from({ length: Math.max(0, Math.ceil((agreements - place) / CODES.length)) }, (_, ordinal) => ordinal);
    if (own.length === 0) return [];
    const county = countyOf(model.county, code);
    const files = own.map((ordinal) => agreementOf(pattern, county, ordinal, pool));
    const hash = createHash('sha256').update(`${code} ${own.length}`).digest('hex');
    return [{ kind: 'county' as const, name: `${code}-fiktivt`, hash, read: { county, agreements: files } }];
  });
}

function countyOf(model: CountyFile, code: string): CountyFile {
  const random = randomFrom(Number(code));
  const name = `${pick(FIRST, random)}${pick(LAST, random)}`;
  const municipalities = Array.from({ length: MUNICIPALITIES }, (_, index) => ({
    code: `${code}${String(index + 1).padStart(2, '0')}`,
    name: `${pick(FIRST, random)}${pick(LAST, random)}`,
  }));
  const members = (part: number) =>
    municipalities
      .filter((_, index) => index % 3 === part)
      .map(({ code: municipality }) => ({ municipality, certainty: 'derived' as const }));
  return CountyFile.parse({
    ...model,
    code,
    name: `${name}s län`,
    region: { name: `Region ${name}` },
    municipalities,
    districts: model.districts.map((district, part) => ({ ...district, members: members(part % 3) })),
    contacts: [],
    'local-agreements': [],
  });
}

/** `ordinal` 0: the agreement of the county; others: that of one municipality. */
function agreementOf(pattern: AgreementFile, county: CountyFile, ordinal: number, pool: readonly string[]): AgreementFile {
  const random = randomFrom(Number(county.code) * 1000 + ordinal);
  const slug = `fiktiv-${county.code}-beroende`;
  const municipality = county.municipalities[ordinal - 1];
  const place = municipality ? municipality.name : county.name;
  const varied = vary(pattern, { random, pool, county: county.name, region: county.region.name });
  return AgreementFile.parse({
    ...varied,
    county: county.code,
    slug: municipality ? `${slug}-lok-${municipality.code}` : slug,
    kind: municipality ? 'local' : 'county',
    ...(municipality ? { parent: slug } : {}),
    title: `Överenskommelse om samverkan vid missbruk och beroende, ${place}`,
    short: `Missbruk och beroende, ${place}`,
    terms: { ...varied.terms, parties: { ...varied.terms.parties, municipalities: municipality ? [municipality.code] : 'all' } },
  });
}
