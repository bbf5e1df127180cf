/** Runs a script to its end. A failure is said in one line and becomes the exit code; Ctrl-C ends what it started too. */
export async function main(work: () => Promise<void> | void): Promise<void> {
  // Leaving by `exit` lets every process group go down with this process; dying of the signal would not.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
    process.exitCode = 1;
  }
}
