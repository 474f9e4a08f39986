import type { ConsentRows } from './consent.ts';
import { type Ask, covers, type ScopeRef } from './covers.ts';
import { type DisclosureDecision, disclosedBy } from './disclosure-decision.ts';
import type { VoiceStop, Voices } from './guardians.ts';

/** On what ground a reader of another unit reads this, or why they do not. The ground is stored with every read and answers the same when it is asked again. */
export type Ground =
  | { readonly verdict: 'consent'; readonly ground: readonly ScopeRef[] }
  | { readonly verdict: 'rule'; readonly decision: string }
  | { readonly verdict: 'none'; readonly because: 'excluded' | 'uncovered' | VoiceStop };

/** All that has been said and decided about sharing, and whose yes is needed. */
export type Sharing = { readonly rows: ConsentRows; readonly decisions: readonly DisclosureDecision[]; readonly voices: Voices };

/**
 * The ground on which this is read at this moment: consent before a decision by a secrecy-breaking rule, as the person's own word is the better ground. Deny by default.
 * Where it cannot be said whose yes is needed, no consent opens anything; a rule still may.
 */
export function groundFor(ask: Ask, { rows, decisions, voices }: Sharing, at: Temporal.Instant): Ground {
  const coverage = 'stop' in voices ? undefined : covers(ask, rows, voices.voices, at);
  if (coverage?.verdict === 'covered') return { verdict: 'consent', ground: coverage.ground };
  const decision = disclosedBy(ask, decisions, at);
  if (decision !== undefined) return { verdict: 'rule', decision };
  return { verdict: 'none', because: 'stop' in voices ? voices.stop : coverage?.verdict === 'excluded' ? 'excluded' : 'uncovered' };
}
