/** The id of an act, or another source, where it is shown: `sfs-2025-400`. `source`: as in law.yaml. */
export function statuteAnchor(source: string): string {
  return `sfs-${source.replaceAll(/[^0-9A-Za-z]+/g, '-')}`;
}
