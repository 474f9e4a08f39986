import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { AboutPage, AccessibilityPage, StatusTag } from '../../ui/index.ts';
import { listAgreements } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';

export const aboutPage = new Hono<AppEnv>()
  .get('/om', async (c) => {
    const page = await listAgreements(scopeOf(c), {});
    const sources = isRefusal(page) ? [] : page.items;
    return c.html(
      <AboutPage
        shell={await shellOf(c)}
        sources={sources.map(({ agreement, status }) => ({
          title: agreement.short,
          href: `/avtal/${agreement.slug}`,
          meta: [agreement.source.title, agreement.source.status],
          tag: <StatusTag status={status.code} until={status.until} />,
        }))}
      />,
    );
  })
  .get('/tillganglighet', async (c) =>
    c.html(<AccessibilityPage shell={await shellOf(c)} contact={c.var.contactEmail ? { email: c.var.contactEmail } : undefined} />),
  );
