import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerCall, refuseMethod } from '#app/api/endpoint.server.ts';
import { answerGap } from '#app/figures/answer.server.ts';

export function loader(call: LoaderFunctionArgs): Promise<Response> {
  return answerCall(call, 'viewer', answerGap);
}

export function action(): Response {
  return refuseMethod();
}
