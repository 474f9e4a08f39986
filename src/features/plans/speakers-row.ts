import type { DataKind } from '../../domain/consents/kinds.ts';
import type { Decider } from '../../domain/consents/maturity.ts';
import type { Matter, Representative } from '../../domain/consents/representatives.ts';

/** Who may speak for somebody, as far as it has been written down. `born` is null of whom nobody has noted as a child. */
export type SpeakersRow = {
  readonly born: string | null;
  readonly guardians: readonly {
    readonly id: string;
    readonly turns: readonly { readonly of: 'custody' | 'concealed'; readonly begins: boolean; readonly at: string }[];
  }[];
  readonly maturities: readonly { readonly decides: Decider; readonly assessedAt: string }[];
  readonly representatives: readonly {
    readonly id: string;
    readonly kind: Representative['kind'];
    readonly matters: readonly Matter[];
    readonly dataKinds?: readonly DataKind[] | undefined;
    readonly from: string;
    readonly until: string;
    readonly endedAt: string | null;
  }[];
  /** Which of them is who asks, and whether the identity of whom it is about is protected, where that decides what an individual reads. */
  readonly asker?: readonly string[] | undefined;
  readonly protected?: boolean | undefined;
};
