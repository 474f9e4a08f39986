import type { z } from 'zod';
import type { Format } from './check-fault.ts';
import { Cite, CountyCode, IsoDate, MunicipalityCode, Period, Slug } from './ids.ts';
import { ResponsibilityRow } from './responsibility.ts';
import { DecidedBy } from './terms.ts';

/** The pattern as zod reports it when a text does not follow it. */
function patternOf(schema: z.ZodType): string | undefined {
  const issue = schema.safeParse('\u0000').error?.issues[0];
  return issue?.code === 'invalid_format' ? issue.pattern : undefined;
}

const byPattern = new Map<string | undefined, Format>([
  [patternOf(Slug), 'slug'],
  [patternOf(CountyCode), 'county-code'],
  [patternOf(MunicipalityCode), 'municipality-code'],
  [patternOf(IsoDate), 'date'],
  [patternOf(Period), 'period'],
  [patternOf(Cite), 'cite'],
  [patternOf(DecidedBy), 'decided-by'],
  [patternOf(ResponsibilityRow.shape.id), 'row-id'],
]);

/** Which named format an issue is about: by zod's own format, by the pattern, else by the key the value stands under. */
export function formatOf(issue: { format: string; pattern?: string | undefined }, key: string | number | undefined): Format {
  if (issue.format === 'email' || issue.format === 'url') return issue.format;
  const named = byPattern.get(issue.pattern);
  if (issue.pattern !== undefined && named) return named;
  if (key === 'sfs') return 'sfs';
  if (key === 'organisation-number') return 'organisation-number';
  return key === 'id' ? 'deadline-id' : 'other';
}
