import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerCall, refuseMethod } from '#app/api/endpoint.server.ts';
import { answerForecast } from '#app/figures/answer.server.ts';

export function loader(call: LoaderFunctionArgs): Promise<Response> {
  return answerCall(call, 'manager', answerForecast);
}

export function action(): Response {
  return refuseMethod();
}
