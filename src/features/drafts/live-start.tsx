import type { Context } from 'hono';
import { loginOf } from '../../domain/access/actor.ts';
import type { AppEnv } from '../../platform/index.ts';
import { assetUrl } from '../../ui/index.ts';
import { liveTexts } from './texts-live.ts';

type Props = {
  c: Context<AppEnv>;
  /** Where to go when it is done. */
  back: string;
  texts?: Readonly<Record<keyof typeof liveTexts, string>>;
  /** May the browser keep a copy of what is written until it is stored? Not of what is about a person. */
  copy?: boolean;
};

/**
 * Where the editor says how it is with what is written, and its script, on the page of a text that several write. Nothing is seen of it until the script has found the others.
 * A form that is shown again with what was typed in it stays a form.
 */
export function LiveStart({ c, back, texts = liveTexts, copy = true }: Props) {
  const login = loginOf(c.var.actor);
  if (!login || c.req.method === 'POST') return null;
  const told = { account: login.account, back, texts, copy };
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
