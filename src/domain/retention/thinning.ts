/** What can be decided of a copy whose time has gone: its contents are deleted, or it is kept. */
export const THINNING_OUTCOMES = ['delete', 'keep'] as const;
export type ThinningOutcome = (typeof THINNING_OUTCOMES)[number];

/** Why a copy is kept though its time has gone: an exception in law, the case still goes on, or another duty to keep it. */
export const KEPT_BECAUSE = ['exception', 'in-use', 'other-duty'] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];
