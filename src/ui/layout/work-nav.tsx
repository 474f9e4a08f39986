import type { Actor } from '../../domain/access/actor.ts';
import { may, type Permission } from '../../domain/access/permissions.ts';
import type { Shell, WorkPlace } from '../shell.ts';
import { texts } from '../texts.ts';

/** The inbox, whose link says how many are unread. */
const NOTICES = '/notiser';

/** The places of those who have logged in, what opens each, and the menu that it is laid in when two or more of that menu are open. */
const PLACES: readonly (WorkPlace & { readonly permission: Permission })[] = [
  { href: '/arbete', label: texts.work.work, permission: 'work.read-own' },
  { href: NOTICES, label: texts.work.notices, permission: 'notifications.read-own' },
  { href: '/min-plan', label: texts.work.ownPlan, permission: 'plans.read-own' },
  { href: '/mina-uppgifter', label: texts.work.ownPersons, permission: 'persons.read-own' },
  { href: '/min-logg', label: texts.work.ownLog, permission: 'audit.read-own-extract' },
  { href: '/personer', label: texts.work.persons, permission: 'persons.find' },
  { href: '/planer', label: texts.work.plans, permission: 'plans.find' },
  { href: '/arbetsversioner', label: texts.work.drafts, group: texts.work.writing, permission: 'drafts.read' },
  { href: '/remisser', label: texts.work.consultations, group: texts.work.writing, permission: 'consultations.comment' },
  { href: '/import', label: texts.work.imports, group: texts.work.writing, permission: 'imports.read' },
  { href: '/planerade-forandringar', label: texts.work.changes, group: texts.work.parties, permission: 'planned-changes.read' },
  { href: '/patalade-brister', label: texts.work.lacks, group: texts.work.parties, permission: 'non-compliance.point-out' },
  { href: '/personer/skyddsbehorighet', label: texts.work.protectedAccess, permission: 'persons.authorise-protected' },
  { href: '/logg', label: texts.work.log, group: texts.work.review, permission: 'audit.search' },
  { href: '/personer/nodoppningar', label: texts.work.emergencies, group: texts.work.review, permission: 'persons.review-emergency' },
  { href: '/organisation/gallring', label: texts.work.retention, permission: 'retention.read-offers' },
  { href: '/organisation', label: texts.work.organisation, permission: 'access.read-accounts' },
];

/** Where this actor has something to do, in the order of the menu. */
export function workPlaces(actor: Actor): WorkPlace[] {
  if (actor.kind === 'public') return [];
  return PLACES.filter(({ permission }) => may(actor, permission)).map(({ href, label, group }) => ({ href, label, group }));
}

/** The second line of the menu, for whoever has logged in: what waits, and the rest by what it is about. */
export function WorkNav({ shell: { login, path } }: { shell: Shell }) {
  if (!login || login.places.length === 0) return null;
  const here = path.split('?')[0] ?? '';
  const nearest = nearestPlace(login.places, here);
  const entry = (place: WorkPlace) => (
    <li>
      <WorkLink place={place} here={here} nearest={nearest} unread={login.unread} />
    </li>
  );
  return (
    <div class="ov-work">
      <nav class="govuk-width-container" aria-label={texts.work.label}>
        <ul class="ov-work__list">
          {inGroups(login.places).map(({ group, places }) =>
            group === undefined || places.length === 1 ? (
              places.map(entry)
            ) : (
              <li>
                <details class="ov-work__group">
                  <summary class={places.some(({ href }) => href === nearest) ? 'ov-work__link ov-work__link--here' : 'ov-work__link'}>
                    {group}
                  </summary>
                  <ul class="ov-work__menu">{places.map(entry)}</ul>
                </details>
              </li>
            ),
          )}
        </ul>
      </nav>
    </div>
  );
}

/** Places of one group that follow each other, together; each of the others by itself. */
function inGroups(places: readonly WorkPlace[]): { group: string | undefined; places: WorkPlace[] }[] {
  const groups: { group: string | undefined; places: WorkPlace[] }[] = [];
  for (const place of places) {
    const last = groups.at(-1);
    if (last && place.group !== undefined && last.group === place.group) last.places.push(place);
    else groups.push({ group: place.group, places: [place] });
  }
  return groups;
}

/** The place that an address belongs to: the longest that it begins with. */
function nearestPlace(places: readonly WorkPlace[], here: string): string | undefined {
  return places
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}

function WorkLink({
  place: { href, label },
  here,
  nearest,
  unread,
}: {
  place: WorkPlace;
  here: string;
  nearest: string | undefined;
  unread: number | undefined;
}) {
  return (
    <a class="ov-work__link" href={href} aria-current={here === href ? 'page' : nearest === href ? 'true' : undefined}>
      {label}
      {href === NOTICES && unread ? (
        <span class="ov-work__count">
          {unread}
          <span class="govuk-visually-hidden"> {texts.work.unread}</span>
        </span>
      ) : null}
    </a>
  );
}
