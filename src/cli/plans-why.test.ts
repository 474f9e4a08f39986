import { describe, expect, test } from 'vitest';
import { run } from './plans-why.ts';

const io = { out: () => undefined, err: () => undefined };

describe('overens plans why', () => {
  test.each([
    [[]],
    [['--log']],
    [['--log', 'inget-id']],
    [['0199aaaa-0000-7000-8000-000000000000']],
    [['--log', '0199aaaa-0000-7000-8000-000000000000', 'mer']],
  ])('is refused as written wrongly, without a database: %j', async (args) => {
    expect(await run(args, io)).toBe(2);
  });
});
