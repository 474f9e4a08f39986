import type { FactValue } from '../../src/domain/responsibilities/fact-value.ts';

/** A value of a fact as a machine would send it. */
export function raw(value: FactValue): unknown {
  if (value === 'unknown') return value;
  return 'set' in value ? value.set : 'choice' in value ? value.choice : 'yesNo' in value ? value.yesNo : value.range;
}
