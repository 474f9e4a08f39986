import { guardianSees, type Subject } from './guardians.ts';
import { type DataKind, dataKinds, type Giver } from './kinds.ts';
import { comesOfAge } from './maturity.ts';
import { holdsAt, isBefore, type Period } from './period.ts';
import { type Matter, matters, mayRepresent, representativeEnds } from './representatives.ts';

/** As whom somebody speaks for the one a plan is about: in what, which parts of the plan they may read as such, and until when as far as it is known now. */
export type SpeakingFor = Exclude<Giver, { as: 'person' }> & {
  readonly matters: readonly Matter[];
  readonly kinds: readonly DataKind[];
  readonly until: Temporal.Instant;
};

/** Which guardians and representatives somebody logs in as, and whether the identity of the one it is about is protected. */
export type Asker = { readonly speakers: readonly string[]; readonly protected: boolean };

/**
 * As whom somebody speaks for another at a moment, by their own login. A guardian reads what the child's plan says for as long as custody gives them sight of it (`guardianSees`);
 * a representative of an adult the parts that their assignment names, within it. Where the identity is protected a login opens nothing to them: it cannot be told who of them may
 * know where somebody is (OSL 21 kap. 3 §, 26 kap. 2 §).
 */
export function speakingFor(subject: Subject, asker: Asker, at: Temporal.Instant): SpeakingFor[] {
  if (asker.protected || subject.born === undefined) return [];
  const of18 = comesOfAge(subject.born);
  const as = asker.speakers.toSorted();
  const isChild = isBefore(at, of18);
  return as.flatMap((id): SpeakingFor[] => {
    const guardian = subject.guardians.find((one) => one.id === id);
    if (guardian && guardianSees(subject, id, at).sees) {
      const until = earliest([of18, ...endsOf(guardian.custody, at), ...beginningsOf(guardian.concealed, at)]);
      return [{ as: 'guardian', id, matters, kinds: dataKinds, until }];
    }
    const one = isChild ? undefined : subject.representatives.find((each) => each.id === id);
    const held = one ? matters.filter((matter) => mayRepresent(one, matter, at)) : [];
    if (!one || held.length === 0) return [];
    const kinds = held.includes('read') ? dataKinds.filter((kind) => one.dataKinds?.includes(kind)) : [];
    return [{ as: 'representative', id, matters: held, kinds, until: representativeEnds(one) }];
  });
}

function endsOf(periods: readonly Period[], at: Temporal.Instant): Temporal.Instant[] {
  return periods.flatMap((period) => (holdsAt(period, at) && period.until ? [period.until] : []));
}

function beginningsOf(periods: readonly Period[], at: Temporal.Instant): Temporal.Instant[] {
  return periods.flatMap(({ from }) => (isBefore(at, from) ? [from] : []));
}

function earliest([first, ...others]: readonly [Temporal.Instant, ...Temporal.Instant[]]): Temporal.Instant {
  return others.reduce((least, one) => (isBefore(one, least) ? one : least), first);
}
