import type { Actor } from '../../domain/access/actor.ts';
import { may, type Permission } from '../../domain/access/permissions.ts';
import type { Shell } from '../shell.ts';
import { texts } from '../texts.ts';

/** The inbox, whose link says how many are unread. */
const NOTICES = '/notiser';

/** The places of those who have logged in, and what opens each. */
const PLACES: readonly { readonly href: string; readonly label: string; readonly permission: Permission }[] = [
  { href: '/arbete', label: texts.work.work, permission: 'work.read-own' },
  { href: '/arbetsversioner', label: texts.work.drafts, permission: 'drafts.read' },
  { href: '/planerade-forandringar', label: texts.work.changes, permission: 'planned-changes.read' },
  { href: '/remisser', label: texts.work.consultations, permission: 'consultations.comment' },
  { href: '/patalade-brister', label: texts.work.lacks, permission: 'non-compliance.point-out' },
  { href: '/import', label: texts.work.imports, permission: 'imports.read' },
  { href: '/personer', label: texts.work.persons, permission: 'persons.find' },
  { href: '/mina-uppgifter', label: texts.work.ownPersons, permission: 'persons.read-own' },
  { href: '/personer/skyddsbehorighet', label: texts.work.protectedAccess, permission: 'persons.authorise-protected' },
  { href: '/personer/nodoppningar', label: texts.work.emergencies, permission: 'persons.review-emergency' },
  { href: '/organisation', label: texts.work.organisation, permission: 'access.read-accounts' },
  { href: '/logg', label: texts.work.log, permission: 'audit.search' },
  { href: '/min-logg', label: texts.work.ownLog, permission: 'audit.read-own-extract' },
  { href: NOTICES, label: texts.work.notices, permission: 'notifications.read-own' },
];

/** Where this actor has something to do, in the order of the menu. */
export function workPlaces(actor: Actor): { href: string; label: string }[] {
  if (actor.kind === 'public') return [];
  return PLACES.filter(({ permission }) => may(actor, permission)).map(({ href, label }) => ({ href, label }));
}

/** The second line of the menu, for whoever has logged in. */
export function WorkNav({ shell: { login, path } }: { shell: Shell }) {
  if (!login || login.places.length === 0) return null;
  const here = path.split('?')[0];
  return (
    <div class="ov-work">
      <nav class="govuk-width-container" aria-label={texts.work.label}>
        <ul class="ov-work__list">
          {login.places.map(({ href, label }) => (
            <li>
              <a class="ov-work__link" href={href} aria-current={here === href ? 'page' : undefined}>
                {label}
                {href === NOTICES && login.unread ? (
                  <span class="ov-work__count">
                    {login.unread}
                    <span class="govuk-visually-hidden"> {texts.work.unread}</span>
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
