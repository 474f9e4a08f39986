import type { Condition, SecrecyRule } from '../../../domain/consents/secrecy-rules-file.ts';
import type { LawFile } from '../../../domain/counties/national-files.ts';
import { lawReferenceProps } from '../../law/index.ts';
import { conditionTexts, decideTexts } from './texts-disclosing.ts';

/** Where a rule stands, as people read it: `OSL 25 kap. 12 §`. */
export function lawOfRule(law: LawFile, rule: Pick<SecrecyRule, 'law'>, today: Temporal.PlainDate): string {
  return rule.law.map((reference) => lawReferenceProps(law, reference, today.toString()).text).join(', ');
}

/** What a rule takes and says: where it stands, its ways in words, and what is to be known about it. */
export function saidOfRule(law: LawFile, rule: SecrecyRule, today: Temporal.PlainDate): string {
  const ways = [...Map.groupBy(rule.ways, ([first]) => first).values()].map(saidOfWays);
  const where = lawOfRule(law, rule, today);
  return [where && `${where}.`, ways.length > 0 ? decideTexts.ways(ways) : '', rule.note ?? ''].filter(Boolean).join(' ');
}

/** Ways that begin with the same condition, as one: that, and any of the rest. */
function saidOfWays(ways: SecrecyRule['ways']): string {
  const [first = []] = ways;
  const [shared] = first;
  if (ways.length === 1 || !shared) return first.map(lowered).join(' och ');
  const rest = ways.map((way) => way.slice(1).map(lowered).join(' och '));
  return decideTexts.anyOf(lowered(shared), rest);
}

function lowered(condition: Condition): string {
  const text = conditionTexts[condition];
  return `${text.charAt(0).toLocaleLowerCase('sv')}${text.slice(1)}`;
}
