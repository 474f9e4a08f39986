/**
 * The birth numbers that Skatteverket's published test numbers have. Source: the open data sets «Testpersonnummer» and
 * «Testsamordningsnummer», read in copies kept by public libraries. The sets also hold a handful outside these ranges, which count as
 * real here: the question is asked to keep real people's numbers out of demos and tests, so doubt must answer no.
 */
const RANGES = {
  /** Years up to and including 1989. */
  older: { from: 980, to: 999 },
  /** Years from 1990, when birth numbers ceased to tell the county. */
  newer: { from: 238, to: 239 },
  /** All years. */
  coordination: { from: 238, to: 239 },
} as const;

/** Is this number, 12 digits as `parsePersonalNumber` gives them, of a series that is only for tests? Reserve numbers never are. */
export function isTestNumber(number: string): boolean {
  if (!/^\d{12}$/.test(number) || !/^(18|19|20)/.test(number)) return false;
  const coordination = Number(number.slice(6, 8)) >= 60;
  const range = coordination ? RANGES.coordination : Number(number.slice(0, 4)) < 1990 ? RANGES.older : RANGES.newer;
  const birthNumber = Number(number.slice(8, 11));
  return birthNumber >= range.from && birthNumber <= range.to;
}
