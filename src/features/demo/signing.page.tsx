import { Hono } from 'hono';
import { type AppEnv, DEMO_SIGNING_PATH, type DemoSigning, formOf } from '../../platform/index.ts';
import { Button, ButtonGroup, Page, SummaryList } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { demoSigningTexts as texts } from './texts.ts';

/** The page of the fictional signing service, where a real one would ask for the person's e-identity. */
export function demoSigningPage(demo: DemoSigning): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(`${DEMO_SIGNING_PATH}/:reference`, async (c) => {
      const found = demo.find(c.req.param('reference'));
      if (!found) return c.notFound();
      const { signer, sha256 } = found.order;
      c.header('cache-control', 'no-store');
      return c.html(
        <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} noindex>
          <SummaryList
            rows={[
              { label: texts.who, value: signer },
              { label: texts.what, value: <code>{sha256}</code> },
            ]}
          />
          <form method="post">
            <ButtonGroup>
              <Button name="what" value="sign">
                {texts.sign}
              </Button>
              <Button kind="secondary" name="what" value="sign-as-other">
                {texts.other}
              </Button>
              <Button kind="secondary" name="what" value="decline">
                {texts.decline}
              </Button>
            </ButtonGroup>
          </form>
        </Page>,
      );
    })
    .post(`${DEMO_SIGNING_PATH}/:reference`, async (c) => {
      const { what } = await formOf(c);
      const wanted = what === 'sign' || what === 'sign-as-other' ? what : 'decline';
      const found = demo.answer(c.req.param('reference'), wanted);
      return found ? c.redirect(found.returnTo, 303) : c.notFound();
    });
}
