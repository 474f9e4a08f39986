import { sectionsOf } from '../agreements/sections.ts';
import type { AgreementFile, Section } from '../counties/agreement-file.ts';
import type { ResponsibilityRow } from '../counties/responsibility.ts';

/** Where an agreement points to a page of knowledge support. `whole`: the agreement as such rests on it. */
export type Pointers = {
  readonly whole: boolean;
  readonly sections: readonly Section[];
  readonly rows: readonly ResponsibilityRow[];
};

/** Every place in an agreement that points to a page of knowledge support; undefined when none does. */
export function pointersTo(agreement: AgreementFile, knowledge: string): Pointers | undefined {
  const sections = sectionsOf(agreement.sections)
    .map(({ section }) => section)
    .filter(({ deepening }) => deepening.some((one) => one.knowledge === knowledge));
  const rows = agreement.responsibilities.filter((row) => row.knowledge.includes(knowledge));
  const whole = agreement.knowledge.includes(knowledge);
  return whole || sections.length > 0 || rows.length > 0 ? { whole, sections, rows } : undefined;
}
