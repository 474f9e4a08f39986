import { csvOf } from '../../formats/csv.ts';
import { assignmentRoleTexts } from '../../ui/index.ts';
import { actText } from './act-texts.ts';
import type { ExtractGroup } from './read-own-extract.ts';
import { saidAboutYou, saidPurpose, saidWhom } from './say-look.ts';
import type { ShownLook } from './shown-look.ts';
import { extractTexts, lookTexts, searchTexts as texts } from './texts.ts';

/** Rows of the log for a spreadsheet. Times are Swedish, with their offset from UTC. */
export function logCsv(rows: readonly ShownLook[], note: string | undefined): string {
  const lines = rows.map((row) => [
    swedishTime(row.at),
    row.account_name ?? lookTexts.actors[row.actor_kind],
    row.role ? assignmentRoleTexts[row.role] : '',
    row.unit_name ?? '',
    row.organisation_name ?? '',
    row.whom.kind === 'nobody' ? '' : saidWhom(row.whom, row.owner_name),
    row.owner_name ?? '',
    actText(row.act).label,
    texts.outcomes[row.outcome],
    row.code ? (lookTexts.codes[row.code] ?? row.code) : '',
    saidPurpose(row),
    texts.via[row.via],
    row.id,
  ]);
  return csvOf([texts.csvColumns, ...lines, ...(note ? [[note]] : [])]);
}

/** The individual's extract for a spreadsheet. */
export function extractCsv(groups: readonly ExtractGroup[], note: string | undefined): string {
  const lines = groups.flatMap(({ owner, rows }) =>
    rows.map((row) => [
      owner.name,
      swedishTime(row.at),
      row.unit_name ?? '',
      row.organisation_name ?? '',
      row.role ? assignmentRoleTexts[row.role] : lookTexts.actors[row.actorKind],
      saidAboutYou(row),
      saidPurpose(row),
    ]),
  );
  return csvOf([extractTexts.csvColumns, ...lines, ...(note ? [[note]] : [])]);
}

function swedishTime(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/Stockholm').toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
