import type { Command, ExitCode, Io } from './command.ts';
import { commands } from './commands.ts';
import { cliTexts } from './texts.ts';

/** Runs the command that the arguments name and answers its exit code. Without a command it says which there are. */
export async function dispatch(args: readonly string[], io: Io, table: readonly Command[] = commands): Promise<ExitCode> {
  const [noun, verb] = args;
  const asksForHelp = noun === undefined || ['--help', '-h', 'help'].includes(noun);
  if (asksForHelp) {
    cliTexts.usage(table).forEach(io.out);
    return noun === undefined ? 2 : 0;
  }
  const command = table.find((candidate) => candidate.noun === noun && (candidate.verb === verb || candidate.verb === ''));
  if (!command) {
    io.err(cliTexts.unknownCommand([noun, verb].filter(Boolean).join(' ')));
    cliTexts.usage(table).forEach(io.err);
    return 2;
  }
  const rest = args.slice(command.verb === '' ? 1 : 2);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(cliTexts.commandUsage(command));
    io.out(command.summary);
    return 0;
  }
  const code = await (await command.load()).run(rest, io);
  if (code === 2) io.err(cliTexts.commandUsage(command));
  return code;
}
