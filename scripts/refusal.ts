/** A command that cannot be carried out as given. The message is printed without a stack trace. */
export class Refusal extends Error {}

/** Runs a command. The exit code is 2 if the command was refused, and 1 if it failed. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = error instanceof Refusal ? 2 : 1
  }
}
