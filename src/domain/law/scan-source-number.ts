import { at, isGlued, isNear, near, type Scan } from './scan.ts';

/** A number that names a source by itself, and where it ends. */
export type SourceNumber = { series: string; number: string; next: number };

const YEAR = /^(1[6-9]|20)\d{2}$/;
const SFS = new Set(['sfs']);
/** Series whose numbers have a session in front (`2012/13:77`), with every way their name begins. */
const SESSION_SERIES = new Map([
  ['prop', 'Prop.'],
  ['proposition', 'Prop.'],
  ['propositionen', 'Prop.'],
  ['skr', 'Skr.'],
]);
const YEAR_SERIES = new Map([
  ['sou', 'SOU'],
  ['ds', 'Ds'],
  ['dir', 'Dir.'],
]);

function isYear(scan: Scan, index: number): boolean {
  const token = near(scan, index);
  return token?.kind === 'number' && YEAR.test(token.key);
}

function gluedNumber(scan: Scan, index: number, longest: number): string | undefined {
  const token = at(scan, index);
  return token?.kind === 'number' && token.gap === 'glued' && token.key.length <= longest ? token.key : undefined;
}

/** `2025:400` */
export function yearNumber(scan: Scan, index: number): { number: string; next: number } | undefined {
  if (!isYear(scan, index) || !isGlued(scan, index + 1, ':')) return undefined;
  const serial = gluedNumber(scan, index + 2, 4);
  return serial === undefined ? undefined : { number: `${scan.tokens[index]?.key}:${serial}`, next: index + 3 };
}

/** `2012/13:77` */
function sessionNumber(scan: Scan, index: number): { number: string; next: number } | undefined {
  if (!isYear(scan, index) || !isGlued(scan, index + 1, '/')) return undefined;
  const until = gluedNumber(scan, index + 2, 4);
  const serial = isGlued(scan, index + 3, ':') ? gluedNumber(scan, index + 4, 4) : undefined;
  if (until === undefined || serial === undefined) return undefined;
  return { number: `${scan.tokens[index]?.key}/${until}:${serial}`, next: index + 5 };
}

/** `2025:400` or `SFS 2025:400` */
export function sfsNumber(scan: Scan, index: number): SourceNumber | undefined {
  const found = yearNumber(scan, isNear(scan, index, SFS) ? index + 1 : index);
  return found && { series: 'SFS', ...found };
}

/** `SOSFS 2011:9`, `HSLF-FS 2016:1`: the collections of authorities, all named something that ends in FS. */
function collectionNumber(scan: Scan, index: number): SourceNumber | undefined {
  const first = scan.tokens[index]?.key ?? '';
  if (!/^[A-ZÅÄÖ]{2,8}$/.test(first)) return undefined;
  const joined = at(scan, index + 1)?.kind === 'dash' && isGlued(scan, index + 2, 'FS');
  if (!joined && (!first.endsWith('FS') || first === 'SFS')) return undefined;
  const found = yearNumber(scan, joined ? index + 3 : index + 1);
  return found && { series: joined ? `${first}-FS` : first, ...found };
}

/** `(EU) 2016/679` */
function unionNumber(scan: Scan, index: number): SourceNumber | undefined {
  if (scan.tokens[index]?.key !== '(' || !isGlued(scan, index + 1, 'EU') || !isGlued(scan, index + 2, ')')) return undefined;
  if (!isYear(scan, index + 3) || !isGlued(scan, index + 4, '/')) return undefined;
  const serial = gluedNumber(scan, index + 5, 4);
  return serial === undefined ? undefined : { series: 'EU', number: `${scan.tokens[index + 3]?.key}/${serial}`, next: index + 6 };
}

/** A numbered source whose series is written out: `Prop. 2012/13:77`, `SOU 2021:93`, `HSLF-FS 2016:1`, `(EU) 2016/679`. */
export function seriesNumber(scan: Scan, index: number): SourceNumber | undefined {
  const word = at(scan, index);
  if (word?.kind !== 'word') return unionNumber(scan, index);
  const start = isGlued(scan, index + 1, '.') ? index + 2 : index + 1;
  const session = SESSION_SERIES.get(word.lower);
  const inSession = session === undefined ? undefined : sessionNumber(scan, start);
  if (session !== undefined && inSession) return { series: session, ...inSession };
  const yearly = YEAR_SERIES.get(word.lower);
  const inYear = yearly === undefined ? undefined : yearNumber(scan, start);
  if (yearly !== undefined && inYear) return { series: yearly, ...inYear };
  return collectionNumber(scan, index);
}
