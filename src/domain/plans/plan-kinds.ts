/**
 * Kinds of plans that huvudmän make together about one person: the individual plan of SoL 10 kap. 8 § and HSL 16 kap. 4 §; the coordinated care plan of
 * LPT 7 a § and LRV 12 a §; and planning at discharge by lag (2017:612) 4 kap.
 */
export const PLAN_KINDS = ['sip', 'coordinated-care-plan', 'discharge'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Who can point out that a plan is needed. Others than those in the care of the person, as a school or an employer, are `other-actor`. */
export const INITIATORS = ['staff', 'individual', 'relative', 'guardian', 'representative', 'other-actor'] as const;
export type Initiator = (typeof INITIATORS)[number];
