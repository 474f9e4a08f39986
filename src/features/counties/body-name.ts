import type { CountyFile } from '../../domain/counties/county-file.ts';

/** What a joint body is called in its county; its id when the county has no such body. */
export function bodyName(county: Pick<CountyFile, 'bodies'> | undefined, body: string): string {
  return county?.bodies.find(({ id }) => id === body)?.name ?? body;
}
