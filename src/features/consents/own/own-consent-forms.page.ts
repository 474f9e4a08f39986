import type { Context } from 'hono';
import { consentAnswers } from '../../../domain/consents/kinds.ts';
import type { AppEnv } from '../../../platform/index.ts';
import { ownActPage } from '../../forms/index.ts';
import { mannerOf, ownForm } from '../../plans/index.ts';
import { askedOf, formRefusals, initialOf, receiverOf, scopeFields } from '../consent-fields.ts';
import { ownConsentsHref } from '../consent-href.ts';
import { answered, shownOf, takenBack, type WithdrawWords, withdrawForm } from '../forms.page.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

const takePage = ownActPage({
  path: '/min-plan/:id/samtycke/fraga/:fraga',
  permission: 'consents.take',
  texts: formRefusals,
  manner: (c) => ownForm(c, formRefusals),
  keyed: true,
  prepare: async (c) => {
    const [kind, shown] = [askedOf(c), await shownOf(c)];
    if (!kind || !shown) return undefined;
    const t = mannerOf(c).words.consent;
    const fields = {
      ...{ receivers: t.whoMay, kinds: t.what, purposes: t.forWhat, until: t.untilDay, untilHint: t.untilHint },
      ...{ shutTo: t.whoNot, shut: t.whatNot, shutHint: t.notHint, data: t.data, why: t.purposes, everyUnit: t.everyUnit },
    };
    return {
      title: t.questions[kind],
      lead: t.leads[kind],
      back: ownConsentsHref(shown.plan),
      submit: t.submit,
      fields: [
        ...(kind === 'lift-secrecy' ? scopeFields(shown.readers, fields) : []),
        {
          kind: 'radios',
          name: 'answer',
          label: t.yourAnswer,
          options: consentAnswers.map((value) => ({ value, label: t.options[value] })),
        },
      ],
      ...initialOf(c, kind),
    };
  },
  run: (c, values) => answered(c, values, ownConsentsHref(idOf(c)), { method: 'written', on: c.var.runtime.clock.today().toString() }),
});

function wordsOf(c: Context<AppEnv>): WithdrawWords {
  const t = mannerOf(c).words.consent;
  return {
    ...{ title: t.takeBack, lead: t.takeBackLead, whole: t.takeBackWhat, scopes: t.takeBackParts, submit: t.takeBack },
    options: { all: t.takeBackAll, some: t.takeBackSome },
    line: (scope, readers) => {
      const words = scope.permits ? t.line : t.lineNot;
      return words(receiverOf(readers, scope, t.everyUnit), t.data[scope.dataKind], t.purposes[scope.purpose]);
    },
  };
}

const withdrawPage = ownActPage({
  path: '/min-plan/:id/samtycke/ta-tillbaka/:svar',
  permission: 'consents.withdraw',
  texts: formRefusals,
  manner: (c) => ownForm(c, formRefusals),
  keyed: true,
  prepare: (c) => withdrawForm(c, wordsOf(c), ownConsentsHref),
  run: (c, values) => takenBack(c, values, ownConsentsHref(idOf(c))),
});

/** What the individual answers and takes back. */
export const ownConsentForms = [takePage, withdrawPage];
