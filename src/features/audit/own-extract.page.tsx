import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { writePdf } from '../../formats/pdf/write-pdf.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import { BlockHeading, Notice, Page } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { extractDocument, saidRole, saidWhere } from './extract-pdf.ts';
import { extractCsv } from './log-csv.ts';
import { EXTRACT_MOST, type ExtractGroup, readOwnExtract } from './read-own-extract.ts';
import { saidAboutYou, saidPurpose, saidWhen } from './say-look.ts';
import { refusals, extractTexts as texts } from './texts.ts';

async function page(c: Context<AppEnv>) {
  const before = z.uuid().safeParse(c.req.query('fore'));
  const extract = await readOwnExtract(scopeOf(c), before.success ? { before: before.data } : {});
  if (isRefusal(extract)) return refusalPage(c, extract, refusals);
  const { groups, own, older } = extract;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} noindex>
      {groups.length === 0 && <Notice kind="empty" heading={texts.nothing.heading} children={texts.nothing.text} />}
      {groups.map((group) => (
        <Group group={group} />
      ))}
      <ul class="ov-meta">
        {older && (
          <li>
            <a href={`/min-logg?fore=${older}`}>{texts.older}</a>
          </li>
        )}
        <li>
          <a href="/min-logg.pdf">{texts.pdf}</a>
        </li>
        <li>
          <a href="/min-logg.csv">{texts.csv}</a>
        </li>
      </ul>
      <BlockHeading level={2}>{texts.hidden}</BlockHeading>
      {texts.hiddenText.map((said) => (
        <p>{said}</p>
      ))}
      <p>{texts.own(own)}</p>
      <BlockHeading level={2}>{texts.wrong}</BlockHeading>
      <p>{texts.wrongText}</p>
    </Page>,
  );
}

function Group({ group: { owner, rows } }: { group: ExtractGroup }) {
  return (
    <section aria-label={owner.name}>
      <BlockHeading level={2}>{owner.name}</BlockHeading>
      <p>{texts.answers(owner.name)}</p>
      {rows.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul class="ov-results">
          {rows.map((row) => (
            <li class="ov-result">
              <p class="ov-result__text">{saidAboutYou(row)}.</p>
              <ul class="ov-meta">
                <li>{saidWhen(row)}</li>
                <li>{saidRole(row)}</li>
                <li>{saidWhere(row)}</li>
                {row.purpose && <li>{saidPurpose(row)}</li>}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** All rows that fit a file, and the note when not all do. */
async function wholeExtract(c: Context<AppEnv>) {
  const extract = await readOwnExtract(scopeOf(c), { most: EXTRACT_MOST });
  return isRefusal(extract) ? extract : { ...extract, note: extract.older ? texts.cut(EXTRACT_MOST) : undefined };
}

async function csv(c: Context<AppEnv>) {
  const extract = await wholeExtract(c);
  if (isRefusal(extract)) return refusalPage(c, extract, refusals);
  return fileAnswer(c, extractCsv(extract.groups, extract.note), { name: 'min-logg', format: 'csv', fleeting: true });
}

async function pdf(c: Context<AppEnv>) {
  const extract = await wholeExtract(c);
  if (isRefusal(extract)) return refusalPage(c, extract, refusals);
  const { groups, own, note } = extract;
  const document = extractDocument(groups, { own, note, madeAt: c.var.runtime.clock.now() });
  return fileAnswer(c, await writePdf(document), { name: 'min-logg', format: 'pdf', fleeting: true });
}

/** Who has looked at the data of the one who asks: as a page, as a PDF and as CSV. */
export const ownExtractPage = new Hono<AppEnv>().get('/min-logg', page).get('/min-logg.csv', csv).get('/min-logg.pdf', pdf);
