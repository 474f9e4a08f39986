/** Two lists by id, in the order of the later, then what is gone. */
export function byId<T extends { readonly id: string }>(from: readonly T[], to: readonly T[]): [T | undefined, T | undefined][] {
  const known = new Map(from.map((one) => [one.id, one]));
  const left = from.filter(({ id }) => !to.some((one) => one.id === id));
  return [
    ...to.map((one): [T | undefined, T | undefined] => [known.get(one.id), one]),
    ...left.map((one): [T | undefined, T | undefined] => [one, undefined]),
  ];
}
