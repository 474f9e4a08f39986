import type { z } from '@hono/zod-openapi';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { bodyName, partyName } from '../counties/index.ts';
import type { LackBody, LackList } from './api-schemas.ts';
import type { LackView } from './load-lack.ts';

const moment = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });

/** A lack in a list. */
export function lackItem({ row, process }: LackView, county: CountyFile | undefined): z.infer<typeof LackList>['lacks'][number] {
  return {
    id: row.id,
    title: row.title,
    agreement: row.slug,
    version: row.label,
    party: row.party,
    partyName: partyName(county, row.party),
    about: [...row.about],
    state: process.state,
    on: moment(row.at),
  };
}

/** A lack with what the bodies have said. */
export function lackBody(view: LackView, county: CountyFile | undefined): z.infer<typeof LackBody> {
  const { row, process, replies } = view;
  return {
    ...lackItem(view, county),
    what: row.what,
    rows: [...row.rows],
    sections: [...row.sections],
    bodies: row.bodies.map((body) => ({ body, name: bodyName(county, body), state: process.bodies.get(body) ?? ('sent' as const) })),
    replies: replies.map(({ body, kind, text, at }) => ({ body, kind, text, at: moment(at) })),
  };
}
