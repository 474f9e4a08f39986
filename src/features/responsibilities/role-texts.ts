import type { Standing } from '../../domain/agreements/standing.ts';
import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { Test } from '../../domain/responsibilities/compile-agreement.ts';
import type { RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import type { Who } from '../../domain/responsibilities/who.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { capitalise, formatCount } from '../../ui/formats.ts';
import { roleTexts } from '../../ui/texts.ts';
import { optionLabel } from './fact-texts.ts';
import type { RoleReading, RoleRefusal } from './read-role-duties.ts';
import { namesText, testText } from './row-texts.ts';

/** The Swedish words of the way in by role. */
const refusalTexts = {
  'place-not-given': { status: 422, title: 'Ingen plats är vald', detail: () => 'Välj var du arbetar: en kommun eller ett helt län.' },
  'unit-or-role-not-given': { status: 422, title: 'Inget är valt', detail: () => 'Välj verksamhet eller yrke, gärna båda.' },
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden.',
    at: () => 'path:/code',
  },
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Länet har ingen kommun med den koden i registret.',
    at: () => 'query:/municipality',
  },
  'performer-not-found': {
    status: 404,
    title: 'Verksamheten finns inte här',
    detail: () => 'Den nationella ordlistan har ingen sådan verksamhet.',
    at: () => 'query:/performer',
  },
  'role-not-found': {
    status: 404,
    title: 'Yrket finns inte här',
    detail: () => 'Den nationella ordlistan har inget sådant yrke.',
    at: () => 'path:/role',
  },
} satisfies Record<Exclude<RoleRefusal['code'], 'situation-invalid'>, RefusalTexts[string]>;
export const roleRefusals: RefusalTexts = refusalTexts;

/** Which field of the form a refusal is about. */
export const refusalFields: Record<string, string> = {
  'place-not-given': 'ort',
  'county-not-found': 'ort',
  'municipality-not-found': 'ort',
  'unit-or-role-not-given': 'utforare',
  'performer-not-found': 'utforare',
  'role-not-found': 'yrke',
};

/** How much the agreements ask, in a sentence or two. Duties of agreements that may not hold are counted apart. */
export function leadText({ agreements }: Pick<RoleReading, 'agreements'>): string {
  const duties = (standing: Standing, kind: 'always' | 'onCondition') =>
    agreements.filter((one) => one.standing === standing).reduce((sum, one) => sum + one[kind].length, 0);
  const [always, onCondition] = [duties('holds', 'always'), duties('holds', 'onCondition')];
  const reserved = duties('reserved', 'always') + duties('reserved', 'onCondition');
  const count = (number: number) => formatCount(number, 'uppgift', 'uppgifter');
  const parts = [
    always + onCondition > 0 ? `${count(always)} gäller alltid, ${count(onCondition)} i vissa situationer.` : '',
    reserved > 0 ? `${count(reserved)} står i avtal som inte säkert gäller.` : '',
  ];
  return parts.filter(Boolean).map(capitalise).join(' ') || 'Avtalen pekar inte ut dig i någon uppgift.';
}

/** Actors, with what they do when it is less, or more, than to be responsible: `Socialtjänsten, Polisen (deltar)`. */
export function actorsText(who: readonly Who[]): string {
  return namesText(
    who.map(({ name, short, role }) => `${short ?? name}${role === 'responsible' ? '' : ` (${roleTexts[role].toLowerCase()})`}`),
  );
}

const MOST_ON_PAPER = 2;

/** When a duty comes up, in as few words as paper has room for: of many options the first ones. Undefined when all are few. */
export function shortWhenText({ row, on, orOn }: RoleDuty, file: SituationFile): string | undefined {
  const selecting = on.filter(([fact]) => !(fact in row.conditions));
  if (!selecting.some(isLong)) return undefined;
  const text = (test: Test) => (isLong(test) ? `${firstOptions(test, file)} med flera` : testText(file, test));
  return [selecting, ...orOn].map((way) => way.map(text).join('; ')).join('; eller ');
}

function isLong([, condition]: Test): boolean {
  return 'any' in condition && condition.any.length > MOST_ON_PAPER + 1;
}

function firstOptions([id, condition]: Test, file: SituationFile): string {
  const fact = file.facts.find((one) => one.id === id);
  const options = 'any' in condition ? condition.any.slice(0, MOST_ON_PAPER) : [];
  return options.map((option) => (fact ? optionLabel(fact, option) : option)).join(', ');
}

/** When a duty comes up, and what it requires, in words. Empty for a duty that always holds. */
export function conditionTexts(
  { row, on, orOn }: Pick<RoleDuty, 'row' | 'on' | 'orOn'>,
  file: SituationFile,
): { when: string; condition: string } {
  const selecting = on.filter(([fact]) => !(fact in row.conditions));
  const requiring = Object.entries(row.conditions).map((test) => testText(file, test));
  return {
    when: [selecting, ...orOn].map((way) => way.map((test) => testText(file, test)).join('; ')).join('; eller '),
    condition: row['conditions-text'] ?? requiring.join('; '),
  };
}
