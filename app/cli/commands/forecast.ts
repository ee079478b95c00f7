import { answerForecast } from '#app/figures/answer.server.ts';
import type { Command } from '../command.ts';
import { FIGURE_OPTIONS, figureAnswer } from '../figure-command.ts';
import { forecastText } from '../forecast-text.ts';

export const command: Command = {
  options: FIGURE_OPTIONS,
  wordCount: 0,
  run: (given, terminal) => figureAnswer(given, terminal, answerForecast, forecastText),
};
