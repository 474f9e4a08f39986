/** Where in a file: keys and indexes from its root. Empty = the whole file. */
export type Path = readonly (string | number)[];

/** What a name in a data file can point at. Each kind has its own fault code, `unknown-<kind>`. */
export type ReferenceKind =
  | 'activity'
  | 'actor'
  | 'age-group'
  | 'agreement'
  | 'area'
  | 'body'
  | 'deadline'
  | 'diagnosis'
  | 'district'
  | 'fact'
  | 'group'
  | 'knowledge'
  | 'municipality'
  | 'option'
  | 'performer'
  | 'role'
  | 'row'
  | 'seat'
  | 'section'
  | 'sentence'
  | 'severity'
  | 'statute'
  | 'support';

/** `within` narrows where the name was looked for: the body of a seat, the section of a sentence, the fact of an option. */
export type UnknownReference = { value: string; known: readonly string[]; within?: string };

/** What must be one of a kind, and what makes it so. */
export type UniqueKind =
  | 'activity'
  | 'actor-in-row'
  | 'area'
  | 'band'
  | 'body'
  | 'cadence'
  | 'column'
  | 'deadline'
  | 'district'
  | 'duty-to-tell'
  | 'fact'
  | 'group'
  | 'knowledge'
  | 'ladder'
  | 'municipality'
  | 'next-step'
  | 'option'
  | 'param'
  | 'part'
  | 'performer'
  | 'prompt'
  | 'question'
  | 'related'
  | 'row'
  | 'seat'
  | 'secrecy-rule'
  | 'section'
  | 'stale'
  | 'statute'
  | 'step'
  | 'tag';

/** Named formats of a value; `other` = a pattern without a name of its own. */
export type Format =
  | 'actor-id'
  | 'cite'
  | 'county-code'
  | 'date'
  | 'deadline-id'
  | 'decided-by'
  | 'email'
  | 'municipality-code'
  | 'organisation-number'
  | 'other'
  | 'period'
  | 'row-id'
  | 'sentence-id'
  | 'sfs'
  | 'slug'
  | 'url';

export type JsonType = 'string' | 'number' | 'int' | 'boolean' | 'array' | 'object' | 'null';

type ShapeFaults = {
  'missing-key': { key: string; expected: JsonType | 'value' };
  'unknown-key': { key: string; allowed: readonly string[] };
  'invalid-key': { key: string; format: Format; pattern: string };
  'wrong-type': { expected: JsonType; received: JsonType; value: string };
  'not-allowed': { value: string; allowed: readonly string[] };
  'invalid-format': { value: string; format: Format; pattern: string };
  'empty-text': Record<never, never>;
  'empty-list': Record<never, never>;
  'out-of-range': { value: string; min?: number; max?: number };
  'wrong-length': { value: string; min?: number; max?: number };
  'no-variant': { variants: readonly (readonly string[])[] };
  'no-citation': Record<never, never>;
  'no-actor': Record<never, never>;
};

type FolderFaults = {
  'missing-file': { file: string };
  'unexpected-file': { allowed: readonly string[] };
  'unexpected-file-name': { expected: string };
  'unreadable-file': { reason: 'not-utf8' | 'too-large' | 'too-many-aliases' };
  'yaml-syntax': { reason: string };
  'yaml-tab': Record<never, never>;
  'duplicate-key': { key: string };
  'national-has-faults': { count: number };
};

type MeaningFaults = {
  'duplicate-id': { kind: UniqueKind; id: string; first: string };
  'county-mismatch': { value: string; county: string };
  'municipality-outside-county': { value: string; county: string };
  'membership-overlaps': { municipality: string; other: string; first: string };
  'body-without-seats': { body: string };
  'versions-overlap': { period: string; other: string; otherPeriod: string };
  'duplicate-version': { label: string; other: string };
  'versions-differ': { field: 'kind' | 'area' | 'parent'; other: string; value: string };
  'ends-before-start': { from: string; to: string };
  'extension-without-end': Record<never, never>;
  'parent-missing': Record<never, never>;
  'unused-actor': { actor: string };
  'circular-actors': { chain: readonly string[] };
  'no-columns': Record<never, never>;
  'conditions-without-text': Record<never, never>;
  'conditions-without-way-forward': Record<never, never>;
  'way-forward-to-itself': { row: string };
  'also-when-idle': Record<never, never>;
  'condition-misfit': { fact: string; type: 'choice' | 'set' | 'yes-no' | 'number'; used: readonly string[] };
  'condition-impossible': { fact: string; min: number; max: number; factMin: number; factMax: number };
  'act-without-parties': { kind: string };
  'ladder-gap': { level: number; missing: number };
  'ladder-duplicate-level': { level: number };
  'ladder-without-court': { level: number };
  'ladder-ends-nowhere': { level: number };
  'min-over-max': { min: number; max: number };
  'band-outside': { min: number; max: number; factMin: number; factMax: number };
  'bands-overlap': { band: string; other: string };
  'practice-without-reason': Record<never, never>;
  'norm-given-twice': { case: string; step: string; first: string };
  'proposal-without-days': Record<never, never>;
  'law-without-reference': Record<never, never>;
  'start-of-other-case': { from: string };
  'late-days-halved': Record<never, never>;
  'ways-of-standing': { standing: 'usable' | 'does-not-apply' | 'not-found' };
  'misuses-of-ways': { said: boolean };
  'law-reference-unknown': { text: string };
};

/** Every fault code with what its sentence needs. */
export type FaultParams = ShapeFaults & FolderFaults & MeaningFaults & { [K in ReferenceKind as `unknown-${K}`]: UnknownReference };
export type FaultCode = keyof FaultParams;
export type FaultOf<C extends FaultCode> = {
  readonly file: string;
  readonly path: Path;
  readonly code: C;
  readonly params: FaultParams[C];
};

/** One thing that is wrong in a data file. A value for people to act on; its Swedish sentence is in the feature's texts. */
export type Fault = { [C in FaultCode]: FaultOf<C> }[FaultCode];

/** Makes a fault. */
export function fault<C extends FaultCode>(file: string, path: Path, code: C, params: FaultParams[C]): FaultOf<C> {
  return { file, path, code, params };
}

/** A name that points at nothing, or undefined when it is known – or when what is known could not be read (`known` undefined). */
export function unknownReference(
  file: string,
  path: Path,
  kind: ReferenceKind,
  value: string,
  known: readonly string[] | undefined,
  within?: string,
): Fault[] {
  if (!known || known.includes(value)) return [];
  const code: `unknown-${ReferenceKind}` = `unknown-${kind}`;
  return [{ file, path, code, params: { value, known, ...(within === undefined ? {} : { within }) } }];
}

/** A path as a person reads it: `responsibilities[3].cites[0]`. Empty for the whole file. */
export function showPath(path: Path): string {
  return path.reduce<string>((shown, part) => {
    if (typeof part === 'number') return `${shown}[${part}]`;
    if (!/^[\p{L}\p{N}_-]+$/u.test(part)) return `${shown}[${JSON.stringify(part)}]`;
    return shown === '' ? part : `${shown}.${part}`;
  }, '');
}
