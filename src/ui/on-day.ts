/** What a link takes along: the day that was asked about when it is not today, and a version that is not the one of the day. */
export type Kept = { readonly datum?: string | undefined; readonly version?: string | undefined };

/** An address within the service with what is kept added to its query, before any fragment: `/avtal/x#a` → `/avtal/x?datum=2024-06-30#a`. */
export function keeping(href: string, { datum, version }: Kept): string {
  if (datum === undefined && version === undefined) return href;
  const [address = '', ...fragment] = href.split('#');
  const added = [
    ...(version === undefined ? [] : [`version=${encodeURIComponent(version)}`]),
    ...(datum === undefined ? [] : [`datum=${encodeURIComponent(datum)}`]),
  ];
  const query = `${address}${address.includes('?') ? '&' : '?'}${added.join('&')}`;
  return [query, ...fragment].join('#');
}

/** An address that shows something on a day, on the day that was asked about; as it is when that is today. */
export function onDay(href: string, day: string | undefined): string {
  return keeping(href, { datum: day });
}
