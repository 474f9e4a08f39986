import type { ComparedActivity, Verdict } from '../../domain/responsibilities/compare.ts';
import type { Difference, Side } from '../../domain/responsibilities/compare-differences.ts';
import { type Ground, groundOf } from '../../domain/responsibilities/compare-ground.ts';
import type { ComparedSide, Part, Presence } from '../../domain/responsibilities/compare-side.ts';
import type { UnitKey } from '../../domain/responsibilities/compare-units.ts';
import type { CompiledRow } from '../../domain/responsibilities/compile-agreement.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatCount, formatList, formatTag } from '../../ui/formats.ts';
import type { Comparison, ComparisonRefusal } from './read-comparison.ts';
import { namesText, sentences, testText } from './row-texts.ts';

/** The Swedish words of the comparison. A side that does not name a unit is said not to name it; never that others have it alone. */
const refusalTexts = {
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden.',
    at: ({ side }) => `query:/${side}`,
  },
  'area-not-found': {
    status: 404,
    title: 'Området finns inte här',
    detail: () => 'Registret har inget område med det namnet.',
    at: () => 'query:/area',
  },
  'same-county': {
    status: 422,
    title: 'Samma län två gånger',
    detail: () => 'Välj två olika län att jämföra.',
    at: () => 'query:/right',
  },
  'nothing-to-compare': { status: 404, title: 'Det finns inget att jämföra', detail: () => 'Registret behöver minst två län.' },
} satisfies Record<ComparisonRefusal['code'], RefusalTexts[string]>;
export const compareRefusals: RefusalTexts = refusalTexts;

export const verdictTexts: Record<Verdict, string> = {
  same: 'Lika',
  different: 'Skiljer sig',
  'one-side': 'Rad på en sida',
  elsewhere: 'Rad på en sida, på annan plats på den andra',
  'not-held': 'Inget att jämföra med',
};

const partTexts: Record<Part, string> = {
  chief: 'har huvudansvar',
  responsible: 'ansvarar',
  'takes-part': 'deltar',
  'may-offer': 'kan erbjuda det',
};

const authorityUnits: Record<string, string> = {
  external: 'Andra aktörer',
  region: 'Regionen',
  municipality: 'Kommunen',
  both: 'Regionen och kommunen',
};

/** What the comparison came to, in one sentence or two. */
export function summaryText(comparison: Comparison): string {
  const { activities } = comparison;
  const without = [comparison.left, comparison.right].filter(({ entries }) => entries.length === 0);
  if (without.length > 0) return `Registret har inget avtal inom området för ${formatList(without.map(({ county }) => county.name))}.`;
  const count = (verdict: Verdict) => activities.filter((one) => one.verdict === verdict).length;
  const both = count('same') + count('different');
  const parts = [
    both > 0
      ? `Av ${formatCount(both, 'uppgift', 'uppgifter')} som båda länen har som rad skiljer sig ${count('different')}.`
      : 'Ingen uppgift finns som rad i båda länen.',
    activities.length > both ? `Ytterligare ${activities.length - both} finns som rad i ett av dem.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** The name of a kind of unit; an actor without one is named by itself. */
export function unitText({ units, taxonomy }: Pick<Comparison, 'units' | 'taxonomy'>, key: UnitKey, presence: Presence): string {
  const [kind, id] = key.split('/');
  if (kind === 'unit') return units.find((unit) => unit.id === id)?.label ?? presence.names.join(', ');
  if (kind === 'performer') return formatTag(taxonomy.performers.find((tag) => tag.id === id)?.label ?? presence.names.join(', '));
  return `${authorityUnits[id ?? ''] ?? 'Andra aktörer'} (${namesText(presence.names)})`;
}

/** Why an activity is marked, sentence by sentence. Empty when both sides say the same. */
export function differenceTexts(comparison: Comparison, activity: ComparedActivity): string[] {
  if (activity.verdict === 'not-held') return ['Det finns inget att jämföra med.'];
  if (activity.verdict === 'one-side' || activity.verdict === 'elsewhere') return [oneSideText(comparison, activity)];
  return activity.differences.map((difference) => differenceText(comparison, difference));
}

function oneSideText(comparison: Comparison, activity: ComparedActivity): string {
  const side: Side = activity.left.rows.length > 0 ? 'left' : 'right';
  const [here, there] = namesFrom(comparison, side);
  if (activity.verdict === 'one-side') return `${here} har en rad om det. ${there} har ingen.`;
  const missing = activity[side === 'left' ? 'right' : 'left'];
  return `${here} har en rad om det. ${there} har det ${missing.terms.length > 0 ? 'i avtalets text' : 'i ett annat avtal'}.`;
}

function differenceText(comparison: Comparison, difference: Difference): string {
  const [left, right] = namesFrom(comparison, 'left');
  switch (difference.code) {
    case 'divided': {
      const [here, there] = namesFrom(comparison, difference.side);
      const label = comparison.situation.facts.find(({ id }) => id === difference.fact)?.label.toLowerCase() ?? difference.fact;
      return `${here} delar upp ansvaret efter ${label}. ${there} gör inte det.`;
    }
    case 'unit': {
      const { presence, unit, side } = difference;
      const [here, there] = namesFrom(comparison, side);
      const ground = presence.grounds.length > 0 ? ` Villkor: ${groundsText(comparison, presence)}` : '';
      return `${unitText(comparison, unit, presence)} ${partTexts[presence.part]} i ${here}.${ground} Nämns inte på raden i ${there}.`;
    }
    case 'part':
      return `${unitText(comparison, difference.unit, difference.left)} ${partTexts[difference.left.part]} i ${left} och ${partTexts[difference.right.part]} i ${right}.`;
    case 'condition': {
      const name = unitText(comparison, difference.unit, difference.left);
      const of = (presence: Presence) => (presence.grounds.length > 0 ? groundsText(comparison, presence) : 'inget villkor på raden.');
      return `${name} ${partTexts[difference.left.part]} i båda länen, på olika villkor. ${left}: ${of(difference.left)} ${right}: ${of(difference.right)}`;
    }
    case 'deadline': {
      const of = (deadlines: readonly { value: string }[]) =>
        deadlines.length > 0 ? formatList(deadlines.map(({ value }) => value)) : 'ingen på raden';
      return `Tidsgränsen. ${left}: ${of(difference.left)}. ${right}: ${of(difference.right)}.`;
    }
  }
}

function namesFrom({ left, right }: Comparison, side: Side): [here: string, there: string] {
  const names: [string, string] = [left.county.name, right.county.name];
  return side === 'left' ? names : [names[1], names[0]];
}

function groundsText(comparison: Comparison, { grounds }: Presence): string {
  return grounds.map((ground) => groundText(comparison, ground)).join(' Eller: ');
}

/** A condition in words: as the agreement has it, else what is tested; then what must come first. */
export function groundText({ situation }: Pick<Comparison, 'situation'>, { tests, either, text, requires }: Ground): string {
  const tested = [tests, ...either].map((way) => way.map((test) => testText(situation, test)).join(', ')).join('; eller ');
  return sentences([text ?? tested, ...requires]);
}

/** The condition of a row as it stands in its cell: the agreement's own where it has one, also when the activity itself says as much. */
export function rowConditionText(comparison: Pick<Comparison, 'situation'>, row: CompiledRow, about: readonly string[]): string {
  const text = row.row['conditions-text'];
  return groundText(comparison, { ...groundOf(row, about), ...(text === undefined ? {} : { text }) });
}

/** What to say where a side has no row; what follows it is where to read instead. */
export function missingText({ terms, elsewhere }: ComparedSide, entries: number): string {
  if (terms.length > 0) return 'Står i avtalets text, inte som en rad.';
  const why = entries === 0 ? 'Registret har inget avtal här inom området.' : 'Ingen rad i avtalet.';
  if (elsewhere.length > 0) return `${why} Står i ett annat avtal i länet:`;
  return entries === 0 ? `${why} Det betyder inte att det saknas ett.` : `${why} Det kan ändå stå i avtalets text eller i lag.`;
}
