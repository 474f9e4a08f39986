import { parseArgs } from 'node:util';

/** What a command of the log was given: `count` words, and any number of `--key <file>`. Undefined when it was written otherwise. */
export function auditArguments(args: readonly string[], count: number): { words: string[]; keys: string[] } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true } },
    });
    return positionals.length === count ? { words: positionals, keys: values.key ?? [] } : undefined;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return undefined;
    throw error;
  }
}
