/** Who is asking. Until login exists, everyone is the public. */
export type Actor = { readonly kind: 'public' };

export const PUBLIC: Actor = { kind: 'public' };

type Policy = (actor: Actor) => boolean;

const everyone: Policy = () => true;

/** Every act has one permission name, and every permission one policy. A use-case cannot be defined without one. */
export const policies = {
  'agreements.read': everyone,
  'counties.read': everyone,
  'knowledge.read': everyone,
  'law.read': everyone,
  'responsibilities.read': everyone,
  'search.read': everyone,
} as const satisfies Record<string, Policy>;

export type Permission = keyof typeof policies;

/** May this actor do what the permission names? */
export function may(actor: Actor, permission: Permission): boolean {
  return policies[permission](actor);
}
