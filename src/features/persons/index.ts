import { protectedAccessPage } from './access.page.tsx';
import { changePersonPage } from './change.page.tsx';
import { contactPage } from './contact.page.tsx';
import { emergencyPage } from './emergency.page.tsx';
import { findPage } from './find.page.tsx';
import { joinPage } from './join.page.tsx';
import { ownPage } from './own.page.tsx';
import { personPage } from './person.page.tsx';
import { protectPage } from './protect.page.tsx';
import { registerPersonPage } from './register.page.tsx';
import { reviewPage } from './review.page.tsx';

export { findRecordByCase } from './join-persons.ts';
export { loadRecord } from './load-record.ts';
export { personsApi } from './persons.api.ts';
export { readAnyPerson } from './read-person.ts';
export { readUnreviewedOpenings } from './read-unreviewed-openings.ts';
export { contexts as personContexts, numberHash, openText, readNumber, shownNumber } from './sealed.ts';
export { type SeedAccess, type SeedPerson, seedPerson, seedProtectedAccess } from './seed-person.ts';
export { apiRefusals as personRefusals } from './texts-refusals.ts';

/** The pages about persons. Those at a word of their own stand before those at an id. */
export const personPages = [
  findPage,
  registerPersonPage,
  protectedAccessPage,
  emergencyPage,
  reviewPage,
  personPage,
  changePersonPage,
  contactPage,
  joinPage,
  protectPage,
  ownPage,
];
