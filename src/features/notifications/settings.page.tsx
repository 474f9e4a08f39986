import { type Context, Hono } from 'hono';
import { type Rhythm, rhythms } from '../../domain/notifications/digest-day.ts';
import { type NoticeKind, noticeKindNames } from '../../domain/notifications/kinds.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf, sentenceOf } from '../../platform/index.ts';
import { NotificationBanner, Page } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { type AbsenceForm, absenceFaults } from './absence-form.ts';
import { changeDigest } from './change-digest.ts';
import { readSettings } from './read-settings.ts';
import { setAbsence } from './set-absence.ts';
import { AbsenceSection, DigestSection } from './settings-parts.tsx';
import { refusals, settingsTexts as texts } from './texts.ts';
import { withdrawAbsence } from './withdraw-absence.ts';

const DONE: Readonly<Record<string, string>> = {
  val: texts.digest.saved,
  period: texts.absence.saved,
  borttagen: texts.absence.withdrawn,
};

const PAGE = '/notiser/installningar';

async function show(c: Context<AppEnv>, form: AbsenceForm = {}, faults: { field: string; text: string }[] = []) {
  const settings = await readSettings(scopeOf(c), {});
  if (isRefusal(settings)) return refusalPage(c, settings, refusals);
  const done = faults.length === 0 ? DONE[c.req.query('sparat') ?? ''] : undefined;
  const shell = { ...(await shellOf(c)), path: PAGE };
  return c.html(
    <Page shell={shell} title={texts.title} lead={texts.lead} back="/notiser" errors={faults} density="staff" noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      <DigestSection kinds={settings.kinds} email={settings.email} mail={c.var.mail ?? false} />
      {(settings.colleagues.length > 0 || settings.absences.length > 0) && (
        <AbsenceSection absences={settings.absences} colleagues={settings.colleagues} form={form} faults={faults} />
      )}
    </Page>,
    faults.length > 0 ? 422 : 200,
  );
}

async function saveDigest(c: Context<AppEnv>) {
  const form = await formOf(c);
  const chosen = noticeKindNames.flatMap((kind): [NoticeKind, Rhythm][] => {
    const rhythm = rhythms.find((one) => one === form[kind]);
    return rhythm ? [[kind, rhythm]] : [];
  });
  const saved = await changeDigest(scopeOf(c), { kinds: Object.fromEntries(chosen) });
  return isRefusal(saved) ? refusalPage(c, saved, refusals) : c.redirect(`${PAGE}?sparat=val`, 303);
}

async function saveAbsence(c: Context<AppEnv>) {
  const form: AbsenceForm = await formOf(c);
  const faults = absenceFaults(form);
  if (faults.length > 0) return show(c, form, faults);
  const { forsta = '', sista = '', ersattare } = form;
  const saved = await setAbsence(scopeOf(c), { first: forsta.trim(), last: sista.trim(), ...(ersattare ? { deputy: ersattare } : {}) });
  if (!isRefusal(saved)) return c.redirect(`${PAGE}?sparat=period`, 303);
  if (saved.code === 'forbidden' || saved.code === 'step-up-needed') return refusalPage(c, saved, refusals);
  const known = saved.code === 'input-invalid' || saved.code === 'deputy-not-found' ? 'deputy-not-found' : saved.code;
  const { title, detail } = sentenceOf({ ...saved, code: known }, refusals);
  return show(c, form, [{ field: known === 'deputy-not-found' ? 'ersattare' : 'sista', text: `${title}. ${detail}` }]);
}

async function takeBack(c: Context<AppEnv>) {
  const { id = '' } = await formOf(c);
  const done = await withdrawAbsence(scopeOf(c), { id });
  if (!isRefusal(done)) return c.redirect(`${PAGE}?sparat=borttagen`, 303);
  return refusalPage(c, notRead(done, refuse('absence-not-found')), refusals);
}

/** How one is told: e-mail by kind, and who is told when one is away. */
export const settingsPage = new Hono<AppEnv>()
  .get(PAGE, (c) => show(c))
  .post(PAGE, saveDigest)
  .post('/notiser/franvaro', saveAbsence)
  .post('/notiser/franvaro/borttagen', takeBack);
