import type { Fact, SituationFile } from '../../domain/counties/national-files.ts';
import type { ConditionResult } from '../../domain/responsibilities/condition.ts';
import type { FactValue } from '../../domain/responsibilities/fact-value.ts';
import { type Situation, toldOf } from '../../domain/responsibilities/situation.ts';
import { conditionText, optionLabel } from '../../ui/condition-text.ts';
import { capitalise, formatList, formatNumber } from '../../ui/formats.ts';

export { conditionText, optionLabel };

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

/** The facts that someone gave, as they were given, in the reader's words and the order of the questions. What follows from them is not repeated. */
export function situationTexts(situation: Situation, file: SituationFile): string[] {
  return file.facts.flatMap((fact) => {
    const value = toldOf(situation, fact.id);
    return value === undefined ? [] : [valueText(fact, value)];
  });
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
