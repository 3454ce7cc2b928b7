/** What was asked is not possible: told without a stack trace. */
export class Refusal extends Error {}

/** Runs a command; its exit code is 2 where it was refused, 1 where it failed. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = error instanceof Refusal ? 2 : 1
  }
}
