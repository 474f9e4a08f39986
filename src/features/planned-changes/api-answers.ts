import type { CountyFile } from '../../domain/counties/county-file.ts';
import { countReceipts } from '../../domain/planned-changes/process.ts';
import { partyName } from '../counties/index.ts';
import type { ChangeView } from './load-change.ts';
import type { ChangeReading } from './read-changes.ts';

const moment = (at: Temporal.Instant | null | undefined): string | null => at?.toString({ smallestUnit: 'second' }) ?? null;

/** A change in a list. */
export function changeItem({ row, wording, process }: ChangeView, county: CountyFile | undefined) {
  return {
    id: row.id,
    title: wording.title,
    party: row.party,
    partyName: partyName(county, row.party),
    from: wording.from,
    state: process.state,
    wording: wording.number,
    rows: [...wording.rows],
    ...countReceipts(process),
  };
}

/** A change with its receipts and everything that was said. */
export function changeBody(reading: ChangeReading) {
  const { wording, process, deliveries, county, owner, agreements, replies } = reading;
  return {
    ...changeItem(reading, county),
    what: wording.what,
    services: wording.services,
    affects: wording.affects,
    units: [...wording.units],
    clauses: agreements.map(({ slug, terms }) => {
      const duty = terms['duty-to-inform'];
      return { agreement: slug, required: duty !== undefined, cites: [...(duty?.cites ?? [])] };
    }),
    receipts: owner.receivers.map((party) => ({
      party,
      name: partyName(county, party),
      state: process.receipts.get(party) ?? ('awaiting' as const),
      delivered: moment(deliveries.get(party)?.delivered),
      seen: moment(deliveries.get(party)?.seen),
    })),
    replies: replies.map(({ kind, party, number, text, at }) => ({
      kind,
      party,
      wording: number,
      text,
      at: at.toString({ smallestUnit: 'second' }),
    })),
  };
}
