import { accountSessionsPage } from './account-sessions.page.tsx';
import { importPage } from './import.page.tsx';
import { organisationPage } from './organisation.page.tsx';
import { organisationEndPages } from './organisation-ends.page.ts';
import { organisationHistoryPage } from './organisation-history.page.tsx';
import { organisationSplitPage } from './organisation-split.page.tsx';
import { peopleActPages } from './people-acts.page.ts';
import { registerActPages } from './register-acts.page.ts';
import { unitPage } from './unit.page.tsx';
import { unitActPages } from './unit-acts.page.ts';

/** The pages of the register: addresses with words of their own before those that name a unit. */
export const registerPages = [
  organisationPage,
  organisationHistoryPage,
  accountSessionsPage,
  importPage,
  registerActPages,
  organisationEndPages,
  organisationSplitPage,
  peopleActPages,
  unitActPages,
  unitPage,
];
