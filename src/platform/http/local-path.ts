/** A path on this site, never an address elsewhere: `/.//x` is read as `//x`, which a browser takes for another site. */
export function localPath(path: string | undefined): string {
  const base = 'http://local';
  if (!path?.startsWith('/') || !URL.canParse(path, base)) return '/';
  const url = new URL(path, base);
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
