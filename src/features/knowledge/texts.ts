import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { MatrixFilter } from '../../domain/responsibilities/matrix-filter.ts';
import type { RefusalTexts } from '../../platform/index.ts';

/** The Swedish words of knowledge support. */
export const refusals: RefusalTexts = {
  'knowledge-not-found': {
    status: 404,
    title: 'Kunskapsstödet finns inte här',
    detail: () => 'Registret har inget kunskapsstöd med det namnet.',
  },
  'county-not-found': { status: 404, title: 'Länet finns inte här', detail: () => 'Registret har inget län med den koden.' },
  'tag-not-found': {
    status: 422,
    title: 'Ett val finns inte',
    detail: ({ name, value }) => `${filterTexts[name as keyof MatrixFilter].label}: ”${value}” finns inte i ordlistan. Välj i listan.`,
    at: ({ name }) => `query:/${name}`,
  },
};

/** Each choice: its name in the address, its label, and the word for no choice. */
export const filterTexts: Record<keyof MatrixFilter, { param: string; label: string; all: string }> = {
  performer: { param: 'utforare', label: 'Verksamhet', all: 'Alla verksamheter' },
  role: { param: 'yrke', label: 'Yrke', all: 'Alla yrken' },
  ageGroup: { param: 'alder', label: 'Åldersgrupp', all: 'Alla åldrar' },
  severity: { param: 'svarighetsgrad', label: 'Svårighetsgrad', all: 'Alla' },
  condition: { param: 'tillstand', label: 'Tillstånd', all: 'Alla tillstånd' },
};

/** The page's own fields, in the order they are read. */
export const fieldTexts = [
  ['summary', 'Sammanfattning'],
  ['target-group', 'Målgrupp'],
  ['state-of-knowledge', 'Kunskapsläge'],
  ['implementation', 'Genomförande'],
  ['follow-up', 'Uppföljning'],
] as const satisfies readonly (readonly [keyof KnowledgeFile, string])[];

/** The kinds of tags of a page, with the choice each belongs to. */
export const tagTexts = [
  ['performers', 'Utförare', 'performer'],
  ['roles', 'Yrken', 'role'],
  ['support', 'Stöd och behandling', undefined],
  ['age-groups', 'Åldersgrupper', 'ageGroup'],
  ['severities', 'Svårighetsgrader', 'severity'],
  ['conditions', 'Tillstånd', 'condition'],
] as const satisfies readonly (readonly [keyof KnowledgeFile['tags'], string, keyof MatrixFilter | undefined])[];
