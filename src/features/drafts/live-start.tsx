import type { Context } from 'hono';
import { loginOf } from '../../domain/access/actor.ts';
import type { AppEnv } from '../../platform/index.ts';
import { assetUrl } from '../../ui/index.ts';
import { draftHref } from './parts.tsx';
import { liveTexts } from './texts-live.ts';

/**
 * Where the editor says how it is with what is written, and its script, on the page of a section. Nothing is seen of it until the script has found the others. A form that
 * is shown again with what was typed in it stays a form.
 */
export function LiveStart({ c, draft }: { c: Context<AppEnv>; draft: string }) {
  const login = loginOf(c.var.actor);
  if (!login || c.req.method === 'POST') return null;
  const told = { account: login.account, back: draftHref(draft), texts: liveTexts };
  return (
    <>
      <link rel="stylesheet" href={assetUrl('live-editor.css')} />
      <div class="ov-live-state" data-live={JSON.stringify(told)} hidden>
        <p id="live-state" />
        <p id="live-here" />
        <p class="govuk-visually-hidden" role="status" />
      </div>
      <script type="module" src={assetUrl('live-editor.js')} />
    </>
  );
}
