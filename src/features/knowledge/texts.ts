import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { MatrixFilter } from '../../domain/responsibilities/matrix-filter.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatCount, formatDate } from '../../ui/formats.ts';

/** The Swedish words of knowledge support. */
export const refusals: RefusalTexts = {
  'knowledge-not-found': {
    status: 404,
    title: 'Kunskapsstödet finns inte här',
    detail: () => 'Registret har inget kunskapsstöd med det namnet.',
    at: () => 'path:/id',
  },
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden.',
    at: () => 'query:/county',
  },
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

export const listTexts = {
  title: 'Kunskap, avtal och ansvar',
  description: 'Nationellt kunskapsstöd, avtal och ansvar, efter verksamhet, yrke, ålder, svårighetsgrad och tillstånd.',
  source: 'Kunskapsstöd och avtal i registret',
  state: (day: string) => `Läget ${day}`,
  unreadable: 'Ett av valen går inte att läsa. Välj i listorna.',
  choose: 'Välj i listorna.',
  showsAll: 'Sidan visar allt.',
  county: { label: 'Län', all: 'Alla län' },
  lead: (count: { knowledge: number; agreements: number; duties: number }, narrowed: boolean, day: string) => {
    const counts = `${formatCount(count.knowledge, 'kunskapsstöd', 'kunskapsstöd', 'Inga')}, ${formatCount(count.agreements, 'avtal', 'avtal')} och ${formatCount(count.duties, 'uppgift', 'uppgifter')}`;
    return `${counts} ${narrowed ? 'kan röra det du har valt' : 'finns här'}. Läget ${formatDate(day)}.`;
  },
};

export const entryTexts = {
  list: 'Kunskap',
  kind: 'Kunskapsstöd',
  read: (day: string) => `Läst ${day}`,
  readAt: (publisher: string) => `Läs hela sidan hos ${publisher}`,
  ownWords: 'Texten är skriven med våra egna ord. Läs hela sidan hos utgivaren.',
  law: 'Lag',
  pointing: 'Avtal som pekar hit',
  nonePointing: 'Inget avtal i registret pekar hit.',
  version: (short: string, label: string) => `${short}, version ${label}`,
  section: 'Avsnitt:',
  row: 'Ansvar:',
  whole: 'Avtalet i sin helhet',
  tags: 'Märkning',
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
