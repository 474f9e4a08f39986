import type { Shell } from '../shell.ts';
import { texts } from '../texts.ts';

/** The end of every page on screen. */
export function Footer({ shell }: { shell: Shell }) {
  return (
    <footer class="ov-footer">
      <div class="govuk-width-container">
        <p class="ov-footer__plain">{texts.footer.plain}</p>
        <nav aria-label={texts.footer.label}>
          <ul class="ov-footer__list">
            <li>
              <a href="/om">{texts.footer.about}</a>
            </li>
            <li>
              <a href="/tillganglighet">{texts.footer.accessibility}</a>
            </li>
            <li>
              <a href="/uppfoljning">{texts.footer.followUps}</a>
            </li>
            <li>
              <a href="/remisser">{texts.footer.consultations}</a>
            </li>
            <li>
              <a href="/verifiera">{texts.footer.verify}</a>
            </li>
            <li>
              <a href="/api/v1/docs">{texts.footer.api}</a>
            </li>
          </ul>
        </nav>
        {shell.dataVersion && (
          <p class="ov-footer__data">
            {texts.footer.data} {shell.dataVersion}
          </p>
        )}
      </div>
    </footer>
  );
}
