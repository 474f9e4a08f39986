import type { AgreementFile } from '../counties/agreement-file.ts';

type Terms = AgreementFile['terms'];

/** Who is to do something: joint bodies by id, and whether the parties themselves are. */
export type Responsible = { readonly bodies: readonly string[]; readonly parties: boolean };

/** Who is named by a term: bodies, the seats of bodies, or every party. Where nobody is named it is the parties. */
export function responsibleOf(by: readonly string[]): Responsible {
  const bodies = [...new Set(by.filter((one) => one !== 'each-party').map((one) => one.split('.')[0] ?? one))];
  return { bodies, parties: by.includes('each-party') || bodies.length === 0 };
}

/**
 * Who watches over an agreement as a whole, and is told when it ends or is extended: the bodies that its own terms give its follow-up, evaluation and
 * revision, its amendments and notices, and its decision. The parties where the terms name no body.
 */
export function watchersOf(terms: Pick<Terms, 'adoption' | 'cadences' | 'minor-amendment' | 'termination'>): Responsible {
  const named = [
    ...terms.cadences.filter((cadence) => cadence.of === 'agreement').flatMap(({ by }) => by),
    ...(terms['minor-amendment']?.by ?? []),
    ...(terms.termination?.notice ?? []),
    ...terms.adoption.flatMap(({ by }) => by),
  ];
  const { bodies } = responsibleOf(named);
  return { bodies, parties: bodies.length === 0 };
}
