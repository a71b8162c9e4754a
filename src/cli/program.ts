/** The command line as a function: arguments in, exit status out. */
import {
  type Command,
  ended,
  FileError,
  NOT_READ,
  READ_WHOLE,
  type Status,
  UsageError,
  type World,
} from "./command.ts";
import { conversations } from "./conversations.ts";
import { expert } from "./expert.ts";
import { explain } from "./explain.ts";
import { fields } from "./fields.ts";
import { filter } from "./filter.ts";
import { flow } from "./flow.ts";
import { importText } from "./import.ts";
import { ClosedOutput } from "./output.ts";
import { save } from "./save.ts";
import { tcpdump } from "./tcpdump.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  flow,
  fields,
  filter,
  conversations,
  expert,
  explain,
  save,
  tcpdump,
  import: importText,
};

const STATUS_HELP = `Exit status:
  0  the capture was read whole
  1  it ends early or holds damage: what was readable is printed, the message goes to standard error
  2  it is no capture, or the arguments are wrong
`;

function help(): string {
  const commands = Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`);
  return `usage: npm run -s cli -- COMMAND ...\n\nCommands:\n${commands.join("")}\n${STATUS_HELP}`;
}

/** Runs the command that `args` name. Never rejects: what goes wrong is said on `world.errors`. */
export async function runProgram(args: readonly string[], world: World): Promise<Status> {
  try {
    return await dispatch(args, world);
  } catch (error) {
    if (error instanceof ClosedOutput) return READ_WHOLE; // whoever read has had enough
    await world.errors.write(`flowladder: ${wordsOf(error)}\n`);
    return NOT_READ;
  }
}

async function dispatch(args: readonly string[], world: World): Promise<Status> {
  const [name, ...rest] = args;
  if (args.includes("--help") || args.includes("-h") || name === "help") {
    await world.output.write(help());
    return READ_WHOLE;
  }
  if (name === undefined) throw new UsageError("which command?");
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`there is no command ${name}`);
  return command.run(rest, world);
}

/** Node's errors have codes that mean something to users; all others are the program's own words or its faults. */
function wordsOf(error: unknown): string {
  if (error instanceof UsageError) return `${ended(error.message)}\nTry: npm run -s cli -- --help`;
  if (error instanceof FileError) return ended(error.message);
  const { code, path, message, stack } = error as NodeJS.ErrnoException; // whatever is thrown here is an Error
  switch (code) {
    case "ENOENT":
      return `${path}: there is no such file or folder.`;
    case "EEXIST":
      return `${path}: it is there already, and stays as it is: name another file to write.`;
    case "EACCES":
      return `${path}: you may not read this file.`;
    case "EISDIR":
      return "this is a folder: name a file in it.";
    case undefined:
      return stack ?? message;
    default:
      return message;
  }
}
