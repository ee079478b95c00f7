import type { CodeCheck } from './second-factor.ts';
import { waitInWords } from './throttle.ts';

/** What to tell somebody whose code was not accepted. */
export function wordsForCode(check: Exclude<CodeCheck, { kind: 'right' }>): string {
  switch (check.kind) {
    case 'wrong':
      return 'This code is not right. Codes of the app change every 30 seconds; a recovery code is good once.';
    case 'used':
      return 'This code was used already. Wait until the app shows the next one.';
    case 'unreadable':
      return 'The secret of this server has changed, so that it cannot check codes of your app. Use a recovery code, or ask an administrator to remove the second factor.';
    case 'wait':
      return `There were too many attempts. Wait ${waitInWords(check.waitMs)}, then try again.`;
  }
}
