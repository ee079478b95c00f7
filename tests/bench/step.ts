// One step of the benchmark in a process of its own: what it was asked comes as words, what it measured goes back as
// a message.
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
import { measureGap } from './gap-step.ts';
import { importBundle } from './import-step.ts';

// Whoever asked is gone: nobody would read the answer.
const leave = () => process.exit(1);
process.on('disconnect', leave);

const measured = await run(process.argv.slice(2));
process.off('disconnect', leave);
process.send?.(measured, () => process.disconnect());

function run([step, databaseUrl = '', subject, option]: readonly string[]): Promise<object> {
  const by = GAP_DIMENSIONS.find((dimension) => dimension === subject);
  if (step === 'import' && subject) return importBundle(databaseUrl, subject);
  if (step === 'gap' && by) return measureGap(databaseUrl, by, option === 'phases');
  throw new Error(`${step} ${subject} is no step of the benchmark`);
}
