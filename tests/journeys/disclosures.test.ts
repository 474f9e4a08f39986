import { beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock(), login: true, demo: true });
});

async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  const list = await reader.visit('/demo/logga-in');
  await list.submit('account', { account });
  return reader;
}

describe.each([
  {
    county: '06',
    worker: 'handlaggare-aneby-06',
    reviewer: 'loggranskare-aneby-06',
    person: 'enskild-1',
    care: /Psykiatriska mottagningen/,
  },
  {
    county: '20',
    worker: 'handlaggare-avesta-20',
    reviewer: 'loggranskare-avesta-20',
    person: 'enskild-1',
    care: /Psykiatriska mottagningen/,
  },
])('in county $county', ({ county, worker, reviewer, person, care }) => {
  const plan = stableId(`demo:plan:prepared:${county}`);

  it('something is told without consent by a rule of law, judged, found wrong and shut, and the person sees it', async () => {
    const decider = await loggedIn(worker);
    const before = await decider.visit(`/planer/${plan}/beslut`);
    expect(before.text).toContain('Väntar på granskning');
    const form = await decider.visit(`/planer/${plan}/beslut/nytt`);
    expect(form.text).toContain('OSL 26 kap. 9 §');
    expect(form.text).toContain('Generalklausulen');
    const unit = [...form.document.querySelectorAll('select[name=unit] option')].find((one) => care.test(one.textContent ?? ''));
    const typed = {
      ...{ unit: unit?.getAttribute('value') ?? '', rule: 'osl-26-9', met: 'needed-for-care', misuse: 'gambling', dataKinds: 'measures' },
      reason: 'Mottagningen ska träffa personen i kväll, och hen kan inte svara.',
    };
    const refused = await form.submit('rule', typed);
    expect([refused.status, refused.document.title]).toEqual([422, 'Fel: Besluta att berätta utan samtycke – Överens']);
    const decided = await refused.submit('rule', { ...typed, misuse: 'alcohol' });
    expect(decided.text).toContain('Beslutet gäller nu.');
    const judge = await loggedIn(reviewer);
    const work = await judge.visit('/arbete');
    const [, waiting] = work.links().filter(({ href }) => href.startsWith('/logg/beslut/'));
    const review = await judge.visit(waiting?.href ?? '');
    expect(review.text).toContain('Mottagningen ska träffa personen i kväll');
    const judged = await review.submit('verdict', { verdict: 'wrong', reason: 'Det fanns ett samtycke att fråga om.' });
    expect(judged.text).toContain('Granskningen är sparad.');
    expect((await decider.visit(`/planer/${plan}/beslut`)).text).toContain('Beslutet var fel');
    const own = await (await loggedIn(person)).visit(`/min-plan/${plan}/samtycke`);
    expect(own.text).toContain('En granskare tycker att det var fel');
  });

  it('a duty to notify is shown and noted, and the reviewer is told why somebody could see the plan', async () => {
    const reader = await loggedIn(worker);
    const page = await reader.visit(`/planer/${plan}`);
    expect(page.text).toContain('Anmäl genast om du misstänker att ett barn far illa');
    const noted = await (await reader.visit(`/planer/${plan}/anmalan`)).submit('duty', { duty: 'orosanmalan', time: '09.15' });
    expect(noted.text).toContain('Det är noterat.');
    const judge = await loggedIn(reviewer);
    const found = await (await judge.visit('/logg')).submit('handling', { handling: 'plans.read' });
    const why = found.links().find(({ href }) => href.startsWith('/logg/varfor/'));
    const answer = await judge.visit(why?.href ?? '');
    expect(answer.text).toContain('Enheten arbetade med personen då');
    expect(answer.text).toContain('Samma svar.');
  });
});
