import type { AgreementFile } from '../counties/agreement-file.ts';
import { type ConditionResult, resultsOf } from './condition.ts';
import type { Facts } from './fact-value.ts';
import type { NavigatorEntry } from './navigator.ts';
import type { AgreementState } from './row-state.ts';
import type { Truth } from './truth.ts';

/** An agreement of the place and how it stands to the situation. Those that do not speak of it are left out. */
export type AgreementInAnswer<S> = {
  readonly slug: string;
  readonly title: string;
  readonly short: string;
  readonly version: string;
  readonly status: S;
  readonly selected: Truth;
  /** `unmet`: the person is outside the target group, and `appliesInstead` says where to turn; `unknown`: perhaps. */
  readonly scope: Truth;
  readonly because: readonly ConditionResult[];
  readonly appliesInstead: AgreementFile['terms']['target']['applies-instead'];
};

/** An agreement as it stands to a situation. */
export function agreementInAnswer<S>(
  { compiled, state, status }: NavigatorEntry<S> & { readonly state: AgreementState },
  facts: Facts,
): AgreementInAnswer<S> {
  const { slug, title, short, version, terms } = compiled.agreement;
  return {
    slug,
    title,
    short,
    version: version.label,
    status,
    selected: state.selected,
    scope: state.scope,
    because: resultsOf([...compiled.when, ...compiled.scope], facts),
    appliesInstead: state.scope === 'met' ? [] : terms.target['applies-instead'],
  };
}
