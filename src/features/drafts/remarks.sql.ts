import { sql } from 'kysely';
import type { Side } from '../../domain/drafts/process.ts';
import type { RemarkAct, RemarkSort } from '../../domain/drafts/remarks/remark.ts';
import type { Tx } from '../../platform/index.ts';

/** Somebody who said or did something: the account, what it is called now, on whose behalf, and when (ISO, UTC). */
type By = { readonly account: string; readonly name: string; readonly side: Side; readonly at: string };

export type RemarkActRow = By & { readonly kind: RemarkAct; readonly text: string };

/** A remark as it was written. Empty texts are what was not said; `sentence` is null where it is of a whole place. */
export type RemarkRow = By & {
  readonly id: string;
  readonly sort: RemarkSort;
  readonly place: string;
  readonly sentence: string | null;
  readonly words: string;
  readonly wording: string;
  readonly text: string;
};

const AT = sql`to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`;

/** The remarks on a draft, oldest first. */
export async function listRemarks(tx: Tx, draft: string): Promise<RemarkRow[]> {
  const { rows } =
    await sql<RemarkRow>`select r.id, r.sort, r.place, r.sentence, r.words, r.wording, r.text, r.side, r.account_id as account,
      coalesce(a.name, '') as name, ${AT}
    from draft_remark r left join account a on a.id = r.account_id where r.draft_id = ${draft} order by r.at, r.id`.execute(tx);
  return rows;
}

/** What has been done about the remarks on a draft, oldest first, by remark. */
export async function listRemarkActs(tx: Tx, draft: string): Promise<Map<string, RemarkActRow[]>> {
  const { rows } = await sql<
    RemarkActRow & { remark: string }
  >`select r.remark_id as remark, r.kind, r.text, r.side, r.account_id as account,
      coalesce(a.name, '') as name, ${AT}
    from draft_remark_act r left join account a on a.id = r.account_id where r.draft_id = ${draft} order by r.number`.execute(tx);
  return Map.groupBy(rows, ({ remark }) => remark);
}

/** The suggestions of several drafts that nobody has put in, turned down or withdrawn. */
export async function listOpenSuggestions(tx: Tx, drafts: readonly string[]): Promise<{ draft: string; place: string; account: string }[]> {
  const { rows } = await sql<{ draft: string; place: string; account: string }>`select r.draft_id as draft, r.place, r.account_id as account
    from draft_remark r where r.draft_id = any(${[...drafts]}::uuid[]) and r.sort <> 'comment'
      and not exists (select from draft_remark_act t where t.remark_id = r.id and t.kind in ('withdraw', 'accept', 'reject'))
    order by r.at, r.id`.execute(tx);
  return rows;
}

export type OpenRemarks = { readonly comments: number; readonly suggestions: number; readonly places: Readonly<Record<string, number>> };

/** How many remarks on a draft are open: comments, suggestions, and both at each place. */
export async function countOpenRemarks(tx: Tx, draft: string): Promise<OpenRemarks> {
  const { rows } = await sql<{
    place: string;
    comment: boolean;
    count: number;
  }>`select r.place, r.sort = 'comment' as comment, count(*)::int as count
    from draft_remark r left join lateral (
      select t.kind from draft_remark_act t where t.remark_id = r.id and t.kind <> 'answer' order by t.number desc limit 1
    ) last on true where r.draft_id = ${draft} and (last.kind is null or last.kind = 'reopen') group by 1, 2`.execute(tx);
  const sum = (some: readonly { count: number }[]) => some.reduce((all, { count }) => all + count, 0);
  const places = [...Map.groupBy(rows, ({ place }) => place)].map(([place, some]) => [place, sum(some)]);
  return {
    comments: sum(rows.filter(({ comment }) => comment)),
    suggestions: sum(rows.filter(({ comment }) => !comment)),
    places: Object.fromEntries(places),
  };
}

/** The accounts that have written in a draft. */
export async function listWriters(tx: Tx, draft: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`select distinct account_id as account from draft_revision
    where draft_id = ${draft} order by 1`.execute(tx);
  return rows.map(({ account }) => account);
}

/** The remark on a draft that a form of this key became, if it was sent before, and by whom. */
export async function findKeyedRemark(tx: Tx, draft: string, key: string): Promise<KeyedRemark | undefined> {
  const { rows } = await sql<KeyedRemark>`select account_id as account, sort, place, sentence, wording, text from draft_remark
    where id = ${key} and draft_id = ${draft}`.execute(tx);
  return rows[0];
}

/** What a form of this key did about a remark on a draft, if it was sent before, and who sent it. */
export async function findKeyedRemarkAct(tx: Tx, draft: string, key: string): Promise<KeyedRemarkAct | undefined> {
  const { rows } = await sql<KeyedRemarkAct>`select account_id as account, remark_id as remark, kind, text from draft_remark_act
    where id = ${key} and draft_id = ${draft}`.execute(tx);
  return rows[0];
}

type KeyedRemark = Pick<NewRemark, 'account' | 'sort' | 'place' | 'sentence' | 'wording' | 'text'>;
type KeyedRemarkAct = { readonly account: string; readonly remark: string; readonly kind: RemarkAct; readonly text: string };

type Kept = {
  readonly id: string;
  readonly draft: string;
  readonly act: string;
  readonly account: string;
  readonly side: Side;
  readonly at: string;
};

export type NewRemark = Kept & Pick<RemarkRow, 'sort' | 'place' | 'sentence' | 'words' | 'wording' | 'text'>;

export async function insertRemark(tx: Tx, remark: NewRemark): Promise<void> {
  const { id, draft, act, sort, place, sentence, words, wording, text, side, account, at } = remark;
  await sql`insert into draft_remark (id, draft_id, act_id, sort, place, sentence, words, wording, text, side, account_id, at)
    values (${id}, ${draft}, ${act}, ${sort}, ${place}, ${sentence}, ${words}, ${wording}, ${text}, ${side}, ${account}, ${at})`.execute(
    tx,
  );
}

export async function insertRemarkAct(tx: Tx, done: Kept & { remark: string; kind: RemarkAct; text: string }): Promise<void> {
  const { id, draft, remark, act, kind, text, side, account, at } = done;
  await sql`insert into draft_remark_act (id, remark_id, draft_id, act_id, kind, text, side, account_id, at)
    values (${id}, ${remark}, ${draft}, ${act}, ${kind}, ${text}, ${side}, ${account}, ${at})`.execute(tx);
}
