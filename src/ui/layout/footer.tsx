import { raw } from 'hono/html';
import type { Shell } from '../shell.ts';
import { texts } from '../texts.ts';

let kept: { readonly dataVersion: string | undefined; readonly html: ReturnType<typeof raw> } | undefined;

/** The end of every page on screen. It is the same on all of them until the data is, so it is made once and kept. */
export function Footer({ shell: { dataVersion } }: { shell: Pick<Shell, 'dataVersion'> }) {
  if (kept?.dataVersion !== dataVersion || !kept) kept = { dataVersion, html: raw(String(<MadeFooter dataVersion={dataVersion} />)) };
  return kept.html;
}

function MadeFooter({ dataVersion }: Pick<Shell, 'dataVersion'>) {
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
        {dataVersion && (
          <p class="ov-footer__data">
            {texts.footer.data} {dataVersion}
          </p>
        )}
      </div>
    </footer>
  );
}
