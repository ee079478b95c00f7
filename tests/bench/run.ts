import os from 'node:os';
import { StepError } from './fresh-process.ts';
import { measure } from './measure.ts';
import { BenchUsageError, readBenchOptions, USAGE } from './options.ts';
import { benchTables } from './tables.ts';

const CANCELLED = 130;

const cancelling = new AbortController();
process.once('SIGINT', () => cancelling.abort());
process.once('SIGTERM', () => cancelling.abort());
const say = (line: string) => console.error(`bench: ${line}`);

try {
  const options = readBenchOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(`${USAGE}\n`);
  else {
    const machine = {
      node: process.version,
      cores: os.availableParallelism(),
      // What else the machine does: with more than its cores, only ratios mean anything.
      loadBefore: os.loadavg()[0] ?? 0,
    };
    const measured = await measure(options, say, cancelling.signal);
    const heading = `Node ${machine.node}, ${machine.cores} cores, load ${machine.loadBefore.toFixed(1)} before the run`;
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ machine, measured }, null, 2)}\n`
        : `${heading}\n\n${benchTables(measured)}\n`,
    );
  }
} catch (error) {
  if (cancelling.signal.aborted) {
    say('cancelled');
    process.exitCode = CANCELLED;
  } else if (error instanceof BenchUsageError) {
    say(error.message);
    console.error(USAGE);
    process.exitCode = 2;
  } else if (error instanceof StepError) {
    say(error.message);
    process.exitCode = 1;
  } else throw error;
}
