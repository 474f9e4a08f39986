import type { Assurance } from '../../domain/access/actor.ts';
import type { DemoIdentity, DemoProvider } from './demo-provider.ts';
import type { Identity } from './identity.ts';

/** How people log in to this installation. */
export type LoginSetup = {
  readonly identity: Identity;
  /** How surely the provider must know each kind of person. */
  readonly least: { readonly staff: Assurance; readonly individual: Assurance };
  /** The keyed hash that an individual is found by, of a personal identity number; undefined when it is none. */
  readonly numberHash: (number: string) => Buffer | undefined;
  /** Where people reach the service. */
  readonly origin: string;
  /** The fictional provider and those who can log in there, in demo mode. */
  readonly demo?: { readonly provider: DemoProvider; readonly accounts: readonly DemoAccount[] } | undefined;
};

/** A fictional account as the demo login lists it. */
export type DemoAccount = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly organisation: string;
  readonly county: string;
  readonly identity: DemoIdentity;
};

/** Where the provider sends people back to. */
export const LOGIN_CALLBACK_PATH = '/logga-in/klar';
/** Where people land when they have logged out at the provider. */
export const LOGGED_OUT_PATH = '/utloggad';
/** Where the provider tells us, with no browser between, that a login is over. */
export const BACK_CHANNEL_LOGOUT_PATH = '/logga-ut/fran-leverantoren';
/** Our own page where a fictional identity is chosen. */
export const DEMO_LOGIN_PATH = '/demo/logga-in';
