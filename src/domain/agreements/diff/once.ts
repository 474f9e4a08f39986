/** Makes something the first time that it is asked for, and never when nobody asks: most of two long texts is the same and needs no closer look. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
