import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import type { Database } from '../db/index.ts';
import { newSecret } from './secret-token.ts';
import { sessionReader } from './sessions.ts';

const A_MINUTE = 60_000;

/** A reader whose questions are answered, with nothing, when the test says so. */
function givenReader(patience: number) {
  const answers: (() => void)[] = [];
  const identify = () => new Promise((resolve) => answers.push(() => resolve(new Map())));
  const read = sessionReader({ database: { identify } as unknown as Database, clock: givenClock() }, patience);
  return { answers, ask: (count: number) => Array.from({ length: count }, () => read(newSecret())) };
}

test('all who ask in the same turn share a question, and all who come while it is under way the next', async () => {
  const { answers, ask } = givenReader(A_MINUTE);
  const asked = ask(10);
  await expect.poll(() => answers.length).toBe(1);
  for (let nth = 0; nth < 5; nth++) {
    asked.push(...ask(2));
    await turn();
  }
  expect(answers.length).toBe(1);
  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await Promise.all(asked)).toEqual(asked.map(() => undefined));
  expect(answers.length).toBe(2);
});

test('a question that is never answered does not hold up those who come after', async () => {
  const { answers, ask } = givenReader(1);
  void ask(1);
  await expect.poll(() => answers.length).toBe(1);
  const [later] = ask(1);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await later).toBeUndefined();
});

test('a question that fails fails those who asked it, and nobody after', async () => {
  let asked = 0;
  const identify = async () => {
    asked += 1;
    if (asked === 1) throw new Error('lost');
    return new Map();
  };
  const read = sessionReader({ database: { identify } as unknown as Database, clock: givenClock() });
  await expect(read(newSecret())).rejects.toThrow('lost');
  expect(await read(newSecret())).toBeUndefined();
});
