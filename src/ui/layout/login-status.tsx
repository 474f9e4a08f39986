import { Icon } from '../components/icon.tsx';
import type { Shell } from '../shell.ts';
import { texts } from '../texts.ts';

/** Who has logged in and what they act as, with the ways to change it; or the way to log in. */
export function LoginStatus({ shell: { login, mayLogIn } }: { shell: Shell }) {
  if (!login) {
    if (!mayLogIn) return null;
    return (
      <a class="ov-login__in" href="/logga-in">
        {texts.login.in}
      </a>
    );
  }
  return (
    <details class="ov-login">
      <summary class="ov-login__summary">
        <Icon name="person" />
        <span>
          <span class="govuk-visually-hidden">{texts.login.as}: </span>
          {login.name}
          {login.staff && <span class="ov-login__acting">{login.acting ?? texts.login.choose}</span>}
        </span>
      </summary>
      <div class="ov-login__menu">
        {login.staff && <a href="/uppdrag">{login.acting ? texts.login.change : texts.login.choose}</a>}
        <a href="/inloggningar">{texts.login.sessions}</a>
        <form method="post" action="/logga-ut">
          <button class="ov-login__out" type="submit">
            {texts.login.out}
          </button>
        </form>
      </div>
    </details>
  );
}
