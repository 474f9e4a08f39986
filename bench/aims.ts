import { MANY } from './options.ts';
import type { Measured } from './run-rows.ts';

/** What we want of every row: by API at least half of what the floor manages; of pages 1,000 a second, or 60 % of the floor. */
const API_SHARE = 0.5;
const PAGE_SHARE = 0.6;
const PAGES_PER_SECOND = 1000;

/** The aims that a row misses, in a few words each; none is an error. */
export function missesOf({ kind, ours, floor, p95, agreements }: Measured): string[] {
  const misses: string[] = [];
  const share = ours.perSecond / (floor.perSecond || 1);
  if (kind === 'api' && share < API_SHARE) misses.push('50 % of the floor');
  if (kind === 'page' && share < PAGE_SHARE && ours.perSecond < PAGES_PER_SECOND) misses.push('1000 /s or 60 %');
  const longest = p95 && (agreements < MANY ? p95.few : p95.many);
  if (longest !== undefined && ours.p95 > longest) misses.push(`p95 ${longest} ms`);
  return misses;
}
