import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './described-error.ts';
import { readableLine } from './readable-line.ts';
import { StartError } from './start-error.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * The log, on stderr: a line of JSON for each entry, or one for people who are writing the program. LOG_LEVEL says
 * from which level on (default info).
 *
 * @throws {StartError} for a level that there is not.
 */
export function openLog(level: string | undefined, isForPeople: boolean): Logger {
  return createLog(readLevel(level), isForPeople ? forPeople : pino.destination({ dest: 2, sync: true }));
}

export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      // Neither the process nor the machine: whoever runs it knows them.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination,
  );
}

const forPeople: DestinationStream = { write: (line) => void process.stderr.write(readableLine(line)) };

function readLevel(text: string | undefined): string {
  if (!text) return 'info';
  if (LEVELS.includes(text)) return text;
  throw new StartError(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not "${text}"`);
}
