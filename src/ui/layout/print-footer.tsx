import { type Day, formatDateShort } from '../formats.ts';
import { texts } from '../texts.ts';

export type PrintFacts = {
  /** The version of what is printed: `10.0`, or of the register. */
  version?: string | undefined;
  status?: string | undefined;
  /** Where it comes from, as a reader of paper can find it again. */
  source?: string | undefined;
};

/** What stands at the foot of every printed sheet: version, day of print, status, source. Not shown on screen. */
export function PrintFooter({ version, status, source, printed }: PrintFacts & { printed: Day }) {
  return (
    <div class="ov-print-footer" aria-hidden="true">
      <div class="ov-print-footer__line">
        <span>{texts.print.service}</span>
        {version && (
          <span>
            {texts.print.version} {version}
          </span>
        )}
        {status && (
          <span>
            {texts.print.status}: {status}
          </span>
        )}
        {source && (
          <span>
            {texts.print.source}: {source}
          </span>
        )}
        <span>
          {texts.print.printed} {formatDateShort(printed)}
        </span>
      </div>
    </div>
  );
}
