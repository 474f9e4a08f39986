import type { Role } from '../../domain/access/roles.ts';
import type { SeatPosition } from '../../domain/organisations/seat.ts';

/** What a fictional member of staff acts as. */
export type DemoAssignment = {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  readonly unit?: string;
  readonly body?: string;
};

/** A fictional member of staff, who can log in. */
export type DemoStaff = {
  readonly id: string;
  readonly account: string;
  readonly hsaId: string;
  readonly name: string;
  readonly county: string;
  readonly place: string;
  readonly home: string;
  readonly assignments: readonly [DemoAssignment, ...DemoAssignment[]];
};

/** A seat in a joint body that a fictional account acts from. */
export type DemoSeat = {
  readonly id: string;
  readonly body: string;
  readonly position: SeatPosition;
  readonly organisation: string;
  readonly account: string;
  readonly holder: string;
};
