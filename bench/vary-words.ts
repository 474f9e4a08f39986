import { sentencesOf } from '../src/domain/agreements/sections.ts';
import type { AgreementFile } from '../src/domain/counties/agreement-file.ts';
import { pick } from './random.ts';

export type Variation = {
  readonly random: () => number;
  /** What words are replaced by. */
  readonly pool: readonly string[];
  readonly county: string;
  readonly region: string;
};

/** One word in so many is another. */
const SHARE = 12;

/** Long words of running text. Words for laws are left alone, so that the citations stay as they are. */
const WORD = /\p{Ll}{6,}/gu;
const LEGAL = /(lag|lagen|balk|balken|kap|stycket|förordning|förordningen)$/;

/** What a person reads; everything else in a file is ids, dates and references. */
const TEXTS = new Set([
  'text',
  'summary',
  'activity',
  'plain',
  'note',
  'description',
  'heading',
  'conditions-text',
  'way-forward',
  'about',
  'question',
]);

/** Every long word of the agreements, once. */
export function wordsIn(agreements: readonly AgreementFile[]): string[] {
  const texts = agreements.flatMap((agreement) => sentencesOf(agreement).map(({ text }) => text));
  return [...new Set(texts.flatMap((text) => text.match(WORD) ?? []))].filter((word) => !LEGAL.test(word)).sort();
}

/** The agreement with other places and some other words in everything a person reads. */
export function vary(agreement: AgreementFile, variation: Variation): AgreementFile {
  return varied(agreement, '', '', variation) as AgreementFile;
}

function varied(value: unknown, key: string, above: string, variation: Variation): unknown {
  if (typeof value === 'string') return TEXTS.has(key) || above === 'sentences' ? variedText(value, variation) : value;
  if (Array.isArray(value)) return value.map((one) => varied(one, key, above, variation));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, varied(inner, name, key, variation)]));
}

function variedText(text: string, { random, pool, county, region }: Variation): string {
  return text
    .replaceAll('Region Jönköpings län', region)
    .replaceAll('Jönköpings län', county)
    .replace(WORD, (word) => (!LEGAL.test(word) && random() * SHARE < 1 ? pick(pool, random) : word));
}
