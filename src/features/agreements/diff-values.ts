import type { Change, ChangeKind, Stated } from '../../domain/agreements/diff/change.ts';
import {
  basisTexts,
  conditionText,
  formatAlternatives,
  formatDate,
  formatDuration,
  formatList,
  formatNumber,
  formatPeriod,
  formatTag,
  roleTexts,
} from '../../ui/index.ts';
import { type DiffNames, deciderName, municipalityName, tagLabel } from './diff-names.ts';
import { practiceLabels } from './practice-texts.ts';
import { cadenceKindLabels, factLabel } from './texts.ts';

/** Words for what is stated by a code, by kind of change. */
const CODES: Partial<Record<ChangeKind, Record<string, string>>> = {
  'actor-authority': { region: 'regionen', municipality: 'kommunen', both: 'regionen och kommunen', external: 'någon utanför parterna' },
  'adoption-step': {
    mandate: 'ge uppdrag',
    draft: 'ta fram förslag',
    consult: 'samråda',
    recommend: 'rekommendera',
    adopt: 'anta',
    establish: 'fastställa',
    sign: 'underteckna',
  },
  'ladder-ends': { body: 'ett beslut i samverkan', court: 'domstol' },
  'way-status': Object.fromEntries(Object.entries(practiceLabels).map(([status, label]) => [status, label.toLowerCase()])),
  'local-per': { municipality: 'en per kommun', district: 'en per länsdel', 'municipality-or-district': 'en per kommun eller länsdel' },
};

const STRENGTHS = { must: 'ska', should: 'bör', 'at-least': 'ska minst' } as const;
const CONSENT = { 'not-required': 'behövs inte', required: 'behövs' } as const;

/** What is stated, as it stands inside a sentence. */
export function valueText(kind: ChangeKind, stated: Stated, names: DiffNames): string {
  switch (stated.as) {
    case 'text':
      return CODES[kind]?.[stated.text] ?? (kind === 'duty-id' ? stated.text : `”${stated.text}”`);
    case 'texts':
      return stated.texts.map((text) => `”${text}”`).join(kind === 'adoption-order' ? ' → ' : ', ');
    case 'day':
      return formatDate(stated.day);
    case 'period':
      return formatPeriod(stated.period);
    case 'number':
      return numberText(kind, stated.number);
    case 'yes-no':
      return stated.is ? 'ja' : 'nej';
    case 'ids':
      return formatList(stated.ids.map((id) => idText(kind, id, names)));
    case 'deciders':
      return formatList(stated.by.map((by) => deciderName(names, by)));
    case 'actors':
      return actorsText(stated);
    case 'ways':
      return formatAlternatives(
        stated.ways.map((way) =>
          Object.entries(way)
            .map(([fact, test]) => conditionText(names.situation, fact, test))
            .join(', '),
        ),
      );
    case 'deadline':
      return `${stated.deadline.value} (${basisTexts[stated.deadline.basis].toLowerCase()})`;
    case 'cadence':
      return `${cadenceKindLabels[stated.cadence.kind].toLowerCase()} ${formatPeriod(stated.cadence.every)}`;
    case 'strength':
      return STRENGTHS[stated.strength];
    case 'consent':
      return CONSENT[stated.consent];
  }
}

/** Actors by name: `vårdcentral och kommunens stöd`. */
export function actorsText({ actors }: Extract<Stated, { as: 'actors' }>): string {
  return formatList(actors.map(({ name }) => decapitalised(name)));
}

/** The part of the first actor: `huvudansvar`. All of one change have the same in practice, or are told one by one. */
export function partText({ actors }: Extract<Stated, { as: 'actors' }>): string {
  return formatList([...new Set(actors.map(({ role }) => roleTexts[role].toLowerCase()))]);
}

/** A tag of the vocabulary inside a sentence: `socialsekreterare, biståndshandläggare`. */
export function tagText(label: string): string {
  return formatTag(label.split(' | ').map(decapitalised).join(' | '));
}

/** As it stands inside a sentence: only an abbreviation keeps its capitals. */
function decapitalised(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function numberText(kind: ChangeKind, value: number): string {
  if (kind === 'extension-months') return formatDuration(`P${value}M`);
  if (kind === 'extension-times') return value === 1 ? 'en gång' : `${formatNumber(value)} gånger`;
  return `steg ${formatNumber(value)}`;
}

function idText(kind: ChangeKind, id: string, names: DiffNames): string {
  switch (kind) {
    case 'party':
      return municipalityName(names, id);
    case 'duty-professions':
    case 'actor-professions':
      return tagText(tagLabel(names.taxonomy.roles, id));
    case 'actor-performers':
      return tagText(tagLabel(names.taxonomy.performers, id));
    case 'duty-more-deadlines':
      return names.deadlines.deadlines.find((one) => one.id === id)?.name ?? id;
    case 'extension-requires':
      return factLabel(id);
    case 'target-instead':
      return names.titles.get(id) ?? id;
    default:
      return id;
  }
}

/** What a change is about, for telling apart those of the same sort: a cadence by its kind. A question goes on, without its mark. */
export function labelText({ kind, label }: Change): string {
  if (kind.startsWith('way')) return label.replace(/[?.:!]+$/, '');
  if (!kind.startsWith('cadence')) return label;
  return label in cadenceKindLabels ? cadenceKindLabels[label as keyof typeof cadenceKindLabels] : label;
}
