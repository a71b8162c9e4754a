/** Entry of the command line: wires Node's streams to the program. */
import { streamSink } from "./output.ts";
import { runProgram } from "./program.ts";

process.exitCode = await runProgram(process.argv.slice(2), {
  output: streamSink(process.stdout),
  errors: streamSink(process.stderr),
  // npm runs scripts in the project's folder and keeps the user's here.
  folder: process.env.INIT_CWD ?? process.cwd(),
});
