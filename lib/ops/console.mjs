/** What the commands say on the terminal: each step with the time it took, failures as sentences. */

/** An expected failure: its message is a sentence that says what to do, and is all that is shown. */
export class Refusal extends Error {}

const TICK_MS = 5_000;

/** Announces a step, runs it, and says how long it took. `skipped(result)` may answer a remark instead. */
export async function step(label, work, remark = () => "") {
  const started = performance.now();
  process.stdout.write(`  ${label} `);
  const ticking = setInterval(() => process.stdout.write("."), TICK_MS);
  try {
    const result = await work();
    const note = remark(result);
    process.stdout.write(`${seconds(started)}${note ? ` (${note})` : ""}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(started)}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

export function say(text = "") {
  process.stdout.write(`${text}\n`);
}

/** Says what went wrong; a stack only for what nobody expected. */
export function sayFailure(error) {
  const text = error instanceof Refusal ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
}
