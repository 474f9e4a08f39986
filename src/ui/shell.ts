/** A county as the chooser shows it. */
export type CountyChoice = { readonly code: string; readonly name: string };

/** What every page gets from the request and the register, whatever its subject. */
export type Shell = {
  /** Address of this page with its query: the county form comes back here. */
  readonly path: string;
  readonly today: Temporal.PlainDate;
  readonly counties: readonly CountyChoice[];
  /** The remembered county, when one is chosen. */
  readonly county?: CountyChoice | undefined;
  readonly demo?: boolean | undefined;
  /** What the register was loaded from, in words a person can quote. */
  readonly dataVersion?: string | undefined;
};

/** The entries of the service navigation, and which of them a page belongs to. */
export type NavId = 'vem-gor-vad' | 'avtal' | 'jamfor' | 'lagrum' | 'sok';

export type Crumb = { readonly label: string; readonly href?: string | undefined };
