import type { Condition } from '../domain/counties/conditions.ts';
import type { Fact, SituationFile } from '../domain/counties/national-files.ts';
import { formatAlternatives } from './formats.ts';

/** The label of an option, as it stands inside a sentence: only an abbreviation keeps its capitals. */
export function optionLabel(fact: Fact, id: string): string {
  const label = 'options' in fact ? fact.options.find((option) => option.id === id)?.label : undefined;
  if (!label) return id;
  return /^\p{Lu}{2}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The texts of conditions, as long as the files they stand in are held: the same few hundred are in every answer. */
const conditionTexts = new WeakMap<SituationFile, WeakMap<Condition, { readonly of: string; readonly text: string }>>();

/** What a condition asks for: `ålder: minst 20 år`, `svårighetsgrad: lindrig eller medelsvår`. */
export function conditionText(file: SituationFile, id: string, condition: Condition): string {
  const known = conditionTexts.get(file) ?? new WeakMap();
  conditionTexts.set(file, known);
  const found = known.get(condition);
  if (found?.of === id) return found.text;
  const text = makeConditionText(file, id, condition);
  known.set(condition, { of: id, text });
  return text;
}

function makeConditionText(file: SituationFile, id: string, condition: Condition): string {
  const fact = file.facts.find((candidate) => candidate.id === id);
  if (!fact) return id;
  const label = fact.label.toLowerCase();
  if ('is' in condition) return `${label}: ${condition.is ? 'ja' : 'nej'}`;
  if ('any' in condition) return `${label}: ${formatAlternatives(condition.any.map((option) => optionLabel(fact, option)))}`;
  const unit = fact.type === 'number' ? ` ${fact.unit}` : '';
  if (!('min' in condition)) return `${label}: högst ${condition.max}${unit}`;
  return condition.max === undefined ? `${label}: minst ${condition.min}${unit}` : `${label}: ${condition.min}–${condition.max}${unit}`;
}
