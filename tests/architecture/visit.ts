/** One request that makes a door do all its work. */
export type Visit = {
  readonly path: string;
  readonly json?: unknown;
  /** What is typed into the form; what the form itself carries hidden goes along. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** A file that is sent in a form: the name of its field, and its content. */
  readonly upload?: { readonly field: string; readonly content: string };
  /** The fictional account that knocks; nobody when absent. */
  readonly as?: string;
  /** The address is the first on the page `path` that begins so. */
  readonly follow?: string;
  /** Cookies that the browser has from before. */
  readonly cookie?: string;
  /** The door cannot be answered fully from here, only as far as its policy: it says no. */
  readonly refused?: true;
};

/** Visits of somebody to addresses. */
export const knock = (as: string | undefined, ...paths: string[]): Visit[] => paths.map((path) => ({ path, ...(as ? { as } : {}) }));
