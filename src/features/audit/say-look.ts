import { assignmentRoleTexts, formatDateTime, formatList } from '../../ui/index.ts';
import { actText } from './act-texts.ts';
import type { LogRow } from './log.sql.ts';
import type { ExtractRow } from './read-own-extract.ts';
import type { ShownLook, Whom } from './shown-look.ts';
import { lookTexts as texts } from './texts.ts';

/** Who looked: name, role, unit and organisation, as far as the log knows them. */
export function saidWho({ account_name, actor_kind, role, unit_name, organisation_name }: LogRow): string {
  if (actor_kind !== 'staff') return texts.actors[actor_kind];
  const place = [role && assignmentRoleTexts[role].toLocaleLowerCase('sv'), unit_name, organisation_name].filter(Boolean).join(', ');
  const name = account_name ?? texts.unknownStaff;
  return place ? `${name} (${place})` : name;
}

/** Whom it was about. A protected name is not said. */
export function saidWhom(whom: Whom, owner: string | null): string {
  if (whom.kind === 'nobody') return texts.whom.nobody;
  if (whom.kind === 'elsewhere') return owner ? texts.whom.elsewhere(owner) : texts.whom.unknown;
  const cases = whom.caseNumbers.length > 0 ? ` (${texts.whom.cases(formatList(whom.caseNumbers))})` : '';
  return `${whom.name ?? texts.whom.protected}${cases}`;
}

/** A row as a sentence: who did what with whose data, or tried to and why not. */
export function saidLook(row: ShownLook): string {
  const counted =
    row.outcome === 'allowed' && row.whom.kind === 'nobody' && row.found !== null ? actText(row.act).counted?.(row.found) : undefined;
  return `${saidWho(row)} ${counted ?? saidDone(row, saidWhom(row.whom, row.owner_name))}.`;
}

/** What was done with the data of the one who reads it. */
export function saidAboutYou({ act, outcome }: ExtractRow): string {
  return capitalised(saidDone({ act, outcome, code: null }, texts.whom.you));
}

function saidDone({ act, outcome, code }: Pick<LogRow, 'act' | 'outcome' | 'code'>, whom: string): string {
  const { did, tried } = actText(act);
  if (outcome === 'allowed') return did.replace('{whom}', whom);
  const reason = code ? `: ${texts.codes[code] ?? code}` : '';
  return `${texts.tried} ${tried.replace('{whom}', whom)} ${texts.denied}${reason}`;
}

/** When, in Swedish time. */
export function saidWhen({ at }: Pick<LogRow, 'at'>): string {
  return formatDateTime(at);
}

/** What it was for. */
export function saidPurpose({ purpose }: Pick<LogRow, 'purpose'>): string {
  return purpose ? texts.purposes[purpose] : texts.noPurpose;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
