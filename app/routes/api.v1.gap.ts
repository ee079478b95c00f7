import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerCall, refuseMethod } from '#app/api/endpoint.server.ts';
import { API_OPERATIONS } from '#app/api/operations.ts';
import { answerGap } from '#app/figures/answer.server.ts';

export function loader(call: LoaderFunctionArgs): Promise<Response> {
  return answerCall(call, API_OPERATIONS['GET /api/v1/gap'], answerGap);
}

export function action(): Response {
  return refuseMethod();
}
