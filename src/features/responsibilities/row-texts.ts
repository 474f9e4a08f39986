import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { Test } from '../../domain/responsibilities/compile-agreement.ts';
import type { Who } from '../../domain/responsibilities/who.ts';
import { formatAlternatives, formatList } from '../../ui/formats.ts';
import { roleTexts } from '../../ui/texts.ts';
import { conditionText, optionLabel } from './fact-texts.ts';

/** A condition that no situation has been tried on, in as few words as will do: `alkohol eller narkotika`, `barn i hemmet`, `ålder: minst 20 år`. */
export function testText(file: SituationFile, [id, condition]: Test): string {
  const fact = file.facts.find((candidate) => candidate.id === id);
  if (!fact) return id;
  if ('is' in condition && condition.is) return `${fact.label.charAt(0).toLowerCase()}${fact.label.slice(1)}`;
  if (fact.type === 'set' && 'any' in condition) return formatAlternatives(condition.any.map((option) => optionLabel(fact, option)));
  return conditionText(file, id, condition);
}

/** Names in a row; parted by semicolons when one of them has a comma of its own. */
export function namesText(names: readonly string[]): string {
  return names.some((name) => name.includes(',')) ? names.join('; ') : formatList(names);
}

/** Phrases as sentences after one another, each with its full stop. */
export function sentences(phrases: readonly string[]): string {
  return phrases
    .filter(Boolean)
    .map((phrase) => (/[.!?:]$/.test(phrase) ? phrase : `${phrase}.`))
    .join(' ');
}

/** Who does what in a row: `Ansvarar: Vårdcentralen och Psykiatrin. Deltar: Polisen.` */
export function whoText(who: readonly Who[]): string {
  return [...Map.groupBy(who, ({ role }) => role)]
    .map(([role, all]) => `${roleTexts[role]}: ${namesText(all.map(({ name, short }) => short ?? name))}.`)
    .join(' ');
}
