import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import type { Who } from '../../domain/responsibilities/who.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatList } from '../../ui/formats.ts';
import { roleTexts } from '../../ui/texts.ts';
import { testText } from './test-text.ts';

/** The Swedish words of the way in by role. */
export const roleRefusals: RefusalTexts = {
  'place-not-given': { status: 422, title: 'Ingen plats är vald', detail: () => 'Välj var du arbetar: en kommun eller ett helt län.' },
  'unit-or-role-not-given': { status: 422, title: 'Inget är valt', detail: () => 'Välj verksamhet eller yrke, gärna båda.' },
  'county-not-found': { status: 404, title: 'Länet finns inte här', detail: () => 'Registret har inget län med den koden.' },
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Länet har ingen kommun med den koden i registret.',
  },
  'performer-not-found': {
    status: 404,
    title: 'Verksamheten finns inte här',
    detail: () => 'Den nationella ordlistan har ingen sådan verksamhet.',
  },
  'role-not-found': { status: 404, title: 'Yrket finns inte här', detail: () => 'Den nationella ordlistan har inget sådant yrke.' },
};

/** Which field of the form a refusal is about. */
export const refusalFields: Record<string, string> = {
  'place-not-given': 'plats',
  'county-not-found': 'plats',
  'municipality-not-found': 'plats',
  'unit-or-role-not-given': 'utforare',
  'performer-not-found': 'utforare',
  'role-not-found': 'yrke',
};

/** A tag of the vocabulary as running text: `Primärvård, första linjen`. */
export function tagText(label: string): string {
  return label.replaceAll(' | ', ', ');
}

/** A tag where room is short: the first of its names. */
export function shortTag(label: string): string {
  return label.split(' | ')[0] ?? label;
}

/** Actors, with what they do when it is less, or more, than to be responsible: `Socialtjänsten, Polisen (deltar)`. */
export function actorsText(who: readonly Who[]): string {
  return formatList(
    who.map(({ name, short, role }) => `${short ?? name}${role === 'responsible' ? '' : ` (${roleTexts[role].toLowerCase()})`}`),
  );
}

/** When a duty comes up, and what it requires, in words. Empty for a duty that always holds. */
export function conditionTexts({ row, on }: RoleDuty, file: SituationFile): { when: string; condition: string } {
  const selecting = on.filter(([fact]) => !(fact in row.conditions));
  const requiring = Object.entries(row.conditions).map((test) => testText(file, test));
  return {
    when: selecting.map((test) => testText(file, test)).join('; '),
    condition: row['conditions-text'] ?? requiring.join('; '),
  };
}
