/**
 * What a staff assignment can be. Least privilege: a role sees what its row says and nothing else. The individual, a representative and the
 * public hold no assignment. Source: the roles that the counties' routines speak of; the two administrators and the log reviewer follow from
 * PDL (2008:355) 4 kap. 2–3 §§ and SoLPuL (2001:454) 10 §.
 */
export const roles = {
  'municipal-case-worker': { at: ['municipality', 'private-provider'], within: 'unit' },
  'regional-clinician': { at: ['region', 'private-provider'], within: 'unit' },
  coordinator: { at: ['region', 'municipality'], within: 'unit' },
  participant: { at: ['region', 'municipality', 'private-provider'], within: 'unit' },
  'unit-manager': { at: ['region', 'municipality', 'private-provider'], within: 'unit' },
  'quality-manager': { at: ['region', 'municipality'], within: 'organisation' },
  'district-coordinator': { at: ['region', 'municipality'], within: 'body' },
  'strategy-group': { at: ['region', 'municipality'], within: 'body' },
  'political-body': { at: ['region', 'municipality'], within: 'body' },
  registrar: { at: ['region', 'municipality'], within: 'organisation' },
  'log-reviewer': { at: ['region', 'municipality', 'private-provider'], within: 'organisation' },
  'system-administrator': { at: ['region', 'municipality', 'private-provider'], within: 'organisation' },
  'county-administrator': { at: ['region'], within: 'county' },
  'user-organisation': { at: ['user-organisation'], within: 'organisation' },
} as const satisfies Record<string, { at: readonly OrganisationKind[]; within: 'unit' | 'organisation' | 'body' | 'county' }>;

export type OrganisationKind = 'region' | 'municipality' | 'private-provider' | 'user-organisation';

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

/** Is this text a role? */
export function isRole(text: string): text is Role {
  return text in roles;
}
