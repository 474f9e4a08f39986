/** Roles that may often do the same things, each on its condition: see `Condition`. The grants are made of these. */

/** The register of organisations: each sees to its own units and people, the county to its bodies and to those who have nobody else. */
export const administrators = { 'system-administrator': 'own-organisation' } as const;
export const ofTheCounty = { 'county-administrator': 'own-county' } as const;
export const bothAdministrators = { ...administrators, ...ofTheCounty } as const;

/** Those who bring existing agreements into the register, each for the county. */
export const importers = {
  'county-administrator': 'own-county',
  'system-administrator': 'own-county',
  'strategy-group': 'own-county',
} as const;

/** Those who work with persons, each within what their unit has a relation to. */
export const caseRoles = {
  'municipal-case-worker': 'current-relation',
  'regional-clinician': 'current-relation',
  coordinator: 'current-relation',
} as const;
export const caseRolesInUnit = { 'municipal-case-worker': 'own-unit', 'regional-clinician': 'own-unit', coordinator: 'own-unit' } as const;

/** Those who write agreements: of the county, or of a part of it; whose the draft is, the policies of drafts try. */
export const writers = { 'strategy-group': 'own-county', 'district-coordinator': 'own-county' } as const;

/** Those who speak for one that can be asked in a consultation; for whom, the policies of consultations try. */
export const asked = {
  registrar: 'own-organisation',
  'quality-manager': 'own-organisation',
  'unit-manager': 'own-unit',
  'political-body': 'own-county',
  'strategy-group': 'own-county',
  'district-coordinator': 'own-county',
  'user-organisation': 'own-organisation',
} as const;

/** Those who sit in the bodies that follow agreements up, or write them for a party. */
export const followers = { 'strategy-group': 'own-county', 'district-coordinator': 'own-county', 'political-body': 'own-county' } as const;

/** Whoever works with what the agreements of the county are about. */
export const staffOfTheCounty = {
  'municipal-case-worker': 'own-county',
  'regional-clinician': 'own-county',
  coordinator: 'own-county',
  participant: 'own-county',
  'unit-manager': 'own-county',
  'quality-manager': 'own-county',
  'district-coordinator': 'own-county',
  'strategy-group': 'own-county',
  'political-body': 'own-county',
  registrar: 'own-county',
  'log-reviewer': 'own-county',
  'system-administrator': 'own-county',
  'county-administrator': 'own-county',
} as const;

/** Those who speak for a party towards the others: whoever keeps its records, answers for its quality, or sits for it in a joint body. */
export const speakers = {
  registrar: 'own-organisation',
  'quality-manager': 'own-organisation',
  'strategy-group': 'own-organisation',
} as const;

/** How long a huvudman keeps its copies of plans is its own to say. Whoever keeps its records decides on each, and the program does what is decided. */
export const retentionGrants = {
  'retention.read-rules': { to: { registrar: 'own-organisation', ...administrators } },
  'retention.state-rule': { to: { registrar: 'own-organisation', ...administrators } },
  'retention.read-offers': { to: { registrar: 'own-organisation' } },
  'retention.decide': { to: { registrar: 'own-organisation' }, stepUp: true },
  'retention.offer': { to: {} },
  'retention.thin': { to: {} },
} as const;
