import type { Conditions } from '../../../counties/conditions.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Rule, whole } from '../reading.ts';
import { SUBSTANCE_WORDS } from '../vocabulary/conditions.ts';

/** The sentence speaks of whom the agreement is for, and not of the target group of one unit. */
const ABOUT =
  /målgrupp(?:en|er|erna)? (?:för|i) (?:denna |den här )?\p{L}*(?:överenskommelse|avtal)|(?:överenskommelsen|avtalet) (?:gäller|reglerar|omfattar|avser|riktar|tillämpas|rör)|denna \p{L}*överenskommelse|^med (?:vuxna|unga|barn|målgrupp|personer|äldre)\p{L}*(?: [^.]*)? (?:menas|avses|förstås)/iu;
const AGES = [
  /(?:från|över|fyllt|minst) (?:och med )?(\d{1,2}) års?(?: ålder)?/iu,
  /(\d{1,2}) år (?:eller|och) (?:äldre|uppåt|mer|över)/iu,
  /(?:mellan|åldern|åldrarna|från) (\d{1,2})(?: år)? ?(?:och|till|[-–—]) ?\d{1,2} år/iu,
];
const ALL_AGES = /både barn[^.]* och vuxna|barn och vuxna|alla åldrar/iu;
const VULNERABLE = /^särskilt (?:utsatta|sårbara|såbara)[^:]*: ?(.+)$/iu;

/** Options of the fact `substance`; one alone says nothing of a target group, it may be an example. */
function substancesIn(text: string): string[] {
  const options = SUBSTANCE_WORDS.filter(({ pattern }) => pattern.test(text.toLowerCase())).map(({ option }) => option);
  return options.length > 1 ? options : [];
}

function conditionsIn(text: string): Conditions {
  const age = AGES.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  const substances = substancesIn(text);
  return {
    ...(age === undefined ? {} : { age: { min: Number(age) } }),
    ...(age === undefined && ALL_AGES.test(text) ? { age: { min: 0 } } : {}),
    ...(substances.length > 0 ? { substance: { any: substances } } : {}),
    ...(/psykiatriska tillstånd/iu.test(text) ? { psychiatric: { is: true } } : {}),
  };
}

function vulnerable(passage: Passage): Found[] {
  const list = VULNERABLE.exec(passage.text)?.[1];
  const groups = list?.split(/, | samt | och (?=personer)/).map((one) => one.replace(/\.$/, '').trim()) ?? [];
  if (groups.length < 2) return [];
  const value = { description: passage.text, vulnerable: groups };
  return [{ kind: 'target', value, reason: 'vulnerable-list', sure: 'sure', ground: [whole(passage)] }];
}

/**
 * Whom the agreement is for: ages, substances and conditions in a sentence about the agreement, and lists of vulnerable groups.
 * Where the text has a section on it, what is said elsewhere counts only if it gives an age.
 */
export const proposeTarget: Rule = (reading) => {
  const all = reading.passages.flatMap((passage): Found[] => {
    const list = vulnerable(passage);
    const isUnderHeading = /målgrupp/iu.test(passage.headings.at(-1) ?? '') && passage.role !== 'heading';
    if (list.length > 0 || passage.cell || passage.role === 'title' || passage.role === 'heading') return list;
    if (!ABOUT.test(passage.text)) return [];
    const conditions = conditionsIn(passage.text);
    if (Object.keys(conditions).length === 0) return [];
    const value = { description: passage.text, conditions, vulnerable: [] };
    const isAge = 'age' in conditions;
    return [
      {
        kind: 'target',
        value,
        reason: isAge ? 'age-limit' : 'named-target',
        sure: isUnderHeading ? 'sure' : 'likely',
        ground: [whole(passage)],
      },
    ];
  });
  const said = all.some(({ sure }) => sure === 'sure');
  return said ? all.filter((one) => one.sure === 'sure' || (one.kind === 'target' && one.value.conditions?.age)) : all;
};
