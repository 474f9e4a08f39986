import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askTogether } from './ask-together.ts';

const A_MINUTE = 60_000;

/** A shared question that is answered when the test says so: with each word backwards. */
function givenQuestion(limits: { patience?: number; most?: number } = {}) {
  const put: { readonly asked: readonly string[]; answer(): void; fail(error: Error): void }[] = [];
  const ask = askTogether<string, string>(
    (asked) =>
      new Promise((resolve, fail) => {
        put.push({ asked, answer: () => resolve(asked.map((word) => [...word].toReversed().join(''))), fail });
      }),
    { patience: A_MINUTE, ...limits },
  );
  return { put, ask };
}

test('all who ask in the same turn share a question, and all who come while it is under way the next', async () => {
  const { put, ask } = givenQuestion();
  const asked = ['ab', 'cd', 'ab'].map(ask);
  await expect.poll(() => put.length).toBe(1);
  asked.push(ask('ef'));
  await turn();
  asked.push(ask('gh'));
  await turn();
  expect(put.length).toBe(1);
  put[0]?.answer();
  await expect.poll(() => put.length).toBe(2);
  put[1]?.answer();
  expect(await Promise.all(asked)).toEqual(['ba', 'dc', 'ba', 'fe', 'hg']);
  expect(put.map((one) => one.asked)).toEqual([
    ['ab', 'cd', 'ab'],
    ['ef', 'gh'],
  ]);
});

test('a question is put alone at once when nobody else asks', async () => {
  const { put, ask } = givenQuestion();
  const first = ask('ab');
  await expect.poll(() => put.length).toBe(1);
  put[0]?.answer();
  expect(await first).toBe('ba');
  const second = ask('cd');
  await expect.poll(() => put.length).toBe(2);
  put[1]?.answer();
  expect(await second).toBe('dc');
});

test('never asks about more at a time than it may: those above wait for the next', async () => {
  const { put, ask } = givenQuestion({ most: 2 });
  const asked = ['ab', 'cd', 'ef', 'gh', 'ij'].map(ask);
  for (const nth of [0, 1, 2]) {
    await expect.poll(() => put.length).toBe(nth + 1);
    await turn();
    put[nth]?.answer();
  }
  expect(await Promise.all(asked)).toEqual(['ba', 'dc', 'fe', 'hg', 'ji']);
  expect(put.map((one) => one.asked)).toEqual([['ab', 'cd'], ['ef', 'gh'], ['ij']]);
});

test('a question that is never answered does not hold up those who come after', async () => {
  const { put, ask } = givenQuestion({ patience: 1 });
  void ask('ab');
  await expect.poll(() => put.length).toBe(1);
  const later = ask('cd');
  await expect.poll(() => put.length).toBe(2);
  put[1]?.answer();
  expect(await later).toBe('dc');
});

test('a question that fails fails those who asked it, and nobody after', async () => {
  const { put, ask } = givenQuestion();
  const failing = Promise.allSettled([ask('ab'), ask('cd')]);
  await expect.poll(() => put.length).toBe(1);
  put[0]?.fail(new Error('lost'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const later = ask('ef');
  await expect.poll(() => put.length).toBe(2);
  put[1]?.answer();
  expect(await later).toBe('fe');
});

test('refuses an answer that does not reach all who asked', async () => {
  const ask = askTogether<string, string>(async (asked) => asked.slice(1));
  const answers = await Promise.allSettled([ask('ab'), ask('cd')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
