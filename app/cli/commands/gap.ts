import { answerGap } from '#app/figures/answer.server.ts';
import type { Command } from '../command.ts';
import { FIGURE_OPTIONS, figureAnswer } from '../figure-command.ts';
import { gapText } from '../gap-text.ts';

export const command: Command = {
  options: { by: { type: 'string' }, ...FIGURE_OPTIONS },
  wordCount: 0,
  run: (given, terminal) => figureAnswer(given, terminal, answerGap, gapText),
};
