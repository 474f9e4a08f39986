/** A county as the chooser shows it. */
export type CountyChoice = { readonly code: string; readonly name: string };

/** A place where somebody who has logged in has something to do; `group`: the menu that it is laid in with others. */
export type WorkPlace = { readonly href: string; readonly label: string; readonly group?: string | undefined };

/** The one who has logged in, as the top of every page shows it. */
export type ShellLogin = {
  readonly name: string;
  /** Role and place in words; undefined for an individual, or until an assignment is chosen. */
  readonly acting?: string | undefined;
  readonly staff: boolean;
  /** Where there is something to do for them. */
  readonly places: readonly WorkPlace[];
  /** How many notices are unread; undefined when it is not known. */
  readonly unread?: number | undefined;
};

/** What every page gets from the request and the register, whatever its subject. */
export type Shell = {
  /** Address of this page with its query: the county form comes back here. */
  readonly path: string;
  readonly today: Temporal.PlainDate;
  readonly counties: readonly CountyChoice[];
  /** The remembered county, when one is chosen. */
  readonly county?: CountyChoice | undefined;
  readonly demo?: boolean | undefined;
  /** Who has logged in, and what they act as. */
  readonly login?: ShellLogin | undefined;
  /** Is there a way to log in? */
  readonly mayLogIn?: boolean | undefined;
  /** What the register was loaded from, in words a person can quote. */
  readonly dataVersion?: string | undefined;
};

/** The entries of the service navigation, and which of them a page belongs to. */
export type NavId = 'vem-gor-vad' | 'avtal' | 'jamfor' | 'lagrum' | 'sok';

export type Crumb = { readonly label: string; readonly href?: string | undefined };
