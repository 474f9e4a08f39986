import type { Condition } from '../../domain/counties/conditions.ts';
import type { Fact, SituationFile } from '../../domain/counties/national-files.ts';
import type { ConditionResult } from '../../domain/responsibilities/condition.ts';
import type { FactValue } from '../../domain/responsibilities/fact-value.ts';
import { type Situation, toldOf } from '../../domain/responsibilities/situation.ts';
import { capitalise, formatAlternatives, formatList, formatNumber } from '../../ui/formats.ts';

/** What the situation says of a fact, short: `45 år`, `alkohol`, `inte känt: ålder`. */
export function valueText(fact: Fact, value: FactValue): string {
  if (value === 'unknown') return `${fact.label.toLowerCase()}: vet inte`;
  if ('yesNo' in value) return `${fact.label.toLowerCase()}: ${value.yesNo ? 'ja' : 'nej'}`;
  if ('range' in value) return rangeText(fact, value.range);
  const ids = 'set' in value ? value.set : [value.choice];
  return formatList(ids.map((id) => optionLabel(fact, id)));
}

/** An answer with what it answers: `svårighetsgrad: lindrig`. */
export function toldText({ facts }: SituationFile, { fact: id, value }: { readonly fact: string; readonly value: FactValue }): string {
  const fact = facts.find((candidate) => candidate.id === id);
  if (!fact) return id;
  const text = valueText(fact, value);
  return value === 'unknown' || 'yesNo' in value ? text : `${fact.label.toLowerCase()}: ${text}`;
}

function rangeText(fact: Fact, { min, max }: { min: number; max: number }): string {
  const unit = fact.type === 'number' ? fact.unit : '';
  const band = fact.type === 'number' ? fact.bands.find((one) => one.min === min && one.max === max) : undefined;
  if (min === max) return `${formatNumber(min)} ${unit}`;
  return (band?.label ?? `${formatNumber(min)}–${formatNumber(max)} ${unit}`).toLowerCase();
}

/** The label of an option, as it stands inside a sentence: only an abbreviation keeps its capitals. */
export function optionLabel(fact: Fact, id: string): string {
  const label = 'options' in fact ? fact.options.find((option) => option.id === id)?.label : undefined;
  if (!label) return id;
  return /^\p{Lu}{2}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The facts that someone gave, as they were given, in the reader's words and the order of the questions. What follows from them is not repeated. */
export function situationTexts(situation: Situation, file: SituationFile): string[] {
  return file.facts.flatMap((fact) => {
    const value = toldOf(situation, fact.id);
    return value === undefined ? [] : [valueText(fact, value)];
  });
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

/** What something hangs on that is not known: `Det beror på ålder och ämne eller spel.` */
export function dependsOnText({ facts }: SituationFile, results: readonly ConditionResult[]): string {
  const open = results.filter(({ result }) => result === 'unknown').map(({ fact }) => fact);
  return `Det beror på ${formatList(facts.filter(({ id }) => open.includes(id)).map(({ label }) => label.toLowerCase()))}.`;
}

const RESULTS: Record<ConditionResult['result'], string> = { met: 'stämmer', unmet: 'stämmer inte', unknown: 'vet inte' };

/** One condition with how it went: `Ålder: minst 20 år – stämmer inte`. */
export function resultText(file: SituationFile, { fact, condition, result }: ConditionResult): string {
  const text = conditionText(file, fact, condition);
  return `${capitalise(text)} – ${RESULTS[result]}`;
}

/** Ways of being selected, each by itself: of several, one is enough. `Eller: barn i hemmet: ja – vet inte`. */
export function waysTexts(file: SituationFile, either: readonly (readonly ConditionResult[])[]): string[] {
  const [first = [], ...others] = either;
  return [
    ...first.map((one) => resultText(file, one)),
    ...others.map((way) => `Eller: ${way.map((one) => decapitalise(resultText(file, one))).join(', ')}`),
  ];
}

function decapitalise(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
