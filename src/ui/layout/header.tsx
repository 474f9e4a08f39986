import type { NavId, Shell } from '../shell.ts';
import { navTexts, texts } from '../texts.ts';
import { CountyChooser } from './county-chooser.tsx';
import { LoginStatus } from './login-status.tsx';
import { Wordmark } from './wordmark.tsx';
import { WorkNav } from './work-nav.tsx';

const NAV = Object.keys(navTexts) as NavId[];

/** The top of every page: who we are, which county, and the five ways in. `entry`: the page is itself the way in that it belongs to. */
export function Header({ shell, nav, entry }: { shell: Shell; nav?: NavId | undefined; entry: boolean }) {
  return (
    <header class="ov-header">
      {shell.demo && (
        <div class="govuk-phase-banner ov-demo">
          <p class="govuk-phase-banner__content">
            <strong class="govuk-phase-banner__content__tag">{texts.demo.tag}</strong>
            <span class="govuk-phase-banner__text">{texts.demo.text}</span>
          </p>
        </div>
      )}
      <div class="govuk-width-container ov-header__row">
        <Wordmark />
        <div class="ov-header__tools">
          <CountyChooser shell={shell} />
          <LoginStatus shell={shell} />
        </div>
      </div>
      <div class="govuk-service-navigation">
        <div class="govuk-width-container">
          <nav aria-label={texts.nav.label}>
            <ul class="govuk-service-navigation__list">
              {NAV.map((id) => (
                <NavItem id={id} current={id === nav} entry={entry} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <WorkNav shell={shell} />
    </header>
  );
}

function NavItem({ id, current, entry }: { id: NavId; current: boolean; entry: boolean }) {
  const href = `/${id}`;
  return (
    <li class={current ? 'govuk-service-navigation__item govuk-service-navigation__item--active' : 'govuk-service-navigation__item'}>
      <a class="govuk-service-navigation__link" href={href} aria-current={current ? (entry ? 'page' : 'true') : undefined}>
        {current ? <strong class="govuk-service-navigation__active-fallback">{navTexts[id]}</strong> : navTexts[id]}
      </a>
    </li>
  );
}
