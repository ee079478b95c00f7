// One step of the benchmark in a process of its own: what it was asked comes as words, what it measured goes back as
// a message.
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
import { measureGap } from './gap-step.ts';
import { importBundle } from './import-step.ts';

// Whoever asked is gone: nobody would read the answer.
process.on('disconnect', () => process.exit(1));

const [step, databaseUrl = '', subject, option] = process.argv.slice(2);
const by = GAP_DIMENSIONS.find((dimension) => dimension === subject);
if (step === 'import' && subject) process.send?.(await importBundle(databaseUrl, subject));
else if (step === 'gap' && by) process.send?.(await measureGap(databaseUrl, by, option === 'phases'));
else throw new Error(`${step} ${subject} is no step of the benchmark`);
process.disconnect?.();
