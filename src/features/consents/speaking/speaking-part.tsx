import type { Giver } from '../../../domain/consents/kinds.ts';
import { lastDay } from '../../../domain/consents/spell-out.ts';
import { formatDate, Inset, Notice, Table } from '../../../ui/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import { kindTexts, statusTexts } from '../texts.ts';
import { nameOf, type ShownSpeaking } from './show-speaking.ts';
import { deciderTexts, jointTexts, matterTexts, representativeTexts, stopTexts, speakingTexts as texts } from './texts-speaking.ts';

/** Somebody who answers, with what they are to the person: "Vårdnadshavare: Namn". */
export function speakerLabel(speaking: ShownSpeaking, giver: Giver): string {
  if (giver.as === 'person') return texts.person;
  const name = nameOf(speaking, giver) ?? texts.unknown;
  if (giver.as === 'guardian') return `${texts.guardians}: ${name}`;
  const kind = speaking.representatives.find(({ id }) => id === giver.id)?.kind;
  return `${kind ? representativeTexts[kind] : texts.representatives}: ${name}`;
}

/** Who answers for the person: what stops, how each has answered, and the ways to change it. */
export function SpeakingPart({ speaking, href }: { speaking: ShownSpeaking; href: string }) {
  const { child, stop, voices, joint, judged, guardians, representatives, changes } = speaking;
  return (
    <>
      <h2 id="svarar">{texts.heading}</h2>
      {stop && (
        <Notice kind="unknown" heading={texts.stops} level={3}>
          <p>{stopTexts[stop]}</p>
        </Notice>
      )}
      {joint &&
        (['make-plan', 'lift-secrecy'] as const).map((kind) => {
          const said = jointTexts[joint[kind].answer];
          return said && joint[kind].answer === 'guardians-disagree' ? (
            <Notice kind="unknown" heading={kindTexts[kind]} level={3}>
              <p>{said}</p>
            </Notice>
          ) : (
            said && <p>{`${kindTexts[kind]} ${said}`}</p>
          );
        })}
      {!child && <p>{voices.some(({ givers }) => givers.length > 1) ? texts.adultWith : texts.adult}</p>}
      {(child || voices.some(({ givers }) => givers.length > 1)) && voices.length > 0 && (
        <Table
          caption={texts.heading}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={voices.map(({ givers, answers }) => [
            givers.map((giver) => <p>{speakerLabel(speaking, giver)}</p>),
            statusTexts[answers['make-plan']],
            statusTexts[answers['lift-secrecy']],
          ])}
        />
      )}
      {judged && child && <p>{texts.judged(deciderTexts[judged.decides], formatDate(judged.on))}</p>}
      {child && <Inset>{texts.ofAge}</Inset>}
      {child && guardians.length > 0 && (
        <>
          <h3>{texts.guardians}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {guardians.map(({ id, name, custody, concealed, logsIn }) => (
              <li>
                {`${name}. ${concealed ? texts.concealed : custody ? texts.asked : texts.noCustody} ${logsIn ? texts.logsIn : texts.noLogin} `}
                {changes && (
                  <>
                    <Way href={`${href}/vardnadshavare/${id}`} label={texts.change} about={name} />{' '}
                    <Way href={`${href}/inloggning/${id}`} label={texts.login} about={name} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {representatives.length > 0 && (
        <>
          <h3>{texts.representatives}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {representatives.map(({ id, name, kind, matters, kinds, logsIn, until, over }) => (
              <li>
                {`${name}, ${representativeTexts[kind]}: ${matters.map((one) => matterTexts[one]).join(', ')}. `}
                {over ? texts.over : `${texts.ends(formatDate(lastDay(until)))}. `}
                {!over && `${logsIn ? texts.logsIn : texts.noLogin} `}
                {!over &&
                  logsIn &&
                  `${kinds.length > 0 ? texts.reads(kinds.map((one) => dataKindTexts[one]).join(', ')) : texts.readsNothing} `}
                {changes && !over && (
                  <>
                    <Way href={`${href}/foretradare/${id}`} label={texts.end} about={name} />{' '}
                    <Way href={`${href}/inloggning/${id}`} label={texts.login} about={name} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {changes && (
        <ul class="govuk-list">
          {(child ? (['guardian', 'maturity'] as const) : (['representative', 'guardian'] as const)).map((one) => (
            <li>
              <a class="govuk-link" href={`${href}/${ADDRESSES[one]}`}>
                {texts.adds[one]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const ADDRESSES = { guardian: 'vardnadshavare', maturity: 'mognad', representative: 'foretradare' } as const;

function Way({ href, label, about }: { href: string; label: string; about: string }) {
  return (
    <a class="govuk-link" href={href}>
      {label}
      <span class="govuk-visually-hidden">{` ${about}`}</span>
    </a>
  );
}
