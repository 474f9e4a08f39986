import type { Conditions } from '../../../counties/conditions.ts';
import { CONDITION_WORDS } from '../vocabulary/conditions.ts';

/** `om` and `vid` after these words tell what something is about, not when it holds. */
const ABOUT =
  /(?:information|informera|informeras|avtal|beslut|besluta|överenskommelser?|överenskommelsen|lag|lagen|ansvar|råd|bedömning|frågor|samverkan|uppgifter|kunskap|påminna|rutiner?|till|avgöra?r?|prövar?|bedömer?|bedöma|utreda?r?|undersöker?|undersöka|fråga[rn]?|reda på|klargöra?) $/iu;
const LEADING = /^(?:när|om|vid|då|så snart|så fort|i de fall|för det fall|innan|efter|finns)(?!\p{L})/iu;
/** A condition without a conjunction begins with its verb: `Uppstår behov av …`, `Har den enskilde …`. */
const VERB_FIRST =
  /^(?:(?:har|är|kan|ska|skulle|får(?= \p{Ll}{4,}(?:en|et|an|na) )|finns|uppstår|uppkommer|behövs|saknas|framkommer|råder|inkommer)|\p{L}{2,}(?:ar|er|år|ör|as|es|ds|ts|ns|vs) (?:den|det|en|ett|någon|någondera|de|personen|patienten|barnet|behov|inte|parterna|kommunen|regionen|huvudmännen|huvudman|part))(?![\p{L}-])/iu;
const TRAILING =
  /(?:,? )(?:när |då |i de fall |efter att |innan |(?:på|efter) begäran (?:av|från) |så (?:snart|fort) |(?:för|till|hos) (?:den|dem|de) som |om (?=(?:det|de|den|dessa|han|hon|en|ett|någon|barn|personen|patienten|inte|vuxna)(?!\p{L}))|vid (?=(?:samtidig|misst|behov|svår|komplicerad|fastställd|samsjuklighet))|(?:till|för|av|hos) personer (?=(?:över|från|under|som|med samtidig)))/giu;

/** Where the condition in a task begins; its length when there is none. A task is at least `least` characters long. */
export function conditionStart(task: string, least = 3): number {
  for (const match of task.matchAll(TRAILING)) {
    const start = match.index;
    const isAbout = ABOUT.test(`${task.slice(0, start)} `);
    if (!isAbout && start >= least) return start;
  }
  return task.length;
}

/** The words before the duty when they are a condition (`När den enskilde behöver …,`). */
export function leadingCondition(before: string): string | undefined {
  const text = before.trim().replace(/,$/, '');
  return (LEADING.test(text) || VERB_FIRST.test(text)) && text.includes(' ') ? text : undefined;
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
