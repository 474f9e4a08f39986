import type { Conditions } from '../../../counties/conditions.ts';
import { CONDITION_WORDS } from '../vocabulary/conditions.ts';

/** `om` and `vid` after these words tell what something is about, not when it holds. */
const ABOUT =
  /(?:information|informera|informeras|avtal|beslut|besluta|överenskommelser?|överenskommelsen|lag|lagen|ansvar|råd|bedömning|frågor|samverkan|uppgifter|kunskap|påminna|rutiner?) $/iu;
const LEADING = /^(?:när|om|vid|då|i de fall|innan|efter|finns)(?!\p{L})/iu;
const TRAILING =
  /(?:,? )(?:när |då |i de fall |efter att |innan |om (?=(?:det|de|den|dessa|han|hon|en|ett|någon|barn|personen|patienten|inte|vuxna)(?!\p{L}))|vid (?=(?:samtidig|misst|behov|svår|komplicerad|fastställd|samsjuklighet))|(?:till|för|av|hos) personer (?=(?:över|från|under|som|med samtidig)))/giu;

/** Where the condition in a task begins; its length when there is none. */
export function conditionStart(task: string): number {
  for (const match of task.matchAll(TRAILING)) {
    const start = match.index;
    const isAbout = ABOUT.test(`${task.slice(0, start)} `);
    if (!isAbout && start > 2) return start;
  }
  return task.length;
}

/** The words before the duty when they are a condition (`När den enskilde behöver …,`). */
export function leadingCondition(before: string): string | undefined {
  const text = before.trim().replace(/,$/, '');
  return LEADING.test(text) && text.includes(' ') ? text : undefined;
}

/** The facts of the situation that the words of a condition clearly mean. Empty when none is clear. */
export function conditionsOf(text: string): Conditions {
  const lower = text.toLowerCase();
  const met = CONDITION_WORDS.flatMap(({ pattern, means }) => {
    const match = pattern.exec(lower);
    return match ? [means(Number(match[1] ?? 0))] : [];
  });
  return Object.assign({}, ...met) as Conditions;
}
